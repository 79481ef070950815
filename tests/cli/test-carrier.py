#!/usr/bin/python3
"""Notebooks and other carriers from their registering to the sweep, with the labels as a reader reads them. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib

import msk
import tag_reader
import tap

M = msk.Meeting()
M.fill_room()
NOTEBOOK = {"kind": "notebook", "level": "secret", "description": "会议保密本", "source": "会务组", "sheets": 50}


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def add(**changes):
    return M.run("carrier", "add", "--from", "-", user="clerk", said={key: value for key, value in {**NOTEBOOK, **changes}.items() if value is not None})


def carrier(number):
    return M.good("carrier", "show", number, user="clerk")["carrier"]


def label(*numbers):
    """Prints labels and reads their tags: by number."""
    before = set(M.papers.glob("*.pdf"))
    said = M.good("carrier", "label", *numbers, "--printer", "folder", user="clerk")
    (sheet,) = set(M.papers.glob("*.pdf")) - before
    serials = {carrier(number)["serial"]: number for number in numbers}
    return said, {serials[int(code[2:11])]: code for code in tag_reader.read_sheet(sheet)}


def scan(mode, *codes):
    desk = msk.Scan(M, "--mode", mode)
    answers = [desk.say(code) for code in codes]
    status, _ = desk.end()
    return answers if status == 0 else [{"code": f"ended with {status}"}]


@tap.check("/cli/carrier/are-registered-one-or-several-at-a-time")
def register():
    findings = expect(add(count=3).json, {"first": 1, "last": 3})
    findings += expect(add(kind="disk", description="演示用硬盘", sheets=None, source="林怀瑾").json, {"first": 4, "last": 4})
    found = M.good("carrier", "list", user="auditor")
    findings += expect([(one["number"], one["kind"], one["state"], one["label"]) for one in found["carriers"]],
                       [(number, "disk" if number == 4 else "notebook", "in-store", "reserved") for number in range(1, 5)])
    findings += expect((found["balance"]["holds"], found["balance"]["allocated"]), (True, 4))
    return findings + expect((carrier(4)["description"], carrier(4)["source"], carrier(4)["sheets"]), ("演示用硬盘", "林怀瑾", None))


@tap.check("/cli/carrier/refusals-have-their-codes")
def refusals():
    findings = refused(add(kind="paper"), 2, "bad-value") + refused(add(description=" "), 2, "bad-value") + refused(add(count=1001), 2, "bad-value")
    findings += refused(M.run("carrier", "add", "--from", "-", user="organiser", said=NOTEBOOK), 3, "role")
    findings += refused(M.run("carrier", "show", 99, user="clerk"), 2, "not-found")
    findings += refused(M.run("carrier", "label", 1, "--printer", "other", user="clerk"), 1, "printer-not-designated")
    return findings + refused(M.run("carrier", "issue", 1, "--person", M.people["㐀明远"], user="clerk"), 1, "label-not-confirmed")


@tap.check("/cli/carrier/a-label-is-read-and-counts-when-it-was-scanned")
def labels():
    said, tags = label(1, 2, 3, 4)
    findings = expect(said, {"printed": 4, "uncertain": 0, "left": 0}) + expect(sorted(tags), [1, 2, 3, 4])
    findings += expect({code[:2] for code in tags.values()}, {"13"})
    answers = scan("check", *(tags[number] for number in (1, 2, 3, 4)))
    findings += expect([(one["code"], one["carrier"], one["balance"]["holds"]) for one in answers],
                       [("confirmed", number, True) for number in (1, 2, 3, 4)])
    return findings + expect(carrier(1)["label"], "good")


@tap.check("/cli/carrier/a-new-label-voids-the-old")
def relabel():
    old = label(3)[1][3]
    new = label(3)[1][3]
    return expect([one["code"] for one in scan("check", old, new)], ["void-tag", "confirmed"])


@tap.check("/cli/carrier/issue-and-return-by-hand")
def by_hand():
    findings = expect(M.good("carrier", "issue", 1, "--person", M.people["㐀明远"], user="clerk")["verdict"]["code"], "issued")
    findings += refused(M.run("carrier", "issue", 1, "--person", M.people["林怀瑾"], user="clerk"), 1, "already-issued")
    findings += refused(M.run("carrier", "issue", 2, "--person", M.people["周砚秋"], user="clerk"), 1, "clearance-too-low")
    findings += refused(M.run("carrier", "issue", 2, "--person", M.people["沈知行"], user="clerk"), 1, "rejected")
    findings += expect(M.good("carrier", "return", 1, user="clerk")["verdict"]["code"], "returned")
    findings += refused(M.run("carrier", "return", 3, user="clerk"), 1, "second-sighting")
    M.good("carrier", "issue", 1, "--person", M.people["㐀明远"], user="clerk")
    M.good("carrier", "issue", 2, "--person", M.people["林怀瑾"], user="clerk")
    return findings + expect((carrier(1)["state"], carrier(1)["holder"]), ("held", "㐀明远"))


@tap.check("/cli/carrier/void-only-before-its-label-was-scanned")
def void():
    number = add().json["first"]
    findings = refused(M.run("carrier", "void", 1, "--from", "-", user="clerk", said={"reason": "误"}), 1, "already-good")
    M.good("carrier", "void", number, "--from", "-", user="clerk", said={"reason": "误登记"})
    M.good("carrier", "spoil", 4, "--from", "-", user="clerk", said={"reason": "损坏"})
    return findings + expect((carrier(number)["state"], carrier(4)["state"]), ("void", "spoiled"))


@tap.check("/cli/carrier/the-register-is-a-report")
def report():
    path = pathlib.Path(M.good("report", "carriers", user="security")["path"])
    return expect((path.parent, path.read_bytes()[:5], path.stat().st_mode & 0o777), (M.papers, b"%PDF-", 0o600))


@tap.check("/cli/carrier/the-sweep-lists-what-is-missing-with-its-holder")
def sweep():
    M.empty_room()
    M.good("sweep", "start", user="security")
    tags = {}
    for pdf in M.papers.glob("*.pdf"):
        for code in tag_reader.read_sheet(pdf):
            tags[int(code[2:11])] = code
    everything = M.good("copy", "list", user="clerk")["copies"] + [carrier(number) for number in (1, 3, 4)]
    scan("sweep", *(tags[one["serial"]] for one in everything))
    left = M.good("sweep", "list", user="security")["carriers"]
    findings = expect([(one["number"], one["class"], one["holder"]) for one in left], [(1, "found", "㐀明远"), (2, "out", "林怀瑾")])
    findings += refused(M.run("sweep", "close", user="security"), 1, "sweep-unexplained")
    M.good("carrier", "recover", 1, "--from", "-", user="clerk", said={"remark": "讲台下"})
    M.good("carrier", "missing", 2, "--from", "-", user="security", said={"told": "保密局值班室", "remark": "未见"})
    findings += refused(M.run("carrier", "missing", 2, "--from", "-", user="security", said={"told": "x", "remark": "y"}), 1, "carrier-missing")
    M.record_measures("after", "clerk")
    M.count_blind()
    M.good("sweep", "sign", user="security")
    M.good("sweep", "sign", user="leader")
    closed = M.good("sweep", "close", user="security")["sweep"]
    findings += expect((closed["carriers"], closed["missing"], closed["recovered"], closed["unexplained"]), (5, 1, 1, 0))
    return findings + refused(add(), 1, "meeting-closed")


tap.main()
