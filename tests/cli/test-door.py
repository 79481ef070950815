#!/usr/bin/python3
"""The door: every verdict by a command line, with the badges as they were printed. SPDX-License-Identifier: GPL-3.0-or-later"""

import json

import msk
import tag_reader
import tap

M = msk.Meeting()
A, B, OBSERVER, SERVICE, REJECTED = (M.people[name] for name in ("㐀明远", "林怀瑾", "周砚秋", "陈阿秀", "沈知行"))
BADGES = {name: tag_reader.read_pages(M.print_badge(name))[0][0] for name in ("㐀明远", "林怀瑾", "周砚秋")}
COPY = tag_reader.read_pages(M.printed[0])[0][0]


M.set_hours(-1, 3)
NOT_OPENED = M.run("door", "in", "--person", A, "--identity", "known", user="clerk")
M.open_meeting()
NOT_BRIEFED = M.run("door", "in", "--person", A, "--identity", "known", user="clerk")
M.good("notice", "heard", "briefing", "--all", user="clerk")
NOT_PLEDGED = M.run("door", "in", "--person", A, "--identity", "known", user="clerk")
M.good("notice", "signed", "pledge", "--all", "--from", "-", user="clerk", said={"reference": "承 1"})
NOT_NOTICED = M.run("door", "in", "--person", A, "--identity", "known", user="clerk")
M.brief_all()


class Door:
    """msk door scan --stdin, one line at a time."""

    def __init__(self, *words, user="clerk", commands=True):
        self.process = M.start("door", "scan", "--stdin", *["--commands"] * commands, *words, user=user)

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        rest = self.process.stdout.read()
        status = self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()
        return status, rest


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def scan(lines, *words, user="clerk", commands=True):
    door = Door(*words, user=user, commands=commands)
    answers = [door.say(line) for line in lines]
    status, rest = door.end()
    if status != 0 or rest:
        raise AssertionError(f"ended with {status}: {rest}")
    return answers


def codes(answers):
    return [answer["code"] for answer in answers]


def go_in(person, *words, devices=False):
    return M.run("door", "in", "--person", person, *words, *["--no-devices"] * (not devices), user="clerk")


def go_out(person, user="clerk"):
    return M.run("door", "out", "--person", person, user=user)


def count():
    return M.good("door", "count", user="auditor")["inside"]


def refusals():
    return [(line["verdict"], line.get("person_id")) for line in M.good("door", "refusals", user="security")["refusals"]]


@tap.check("/cli/door/meeting-not-opened-not-briefed-pledge-missing-notice-not-acknowledged")
def before():
    return (refused(NOT_OPENED, 1, "meeting-not-opened") + refused(NOT_BRIEFED, 1, "not-briefed") + refused(NOT_PLEDGED, 1, "pledge-missing")
            + refused(NOT_NOTICED, 1, "notice-not-acknowledged"))


@tap.check("/cli/door/admitted-let-out-already-inside-not-inside")
def in_and_out():
    findings = expect(go_in(A, "--identity", "id-card").json["verdict"]["code"], "admitted")
    findings += refused(go_in(A, "--identity", "id-card"), 1, "already-inside")
    findings += expect((count()["total"], count()["delegate"]), (1, 1))
    findings += expect(go_out(A).json["verdict"]["code"], "let-out") + expect(count()["total"], 0)
    return findings + refused(go_out(A), 1, "not-inside")


@tap.check("/cli/door/identity-not-seen")
def identity():
    findings = refused(go_in(A), 1, "identity-not-seen") + refused(go_in(A, "--identity", "face"), 2, "usage")
    return findings + refused(go_in(A, "--identity", "none"), 2, "usage") + expect(count()["total"], 0)


