#!/usr/bin/python3
"""The issue plan: seats, who is to get which copy, and what the desk says to it. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib
import subprocess

import msk
import tap

M = msk.Meeting()
M.fill_room()
FIRST, SECOND, THIRD, FOURTH, FIFTH = M.copies
# Delegates and observers may read the paper, and the observer is not cleared for it.
A, B = M.people["㐀明远"], M.people["林怀瑾"]


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def seat(person, place):
    return M.run("plan", "seat", "--person", person, "--from", "-", user="organiser", said={"seat": place})


def plan():
    return M.good("plan", "show", user="auditor")


def issue(person, copy):
    return M.run("desk", "issue", "--person", person, "--copy", copy, user="clerk")


@tap.check("/cli/plan/seats-are-given-after-the-list-is-sealed")
def seats():
    findings = expect([seat(A, "2排10").status, seat(B, "2排9").status], [0, 0])
    findings += refused(seat(M.people["陈阿秀"], "2排9"), 1, "exists") + refused(seat(99, "1"), 2, "not-found")
    people = {person["id"]: person["seat"] for person in M.good("attendee", "list", user="auditor")["attendees"]}
    return findings + expect((people[A], people[B], people[M.people["陈阿秀"]]), ("2排10", "2排9", None))


@tap.check("/cli/plan/is-made-in-the-order-of-seats-and-only-of-readers")
def make():
    findings = expect(M.good("plan", "make", M.paper, user="clerk"), {"planned": 2, "without": 0})
    lines = plan()["plan"]
    findings += expect([(line["planned_id"], line["number"], line["standing"]) for line in lines],
                       [(B, FIRST, "waiting"), (A, SECOND, "waiting"), (None, THIRD, "spare"), (None, FOURTH, "spare"), (None, FIFTH, "spare")])
    return findings + refused(M.run("plan", "make", user="clerk"), 1, "nothing-to-plan")


@tap.check("/cli/plan/who-may-not-read-the-paper-cannot-be-planned-for")
def strangers():
    cases = [("周砚秋", "clearance-too-low"), ("陈阿秀", "outside-scope"), ("沈知行", "rejected")]
    return [finding for name, code in cases
            for finding in refused(M.run("plan", "set", THIRD, "--person", M.people[name], user="clerk"), 1, code)]


@tap.check("/cli/plan/the-desk-gives-out-by-it")
def desk():
    findings = refused(issue(A, FIRST), 1, "planned-otherwise") + refused(issue(A, THIRD), 1, "planned-otherwise")
    findings += expect(issue(B, FIRST).status, 0)
    M.good("plan", "set", THIRD, "--person", A, user="clerk")
    findings += refused(issue(A, SECOND), 1, "planned-otherwise")
    findings += expect(issue(A, THIRD).status, 0)
    found = plan()
    findings += expect({line["number"]: line["standing"] for line in found["plan"]},
                       {FIRST: "as-planned", THIRD: "as-planned", SECOND: "spare", FOURTH: "spare", FIFTH: "spare"})
    findings += expect(found["differences"], 0)
    return findings + refused(M.run("plan", "clear", FIRST, user="clerk"), 1, "already-issued")


@tap.check("/cli/plan/is-a-report")
def report():
    path = pathlib.Path(M.good("report", "plan", user="security")["path"])
    return expect((path.parent, path.read_bytes()[:5], path.stat().st_mode & 0o777), (M.papers, b"%PDF-", 0o600))


def said_pages(number):
    """The text of each page of a copy's newest sheets, without its spaces."""
    (serial,) = [copy["serial"] for copy in M.good("copy", "list", user="auditor")["copies"] if copy["number"] == number]
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", M.papers / f"{serial:09}.pdf", "-"], capture_output=True, check=True, encoding="utf-8")
    return ["".join(page.split()) for page in done.stdout.split("\f")[:-1]]


