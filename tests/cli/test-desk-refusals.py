#!/usr/bin/python3
"""Every refusal of issue and return through msk desk: each brought about for real, with its code, who may decide otherwise, its next step, and nothing changed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import time

import msk
import tap

M = msk.Meeting()
A, B, OBSERVER, SERVICE, REJECTED = (M.people[name] for name in ("㐀明远", "林怀瑾", "周砚秋", "陈阿秀", "沈知行"))
FIRST, SECOND, THIRD, FOURTH, FIFTH = M.copies
NOTHING = 400000
LEADER, OFFICER = "responsible-leader", "security-officer"


def prepare():
    """One copy for each state, and people against whom something different stands; gives the numbers."""
    M.fill_room()
    M.approve(M.paper, copies=6)
    reserved = range(M.good("copy", "reserve", M.paper, 6, user="clerk")["first"], 1 << 30)
    void, unchecked, spoiled, recalled, planned, missing = (reserved[i] for i in range(6))
    M.good("copy", "void", void, "--from", "-", user="clerk", said={"reason": "未打印"})
    M.good("copy", "print", M.paper, "--printer", "folder", user="clerk")
    M.good("copy", "confirm", spoiled, recalled, planned, missing, user="clerk")
    M.good("copy", "spoil", spoiled, "--from", "-", user="clerk", said={"reason": "墨粉不足"})
    M.good("copy", "recall", recalled, "--from", "-", user="leader", said={"reason": "误印"})
    M.good("desk", "issue", "--person", A, "--copy", FIRST, user="clerk")
    M.good("desk", "issue", "--person", B, "--copy", SECOND, user="clerk")
    M.good("desk", "return", "--copy", SECOND, user="clerk")
    return {"void": void, "unchecked": unchecked, "spoiled": spoiled, "recalled": recalled, "returned": SECOND, "held": FIRST, "free": THIRD,
            "planned": planned, "unknown": NOTHING}


COPIES = prepare()
RETURNED_AT = time.monotonic()


def issue(person, copy):
    return M.run("desk", "issue", "--person", person, "--copy", COPIES[copy], user="clerk")


def give_back(copy):
    return M.run("desk", "return", "--copy", COPIES[copy], user="clerk")


def register():
    return [{key: copy[key] for key in ("number", "state", "attempt", "holder")} for copy in M.good("copy", "list", user="clerk")["copies"]]


def renew(kind):
    """A new version of a text, with one more line, so that nobody has taken note of it."""
    text = M.good("notice", "text", kind, user="organiser")["text"]
    M.good("notice", "set", kind, "--from", "-", user="organiser",
           said={"chinese": text["chinese"] + "\n新的一段", "english": text["english"] + "\nOne more."})


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def check(answer, code, decider=None, status=1):
    """A sentence with its next step, a stable code, who may decide, and a register as it was."""
    error = answer.json.get("error", {})
    findings = expect((answer.status, error.get("code")), (status, code))
    verdict = answer.json.get("verdict")
    if verdict:
        findings += expect((verdict["code"], verdict["decider"], verdict["text"]), (code, decider, error["message"]))
        findings += expect("may decide otherwise" in verdict["text"], decider is not None)
    message = error.get("message", "")
    if not (":" in message or message.count(".") > 1):
        findings.append("no next step: " + message)
    return findings


def case(name, attempt, code, decider=None, status=1):
    @tap.check("/cli/desk-refusals/" + name)
    def row():
        before = register()
        return check(attempt(), code, decider, status) + expect(register(), before)


case("issue/rejected", lambda: issue(REJECTED, "free"), "rejected")
case("issue/outside-the-scope", lambda: issue(SERVICE, "free"), "outside-scope")
case("issue/below-the-level", lambda: issue(OBSERVER, "free"), "clearance-too-low")
case("issue/holds-the-paper-already", lambda: issue(A, "free"), "already-holds-paper")
case("issue/nobody", lambda: issue(999, "free"), "not-found", status=2)
case("issue/no-copy", lambda: issue(B, "unknown"), "not-found", status=2)
case("issue/void", lambda: issue(B, "void"), "copy-void")
case("issue/spoiled", lambda: issue(B, "spoiled"), "copy-spoiled")
case("issue/not-checked", lambda: issue(B, "unchecked"), "copy-not-good")
case("issue/recalled", lambda: issue(B, "recalled"), "copy-recalled")
case("issue/issued-already", lambda: issue(B, "held"), "already-issued")
case("issue/returned", lambda: issue(B, "returned"), "already-returned")


@tap.check("/cli/desk-refusals/issue/planned-for-somebody-else")
def planned():
    M.good("plan", "set", COPIES["planned"], "--person", A, user="clerk")
    return check(issue(B, "planned"), "planned-otherwise")


case("return/void", lambda: give_back("void"), "copy-void")
case("return/spoiled", lambda: give_back("spoiled"), "copy-spoiled")
case("return/not-checked", lambda: give_back("unchecked"), "copy-not-good")
case("return/no-copy", lambda: give_back("unknown"), "not-found", status=2)
case("return/in-store-already-is-an-alarm", lambda: give_back("free"), "second-sighting")


@tap.check("/cli/desk-refusals/return/in-custody-already-names-who-had-it")
def in_custody():
    time.sleep(max(0.0, RETURNED_AT + 3 - time.monotonic()))  # a second scan in the same breath would be the same sheet
    answer = give_back("returned")
    return check(answer, "second-sighting") + expect("林怀瑾" in answer.json["error"]["message"], True) + expect(answer.json["verdict"]["tone"], "alarm")


@tap.check("/cli/desk-refusals/texts-and-the-door-and-who-decides-otherwise")
def decided():
    """The texts come anew one after the other, and then the person goes out: each is refused, by its role alone decided, and stands in the register."""
    renew("pledge")
    before = register()
    findings = check(issue(B, "free"), "pledge-missing", LEADER)
    renew("notice")
    M.good("notice", "heard", "pledge", "--all", user="clerk")
    findings += check(issue(B, "free"), "notice-not-acknowledged", LEADER)
    renew("briefing")
    findings += check(issue(B, "free"), "not-briefed", LEADER)
    M.good("notice", "heard", "briefing", "--all", user="clerk")
    M.good("notice", "heard", "notice", "--all", user="clerk")
    M.pass_door(["mode out", f"person {B}"])
    findings += check(issue(B, "free"), "not-admitted", OFFICER)
    findings += expect(register(), before)

    words = ["desk", "override", "--person", B, "--copy", COPIES["free"], "--cosigner-file", M.passphrase, "--from", "-"]
    said = {"reason": "当场急需"}
    wrong = M.run(*words, "--cosigner", "leader", user="clerk", said=said)
    findings += expect((wrong.status, wrong.code), (3, "role"))
    wrong = M.run(*words, "--cosigner", "security", user="clerk", said={"reason": " "})
    findings += expect((wrong.status, wrong.code), (2, "bad-value")) + expect(register(), before)
    nobody = M.run("desk", "override", "--person", OBSERVER, "--copy", COPIES["free"], "--cosigner", "security", "--cosigner-file", M.passphrase,
                   "--from", "-", user="clerk", said=said)
    findings += expect((nobody.status, nobody.code), (1, "clearance-too-low")) + expect(register(), before)
    issued = M.good(*words, "--cosigner", "security", user="clerk", said=said)["verdict"]
    findings += expect((issued["code"], issued["number"]), ("issued", COPIES["free"]))
    (line,) = M.good("desk", "overrides", user="auditor")["overrides"]
    findings += expect((line["code"], line["decided_by"], line["role"], line["reason"], line["number"], line["person_id"], line["issued_by"]),
                       ("not-admitted", "security", OFFICER, "当场急需", COPIES["free"], B, "clerk"))
    for kind in ("copies", "issues", "returns"):
        findings += expect(M.run("report", kind, user="security").status, 0)
    return findings + expect(M.good("ledger", "verify", user="auditor")["verified"], True)


@tap.check("/cli/desk-refusals/of-another-meeting-and-not-open")
def other_meeting():
    other = M.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "密会〔2031〕6号"})["meeting"]
    code = msk.read_tags(M.printed[3])[0][0]
    desk = msk.Scan(M, "--meeting", str(other))
    found = [desk.say(line)["code"] for line in (code, code[:-1] + str((int(code[-1]) + 1) % 10), "mode return", code)]
    desk.end()
    return expect(found, ["other-meeting", "forged-tag", "mode-changed", "other-meeting"])


tap.main()