@tap.check("/cli/door/devices-not-deposited")
def devices():
    # Whoever goes out is asked again.
    findings = expect((go_in(A, "--identity", "known").status, go_out(A).status), (0, 0))
    findings += refused(go_in(A, "--identity", "known", devices=True), 1, "devices-not-deposited")
    findings += expect(codes(scan([BADGES["㐀明远"], "identity known", "no-devices", "mode out", BADGES["㐀明远"]])),
                       ["devices-not-deposited", "devices-not-deposited", "admitted", "mode-changed", "let-out"])
    M.good("device", "deposit", "--person", A, "--from", "-", user="clerk", said={"kind": "phone", "shelf": "甲柜3格"})
    findings += refused(go_in(A, "--identity", "known", devices=True), 1, "devices-not-deposited")
    (number,) = [device["number"] for device in M.good("device", "list", "--person", A, user="clerk")["devices"]]
    M.good("device", "void", number, "--from", "-", user="clerk", said={"reason": "登记有误"})
    return findings + expect(count()["total"], 0)


@tap.check("/cli/door/rejected-and-not-on-sealed-list")
def list_says():
    M.good("attendee", "add", "--from", "-", user="organiser",
           said={"name": "迟到者", "unit": "水务厅", "post": "处长", "capacity": "delegate", "clearance": "secret"})
    (late,) = [person["id"] for person in M.good("attendee", "list", user="clerk")["attendees"] if person["name"] == "迟到者"]
    return refused(go_in(REJECTED, "--identity", "known"), 1, "rejected") + refused(
        go_in(late, "--identity", "known"), 1, "not-on-sealed-list") + refused(go_in(999, "--identity", "known"), 2, "not-found")


@tap.check("/cli/door/outside-the-hours")
def hours():
    M.set_hours(3, 5)
    findings = refused(go_in(A, "--identity", "known"), 1, "outside-the-hours")
    M.set_hours(-6, -3)
    findings += refused(go_in(A, "--identity", "known"), 1, "outside-the-hours")
    M.set_hours(-1, 3)
    return findings + expect(go_in(A, "--identity", "known").status, 0) + expect(go_out(A).status, 0)


@tap.check("/cli/door/badges-by-the-scanner")
def badges():
    forged = BADGES["㐀明远"][:-1] + str((int(BADGES["㐀明远"][-1]) + 1) % 10)
    answers = scan(["6901234567892", BADGES["㐀明远"][:20], forged, COPY, BADGES["林怀瑾"], "no-devices", BADGES["林怀瑾"], "identity service-card",
                    "mode out", BADGES["林怀瑾"], BADGES["林怀瑾"]])
    findings = expect(codes(answers), ["foreign-code", "cut-code", "forged-tag", "not-a-badge", "devices-not-deposited", "identity-not-seen", "identity-not-seen",
                                       "admitted", "mode-changed", "let-out", "let-out"])
    findings += expect([answer["tone"] for answer in answers[:5]], ["refused", "refused", "alarm", "refused", "refused"])
    findings += expect([answer.get("inside", {}).get("total") for answer in answers], [0, 0, 0, 0, 0, 0, 0, 1, None, 0, 0])
    findings += expect((answers[7]["person"], answers[4]["waits"], answers[7]["waits"]), ("林怀瑾", True, False))
    return findings + expect([line["kind"] for line in M.good("incident", "list", user="security")["incidents"]], ["forged-tag"])


