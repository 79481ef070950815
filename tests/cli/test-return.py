#!/usr/bin/python3
"""Copies brought back and counted: msk desk return, and count lines of msk desk scan. SPDX-License-Identifier: GPL-3.0-or-later"""

import signal
import subprocess

import msk
import tag_reader
import tap

MEETING = msk.Meeting()
MEETING.fill_room()
PAGES = 4
TAGS = {number: [page[0] for page in tag_reader.read_pages(pdf)] for number, pdf in zip(MEETING.copies, MEETING.printed)}
FIRST, SECOND, THIRD, FOURTH, FIFTH = MEETING.copies
HOLDER, OTHER, READER = "㐀明远", "林怀瑾", "陈阿秀"


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def issue(number, name):
    MEETING.good("desk", "issue", "--person", MEETING.people[name], "--copy", number, user="clerk")


def copy(number):
    found = MEETING.good("copy", "show", number, user="clerk")["copy"]
    return found["state"], found["holder"], found["pages_back"]


def take_back(number, *words, said=None):
    more = ["--from", "-"] if said is not None else []
    return MEETING.run("desk", "return", "--copy", number, *words, *more, user="clerk", said=said or "")


def balance():
    found = MEETING.good("paper", "show", MEETING.paper, user="clerk")["balance"]
    return found["holds"], found["held"], found["returned"], found["in-part"], found["pages-missing"]


def read_returns():
    """The register of returns on paper, its words one behind the other."""
    pdf = MEETING.path / "returns.pdf"
    MEETING.good("report", "returns", "--output", pdf, user="organiser")
    return " ".join(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout.split())


@tap.check("/cli/return/the-organiser-lays-down-what-is-counted")
def rule():
    findings = expect(MEETING.run("paper", "counting", MEETING.paper, "always", user="clerk").code, "role")
    findings += expect(MEETING.good("paper", "counting", MEETING.paper, user="clerk")["counts_pages"], False)
    answer = MEETING.good("paper", "counting", MEETING.paper, "always", user="organiser")
    findings += expect((answer["counts_pages"], answer["paper"]["count_rule"]), (True, "always"))
    findings += expect(MEETING.run("paper", "counting", MEETING.paper, "always", user="organiser").code, "nothing-changed")
    findings += expect(MEETING.run("paper", "counting", MEETING.paper, "often", user="organiser").code, "usage")
    last = MEETING.good("ledger", "list", "--max", "1", user="auditor")["entries"][0]
    return findings + expect((last["act"], last["subject"]), ("count-rule", f"paper {MEETING.paper}"))


@tap.check("/cli/return/uncounted-changes-nothing")
def uncounted():
    issue(FIRST, HOLDER)
    answer = take_back(FIRST)
    findings = expect((answer.status, answer.code), (1, "pages-uncounted"))
    findings += expect(answer.json["verdict"]["tone"], "waiting")
    findings += [f"tells the number: {answer.output}"] if "4" in answer.json["verdict"]["text"] else []
    return findings + expect(copy(FIRST), ("held", HOLDER, None))


@tap.check("/cli/return/what-is-no-count-is-refused")
def no_count():
    cases = [(["--condition", "torn"], None, "usage"), (["--pages", "4", "--condition", "soiled"], None, "usage"), (["--pages", "0"], None, "bad-value"),
             (["--pages", "-4"], None, "bad-value"), (["--pages", "10000"], None, "bad-value"), (["--pages", "99999999999"], None, "bad-value"),
             (["--pages", "4", "--condition", "torn"], None, "bad-value"), (["--pages", "4", "--condition", "torn"], {"remark": "a\nb"}, "bad-value"),
             ([], {"remark": "x"}, "usage")]
    found = [(words, take_back(FIRST, *words, said=said).code) for words, said, _ in cases]
    return expect(found, [(words, code) for words, _, code in cases]) + expect(copy(FIRST), ("held", HOLDER, None))


@tap.check("/cli/return/in-part-it-stays-with-its-holder-and-is-an-incident")
def part():
    torn = {"remark": "末页撕下"}
    findings = expect(take_back(FIRST, "--pages", "3", "--condition", "torn", said=torn).code, "count-again")
    findings += expect(MEETING.good("incident", "list", user="clerk")["incidents"], [])
    answer = take_back(FIRST, "--pages", "3", "--condition", "torn", said=torn)
    findings += expect((answer.status, answer.code, answer.json["verdict"]["tone"]), (1, "pages-missing", "alarm"))
    findings += expect(answer.json["verdict"]["count"],
                       {"pages": 3, "here_before": 0, "missing": 1, "condition": "torn", "remark": "末页撕下", "incident": 1})
    findings += expect(copy(FIRST), ("held", HOLDER, 3)) + expect(balance(), (True, 1, 0, 1, 1))
    (incident,) = MEETING.good("incident", "list", user="clerk")["incidents"]
    findings += expect((incident["kind"], incident["person_id"], incident["subject"]), ("pages-missing", MEETING.people[HOLDER], "copy 000001"))
    parts = MEETING.good("desk", "parts", user="clerk")["copies"]
    findings += expect([(one["number"], one["holder"], one["pages_back"]) for one in parts], [(FIRST, HOLDER, 3)])
    returns = read_returns()
    findings += [f"not in the register of returns: {word}" for word in ("Back in part", "torn") if word not in returns]
    findings += expect(take_back(FIRST).code, "pages-uncounted")
    rest = take_back(FIRST, "--pages", "1")
    findings += expect((rest.status, rest.json["verdict"]["code"]), (0, "returned"))
    history = MEETING.good("copy", "history", FIRST, user="clerk")["history"]
    findings += expect([(line["act"], line["count"]["missing"], line["count"]["condition"]) for line in history if "count" in line],
                       [("copy-return-part", 1, "torn"), ("copy-return", 0, "whole")])
    return findings + expect(copy(FIRST), ("returned", HOLDER, None)) + expect(balance(), (True, 0, 1, 0, 0))


