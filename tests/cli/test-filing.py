#!/usr/bin/python3
"""A dossier: filed, handed over to the archive, borrowed in the reading room. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import subprocess

import msk
import spreadsheet
import tag_reader
import tap

FILING = {"number": "W·2031-密-007", "kept_for": "永久", "volumes": 2, "pages": 120, "ordered_by": "方晓岚"}
RECEIPT = {"receiver": "顾长风", "organ": "省档案馆", "reference": "移交〔2031〕3号"}
LOAN = {"reader": "林怀瑾", "unit": "水务厅", "purpose": "编写大事记"}


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


class Archive(msk.Meeting):
    """A meeting that is swept and closed."""

    def __init__(self):
        super().__init__()
        self.at = ("--meeting", self.meeting)
        self.secret = self.write("recipient", "archive passphrase nine\n")
        self.exports = 0

    def close(self):
        self.good("sweep", "start", *self.at, user="security")
        codes = [code for pdf in self.printed for code in tag_reader.read_pages(pdf, last=1)[0]]
        self.start("desk", "scan", "--stdin", "--mode", "sweep", *self.at, user="clerk").communicate("".join(code + "\n" for code in codes))
        self.record_measures("after", "security", *self.at)
        self.count_blind(*self.at)
        self.good("sweep", "sign", *self.at, user="security")
        self.good("sweep", "sign", *self.at, user="leader")
        self.good("sweep", "close", *self.at, user="security")

    def export(self):
        self.exports += 1
        self.good("meeting", "export", self.path / f"record-{self.exports}.msk", *self.at, "--recipient", "省档案馆", "--new-passphrase-file", self.secret,
                  user="organiser")

    def file(self, user="organiser", at=None, **changes):
        return self.run("archive", "file", *(at or self.at), "--from", "-", user=user, said={name: value for name, value in {**FILING, **changes}.items() if value is not None})

    def hand_over(self, user="organiser", cosigner="clerk", at=None, **changes):
        return self.run("archive", "hand-over", *(at or self.at), "--cosigner", cosigner, "--cosigner-file", self.passphrase, "--from", "-", user=user,
                        said={**RECEIPT, **changes})

    def ask(self, user="organiser", at=None, **changes):
        return self.run("archive", "request", *(at or self.at), "--from", "-", user=user, said={**LOAN, **changes})

    def agree(self, loan, user="leader", reference="阅批〔2031〕9号"):
        return self.run("archive", "approve", loan, "--from", "-", user=user, said={"reference": reference})

    def lend(self, loan, user="clerk", acknowledged="林怀瑾"):
        return self.run("archive", "lend", loan, "--from", "-", user=user, said={"acknowledged": acknowledged})

    def take_back(self, loan, user="clerk", pages=120, condition="完好"):
        return self.run("archive", "return", loan, "--from", "-", user=user, said={"pages": pages, "condition": condition})

    def loans(self, *more):
        return self.good("archive", "list", *more, user="auditor")["loans"]

    def entries(self):
        return self.good("ledger", "list", "--appliance", "--max", 9999, user="auditor")["entries"]

    def head(self):
        return self.good("ledger", "list", *self.at, user="auditor")["entries"][0]


A = Archive()


@tap.check("/cli/filing/what-is-not-closed-and-exported-is-not-filed")
def not_ready():
    findings = refused(A.file(), 1, "meeting-not-closed")
    A.close()
    findings += refused(A.file(), 1, "not-exported")
    findings += refused(A.hand_over(), 1, "not-filed") + refused(A.ask(), 1, "not-filed")
    A.export()
    A.good("report", "copies", *A.at, user="security")
    return findings + refused(A.file(), 1, "not-exported") + expect(A.good("archive", "list", user="auditor"), {"dossiers": [], "loans": []})


@tap.check("/cli/filing/nor-while-an-incident-is-open")
def incident():
    found = A.good("incident", "open", *A.at, "--from", "-", user="security", said={"text": "走廊上有人看见一页文件"})["incident"]["incident"]
    A.export()
    findings = refused(A.file(), 1, "incident-open")
    A.good("incident", "told", found, *A.at, "--from", "-", user="security", said={"whom": "保密处 赵"})
    for heading in ("content", "discovery", "responsible", "course", "harm", "handling", "remedies", "cause", "dealt", "measures", "taught"):
        A.good("incident", "set", found, heading, *A.at, "--from", "-", user="security", said={"text": "已查明"})
    A.good("incident", "close", found, *A.at, "--cosigner", "leader", "--cosigner-file", A.passphrase, user="security")
    return findings + refused(A.file(), 1, "not-exported")


@tap.check("/cli/filing/the-organiser-files-once-and-writes-nothing-in-the-meeting")
def filed():
    A.export()
    before = (A.head(), len(A.entries()))
    findings = []
    for user in ("leader", "clerk", "security", "auditor", "administrator"):
        findings += refused(A.file(user=user), 3, "role")
    for changes in ({"number": " "}, {"ordered_by": " "}, {"number": "一\n二"}):
        findings += refused(A.file(**changes), 2, "bad-value")
    for years in ("", "长期", "0", "101年"):
        findings += refused(A.file(kept_for=years), 2, "bad-period")
    findings += expect((A.head(), len(A.entries())), before)
    answer = A.file()
    if answer.status:
        return findings + [answer.output]
    dossier = answer.json["dossier"]
    findings += expect([dossier[name] for name in ("meeting", "number", "level", "permanent", "years", "volumes", "pages", "ordered_by", "filed_by", "handed_over")],
                       [A.meeting, FILING["number"], "secret", True, None, 2, 120, "方晓岚", "organiser", False])
    findings += expect((A.head(), dossier["sequence"]), (before[0], before[0]["sequence"]))
    findings += expect([entry["act"] for entry in A.entries() if entry["act"].startswith("archive")], ["archive-file"])
    return findings + refused(A.file(number="W·2031-密-008"), 1, "already-filed")


@tap.check("/cli/filing/an-archive-number-is-given-once")
def number():
    other = A.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "别的会"})["meeting"]
    first, A.at, A.meeting = A.at, ("--meeting", other), other
    A.printed = []
    A.close()
    A.export()
    unsaid = A.file(number="W·2031-密-008", pages=None)
    findings = refused(unsaid, 2, "bad-value") + expect("how many pages" in unsaid.output, True)
    findings += refused(A.file(), 1, "exists") + expect(A.file(number="W·2031-密-008", kept_for="30年", volumes=None, pages=7).status, 0)
    A.other, A.at, A.meeting = A.at, first, first[1]
    return findings


@tap.check("/cli/filing/two-hand-it-over-and-once")
def handed_over():
    before = len(A.entries())
    findings = refused(A.hand_over(cosigner="organiser"), 3, "same-person") + refused(A.hand_over(cosigner="auditor"), 3, "role")
    for user in ("leader", "clerk", "security", "auditor", "administrator"):
        findings += refused(A.hand_over(user=user), 3, "role")
    for name in RECEIPT:
        findings += refused(A.hand_over(**{name: " "}), 2, "bad-value")
    findings += refused(A.hand_over(at=("--meeting", 99)), 1, "not-filed") + expect(len(A.entries()), before)
    answer = A.hand_over()
    if answer.status:
        return findings + [answer.output]
    dossier = answer.json["dossier"]
    findings += expect([dossier[name] for name in ("handed_over", "handed_over_by", "cosigner", "receiver", "organ", "reference")],
                       [True, "organiser", "clerk", *RECEIPT.values()])
    findings += expect([(entry["act"], entry["actor"]) for entry in A.entries()[:2]], [("archive-cosign", "clerk"), ("archive-hand-over", "organiser")])
    return findings + refused(A.hand_over(), 1, "handed-over")


@tap.check("/cli/filing/a-loan-is-asked-for-approved-lent-and-given-back")
def loan():
    findings = refused(A.ask(at=("--meeting", 99)), 1, "not-filed")
    for user in ("security", "auditor", "administrator"):
        findings += refused(A.ask(user=user), 3, "role")
    for name in LOAN:
        findings += refused(A.ask(**{name: " "}), 2, "bad-value")
    one = A.ask().json["loan"]
    findings += refused(A.lend(one), 1, "loan-not-approved") + refused(A.take_back(one), 1, "dossier-not-lent")
    for user in ("organiser", "clerk", "security", "auditor", "administrator"):
        findings += refused(A.agree(one, user=user), 3, "role")
    findings += refused(A.agree(one, reference=" "), 2, "bad-value") + refused(A.agree(99), 2, "not-found")
    findings += expect(A.agree(one).json["loan"]["standing"], "approved") + refused(A.agree(one), 1, "loan-approved")
    findings += refused(A.take_back(one), 1, "dossier-not-lent") + refused(A.lend(one, acknowledged="顾长风"), 1, "signature-differs")
    findings += refused(A.lend(one, user="leader"), 3, "role") + refused(A.lend(one, user="auditor"), 3, "role")
    found = A.lend(one).json["loan"]
    findings += expect((found["standing"], found["acknowledged"], found["lent_by"]), ("lent", "林怀瑾", "clerk"))
    findings += expect(found["due_at"], found["lent_at"][:10] + "T23:59:59Z")
    return findings + expect([line["id"] for line in A.loans()], [one])


@tap.check("/cli/filing/a-dossier-is-with-one-reader-at-a-time")
def one_at_a_time():
    two = A.ask(reader="周砚秋").json["loan"]
    A.agree(two)
    findings = refused(A.lend(two, acknowledged="周砚秋"), 1, "dossier-lent")
    # Another dossier is not kept back by it.
    three = A.ask(at=A.other, reader="周砚秋").json["loan"]
    A.agree(three)
    findings += expect(A.lend(three, acknowledged="周砚秋").status, 0)
    findings += refused(A.take_back(1, condition=" "), 2, "bad-value") + refused(A.take_back(1, user="leader"), 3, "role")
    back = A.take_back(1, pages=120).json["loan"]
    findings += expect((back["standing"], back["pages_back"], back["pages_differ"], back["condition"]), ("returned", 120, False, "完好"))
    findings += refused(A.take_back(1), 1, "loan-over") + refused(A.lend(1), 1, "loan-over")
    findings += expect(A.lend(two, acknowledged="周砚秋").status, 0) + expect(A.take_back(two).json["loan"]["standing"], "returned")
    findings += expect(A.take_back(three, pages=7).json["loan"]["standing"], "returned")
    return findings + expect(([line["id"] for line in A.loans()], [line["id"] for line in A.loans("--all")]), ([], [1, two, three]))


def settle(loan, reason="两页已由读者当面焚毁，见谈话记录", user="leader"):
    return A.run("archive", "settle", loan, "--from", "-", user=user, said={"reason": reason})


def lent_out():
    loan = A.ask().json["loan"]
    A.agree(loan)
    A.lend(loan)
    return loan


@tap.check("/cli/filing/what-comes-back-in-part-stays-open-until-the-rest-is-brought")
def part():
    one = lent_out()
    findings = refused(settle(one), 1, "nothing-to-settle")
    back = A.take_back(one, pages=10, condition="缺页")
    findings += expect((back.json["loan"]["standing"], back.json["loan"]["pages_back"]), ("part", 10))
    findings += expect([line["id"] for line in A.loans()], [one])
    findings += expect("back in part: 10 of 120 pages" in A.plain("archive", "list", user="auditor").output, True)
    lines = [line for line in A.good("archive", "outstanding", user="organiser")["outstanding"] if line["kind"] == "loan"]
    findings += expect([("back in part: 10 of 120 pages" in line["what"], line["person"]) for line in lines], [(True, "林怀瑾")])
    # Nobody else gets what is not whole.
    two = A.ask(reader="周砚秋").json["loan"]
    A.agree(two)
    findings += refused(A.lend(two, acknowledged="周砚秋"), 1, "dossier-lent")
    whole = A.take_back(one, pages=110, condition="完好").json["loan"]
    findings += expect((whole["standing"], whole["pages_back"], whole["condition"]), ("returned", 120, "缺页 · 完好"))
    findings += refused(A.take_back(one), 1, "loan-over") + refused(settle(one), 1, "nothing-to-settle")
    findings += expect(A.lend(two, acknowledged="周砚秋").status, 0) + expect(A.take_back(two).status, 0)
    return findings + expect(A.loans(), [])


@tap.check("/cli/filing/or-until-the-leader-settles-it-with-a-reason-that-stays")
def settled():
    findings = []
    for pages, standing in ((118, "118 of 120"), (121, "121 of 120")):
        one = lent_out()
        findings += expect(A.take_back(one, pages=pages).json["loan"]["standing"], "part")
        if pages > 120:
            findings += refused(A.take_back(one, pages=1), 1, "loan-over")
        for user in ("organiser", "clerk", "security", "auditor", "administrator"):
            findings += refused(settle(one, user=user), 3, "role")
        findings += refused(settle(one, reason=" "), 2, "bad-value") + refused(settle(99), 2, "not-found")
        found = settle(one).json["loan"]
        findings += expect((found["standing"], found["settled_by"], found["settlement"]), ("returned", "leader", "两页已由读者当面焚毁，见谈话记录"))
        findings += refused(settle(one), 1, "nothing-to-settle") + refused(A.take_back(one, pages=2), 1, "loan-over")
        text = " ".join("".join(row) for row in spreadsheet.Sheet(A.good("report", "archive", "--xlsx", user="security")["path"]).rows)
        findings += expect((standing in text, "两页已由读者当面焚毁" in text), (True, True))
    findings += expect([entry["act"] for entry in A.entries() if entry["act"] == "archive-settle"], ["archive-settle"] * 2)
    # Nor by whoever has the keys, by who counted.
    one = lent_out()
    A.take_back(one, pages=1)
    for sql, word in ((f"INSERT INTO archive_settlement VALUES ({one}, 'x', 1, 'clerk')", "who asks or counts does not settle"),
                      (f"INSERT INTO archive_return VALUES (NULL, {one}, 119, 'x', 1, 'organiser')", "who asks does not count")):
        done = subprocess.run([os.environ["MSK_CHANGE_REGISTER"], A.vault, "clerk", "0", sql], input=msk.PASSPHRASE, text=True, capture_output=True)
        findings += expect((done.returncode == 0, word in done.stdout + done.stderr), (False, True))
    return findings + expect(A.take_back(one, pages=119).json["loan"]["standing"], "returned")


@tap.check("/cli/filing/who-asks-or-reads-neither-lends-nor-counts")
def own():
    one = A.ask(user="clerk").json["loan"]
    A.agree(one)
    findings = refused(A.lend(one), 3, "same-person")
    findings += expect(A.lend(one, user="organiser").status, 0) + refused(A.take_back(one), 3, "same-person")
    findings += expect(A.take_back(one, user="organiser").status, 0)
    reads = A.ask(reader="clerk").json["loan"]
    A.agree(reads)
    return findings + refused(A.lend(reads, acknowledged="clerk"), 3, "same-person") + expect(A.loans("--all")[-1]["standing"], "approved")


@tap.check("/cli/filing/who-asks-does-not-approve")
def same_person():
    own = A.ask(user="leader").json["loan"]
    for_leader = A.ask(reader="leader").json["loan"]
    return refused(A.agree(own), 3, "same-person") + refused(A.agree(for_leader), 3, "same-person")


@tap.check("/cli/filing/a-loan-is-refused-with-a-reason-that-stays")
def turned_down():
    def refuse(loan, reason="与其工作无关", user="leader"):
        return A.run("archive", "refuse", loan, "--from", "-", user=user, said={"reason": reason})

    own, asked, agreed = A.ask(user="leader").json["loan"], A.ask().json["loan"], A.ask().json["loan"]
    A.agree(agreed)
    findings = refused(refuse(own), 3, "same-person") + refused(refuse(99), 2, "not-found") + refused(refuse(asked, reason=" "), 2, "bad-value")
    for user in ("organiser", "clerk", "security", "auditor", "administrator"):
        findings += refused(refuse(asked, user=user), 3, "role")
    findings += refused(refuse(agreed), 1, "loan-approved")
    found = refuse(asked).json["loan"]
    findings += expect((found["standing"], found["refused_by"], found["refusal"], found["approved_by"]), ("refused", "leader", "与其工作无关", None))
    findings += refused(A.agree(asked), 1, "loan-refused") + refused(refuse(asked), 1, "loan-refused")
    findings += refused(A.lend(asked), 1, "loan-refused") + refused(A.take_back(asked), 1, "dossier-not-lent")
    findings += expect((asked in [line["id"] for line in A.loans()], [line["refusal"] for line in A.loans("--all") if line["id"] == asked]), (False, ["与其工作无关"]))
    findings += expect([entry["act"] for entry in A.good("ledger", "list", "--appliance", user="auditor")["entries"]][0], "archive-refuse")
    # Nor by whoever has the keys.
    sql = f"INSERT INTO archive_loan_approval VALUES ({asked}, 'x', 1, 'leader')"
    done = subprocess.run([os.environ["MSK_CHANGE_REGISTER"], A.vault, "clerk", "0", sql], input=msk.PASSPHRASE, text=True, capture_output=True)
    findings += expect((done.returncode == 0, "a refusal stands" in done.stdout + done.stderr), (False, True))
    text = " ".join("".join(row) for row in spreadsheet.Sheet(A.good("report", "archive", "--xlsx", user="security")["path"]).rows)
    return findings + expect("refused: leader · 与其工作无关" in text, True)


@tap.check("/cli/filing/a-loan-that-is-not-back-on-its-day-is-overdue")
def overdue():
    late = A.ask().json["loan"]
    A.agree(late)
    subprocess.run([os.environ["MSK_CHANGE_REGISTER"], A.vault, "clerk", "0", f"INSERT INTO archive_lending VALUES ({late}, '林怀瑾', 2, 1, 'clerk')"],
                   input=msk.PASSPHRASE, text=True, check=True)
    return expect([line["standing"] for line in A.loans() if line["id"] == late], ["overdue"])


@tap.check("/cli/filing/its-sheets-are-printed-under-neutral-names")
def printed():
    findings = []
    for words, stem, seen in ((("archive",), "filing", "Register of dossiers"), (("archive-card", *A.at), "filing", FILING["number"]),
                              (("archive-receipt", *A.at), "filing", "Receipt of the archive"), (("outstanding",), "meetings", "Still out"),
                              (("chase-letters",), "meetings", "Chase letter")):
        before = set(A.papers.iterdir())
        answer = A.good("report", *words, "--printer", "folder", user="security")
        (sheet,) = set(A.papers.iterdir()) - before
        entry = A.good("ledger", "list", "--appliance", user="auditor")["entries"][0]
        details = json.loads(entry["details"])
        findings += expect((answer["printer"], sheet.name, details["kind"], details["printer"], details["outcome"]),
                           ("folder", entry["subject"] + ".pdf", "archive-" + words[0].removeprefix("archive-").replace("archive", "register").replace("chase-", ""), "folder", "printed"))
        findings += expect(entry["subject"].startswith(f"report-{stem}-"), True)
        text = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True).stdout
        findings += [] if seen in text else [f"{seen} is not on {words[0]}"]
        findings += refused(A.run("report", *words, "--printer", "elsewhere", user="security"), 1, "printer-not-designated")
        findings += refused(A.run("report", *words, "--printer", "folder", "--output", A.path / "x.pdf", user="security"), 2, "usage")
    return findings + refused(A.run("report", "archive", "--printer", "folder", user="clerk"), 3, "role")


@tap.check("/cli/filing/the-cover-of-the-dossier-says-how-it-was-filed")
def cover():
    findings = []
    for language, words in (("en", ("Archive number", FILING["number"], "permanent")), ("zh_CN", ("档号", FILING["number"], "永久"))):
        made = A.good("report", "dossier", *A.at, user="security", env=msk.environment(A.home, LANGUAGE=language))["path"]
        text = subprocess.run(["pdftotext", "-l", "1", "-layout", made, "-"], capture_output=True, text=True, check=True).stdout
        findings += [f"{word} is not on the cover in {language}" for word in words if word not in text]
    return findings + refused(A.run("report", "dossier", *A.at, "--retention", "一会儿", user="security"), 2, "bad-period")


tap.main()