@tap.check("/cli/door/withdrawn-and-undertaking-missing")
def withdrawn():
    for name, capacity in (("撤销者", "delegate"), ("记者甲", "press")):
        M.good("attendee", "add", "--from", "-", user="organiser",
               said={"name": name, "unit": "日报社", "post": "记者", "capacity": capacity, "clearance": "secret"})
    M.good("attendee", "submit", user="organiser")
    people = {one["name"]: one["id"] for one in M.good("attendee", "list", user="clerk")["attendees"]}
    M.good("attendee", "approve-press", people["记者甲"], "--from", "-", user="leader",
           said={"reason": "同意", "authority": "罗崇文", "reference": "新批1号"})
    M.good("attendee", "approve-rest", "--from", "-", user="leader", said={"reason": "同意"})
    M.good("attendee", "seal", user="leader")
    M.people.update(people)
    badge = tag_reader.read_pages(M.print_badge("撤销者"))[0][0]
    M.good("attendee", "withdraw", people["撤销者"], "--from", "-", user="leader", said={"reason": "另有任务"})
    findings = refused(M.run("notice", "heard", "undertaking", people["记者甲"], user="clerk"), 2, "bad-value")
    findings += refused(go_in(people["撤销者"], "--identity", "known"), 1, "withdrawn") + expect(codes(scan([badge])), ["withdrawn"])
    return findings + refused(go_in(people["记者甲"], "--identity", "known"), 1, "undertaking-missing")


@tap.check("/cli/door/a-meeting-is-not-raised-over-those-who-are-not-cleared")
def raised():
    findings = refused(M.run("meeting", "change", "--from", "-", user="organiser", said={"level": "top-secret"}), 1, "clearance-too-low")
    findings += refused(M.run("meeting", "agenda-add", "--from", "-", user="organiser",
                              said={"title": "绝密议题", "level": "top-secret", "recording": "none"}), 1, "clearance-too-low")
    return findings + expect(M.good("meeting", "show", user="organiser")["meeting"]["level"], "secret")


@tap.check("/cli/door/a-namesake-of-somebody-barred-is-approved-by-name-alone")
def namesake():
    M.good("attendee", "add", "--accept-warnings", "--from", "-", user="organiser",
           said={"name": "沈 知行", "unit": "发展厅", "post": "处长", "capacity": "delegate", "clearance": "secret"})
    M.good("attendee", "submit", user="organiser")
    answer = M.good("attendee", "approve-rest", "--from", "-", user="leader", said={"reason": "同意"})
    findings = expect((answer["approved"], answer["waiting"]), (0, 1))
    (person,) = [one["id"] for one in M.good("attendee", "list", user="clerk")["attendees"] if one["name"] == "沈 知行"]
    return findings + expect(M.run("attendee", "approve", person, "--from", "-", user="leader", said={"reason": "另一人"}).status, 0)


@tap.check("/cli/door/not-for-this-item")
def item():
    M.good("meeting", "agenda-add", "--from", "-", user="organiser",
           said={"title": "机密议题", "level": "secret", "recording": "none", "admits": "observer"})
    M.good("meeting", "agenda-next", user="clerk")
    findings = refused(go_in(A, "--identity", "known"), 1, "not-for-this-item")
    M.good("meeting", "agenda-break", user="clerk")
    return findings + expect(go_in(A, "--identity", "known").status, 0) + expect(go_out(A).status, 0)


@tap.check("/cli/door/a-badge-of-another-account-is-told")
def accounts():
    badge = BADGES["林怀瑾"]
    first = M.good("user", "badge", "clerk", user="security", said=badge)
    second = M.good("user", "badge", "organiser", user="security", said=badge)
    M.good("user", "no-badge", "organiser", user="security")
    return expect((first["former_user"], second["former_user"]), (None, "clerk"))


@tap.check("/cli/door/void-badge")
def void():
    old = BADGES["周砚秋"]
    before = set(M.papers.glob("*.pdf"))
    M.good("attendee", "badge-reissue", OBSERVER, "--printer", "folder", "--from", "-", user="clerk", said={"reason": "字迹不清"})
    (sheet,) = set(M.papers.glob("*.pdf")) - before
    new = tag_reader.read_pages(sheet)[0][0]
    findings = expect(codes(scan([old, new])), ["void-badge", "badge-not-confirmed"])
    M.good("attendee", "badge-confirm", OBSERVER, user="clerk")
    return findings + expect(codes(scan([new, "turn-away"])), ["devices-not-deposited", "devices-not-deposited"])


