#!/usr/bin/python3
"""The sweep from the terminal: every class that a thing can be in, every code that can turn up, and every reason that keeps a meeting open.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import re
import subprocess

import blind_count
import msk
import tag_reader
import tap

M = msk.Meeting()
LIN, YUAN = (M.people[name] for name in ("林怀瑾", "㐀明远"))
RETURNED, STORED, MISSING, AWAY, DESTROYED, SPOILED, VOID, FOUND, READ = range(1, 10)  # numbers of copies, by what becomes of them


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def clerk(*words, **more):
    return M.good(*words, user="clerk", **more)


def security(*words, **more):
    return M.good(*words, user="security", **more)


def issue(person, number):
    clerk("desk", "issue", "--person", person, "--copy", number)


def two(*words, **more):
    return M.good(*words, "--cosigner", "security", "--cosigner-file", M.passphrase, user="second", **more)


class Loop(msk.Scan):
    """msk destroy add or scan, one line at a time."""

    def __init__(self, verb, user):
        self.process = M.start("destroy", verb, "--stdin", "--commands", user=user)


def destroy(number):
    clerk("destroy", "start", "--from", "-", said={"reason": "会后清退"})
    with Loop("add", "clerk") as loop:
        loop.say(f"copy {number}")
    clerk("destroy", "propose")
    M.good("destroy", "approve", user="leader")
    two("destroy", "begin", "shred", "--from", "-", said={"place": "保密室"})
    with Loop("scan", "second") as loop:
        loop.say(TAGS[number])
    two("destroy", "end")


def tags():
    """The code of the first page of each copy's newest print, by number."""
    serials = {copy["serial"]: copy["number"] for copy in clerk("copy", "list")["copies"]}
    found = {}
    for path in M.papers.glob("[0-9]*.pdf"):
        code = tag_reader.read_pages(path, last=1)[0][0]
        if code[1] == "1" and int(code[2:11]) in serials:
            found[int(serials[int(code[2:11])])] = code
    return found


def reasons():
    return [one["code"] for one in security("sweep", "obstacles")["reasons"]]


def prepare():
    """One copy for each thing that can become of one, and everything that can keep a meeting open."""
    global TAGS
    M.good("user", "add", "second", "--role", "desk-clerk", "--new-passphrase-file", M.passphrase, user="security")
    M.fill_room()
    other = M.add_paper(document_number="水调〔2031〕13号")
    for paper in (M.paper, other):
        M.approve(paper, copies=2)
        clerk("copy", "reserve", paper, 2)
    clerk("copy", "void", VOID, "--from", "-", said={"reason": "不用"})
    for paper in (M.paper, other):
        clerk("copy", "print", paper, "--printer", "folder")
    clerk("copy", "confirm", SPOILED, FOUND, READ)
    TAGS = tags()
    M.good("plan", "seat", "--person", LIN, "--from", "-", user="organiser", said={"seat": "三排7座"})
    issue(LIN, RETURNED)
    clerk("desk", "return", "--copy", RETURNED)
    issue(LIN, MISSING)
    issue(LIN, FOUND)
    issue(YUAN, AWAY)
    deadline = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=5)).replace(microsecond=0).isoformat()
    permit = M.good("permit", "grant", AWAY, "--person", YUAN, "--from", "-", user="leader",
                    said={"registry": "机要室", "authority": "罗崇文", "reference": "水携1号", "deadline": deadline})["permit"]
    clerk("permit", "take", permit, "--from", "-", said={})
    clerk("copy", "spoil", SPOILED, "--from", "-", said={"reason": "卡纸"})
    destroy(DESTROYED)
    clerk("circulate", "start", READ, "--person", YUAN)
    clerk("circulate", "slip", READ, "--from", "-", said={"what": "第1页", "sheets": 1, "purpose": "核对"})
    clerk("device", "deposit", "--person", M.people["沈知行"], "--from", "-", said={"kind": "phone", "shelf": "甲柜"})
    clerk("device", "tag", 1, "--printer", "folder")
    clerk("device", "tag-confirm", 1)
    clerk("destroy", "start", "--from", "-", said={"reason": "再一批"})
    clerk("handover", "start", "desk")
    clerk("room", "enter", "--from", "-", said={"name": "周砚秋", "reason": "换纸", "leave": "罗崇文"})


