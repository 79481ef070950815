#!/usr/bin/python3
"""Destruction from the terminal: made up by scanning, approved by another, destroyed in front of two more, through a kill; and what goes back to its originator.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import msk
import spreadsheet
import tag_reader
import tap

M = msk.Meeting()
M.fill_room()
M.good("user", "add", "second", "--role", "desk-clerk", "--new-passphrase-file", M.passphrase, user="security")
TAGS = {index: tag_reader.read_pages(path)[0][0] for index, path in enumerate(M.printed[:5], 1)}
FORGED = TAGS[1][:-1] + str((int(TAGS[1][-1]) + 1) % 10)
M.good("desk", "issue", "--person", M.people["林怀瑾"], "--copy", M.copies[0], user="clerk")
M.good("desk", "return", "--copy", M.copies[0], user="clerk")
M.good("desk", "issue", "--person", M.people["㐀明远"], "--copy", M.copies[4], user="clerk")
M.good("copy", "spoil", M.copies[1], "--from", "-", user="clerk", said={"reason": "卡纸"})
for level, kind in (("secret", "notebook"), ("top-secret", "draft")):
    M.good("carrier", "add", "--from", "-", user="clerk", said={"kind": kind, "level": level, "description": "会议用本", "source": "会务组"})


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def attempt(*words, user="clerk", **more):
    return M.run("destroy", *words, user=user, **more)


def good(*words, user="clerk", **more):
    return M.good("destroy", *words, user=user, **more)


class Loop(msk.Scan):
    """msk destroy add or scan, one line at a time."""

    def __init__(self, verb, user="clerk"):
        self.process = M.start("destroy", verb, "--stdin", "--commands", user=user)

    def kill(self):
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()


BALANCE, CARRIERS = (True, 5, 1, 2), (True, 2, 0, 2)  # of the paper and of the carriers, while nothing is destroyed yet


def label(number):
    """Prints the label of a carrier, reads its tag and confirms it."""
    before = set(M.papers.glob("*.pdf"))
    M.good("carrier", "label", number, "--printer", "folder", user="clerk")
    (sheet,) = set(M.papers.glob("*.pdf")) - before
    code = tag_reader.read_sheet(sheet)[0]
    with msk.Scan(M, "--mode", "check") as scan:
        scan.say(code)
    return code


def two(verb, *words, user="second", witness="security", **more):
    return attempt(verb, *words, "--cosigner", witness, "--cosigner-file", M.passphrase, user=user, **more)


@tap.check("/cli/destroy/a-batch-is-made-up-by-scanning")
def made_up():
    batch = good("start", "--from", "-", said={"reason": "会后清退"})["batch"]
    findings = expect((batch["batch"], batch["stage"], batch["items"]), (1, "draft", 0))
    with Loop("add") as loop:
        answers = [loop.say(line) for line in (TAGS[1], TAGS[1], TAGS[2], "copy 3", "carrier 1", "carrier 2", TAGS[5], "6901234567892", "copy 99", "carrier 77")]
    said = [answer["code"] for answer in answers]
    findings += expect([answer["balance"] and tuple(answer["balance"][term] for term in ("holds", "allocated", "returned", "in-store")) for answer in answers],
                       [BALANCE] * 4 + [CARRIERS] * 2 + [BALANCE] + [None] * 3)
    findings += expect(said, ["put-in-batch", "already-scanned", "put-in-batch", "put-in-batch", "put-in-batch", "to-originator", "already-issued", "foreign-code",
                              "not-found", "not-found"])
    findings += refused(attempt("take-out", "copy", 4), 1, "not-in-batch") + refused(attempt("take-out", "paper", 4), 2, "usage")
    good("take-out", "copy", 3)
    with Loop("add") as loop:
        findings += expect(loop.say(TAGS[3])["code"], "put-in-batch")
    items = good("status")["items"]
    findings += expect([(item["kind"], item["shown_number"], item["from"], item["added_by_hand"]) for item in items],
                       [("copy", "000001", "returned", False), ("set", "1", "spoiled", False), ("carrier", "0001", "in-store", True),
                        ("copy", "000003", "in-store", False)])
    return findings + refused(M.run("desk", "issue", "--person", M.people["林怀瑾"], "--copy", M.copies[2], user="clerk"), 1, "in-destruction")


@tap.check("/cli/destroy/nobody-approves-or-destroys-their-own")
def decided():
    findings = refused(two("begin", "shred", "--from", "-", said={"place": "保密室"}), 1, "batch-not-approved")
    good("propose")
    findings += refused(attempt("approve"), 3, "role") + refused(attempt("approve", user="organiser"), 3, "role")
    findings += refused(attempt("take-out", "copy", 3), 1, "batch-proposed")
    findings += expect(good("approve", user="leader")["batch"]["approved_by"], "leader")
    findings += refused(two("begin", "boil", "--from", "-", said={"place": "保密室"}), 2, "usage")
    findings += refused(two("begin", "shred", "--from", "-", said={"place": " "}), 2, "bad-value")
    findings += refused(two("begin", "shred", "--from", "-", user="clerk", said={"place": "保密室"}), 1, "took-part")
    findings += refused(two("begin", "shred", "--from", "-", witness="clerk", said={"place": "保密室"}), 1, "took-part")
    findings += refused(two("begin", "shred", "--from", "-", witness="second", said={"place": "保密室"}), 3, "same-person")
    findings += refused(two("begin", "shred", "--from", "-", witness="leader", said={"place": "保密室"}), 3, "role")
    begun = two("begin", "shred", "--from", "-", said={"place": "保密室碎纸机"}).json["batch"]
    return findings + expect((begun["stage"], begun["destroyer"], begun["witness"], begun["method"], begun["place"]),
                             ("under-way", "second", "security", "shred", "保密室碎纸机"))


@tap.check("/cli/destroy/a-kill-leaves-nothing-half-destroyed")
def killed():
    loop = Loop("scan", user="second")
    findings = expect([loop.say(line)["code"] for line in (TAGS[1], TAGS[4], TAGS[2])], ["into-the-machine", "not-in-batch", "into-the-machine"])
    loop.kill()
    status = good("status")
    findings += expect((status["batch"]["stage"], status["batch"]["scanned"], {item["state"] for item in status["items"]} & {"destroyed"}), ("under-way", 2, set()))
    findings += refused(attempt("cancel", "--from", "-", said={"reason": "x"}), 1, "destruction-begun")
    with Loop("scan", user="second") as loop:
        findings += expect([loop.say(line)["code"] for line in (TAGS[1], "carrier 1")], ["already-scanned", "into-the-machine"])
    with Loop("scan", user="security") as loop:
        findings += expect(loop.say(TAGS[3])["code"], "not-present")
    return findings


@tap.check("/cli/destroy/what-was-not-at-the-machine-is-named-and-stays")
def ended():
    findings = refused(two("end"), 1, "not-at-the-machine")
    findings += expect("000003" in two("end").json["error"]["message"], True)
    findings += refused(two("end", "--from", "-", witness="organiser", said={"remark": "x"}), 1, "not-present")
    # Others go on, and then the first two again: the list names all who were there, and what they put in.
    two("begin", "shred", "--from", "-", witness="organiser", said={"place": "保密室"})
    two("begin", "shred", "--from", "-", said={"place": "保密室"})
    findings += expect([(one["destroyer"], one["witness"], one["items"]) for one in good("status")["attendances"]],
                       [("second", "security", 3), ("second", "organiser", 0), ("second", "security", 0)])
    findings += expect(M.good("incident", "list", user="security")["incidents"], [])
    done = two("end", "--from", "-", said={"remark": "余份未带到现场"}).json
    # What was in hand when the batch was made up, and not at the machine, may be anywhere.
    findings += expect([(one["kind"], one["subject"]) for one in M.good("incident", "list", user="security")["incidents"]], [("stock-differs", "destruction 1")])
    findings += expect((done["batch"]["stage"], done["batch"]["destroyed"], done["batch"]["remark"]), ("done", 3, "余份未带到现场"))
    findings += expect({item["shown_number"]: item["state"] for item in done["items"]},
                       {"000001": "destroyed", "1": "destroyed", "0001": "destroyed", "000003": "in-store"})
    findings += expect([one["state"] for one in M.good("copy", "list", user="clerk")["copies"]], ["destroyed", "destroyed", "in-store", "in-store", "held"])
    with msk.Scan(M, "--mode", "return") as scan:
        balance = scan.say(TAGS[3])["balance"]
    findings += expect((balance["destroyed"], balance["holds"], balance["good"]), (2, True, 4))
    findings += refused(two("end", 1), 1, "batch-over") + refused(attempt("propose"), 1, "batch-over")
    return findings


@tap.check("/cli/destroy/a-destroyed-number-is-never-used-again")
def never():
    with msk.Scan(M, "--mode", "return") as scan:
        findings = expect(scan.say(TAGS[1])["code"], "copy-destroyed")
    findings += refused(M.run("desk", "issue", "--person", M.people["林怀瑾"], "--copy", M.copies[0], user="clerk"), 1, "copy-destroyed")
    findings += refused(M.run("copy", "reprint", M.copies[1], user="clerk"), 1, "copy-destroyed")
    findings += refused(M.run("carrier", "spoil", 1, "--from", "-", user="clerk", said={"reason": "x"}), 1, "carrier-destroyed")
    history = M.good("copy", "history", M.copies[0], user="clerk")["history"]
    return findings + expect((history[-1]["act"], history[-1]["to"]), ("destroy-end", "destroyed"))


@tap.check("/cli/destroy/top-secret-goes-back-to-its-originator")
def originator():
    receipt = {"organ": "省委办公厅", "receipt": "收2026-7", "bearer": "赵一"}
    receipt["codes"] = [label(2)]

    def back(*words, user="clerk", witness="second", **changed):
        return two("originator", *words, "--from", "-", user=user, witness=witness, said={**receipt, **changed})

    findings = refused(back(), 1, "two-persons-missing")
    receipt["second"] = "钱二"
    findings += refused(attempt("originator", "--from", "-", said=receipt), 2, "usage")
    findings += refused(back(witness="clerk"), 3, "same-person") + refused(back(witness="leader"), 3, "role")
    findings += refused(back(user="security"), 3, "role")
    findings += refused(back("carrier", codes=[]), 2, "usage") + refused(back(codes=[]), 2, "bad-value") + refused(back(codes=[7]), 2, "bad-value")
    for words in (("carrier", 2), ("copy", M.copies[2])):
        findings += refused(back(*words, codes=[]), 1, "scan-its-code")
    findings += refused(back(codes=["6901234567892"]), 1, "foreign-code")
    findings += expect(back().json["return"], 1)
    findings += refused(back(), 1, "carrier-with-originator")
    findings += refused(back(codes=[TAGS[3]], organ="别的机关"), 1, "not-the-originator")
    findings += expect([(one["organ"], one["receipt"], one["user"], one["witness"], one["items"]) for one in good("originators")["returns"]],
                       [("省委办公厅", "收2026-7", "clerk", "second", 1)])
    M.good("ledger", "verify", user="security")
    return findings + expect([one["state"] for one in M.good("carrier", "list", user="clerk")["carriers"]], ["destroyed", "with-originator"])


@tap.check("/cli/destroy/refused-and-given-up")
def dropped():
    good("start", "--from", "-", said={"reason": "第二批"})
    findings = refused(attempt("propose"), 1, "batch-empty")
    with Loop("add") as loop:
        loop.say(TAGS[3])
    good("propose")
    good("refuse", "--from", "-", user="leader", said={"reason": "须留存"})
    good("start", "--from", "-", said={"reason": "第三批"})
    with Loop("add") as loop:
        findings += expect([loop.say(code)["code"] for code in (TAGS[3], TAGS[1], FORGED, FORGED)], ["put-in-batch", "copy-destroyed", "forged-tag", "forged-tag"])
    findings += refused(two("originator", "--from", "-", user="clerk", witness="second",
                            said={"receipt": "收2026-9", "bearer": "赵一", "second": "钱二", "codes": [FORGED]}), 1, "forged-tag")
    findings += expect([(one["kind"], one["subject"]) for one in M.good("incident", "list", user="security")["incidents"]],
                       [("stock-differs", "destruction 1"), ("second-sighting", "copy 000003"), ("second-sighting", "copy 000001"), ("second-sighting", "carrier 0002"), ("forged-tag", "code")])
    findings += refused(attempt("cancel", "--from", "-", said={"reason": ""}), 2, "bad-value")
    good("cancel", "--from", "-", said={"reason": "改日办理"})
    return findings + expect([(one["stage"], one["remark"]) for one in good("list")["batches"]],
                             [("done", "余份未带到现场"), ("refused", "须留存"), ("cancelled", "改日办理")])


@tap.check("/cli/destroy/lists-and-register-as-workbooks")
def workbooks():
    findings = []
    for words, user, wanted in ((("destruction", 1), "second", ["000001", "second", "security", "leader", "organiser", "保密室碎纸机", "not destroyed"]),
                                (("destructions",), "security", ["余份未带到现场", "改日办理", "收2026-7", "钱二"]),
                                (("originator", 1), "clerk", ["省委办公厅", "收2026-7", "赵一", "0002", "second", "scanned"])):
        sheet = spreadsheet.Sheet(M.good("report", *words, "--xlsx", user=user)["path"])
        texts = " ".join(text for row in sheet.rows for text in row)
        findings += [f"{words} lacks {word}" for word in wanted if word not in texts]
        findings += [] if M.good("report", *words, user=user)["path"].endswith(".pdf") else ["no PDF"]
    return findings + refused(M.run("report", "destruction", 9, user="clerk"), 2, "not-found")


tap.main()
