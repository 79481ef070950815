#!/usr/bin/python3
"""Copies of a copy (C2), from leave to recall, as the terminal has them. SPDX-License-Identifier: GPL-3.0-or-later"""

import subprocess

import msk
import tag_reader
import tap

M = msk.Meeting()
M.fill_room()
ORGAN = "市文印中心"
REQUEST = {"copies": 2, "copier": ORGAN, "purpose": "会后传达", "applicant": "赵六"}
A, B = M.people["㐀明远"], M.people["林怀瑾"]


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def ask(number, **changes):
    return M.run("copy", "request", number, "--from", "-", user="organiser", said={**REQUEST, **changes})


def decide(request, **changes):
    return M.run("paper", "approve", request, "--from", "-", user="leader", said={**msk.APPROVAL, "copies": 2, **changes})


def tree(number):
    return [(copy["shown_number"], copy["state"], copy["recall"])
            for copy in M.good("copy", "tree", number, user="auditor")["copies"]]


@tap.check("/cli/reproduction/needs-leave-of-its-own")
def leave():
    findings = refused(M.run("copy", "reproduce", 2, 1, user="clerk"), 1, "reproduction-not-approved")
    findings += refused(ask(2, copier=" "), 2, "bad-value") + refused(ask("2/1"), 2, "not-found") + refused(ask("2/0"), 2, "usage")
    request = ask("000002").json["request"]
    findings += refused(decide(request, authority=REQUEST["applicant"]), 3, "same-person")
    findings += refused(decide(request, copies=3), 1, "beyond-request") + expect(decide(request).status, 0)
    findings += refused(M.run("copy", "reproduce", 2, 3, user="clerk"), 1, "beyond-approval")
    return findings + refused(M.run("copy", "reproduce", 3, 1, user="clerk"), 1, "reproduction-not-approved")


@tap.check("/cli/reproduction/bears-its-number-the-organ-and-the-date")
def stamped():
    reserved = M.good("copy", "reproduce", 2, 2, user="clerk")
    findings = expect((reserved["shown_first"], reserved["shown_last"]), ("000002/1", "000002/2"))
    findings += expect(M.good("copy", "print", M.paper, "--printer", "folder", user="clerk")["printed"], 2)
    copy = M.good("copy", "show", "2/1", user="clerk")["copy"]
    findings += expect((copy["shown_number"], copy["parent"]), ("000002/1", "000002"))
    path = M.papers / f"{copy['serial']:09}.pdf"
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    pages = ["".join(page.split()) for page in text.split("\f")[:-1]]
    findings += [f"page without {word}" for page in pages for word in ("000002/1", "翻印机关：" + ORGAN, "翻印日期：20") if word not in page]
    tags = tag_reader.read_pages(path)
    scan = msk.Scan(M, "--mode", "check")
    answer = scan.say(tags[0][0])
    scan.end()
    findings += expect([len(tag) for tag in tags], [1] * len(pages))
    findings += expect((answer["code"], answer["shown_number"]), ("confirmed", "000002/1"))
    M.good("copy", "confirm", "2/2", user="clerk")
    return findings


@tap.check("/cli/reproduction/is-recalled-with-its-parent")
def recalled():
    for person, number in ((A, 2), (B, "2/1")):
        M.good("desk", "issue", "--person", person, "--copy", number, user="clerk")
    findings = expect(tree(2), [("000002", "held", "none"), ("000002/1", "held", "none"), ("000002/2", "in-store", "none")])
    said = {"reason": "上级要求"}
    findings += refused(M.run("copy", "recall", 2, "--from", "-", user="clerk", said=said), 3, "role")
    findings += expect(M.good("copy", "recall", 2, "--from", "-", user="leader", said=said)["recalled"], 3)
    findings += expect(tree(2), [("000002", "held", "ordered"), ("000002/1", "held", "parent"), ("000002/2", "in-store", "parent")])
    findings += refused(M.run("copy", "recall", 2, "--from", "-", user="leader", said=said), 1, "copy-recalled")
    out = M.good("paper", "recalled", user="leader")["recalled"]
    findings += expect([copy["shown_number"] for copy in out], ["000002", "000002/1"])
    findings += refused(ask(2), 1, "copy-recalled")
    findings += expect(M.plain("copy", "tree", 2, user="auditor").output.count("000002/"), 2)
    return findings


@tap.check("/cli/reproduction/the-sweep-lists-both-and-the-ledger-holds")
def swept():
    M.good("sweep", "start", user="security")
    lines = M.good("sweep", "list", user="security")["copies"]
    findings = expect([line["shown_number"] for line in lines if line["state"] == "held"], ["000002", "000002/1"])
    findings += expect(M.good("paper", "show", M.paper, user="auditor")["balance"]["holds"], True)
    return findings + expect(M.run("ledger", "verify", user="auditor").status, 0)


tap.main()