@tap.check("/cli/sweep/nothing-is-swept-that-is-being-handed-over")
def begun():
    findings = refused(M.run("sweep", "start", user="security"), 1, "handover-open")
    clerk("handover", "cancel", "--from", "-", said={"reason": "改期"})
    findings += expect(security("sweep", "start")["sweep"]["expected"], 9)
    findings += refused(M.run("sweep", "left", "--from", "-", user="clerk", said={"kind": "gun", "description": "x", "finder": "y"}), 2, "bad-value")
    item = clerk("sweep", "left", "--zone", "seats", "--from", "-", said={"kind": "recorder", "description": "录音笔，第三排", "finder": "段一鸣"})["left_item"]
    return findings + expect([(one["kind"], one["subject"]) for one in security("incident", "list")["incidents"]], [("device-inside", f"left item {item}")])


@tap.check("/cli/sweep/every-reason-that-keeps-a-meeting-open-is-named-at-once")
def open_reasons():
    findings = expect(reasons(), ["people-inside", "people-inside", "sweep-unexplained", "counts-open", "left-items-open", "devices-unclaimed", "measures-open", "copy-in-turn",
                                  "slip-open", "in-destruction", "signatures-missing"])
    answer = M.run("sweep", "close", user="security")
    findings += refused(answer, 1, "people-inside")
    return findings + expect([one["code"] for one in answer.json["reasons"]], reasons())


@tap.check("/cli/sweep/every-code-that-can-turn-up-has-its-answer-and-its-zone")
def codes():
    forged = TAGS[STORED][:-1] + str((int(TAGS[STORED][-1]) + 1) % 10)
    with msk.Scan(M, "--mode", "sweep", "--zone", "seats") as scan:
        findings = expect([scan.say(line)["code"] for line in (
            TAGS[RETURNED], TAGS[STORED], TAGS[SPOILED], TAGS[RETURNED], TAGS[FOUND], forged, TAGS[STORED][:17], "6901234567892")],
            ["seen", "seen", "seen", "already-scanned", "second-sighting", "forged-tag", "cut-code", "foreign-code"])
        findings += expect([scan.say(line)["code"] for line in ("zone bins", TAGS[STORED], TAGS[STORED], "zone seats", TAGS[STORED], "zone moon")],
                           ["zone-changed", "second-sighting", "second-sighting", "zone-changed", "already-scanned", "bad-value"])
    findings += expect([one["subject"] for one in security("incident", "list")["incidents"] if one["kind"] == "second-sighting"], [f"copy {STORED:06}"])
    for language, words in (("en", ["Second sightings", "First zone"]), ("zh_CN", ["再次见到"])):
        path = M.good("report", "sweep", user="security", env=msk.environment(M.home, LANGUAGE=language))["path"]
        text = re.sub(r"\s", "", subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout)
        findings += [f"no {word} in {language}" for word in words if word.replace(" ", "") not in text]
    zones = {one["zone"]: one for one in clerk("sweep", "zones")["zones"]}
    findings += expect([zones["seats"][key] for key in ("seen", "seen_again", "strange", "left_items")], [4, 2, 1, 1])
    findings += expect((zones["bins"]["seen"], zones["bins"]["seen_again"], zones["storage"]["seen"]), (0, 2, 0))
    return findings + expect(M.run("sweep", "start", user="security").code, "sweep-started")


