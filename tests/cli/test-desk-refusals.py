#!/usr/bin/python3
"""Every refusal of issue and return through msk: by scanner and by hand, with its code, who may decide otherwise and its next step; and nothing changed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import tempfile

import kit
import msk
import refusals
import tap

FOLDER = tempfile.TemporaryDirectory(prefix="msk-refusals-")
S = refusals.Setting(str(msk.MSK), str(msk.SAMPLE_PAPER), FOLDER.name, os.environ["MSK_CHANGE_REGISTER"])
ROLES = {refusals.OFFICER: "security officer", refusals.LEADER: "responsible leader"}
USERS = {refusals.OFFICER: "guard", refusals.LEADER: "chief"}
AGREED = {"reason": "当场急需"}
OF_ISSUES = {"copies", "issues", "returns", "carriers", "plan", "circulation", "chase", "receipts", "sweep"}
NOT_OF_ISSUES = {"list", "badges", "packs", "runs", "spoiled", "room", "devices", "unclaimed", "measures", "venue-check", "liaison", "door", "refusals", "inside",
                 "permits", "seals", "briefings", "pledges", "notices", "exceptions", "agenda", "handovers", "destructions"}
OF_ONE_THING = {"permit", "loan-slip", "approval", "handover-slip", "destruction", "originator", "open"}
OF_A_CLOSED_MEETING = {"certificate", "dossier"}
OF_ALL_MEETINGS = {"archive", "archive-card", "archive-receipt", "outstanding", "chase-letters"}  # of the appliance
CHECKED = set()


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def register():
    copies = [[one[key] for key in ("number", "state", "attempt", "holder", "issued_at")] for one in S.good("clerk", "copy", "list")["copies"]]
    return copies, [[one[key] for key in ("number", "state", "label", "holder", "issued_at")] for one in S.good("clerk", "carrier", "list")["carriers"]]


def entries():
    """The ledger from its beginning: act, subject, details."""
    return [(one["act"], one["details"]) for one in sorted(S.good("reader", "ledger", "list", "--max", "100000")["entries"], key=lambda one: one["sequence"])]


def check_text(text, decider):
    findings = expect("may decide otherwise" in text, decider is not None)
    if decider and f"Only the {ROLES[decider]} may decide otherwise." not in text:
        findings.append("who may decide is not said: " + text)
    reason = text.split(" Only the ")[0]
    return findings + ([] if re.search(r"[:;.] \w.*\.$", reason) else ["no next step: " + text])


def check_hand(answer, code, decider=None, status=1):
    """The error of one run, and the verdict beside it."""
    found, said = answer
    verdict = said.get("verdict") or {}
    findings = expect((found, said["error"]["code"], verdict.get("code"), verdict.get("decider")), (status, code, code, decider))
    return findings + expect(verdict.get("text"), said["error"]["message"]) + check_text(said["error"]["message"], decider)


BEFORE, BEGINNING = register(), len(entries())
LINES = []  # the refusals that the ledger has to know of


def scan(row):
    answers = S.scan(*(S.codes[thing] for thing in row.things), mode=row.mode)
    last = answers.pop()
    if not (len(row.things) == 1 and row.things[0][1] in ("shop", "cut")):
        LINES.append(row.code)
    findings = expect([answer["tone"] for answer in answers], ["waiting"] * len(answers))
    return findings + expect((last["code"], last["tone"], last["decider"]), (row.code, row.tone, row.decider)) + check_text(last["text"], row.decider)


def add_row(row):
    @tap.check("/cli/desk-refusals/" + row.name)
    def check():
        CHECKED.add(row.code)
        words = row.by_hand(S)
        findings = scan(row) if all(thing in S.codes for thing in row.things) else []
        if words:
            findings += check_hand(S.attempt("clerk", *words), row.code, row.decider)
            LINES.append(row.code)
        elif all(kind == "person" for kind, _ in row.things):
            return []  # nobody without a badge is chosen alone in a terminal
        return findings


for each in refusals.ROWS:
    add_row(each)


@tap.check("/cli/desk-refusals/what-is-not-there")
def not_there():
    CHECKED.add("not-found")
    person = S.people["before"]
    rows = [["desk", "issue", "--person", refusals.NOBODY, "--copy", S.copies["free"]], ["desk", "issue", "--person", person, "--copy", refusals.NOTHING],
            ["carrier", "issue", refusals.NOTHING, "--person", person], ["desk", "return", "--copy", refusals.NOTHING], ["carrier", "return", refusals.NOTHING]]
    findings = []
    for words in rows:
        findings += check_hand(S.attempt("clerk", *words), "not-found", status=2)
    LINES.extend(["not-found"] * len(rows))
    return findings


@tap.check("/cli/desk-refusals/who-is-no-clerk")
def no_clerk():
    CHECKED.add("role")
    findings = []
    for user in ("guard", "host", "chief", "reader", "keeper"):
        for words in (["desk", "issue", "--person", S.people["before"], "--copy", S.copies["free"]], ["desk", "return", "--copy", S.copies["held"]]):
            status, said = S.attempt(user, *words)
            findings += expect((status, said["error"]["code"]), (3, "role"))
    return findings


@tap.check("/cli/desk-refusals/change-nothing-and-are-a-line-each")
def nothing_changed():
    written = entries()[BEGINNING:]
    found = [(act, details) for act, details in written if act != "incident-open"]
    incidents = [json.loads(details) for act, details in written if act == "incident-open"]
    opened = [(one["kind"], one["of"], one["serial"]) for one in incidents]
    findings = expect(register(), BEFORE) + expect({act for act, _ in found}, {"scan-refused"})
    for (_, details), code in zip(found, LINES):
        findings += expect(f'"{code}"' in details, True)
    # Two of one thing, what is forged and what is another meeting's are incidents besides, one each.
    findings += expect((len(opened), {kind for kind, _, _ in opened} - {"second-sighting", "forged-tag", "other-meeting"}), (len(set(opened)), set()))
    return findings + expect((len(found), S.good("reader", "desk", "overrides")["overrides"]), (len(LINES), []))


@tap.check("/cli/desk-refusals/return/once-more-at-once-is-no-second-thing")
def echo():
    """A scanner that fires twice within two seconds. A machine that stands still meanwhile has three tries."""
    CHECKED.add("already-returned")
    findings = []
    for kind in ("copy", "carrier"):
        code = S.codes[kind, "echo"]
        answers = [said["code"] for said in S.scan(S.codes["badge", "before"], code, "mode return", *[code, code, "undo"] * 3, code)]
        findings += expect(answers[:3] + answers[3::3] + answers[5::3], ["person-selected", "issued", "mode-changed", *["returned"] * 4, *["undone"] * 3])
        findings += expect("already-returned" in answers[4::3], True)
    return findings


def take_back(pages, *words, draft=None):
    """The code and the tone with which a copy that is out is not taken back with this count."""
    status, said = S.attempt("clerk", "desk", "return", "--copy", S.copies["held"], *(["--pages", pages] if pages else []), *words, draft=draft)
    return status, said["error"]["code"], said.get("verdict", {}).get("tone")


@tap.check("/cli/desk-refusals/return/a-count-that-ends-nothing")
def counted():
    """To a scanner a count that is due is a question; a run of msk that can't wait for the answer is refused."""
    CHECKED.update(("pages-uncounted", "count-again", "pages-surplus", "bad-value"))
    S.good("host", "paper", "counting", S.paper_id, "always")
    before = register()
    many = refusals.PAGES + 1
    findings = expect(take_back(None), (1, "pages-uncounted", "waiting")) + expect(take_back(many), (1, "count-again", "waiting"))
    findings += expect(take_back(many), (1, "pages-surplus", "alarm"))
    for count in (("0",), (refusals.PAGES, "--condition", "torn"), ("10000",)):
        findings += expect(take_back(*count)[:2], (2, "bad-value"))
    (answer,) = S.scan(S.codes["copy", "held"], mode="return")
    findings += expect((answer["code"], answer["tone"]), ("pages-uncounted", "waiting"))
    answers = S.scan(S.codes["copy", "held"], *(f"count {S.copies['held']} {pages} {condition}" for pages, condition in
                                                ((many + 1, "whole"), (many + 1, "whole"), (refusals.PAGES, "torn"))), mode="return")
    findings += expect([answer["code"] for answer in answers], ["pages-uncounted", "count-again", "pages-surplus", "bad-value"])
    S.good("host", "paper", "counting", S.paper_id, "by-scheme")
    return findings + expect(register(), before)