@tap.check("/cli/plan/packs-are-printed-by-person-and-bear-the-name-of-the-plan")
def packs():
    other = M.add_paper(document_number="云发规〔2031〕11号")
    for paper in (M.paper, other):
        M.approve(paper)
    first = M.good("copy", "reserve", M.paper, 2, user="clerk")["first"]
    M.good("copy", "reserve", other, 2, user="clerk")
    findings = refused(M.run("plan", "names", 99, user="clerk"), 2, "not-found") + refused(
        M.run("plan", "names", other, user="security"), 3, "role")
    findings += expect(M.good("plan", "names", other, user="organiser"), {"named": True})
    for number, person in ((first + 2, B), (first + 3, A)):
        M.good("plan", "set", number, "--person", person, user="clerk")
    findings += expect(M.good("copy", "print", "--printer", "folder", user="clerk")["printed"], 4)
    findings += refused(M.run("copy", "print", "--printer", "folder", user="clerk"), 1, "nothing-to-print")
    run = M.good("copy", "runs", user="auditor")["runs"][-1]
    findings += expect((run["paper"], run["sent"]), (None, 4))
    # The newest entry comes first. B sits before A, and what is for nobody comes last: that is the order in which they were sent.
    printed = [entry["subject"] for entry in M.good("ledger", "list", user="auditor")["entries"]
               if entry["act"] == "copy-print" and 'sent' in entry["details"]][3::-1]
    findings += expect(printed, [f"copy {number:06}" for number in (first + 3 - 1, first + 3, first, first + 1)])
    named = {copy["number"]: copy["named_id"] for copy in M.good("copy", "list", user="auditor")["copies"]}
    findings += expect([named[number] for number in (first, first + 2, first + 3)], [None, B, A])
    for number, name in ((first + 2, "林怀瑾"), (first + 3, "㐀明远")):
        findings += [f"copy {number}, page {page}: no name" for page, text in enumerate(said_pages(number), start=1) if name not in text]
    findings += expect([name for name in ("林怀瑾", "㐀明远") for text in said_pages(first) if name in text], [])
    findings += refused(M.run("plan", "set", first + 2, "--person", A, user="clerk"), 1, "named-otherwise")
    findings += refused(M.run("plan", "clear", first + 2, user="clerk"), 1, "named-otherwise")
    M.good("copy", "spoil", first + 2, "--from", "-", user="clerk", said={"reason": "改发他人"})
    findings += expect(M.good("plan", "no-names", other, user="clerk"), {"named": False})
    return findings + expect(M.run("plan", "clear", first + 2, user="clerk").status, 0)


@tap.check("/cli/plan/the-print-room-is-on-paper")
def room_reports():
    M.good("room", "enter", "--from", "-", user="clerk", said={"name": "周砚秋", "reason": "换纸", "leave": "罗崇文"})
    findings = []
    for name, word in (("packs", "林怀瑾"), ("runs", "000"), ("spoiled", "改发他人"), ("room", "换纸")):
        path = pathlib.Path(M.good("report", name, user="security")["path"])
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
        if path.stat().st_mode & 0o777 != 0o600 or word not in text and name != "runs":
            findings.append(f"{name}: {text!r}")
    return findings


CSV = "姓名,单位,职务,身份,涉密等级,座位\r\n文澜,档案局,处长,出席,机密,3排1\r\n𠮷永昌,发展厅,厅长,出席,机密,{}\r\n"


@tap.check("/cli/plan/seats-come-with-an-imported-list")
def imported():
    path = M.path / "list.csv"
    path.write_text(CSV.format("3排1"), encoding="utf-8")
    findings = refused(M.run("attendee", "import", path, user="organiser"), 2, "csv-rows")
    path.write_text(CSV.format("2排10"), encoding="utf-8")
    findings += refused(M.run("attendee", "import", path, user="organiser"), 1, "exists")
    path.write_text(CSV.format(""), encoding="utf-8")
    M.good("attendee", "import", path, user="organiser")
    people = {person["name"]: person["seat"] for person in M.good("attendee", "list", user="auditor")["attendees"]}
    return findings + expect((people["文澜"], people["𠮷永昌"]), ("3排1", None))


tap.main()