@tap.check("/cli/sweep/every-class-is-told-apart")
def classes():
    lines = {int(one["number"]): one["class"] for one in clerk("sweep", "list", "--all")["copies"]}
    findings = expect(lines, {RETURNED: "returned", STORED: "in-store", MISSING: "out", AWAY: "by-permit", READ: "out", DESTROYED: "destroyed",
                              SPOILED: "spoiled", VOID: "void", FOUND: "found"})
    findings += refused(M.run("sweep", "missing", STORED, "--from", "-", user="security", said={"told": "x", "remark": "y"}), 1, "already-scanned")
    findings += refused(M.run("sweep", "recover", DESTROYED, "--from", "-", user="security", said={"remark": "y"}), 1, "not-issued")
    security("sweep", "missing", MISSING, "--from", "-", said={"told": "保密局值班室", "remark": "未见"})
    clerk("sweep", "recover", FOUND, "--from", "-", said={"remark": "讲台抽屉"})
    findings += refused(M.run("sweep", "recover", FOUND, "--from", "-", user="clerk", said={"remark": "y"}), 1, "not-issued")
    lines = {int(one["number"]): one["class"] for one in clerk("sweep", "list", "--all")["copies"]}
    findings += expect((lines[MISSING], lines[FOUND]), ("missing", "returned"))
    # Where to look for what is missing: who had it, at which seat, and what was last done with it before the sweep.
    (gone,) = [one for one in clerk("sweep", "list")["copies"] if int(one["number"]) == MISSING]
    findings += expect((gone["holder"], gone["seat"], gone["last_act"], gone["last_at"] == gone["issued_at"]), ("林怀瑾", "三排7座", "copy-issue", True))
    papers = [[one[key] for key in ("expected", "seen", "missing", "unexplained")] for one in clerk("sweep", "papers")["papers"]]
    return findings + expect(papers, [[7, 3, 1, 0], [2, 1, 0, 1]])


@tap.check("/cli/sweep/what-is-damaged-is-explained-when-it-is-whole-and-reported-when-not")
def damaged():
    def damage(*words, user="clerk", **said):
        return M.run("sweep", "damage", *words, "--from", "-", user=user, said={"reason": "封面撕裂", **said})

    before = len(security("incident", "list")["incidents"])
    with msk.Scan(M, "--mode", "sweep", "--zone", "floor") as scan:
        answers = [scan.say(line)["code"] for line in ("damaged 湿损", TAGS[RETURNED], "damaged ", "damaged 湿损", TAGS[STORED], "incomplete 缺页", "incomplete 4 缺页", "incomplete 1 缺第3页")]
    findings = expect(answers, ["usage", "second-sighting", "bad-value", "damage-noted", "second-sighting", "usage", "bad-value", "damage-noted"])
    # One incident of a thing, however often it is noted.
    answer = damage("copy", STORED, "--zone", "bins", pages_missing=1)
    findings += expect(answer.status, 0)
    incidents = security("incident", "list")["incidents"]
    findings += expect([(one["kind"], one["subject"], one["incident"]) for one in incidents[before:] if one["kind"] != "second-sighting"], [("pages-missing", "copy 000002", answer.json["incident"])])
    findings += refused(damage("copy", READ), 1, "not-seen") + refused(damage("copy", 99), 2, "not-found") + refused(damage("badge", 1), 2, "usage")
    findings += refused(damage("copy", STORED, user="organiser"), 3, "role") + refused(damage("copy", STORED, "--zone", "moon"), 2, "bad-value")
    found = [(one["number"], one["zone"], one["whole"], one["pages_missing"], one["reason"], one["user"]) for one in clerk("sweep", "damaged")["damaged"]]
    findings += expect(found, [(RETURNED, "floor", True, 0, "湿损", "clerk"), (STORED, "floor", False, 1, "缺第3页", "clerk"), (STORED, "bins", False, 1, "封面撕裂", "clerk")])
    zones = {one["zone"]: one["damaged"] for one in clerk("sweep", "zones")["zones"] if one["damaged"]}
    findings += expect((zones, [one["damaged"] for one in clerk("sweep", "papers")["papers"]]), ({"floor": 2, "bins": 1}, [3, 0]))
    # Custody stays as it is, and what is not whole is a discrepancy until the secrecy department was told.
    findings += expect({one["state"] for one in clerk("copy", "list")["copies"] if one["number"] in (RETURNED, STORED)}, {"returned", "in-store"})
    findings += expect("damage-not-reported" in reasons(), True)
    security("incident", "told", answer.json["incident"], "--from", "-", said={"whom": "保密处 赵"})
    findings += expect("damage-not-reported" in reasons(), False)
    for language, words in (("en", ["Seen damaged", "1 page", "whole", "湿损", "缺第3页"]), ("zh_CN", ["清场中见到的破损", "缺1页", "完整", "湿损", "封面撕裂"])):
        path = M.good("report", "sweep", user="security", env=msk.environment(M.home, LANGUAGE=language))["path"]
        text = re.sub(r"\s", "", subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout)
        findings += [f"no {word} in {language}" for word in words if word.replace(" ", "") not in text]
    return findings