@tap.check("/cli/desk-refusals/every-code-of-the-source-has-a-row")
def every_code():
    codes = refusals.find_codes(str(tap.SOURCE))
    late = {"handover-open", "sweep-started", "meeting-closed"}
    findings = [f"{code} has no row: {sorted(codes[code])}" for code in sorted(set(codes) - CHECKED - late - set(refusals.NEVER))]
    return findings + expect(CHECKED | late | set(refusals.NEVER), set(codes))


def override(words, decider, said=None, user=None, more=()):
    return S.attempt("clerk", *words, "--cosigner", user or USERS[decider], "--cosigner-file", S.secret, *more, draft=said or AGREED)


@tap.check("/cli/desk-refusals/decided-otherwise/nobody-about-anything-else")
def nobody():
    findings = []
    before = register()
    rows = {row.code: row for row in refusals.ROWS if row.is_pair() and not row.decider and row.by_hand(S)}
    for row in rows.values():
        words = row.by_hand(S)
        words = [words[0], "override", *words[2:]]
        status, answer = override(words, refusals.LEADER)
        findings += expect((row.name, status, answer["error"]["code"]), (row.name, 1, row.code))
    return findings + expect(register(), before)


DECISIONS = [
    ("who-is-not-in-the-room", "outside", refusals.OFFICER, "not-admitted", ["desk", "override", "--copy", S.copies["decided-1"]]),
    ("who-was-not-briefed", "unbriefed", refusals.LEADER, "not-briefed", ["desk", "override", "--copy", S.copies["decided-2"]]),
    ("who-did-not-pledge", "unpledged", refusals.LEADER, "pledge-missing", ["carrier", "override", S.carriers["free"]]),
    ("who-was-not-told-of-recording", "unnoticed", refusals.LEADER, "notice-not-acknowledged", ["circulate", "override", S.copies["decided-3"]]),
]