@tap.check("/cli/door/other-meeting")
def other_meeting():
    other = M.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "密会〔2031〕6号"})["meeting"]
    findings = expect(codes(scan([BADGES["㐀明远"]], "--meeting", str(other))), ["other-meeting"])
    return findings


@tap.check("/cli/door/open-items-and-the-officer-who-lets-out-all-the-same")
def exit_gate():
    words = ["--meeting", str(M.meeting)]
    M.good("door", "in", "--person", A, "--identity", "known", "--no-devices", *words, user="clerk")
    M.good("desk", "issue", "--person", A, "--copy", M.copies[1], *words, user="clerk")
    answer = M.run("door", "out", "--person", A, *words, user="clerk")
    findings = refused(answer, 1, "open-items") + expect(f"{M.copies[1]:06}" in answer.json["error"]["message"], True)
    holding = ["door", "out-holding", "--person", A, "--from", "-", *words]
    findings += refused(M.run(*holding, user="clerk", said={"reason": "去医院"}), 3, "role")
    findings += refused(M.run(*holding, user="security", said={"reason": " "}), 2, "bad-value")
    findings += expect(M.good(*holding, user="security", said={"reason": "去医院"})["verdict"]["code"], "let-out")
    last = M.good("door", "log", *words, user="security")["passings"][-1]
    return findings + expect((last["direction"], last["reason"], last["by_hand"]), ("out", "去医院", True))


@tap.check("/cli/door/a-wrong-admission-is-annulled-and-stays")
def annul():
    words = ["--meeting", str(M.meeting)]
    movement = M.good("door", "in", "--person", B, "--identity", "known", "--no-devices", *words, user="clerk")["movement"]
    findings = refused(M.run("door", "annul", movement, "--from", "-", *words, user="clerk", said={"reason": ""}), 2, "bad-value")
    M.good("door", "annul", movement, "--from", "-", *words, user="clerk", said={"reason": "选错了人"})
    findings += refused(M.run("door", "annul", movement, "--from", "-", *words, user="clerk", said={"reason": "再来"}), 1, "already-decided")
    findings += expect(M.good("door", "count", *words, user="organiser")["inside"]["total"], 0)
    (line,) = [line for line in M.good("door", "log", *words, user="security")["passings"] if line["id"] == movement]
    return findings + expect((line["annulled"], line["annulled_by"], line["annulled_for"]), (True, "clerk", "选错了人"))


@tap.check("/cli/door/who-is-inside-is-for-officer-and-leader")
def inside():
    words = ["--meeting", str(M.meeting)]
    M.good("door", "in", "--person", OBSERVER, "--identity", "other-document", "--no-devices", *words, user="clerk")
    findings = []
    for user in ("security", "leader"):
        findings += expect([line["person"] for line in M.good("door", "inside", *words, user=user)["inside"]], ["周砚秋"])
    for user in ("clerk", "organiser", "auditor"):
        for verb in ("inside", "refusals", "log"):
            findings += refused(M.run("door", verb, *words, user=user), 3, "role")
    return findings


@tap.check("/cli/door/every-refusal-is-kept")
def kept():
    words = ["--meeting", str(M.meeting)]
    found = {line["verdict"] for line in M.good("door", "refusals", *words, user="leader")["refusals"]}
    wanted = {"meeting-not-opened", "not-briefed", "pledge-missing", "notice-not-acknowledged", "withdrawn", "undertaking-missing",
              "not-for-this-item", "already-inside", "not-inside", "identity-not-seen", "devices-not-deposited", "rejected", "not-on-sealed-list", "outside-the-hours", "forged-tag",
              "not-a-badge", "void-badge", "badge-not-confirmed", "open-items", "foreign-code", "cut-code"}
    return expect(found, wanted)


@tap.check("/cli/door/a-bare-scanner-commands-nothing")
def bare():
    return expect(codes(scan(["mode out", "annul x", "person 1"], "--meeting", str(M.meeting), commands=False)), ["foreign-code"] * 3)


tap.main()