@tap.check("/cli/sweep/two-count-blind-and-a-third-where-they-differ")
def counts():
    right = blind_count.figures(clerk)
    wrong = [right[0].split("=")[0] + "=0", *right[1:]]
    findings = refused(M.run("sweep", "count", "1=2", user="clerk"), 2, "bad-value") + refused(M.run("sweep", "count", "1=x", user="clerk"), 2, "usage")
    findings += refused(M.run("sweep", "count", *right, user="auditor"), 3, "role")
    findings += expect(clerk("sweep", "count", *right)["standing"], "one")
    findings += refused(M.run("sweep", "count", *right, user="clerk"), 1, "counted-already")
    findings += expect(M.good("sweep", "count", *wrong, user="leader")["standing"], "two-differ")
    told = clerk("sweep", "counts")
    findings += expect((told["standing"], [one["figures"] for one in told["counts"]]), ("two-differ", [[], []]))
    findings += expect(M.good("sweep", "count", *right, user="organiser")["standing"], "agree")
    told = clerk("sweep", "counts")
    return findings + expect([one["user"] for one in told["counts"]], ["clerk", "leader", "organiser"]) + expect("counts-open" in reasons(), False)


@tap.check("/cli/sweep/a-discord-stays-on-record-and-needs-somebody-new")
def discord():
    right = blind_count.figures(clerk)
    paper = right[0].split("=")[0]
    wrong = [paper + "=9", *right[1:]]
    findings = expect(clerk("sweep", "count", *wrong)["standing"], "one")
    findings += expect(M.good("sweep", "count", *wrong, user="leader")["standing"], "not-register")
    told = clerk("sweep", "counts")["counts"][-1]
    findings += expect({figure["of"] for figure in told["figures"] if figure["differs"]}, {paper})
    findings += expect([figure for figure in told["figures"] if "expected" in figure], [])
    findings += expect(["sweep count" for one in security("incident", "list")["incidents"] if (one["kind"], one["subject"]) == ("stock-differs", "sweep count")], ["sweep count"])
    clerk("sweep", "count", *right)
    findings += refused(M.run("sweep", "count", *right, user="leader"), 1, "counter-not-new")
    findings += expect("counts-open" in reasons(), True)
    findings += expect(M.good("sweep", "count", *right, user="organiser")["standing"], "agree")
    counted = clerk("sweep", "counts")["counts"]
    findings += expect([(one["round"], one["standing"], one["user"]) for one in counted],
                       [(1, "agree", "clerk"), (1, "agree", "leader"), (1, "agree", "organiser"), (2, "not-register", "clerk"), (2, "not-register", "leader"),
                        (3, "agree", "clerk"), (3, "agree", "organiser")])
    findings += expect([one.get("closed_at") for one in security("incident", "list")["incidents"] if one["subject"] == "sweep count"], [None])
    for language, words in (("en", ["Round 2: two counts agree, the register does not", "Round 3: two counts agree with the register", "differs"]),
                            ("zh_CN", ["第2轮：两人清点相符，与登记不一致", "不一致"])):
        path = M.good("report", "sweep", user="security", env=msk.environment(M.home, LANGUAGE=language))["path"]
        text = re.sub(r"\s", "", subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout)
        findings += [f"no {word} in {language}" for word in words if word.replace(" ", "") not in text]
    return findings