def add_decision(name, person, decider, code, words):
    @tap.check("/cli/desk-refusals/decided-otherwise/" + name)
    def check():
        """By another role: no. Without a reason: no. By the role that the refusal names: a line of its own."""
        whom = [*words, "--person", S.people[person]]
        before = register(), S.good("reader", "desk", "overrides")["overrides"]
        findings = []
        for user, said, status, wanted in (("chief" if decider == refusals.OFFICER else "guard", AGREED, 3, "role"), ("host", AGREED, 3, "role"),
                                           ("clerk", AGREED, 3, "role"), (USERS[decider], {"reason": " "}, 2, "bad-value")):
            found, answer = override(whom, decider, said, user)
            findings += expect((found, answer["error"]["code"]), (status, wanted))
        findings += expect((register(), S.good("reader", "desk", "overrides")["overrides"]), before)
        found, answer = override(whom, decider)
        findings += expect((found, answer.get("verdict", {}).get("tone")), (0, "done"))
        line = S.good("reader", "desk", "overrides")["overrides"][-1]
        return findings + expect((line["code"], line["decided_by"], line["role"], line["reason"], line["person_id"], line["issued_by"]),
                                 (code, USERS[decider], decider, AGREED["reason"], S.people[person], "clerk"))


for each in DECISIONS:
    add_decision(*each)