@tap.check("/cli/return/too-many-pages-are-an-alarm-that-changes-nothing")
def surplus():
    issue(SECOND, HOLDER)
    findings = expect([take_back(SECOND, "--pages", "5").code for _ in range(2)], ["count-again", "pages-surplus"])
    return findings + expect(copy(SECOND), ("held", HOLDER, None))


@tap.check("/cli/return/count-lines-of-the-scanner")
def lines():
    with msk.Scan(MEETING, "--mode", "return") as desk:
        answers = [desk.say(line) for line in (TAGS[SECOND][1], "count", "count 2 4", "count x 4 whole", "count 2 4 torn", "count 2 4 written-on 第 1 页有铅笔字",
                                               "undo", "count 2 2 whole", "count 2 2 whole", "undo", "undo", "count 2 4 whole")]
    findings = expect([answer["code"] for answer in answers],
                      ["pages-uncounted", "foreign-code", "usage", "usage", "bad-value", "returned", "undone", "count-again", "pages-missing", "undone", "not-found",
                       "returned"])
    findings += expect((answers[0]["tone"], answers[0]["count"], answers[7]["count"]), ("waiting", None, None))
    findings += expect(answers[5]["count"]["condition"], "written-on") + expect(answers[5]["page"], 2)
    return findings + expect(copy(SECOND), ("returned", HOLDER, None))


@tap.check("/cli/return/a-clerk-counts-of-their-own-accord")
def of_their_own():
    MEETING.good("paper", "counting", MEETING.paper, "by-scheme", user="organiser")
    issue(THIRD, HOLDER)
    with msk.Scan(MEETING, "--mode", "return") as desk:
        answers = [desk.say(line) for line in ("counting on", TAGS[THIRD][0], "counting off", "counting maybe", "mode issue", "count 3 4 whole", "mode return", TAGS[THIRD][0])]
    return expect([answer["code"] for answer in answers],
                  ["counting-on", "pages-uncounted", "counting-off", "usage", "mode-changed", "usage", "mode-changed", "returned"])


@tap.check("/cli/return/kill-9-before-the-count-leaves-it-with-its-holder")
def kill():
    MEETING.good("paper", "counting", MEETING.paper, "always", user="organiser")
    issue(FOURTH, HOLDER)
    desk = msk.Scan(MEETING, "--mode", "return")
    findings = expect(desk.say(TAGS[FOURTH][0])["code"], "pages-uncounted")
    desk.process.send_signal(signal.SIGKILL)
    desk.end()
    findings += expect(copy(FOURTH), ("held", HOLDER, None))
    return findings + expect(MEETING.good("desk", "return", "--copy", FOURTH, "--pages", PAGES, user="clerk")["verdict"]["code"], "returned")


@tap.check("/cli/return/what-belongs-to-it-is-named")
def attachments():
    details = MEETING.write("attachment.json", '{"title": "附件", "level": "secret", "period": "10年", "scope": "delegate"}')
    paper = MEETING.good("paper", "attach", MEETING.paper, msk.SAMPLE_PAPER, "--from", details, user="organiser")["paper"]
    MEETING.approve(paper, copies=1)
    number = MEETING.good("copy", "reserve", paper, 1, user="clerk")
    MEETING.good("copy", "print", paper, "--printer", "folder", user="clerk")
    number = MEETING.good("copy", "list", paper, user="clerk")["copies"][0]["number"]
    MEETING.good("copy", "confirm", number, user="clerk")
    issue(FIFTH, OTHER)
    issue(number, OTHER)
    answer = take_back(FIFTH, "--pages", PAGES).json["verdict"]
    findings = expect((answer["code"], [one["number"] for one in answer["still_out"]]), ("returned", [number]))
    findings += expect(f"{number:06}" in answer["text"], True)
    answer = take_back(number).json["verdict"]
    return findings + expect((answer["code"], answer["still_out"]), ("returned", []))


@tap.check("/cli/return/the-ledger-is-whole")
def ledger():
    return expect(MEETING.run("ledger", "verify", user="auditor").status, 0)


tap.main()
