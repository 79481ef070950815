#!/usr/bin/python3
"""Handover of the desk from the terminal: a blind count that survives a kill, discrepancies by name, two people, a slip with the ledger's head.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json

import msk
import spreadsheet
import tag_reader
import tap

M = msk.Meeting()
M.fill_room()
M.good("user", "add", "second", "--role", "desk-clerk", "--new-passphrase-file", M.passphrase, user="security")
TAGS = {index: tag_reader.read_pages(path)[0][0] for index, path in enumerate(M.printed[:5], 1)}
FORGED = TAGS[1][:-1] + str((int(TAGS[1][-1]) + 1) % 10)


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def clerk(*words, **more):
    return M.good("handover", *words, user="clerk", **more)


def attempt(*words, user="clerk", **more):
    return M.run("handover", *words, user=user, **more)


class Count(msk.Scan):
    """msk handover count --stdin, one line at a time."""

    def __init__(self):
        self.process = M.start("handover", "count", "--stdin", "--commands", user="clerk")

    def kill(self):
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()


def end(*words, cosigner="second", **more):
    return attempt("end", *words, "--cosigner", cosigner, "--cosigner-file", M.passphrase, **more)


@tap.check("/cli/handover/the-count-is-blind-and-survives-a-kill")
def blind():
    begun = clerk("start", "desk")["handover"]
    findings = expect((begun["place"], begun["stage"], begun["outgoing"]), ("desk", "counting", "clerk"))
    count = Count()
    answers = [count.say(TAGS[index]) for index in (1, 2, 2)]
    findings += expect([answer["code"] for answer in answers], ["counted", "counted", "already-counted"])
    findings += expect({answer["balance"] for answer in answers}, {None})
    count.kill()

    status = clerk("status")
    findings += expect((status["handover"]["stage"], status["handover"]["counted"], {line["expected"] for line in status["stock"]}),
                       ("counting", 2, {None}))
    findings += refused(attempt("discrepancies"), 1, "count-not-closed")
    with Count() as count:
        findings += expect(count.say(TAGS[2])["code"], "already-counted")
        findings += expect(count.say(TAGS[3])["code"], "counted")
        findings += expect(count.say("copy 4")["code"], "counted")
        findings += expect(count.say("carrier 9")["code"], "not-found")
        findings += expect(count.say("6901234567892")["code"], "foreign-code")
    return findings


@tap.check("/cli/handover/nothing-moves-meanwhile")
def still():
    return refused(M.run("desk", "issue", "--person", M.people["林怀瑾"], "--copy", M.copies[0], user="clerk"), 1, "handover-open") + \
        refused(attempt("start", "desk"), 1, "handover-open") + refused(attempt("start", "cellar"), 2, "usage")


@tap.check("/cli/handover/each-discrepancy-is-named-and-explained-before-the-end")
def compared():
    found = clerk("compare")["discrepancies"]
    findings = expect([(one["kind"], one["shown_number"], one["last_act"]) for one in found],
                      [("missing", "000005", "copy-confirm"), ("unknown", None, None)])
    findings += expect([line["expected"] for line in clerk("status")["stock"] if line["paper"]], [5])
    findings += refused(end(), 1, "discrepancy-open")
    incident = clerk("incident", found[0]["discrepancy"], "--from", "-", said={"explanation": "柜中未见，已报保密办"})["incident"]
    findings += expect(M.good("incident", "list", user="security")["incidents"][-1]["incident"], incident)
    findings += refused(attempt("explain", found[0]["discrepancy"], "--from", "-", said={"explanation": "x"}), 1, "already-decided")
    clerk("explain", found[1]["discrepancy"], "--from", "-", said={"explanation": "桌上的商品条码"})
    return findings


@tap.check("/cli/handover/two-different-people-whose-role-may")
def two():
    wrong = M.write("wrong", "not the passphrase\n")
    findings = refused(end(cosigner="clerk"), 3, "same-person")
    findings += refused(end(cosigner="organiser"), 3, "role")
    findings += refused(attempt("end", "--cosigner", "second", "--cosigner-file", wrong), 3, "wrong-passphrase")
    findings += expect(clerk("status")["handover"]["stage"], "compared")
    done = end()
    findings += expect((done.json["handover"]["stage"], done.json["handover"]["incoming"]), ("done", "second"))
    return findings + refused(end("1"), 1, "handover-over")


@tap.check("/cli/handover/the-slip-holds-the-head-of-the-ledger")
def slip():
    path = M.good("report", "handover-slip", 1, user="second")["path"]
    codes = [code for page in tag_reader.read_pages(path, several=True) for code in page]
    findings = expect(len(codes), 2)
    for code in codes:
        findings += expect(M.run("ledger", "check-seal", user="auditor", said=code).json["contained"], True)
    return findings + expect(M.good("ledger", "seals", user="auditor")["seals"][-1]["occasion"], "handover")


@tap.check("/cli/handover/given-up-with-a-reason")
def cancelled():
    clerk("start", "print-room")
    findings = refused(attempt("compare"), 1, "nothing-counted")
    clerk("figure", "copies", 0, M.paper)
    findings += refused(attempt("figure", "carriers", 1), 2, "bad-value")
    findings += refused(attempt("cancel", "--from", "-", said={"reason": " "}), 2, "bad-value")
    with Count() as count:
        findings += expect([count.say(FORGED)["code"] for _ in range(2)], ["forged-tag"] * 2)
    findings += expect([one["kind"] for one in M.good("incident", "list", user="security")["incidents"]], ["stock-differs", "forged-tag"])
    findings += expect(clerk("cancel", "--from", "-", said={"reason": "接班人未到"})["handover"]["reason"], "接班人未到")
    return findings + expect([one["stage"] for one in clerk("list")["handovers"]], ["done", "cancelled"])


@tap.check("/cli/handover/what-is-missing-is-an-incident-whatever-was-said")
def missing():
    clerk("start", "desk")
    clerk("figure", "copies", len(M.copies) - 1, M.paper)
    one = clerk("compare")["discrepancies"][0]["discrepancy"]
    findings = refused(attempt("explain", one, "--from", "-", said={"explanation": "."}), 2, "bad-value")
    clerk("explain", one, "--from", "-", said={"explanation": "数错了"})
    done = end().json
    newest = M.good("incident", "list", user="security")["incidents"][-1]
    return findings + expect((newest["incident"], newest["kind"], newest["subject"]), (done["incident"], "stock-differs", "handover 3"))


@tap.check("/cli/handover/registers-are-workbooks-of-texts")
def workbooks():
    M.good("desk", "issue", "--person", M.people["林怀瑾"], "--copy", M.copies[0], user="clerk")
    M.good("desk", "issue", "--person", M.people["㐀明远"], "--copy", M.copies[1], user="clerk")
    M.good("desk", "return", "--copy", M.copies[0], user="clerk")
    wanted = {"issues": ["000001", "000002", "林怀瑾", "㐀明远"], "returns": ["000001", "000002", "林怀瑾"], "permits": ["None."], "circulation": ["Turn"],
              "handovers": ["clerk", "second", "接班人未到", "柜中未见，已报保密办"]}
    findings = []
    for name, words in wanted.items():
        path = M.good("report", name, "--xlsx", user="security")["path"]
        findings += [] if path.endswith(".xlsx") else [path]
        sheet = spreadsheet.Sheet(path)
        texts = " ".join(text for row in sheet.rows for text in row)
        findings += expect(sheet.formulas, []) + expect({kind for row in sheet.kinds for kind in row} - {""}, {"string"})
        findings += [f"{name} lacks {word}" for word in words if word not in texts]
    return findings + refused(M.run("report", "issues", "--xlsx", "--printer", "folder", user="security"), 2, "usage")


tap.main()