@tap.check("/cli/desk-refusals/decided-otherwise/by-two-roles-together")
def two_roles():
    """Neither alone issues it, and each stands for what it decided, with its own reason."""
    words = ["desk", "override", "--copy", S.copies["decided-4"], "--person", S.people["both"]]
    second = ["--second-cosigner", "guard", "--second-cosigner-file", S.secret]
    before = register(), S.good("reader", "desk", "overrides")["overrides"]
    status, answer = override(words, refusals.OFFICER)
    message = answer["error"]["message"]
    findings = expect((status, answer["error"]["code"], answer["verdict"]["decider"]), (1, "not-briefed", refusals.LEADER))
    findings += [f"not said: {part}" for part in ("the security officer and the responsible leader", "--second-cosigner") if part not in message]
    findings += ["says that one alone decides"] if "Only" in message else []
    status, answer = override(words, refusals.LEADER)
    findings += expect((status, answer["error"]["code"], "security officer" in answer["error"]["message"]), (3, "role", True))
    status, answer = override(words, refusals.OFFICER, more=second)
    findings += expect((status, answer["error"]["code"]), (1, "not-briefed"))
    findings += expect((register(), S.good("reader", "desk", "overrides")["overrides"]), before)
    status, answer = override(words, refusals.LEADER, {**AGREED, "second_reason": "门口已核对"}, more=second)
    findings += expect((status, answer.get("verdict", {}).get("code")), (0, "issued"))
    lines = S.good("reader", "desk", "overrides")["overrides"][-2:]
    return findings + expect([(line["code"], line["decided_by"], line["reason"], line["number"]) for line in lines],
                             [("not-admitted", "guard", "门口已核对", S.copies["decided-4"]), ("not-briefed", "chief", AGREED["reason"], S.copies["decided-4"])])


@tap.check("/cli/desk-refusals/decided-otherwise/stands-in-every-report-of-issues")
def reports():
    listed = subprocess.run([str(msk.MSK), "report", "--help"], capture_output=True, encoding="utf-8", check=True).stdout
    kinds = set(re.findall(r"^  ([a-z-]+) ", listed.split("Verbs:")[1].split("\n\n")[0], re.M))
    findings = expect(kinds, OF_ISSUES | NOT_OF_ISSUES | OF_ONE_THING | OF_A_CLOSED_MEETING | OF_ALL_MEETINGS)
    for kind in sorted(kinds & OF_ISSUES - {"sweep"}):
        path = S.good("guard", "report", kind)["path"]
        text = "".join(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout.split())
        findings += [f"{kind} without {part}" for part in ("Overrides", "guard,", "chief,", AGREED["reason"]) if part not in text]
    return findings


@tap.check("/cli/desk-refusals/while-the-desk-is-handed-over")
def handed_over():
    before = register()
    S.good("clerk", "handover", "start", "desk")
    held = S.copies["held"]
    findings = check_hand(S.attempt("clerk", "desk", "issue", "--person", S.people["reader"], "--copy", held), "already-issued")
    findings += check_hand(S.attempt("clerk", "desk", "issue", "--person", S.people["lost"], "--copy", S.copies["named"]), "handover-open")
    findings += check_hand(S.attempt("clerk", "desk", "return", "--copy", held), "handover-open")
    findings += check_hand(S.attempt("clerk", "carrier", "issue", S.carriers["relabelled"], "--person", S.people["before"]), "handover-open")
    findings += check_hand(S.attempt("clerk", "carrier", "return", S.carriers["held"]), "handover-open")
    S.good("clerk", "handover", "cancel", draft={"reason": "改期"})
    return findings + expect(register(), before)


@tap.check("/cli/desk-refusals/when-the-sweep-has-begun-and-when-the-meeting-is-closed")
def swept():
    def try_all(code):
        found = []
        for words in (["carrier", "issue", 1, "--person", S.guest], ["carrier", "return", 1]):
            found += check_hand(S.attempt("clerk", *words), code)
        for mode in ("issue", "return"):
            (answer,) = S.scan(S.other_code, mode=mode)
            found += expect((answer["code"], answer["tone"]), (code, "refused")) + check_text(answer["text"], None)
        return found

    S.start_other_sweep()
    with S.in_other_meeting():
        findings = try_all("sweep-started")
    S.close_other_meeting()
    with S.in_other_meeting():
        return findings + try_all("meeting-closed")


@tap.check("/cli/desk-refusals/the-ledger-holds")
def verified():
    return expect(S.good("reader", "ledger", "verify")["verified"], True)


tap.main()