@tap.check("/cli/sweep/each-reason-goes-as-it-is-mended")
def mended():
    findings = []

    def goes(code, *work):
        for step in work:
            step()
        return [f"{code} still stands: {reasons()}"] if code in reasons() else []

    findings += goes("people-inside", M.empty_room, lambda: clerk("room", "leave", 1))
    findings += goes("in-destruction", lambda: clerk("destroy", "cancel", "--from", "-", said={"reason": "闭会后另办"}))
    with msk.Scan(M, "--mode", "sweep") as scan:
        scan.say(TAGS[READ])
    findings += goes("sweep-unexplained", lambda: clerk("sweep", "recover", READ, "--from", "-", said={"remark": "读者未还，第一排"}))
    findings += expect([one for one in ("copy-in-turn", "slip-open") if one in reasons()], [])  # both are settled with the copy
    findings += goes("left-items-open", lambda: clerk("sweep", "left-handled", 1, "--from", "-", said={"handling": "封存交保密处"}))
    findings += goes("devices-unclaimed", lambda: clerk("device", "return", 1, "--person", M.people["沈知行"], "--from", "-", said={"witness": "周砚秋", "reason": "凭证遗失"}))
    findings += goes("measures-open", lambda: M.record_measures("after", "clerk"))
    findings += expect(reasons(), ["counts-open", "signatures-missing"])  # the copy that came out of its turn lies there since
    findings += goes("counts-open", M.count_blind)
    security("sweep", "sign")
    findings += expect(reasons(), ["signatures-missing"])
    findings += goes("signatures-missing", lambda: M.good("sweep", "sign", user="leader"))
    findings += expect(security("sweep", "close")["sweep"]["closed_at"] is not None, True)
    findings += refused(M.run("sweep", "count", "1=1", user="clerk"), 1, "sweep-closed")
    # Nobody comes back in afterwards, at the door or in the print room.
    before = security("door", "count")["inside"]
    findings += refused(M.run("door", "annul", security("door", "log")["passings"][-1]["id"], "--from", "-", user="clerk", said={"reason": "x"}), 1, "meeting-closed")
    findings += expect(security("door", "count")["inside"], before)
    findings += refused(M.run("room", "enter", "--from", "-", user="clerk", said={"name": "周砚秋", "reason": "换纸", "leave": "罗崇文"}), 1, "meeting-closed")
    as_signed = clerk("sweep", "list", "--all")["copies"]
    late = ["sweep", "found-late", "copy", MISSING, "--cosigner", "leader", "--cosigner-file", M.passphrase, "--from", "-"]
    findings += refused(M.run(*late, user="clerk", said={"place": "档案柜后", "remark": "搬家时发现"}), 3, "role")
    security(*late, said={"place": "档案柜后", "remark": "搬家时发现"})
    findings += expect([one["state"] for one in clerk("copy", "list")["copies"] if one["number"] == MISSING], ["returned"])
    findings += expect(clerk("sweep", "list", "--all")["copies"], as_signed)
    findings += expect([one["found_again"] for one in security("incident", "list")["incidents"] if (one["kind"], one["subject"]) == ("missing", f"copy {MISSING:06}")], [True])
    findings += refused(M.run(*late, user="security", said={"place": "x", "remark": "y"}), 1, "not-issued")
    return findings + refused(M.run("sweep", "left", "--from", "-", user="clerk", said={"kind": "other", "description": "伞", "finder": "段"}), 1, "sweep-closed")


@tap.check("/cli/sweep/a-copy-of-last-months-meeting-is-named")
def other_meeting():
    M.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "2031-下月"})
    security("sweep", "start")
    process = M.start("desk", "scan", "--stdin", "--mode", "sweep", user="clerk")
    output, _ = process.communicate(TAGS[STORED] + "\n")
    findings = expect([json.loads(line)["code"] for line in output.splitlines()], ["other-meeting"])
    return findings + expect(clerk("sweep", "zones")["zones"] and security("sweep", "status")["sweep"]["strange"], 1)


prepare()
tap.main()
