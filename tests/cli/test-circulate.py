#!/usr/bin/python3
"""Readers' turns in the reading room through msk. SPDX-License-Identifier: GPL-3.0-or-later"""

import json

import msk
import tag_reader
import tap

MEETING = msk.Meeting()
MEETING.fill_room()
TAG = tag_reader.read_pages(MEETING.printed[0])[0][0]
BADGE = tag_reader.read_pages(MEETING.print_badge("㐀明远"))[0][0]
READER, SECOND = MEETING.people["㐀明远"], MEETING.people["林怀瑾"]
UNCLEARED, REJECTED = MEETING.people["周砚秋"], MEETING.people["沈知行"]
SIGNED = {"pages": 4, "signature": "㐀明远"}


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def clerk(*words, said=""):
    return MEETING.run("circulate", *words, user="clerk", said=said)


def turns(*words):
    return MEETING.good("circulate", *words, user="clerk")["turns"]


def state(number):
    return MEETING.good("copy", "show", number, user="clerk")["copy"]["state"]


@tap.check("/cli/circulate/a-turn-begins-and-ends-by-hand")
def by_hand():
    begun = clerk("start", 1, "--person", READER)
    [turn] = turns("list")
    findings = expect((begun.status, begun.json["verdict"]["code"]), (0, "turn-started")) + expect(state(1), "held")
    findings += expect((turn["person"], turn["standing"], turn["ended_at"], turn["ordinal"]), ("㐀明远", "reading", None, 1))
    ended = clerk("end", 1, "--from", "-", said=SIGNED)
    [turn] = turns("list", "--all")
    findings += expect((ended.status, ended.json["verdict"]["code"]), (0, "turn-ended")) + expect((state(1), turns("list")), ("in-store", []))
    return findings + expect((turn["outcome"], turn["pages_back"], turn["signature"]), ("read", 4, "㐀明远"))


@tap.check("/cli/circulate/a-turn-begins-and-ends-by-scanning")
def by_scanner():
    lines = [BADGE, TAG, TAG, "end 1 3 㐀明远", "end 1 5 㐀明远", "end 1 5 㐀明远", "end 1 4 林怀瑾", "end 1 4", "end 1 4 㐀明远", "undo"]
    done = MEETING.plain("circulate", "scan", "--stdin", "--commands", user="clerk", said="\n".join(lines) + "\n")
    found = [json.loads(line)["code"] for line in done.output.splitlines()]
    return expect(found, ["person-selected", "turn-started", "turn-known", "count-again", "count-again", "pages-surplus", "signature-differs", "usage", "turn-ended", "already-decided"])


@tap.check("/cli/circulate/a-turn-begun-by-mistake-is-undone")
def undo():
    done = MEETING.plain("desk", "scan", "--mode", "circulate", "--stdin", "--commands", user="clerk",
                         said="\n".join([BADGE, TAG, "undo"]) + "\n")
    return expect([json.loads(line)["code"] for line in done.output.splitlines()], ["person-selected", "turn-started", "undone"]) + expect(state(1), "in-store")


REFUSED = {
    "a-copy-in-the-turn-of-another": (["start", 1, "--person", SECOND], "", 1, "lateral-passing"),
    "a-copy-in-their-own-turn": (["start", 1, "--person", READER], "", 1, "copy-in-turn"),
    "somebody-below-the-level": (["start", 2, "--person", UNCLEARED], "", 1, "clearance-too-low"),
    "somebody-who-was-rejected": (["start", 2, "--person", REJECTED], "", 1, "rejected"),
    "somebody-who-reads-the-paper-already": (["start", 2, "--person", READER], "", 1, "already-holds-paper"),
    "a-copy-that-is-not-there": (["start", 99, "--person", READER], "", 2, "not-found"),
    "the-end-of-no-turn": (["end", 2, "--from", "-"], SIGNED, 1, "not-in-turn"),
    "no-pages": (["end", 1, "--from", "-"], {**SIGNED, "pages": 0}, 2, "bad-value"),
    "the-name-of-another": (["end", 1, "--from", "-"], {**SIGNED, "signature": "林怀瑾"}, 1, "signature-differs"),
    "no-signature": (["end", 1, "--from", "-"], {"pages": 4}, 2, "bad-value"),
    "a-slip-outside-a-turn": (["slip", 2, "--from", "-"], {"what": "第2页", "sheets": 1, "purpose": "核对"}, 1, "not-in-turn"),
    "a-slip-for-more-than-there-is": (["slip", 1, "--from", "-"], {"what": "第2页", "sheets": 5, "purpose": "核对"}, 1, "pages-differ"),
    "a-slip-that-is-none": (["slip-back", 7, "--from", "-"], {"sheets": 1}, 2, "not-found"),
}

@tap.check("/cli/circulate/the-first-reader-has-it")
def first():
    return expect(clerk("start", 1, "--person", READER).status, 0)


for subject, (words, said, status, code) in REFUSED.items():
    @tap.check("/cli/circulate/refuses/" + subject)
    def refuse(words=words, said=said, status=status, code=code):
        before = turns("list", "--all")
        answer = clerk(*words, said=said)
        return expect((answer.status, answer.code), (status, code)) + expect(turns("list", "--all"), before)


@tap.check("/cli/circulate/refuses/the-return-of-a-copy-in-a-turn")
def returns():
    answer = MEETING.run("desk", "return", "--copy", 1, user="clerk")
    return expect((answer.status, answer.code), (1, "copy-in-turn")) + expect(state(1), "held")


@tap.check("/cli/circulate/refuses/who-is-no-clerk")
def roles():
    findings = []
    for user in ("organiser", "leader", "security", "auditor"):
        answer = MEETING.run("circulate", "start", 2, "--person", SECOND, user=user)
        findings += expect((answer.status, answer.code), (3, "role"))
    return findings


@tap.check("/cli/circulate/a-loan-slip-holds-the-turn-until-it-is-back")
def slips():
    slip = clerk("slip", 1, "--from", "-", said={"what": "第2页", "sheets": 1, "purpose": "送二楼核对"}).json["slip"]
    findings = expect(clerk("end", 1, "--from", "-", said=SIGNED).code, "slip-open")
    findings += expect([one["slip"] for one in clerk("slips").json["slips"]], [slip])
    findings += expect(clerk("slip-back", slip, "--from", "-", said={"sheets": 2}).code, "pages-differ")
    findings += expect(clerk("slip-back", slip, "--from", "-", said={"sheets": 1}).status, 0)
    findings += expect(clerk("slip-back", slip, "--from", "-", said={"sheets": 1}).code, "already-returned")
    findings += expect((clerk("slips").json["slips"], len(clerk("slips", "--all").json["slips"])), ([], 1))
    return findings + expect(clerk("end", 1, "--from", "-", said=SIGNED).status, 0)


@tap.check("/cli/circulate/an-urgent-paper-is-due-the-same-day")
def urgent():
    paper = MEETING.add_paper(document_number="水调〔2031〕急1号", urgency="extra-urgent")
    MEETING.approve(paper, copies=1)
    number = MEETING.good("copy", "reserve", paper, 1, user="clerk")["first"]
    MEETING.good("copy", "print", paper, "--printer", "folder", user="clerk")
    MEETING.good("copy", "confirm", number, user="clerk")
    clerk("start", number, "--person", READER)
    [turn] = turns("list")
    return expect((turn["due_at"][:10], turn["due_at"][10:19]), (turn["started_at"][:10], "T23:59:59"))


@tap.check("/cli/circulate/the-ledger-holds")
def ledger():
    return expect(MEETING.run("ledger", "verify", user="auditor").status, 0)


tap.main()
