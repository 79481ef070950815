#!/usr/bin/python3
"""The year-end clearance: what is still out over all meetings, and the letters about it. SPDX-License-Identifier: GPL-3.0-or-later"""

import datetime
import hashlib
import json
import re
import subprocess

import msk
import spreadsheet
import tag_reader
import tap

FILING = {"number": "W·2031-密-007", "kept_for": "30年", "pages": 120, "ordered_by": "方晓岚"}
LOAN = {"reader": "林怀瑾", "unit": "水务厅", "purpose": "编写大事记"}
KEPT = "某某厅保密室3号柜"


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


class Clearance(msk.Meeting):
    def close(self):
        self.good("sweep", "start", user="security")
        codes = [code for pdf in self.printed for code in tag_reader.read_pages(pdf, last=1)[0]]
        self.start("desk", "scan", "--stdin", "--mode", "sweep", user="clerk").communicate("".join(code + "\n" for code in codes))
        self.record_measures("after", "security")
        self.count_blind()
        self.good("sweep", "sign", user="security")
        self.good("sweep", "sign", user="leader")
        self.good("sweep", "close", user="security")

    def outstanding(self, user="organiser"):
        return self.good("archive", "outstanding", user=user)["outstanding"]

    def newest(self):
        entry = self.good("ledger", "list", "--appliance", user="auditor")["entries"][0]
        return entry["act"], json.loads(entry["details"]) if isinstance(entry["details"], str) else entry["details"]

    def report(self, name, *more, user="security"):
        return self.run("report", name, *more, user=user)

    def text(self, name, *more):
        path = self.report(name, *more).json["path"]
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


C = Clearance()


def kinds(lines=None):
    return sorted(line["kind"] for line in (C.outstanding() if lines is None else lines))


@tap.check("/cli/outstanding/nothing-is-out-of-a-meeting-with-everything-in-store")
def nothing():
    return expect(C.outstanding(), []) + refused(C.report("chase-letters"), 1, "nothing-outstanding") + expect(
        "Nothing is out." in C.text("outstanding"), True)


@tap.check("/cli/outstanding/a-record-is-out-until-the-archive-has-it")
def record():
    C.close()
    at = ("--meeting", C.meeting)
    [line] = C.outstanding()
    findings = expect((line["kind"], line["unit"], line["person"], line["meeting_number"]), ("record", "秘书一处", None, msk.MEETING["number"]))
    C.good("meeting", "export", C.path / "record.msk", *at, "--recipient", "省档案馆", "--new-passphrase-file", C.passphrase, user="organiser")
    C.good("archive", "file", *at, "--from", "-", user="organiser", said=FILING)
    findings += expect([FILING["number"] in line["what"] for line in C.outstanding()], [True])
    C.good("archive", "hand-over", *at, "--cosigner", "clerk", "--cosigner-file", C.passphrase, "--from", "-", user="organiser",
           said={"receiver": "顾长风", "organ": "省档案馆", "reference": "移交〔2031〕3号"})
    return findings + expect(C.outstanding(), [])


def names():
    return sorted(path.name.rsplit("-", 2)[0] for path in C.papers.glob("*-*.pdf"))


@tap.check("/cli/outstanding/a-list-goes-with-the-meeting-that-is-erased-and-a-card-stays")
def papers():
    at = ("--meeting", C.meeting)
    for name in ("outstanding", "archive"):
        C.report(name)
    C.report("archive-card", *at)
    return expect([name for name in names() if name.startswith(("filing", "meetings"))], ["filing-card", "filing-register", "meetings-outstanding", "meetings-outstanding"])


@tap.check("/cli/outstanding/of-an-erased-meeting-there-is-what-is-kept-where")
def erased():
    at = ("--meeting", C.meeting)
    C.good("meeting", "approve-erasure", *at, "--from", "-", user="leader", said={"reference": "销批1号", "kept": KEPT})
    C.good("meeting", "erase", *at, "--export", C.path / "record.msk", "--cosigner", "clerk", "--cosigner-file", C.passphrase, user="security")
    C.erased = C.meeting
    [line] = C.outstanding()
    return expect(names(), ["erasure", "filing-card", "filing-register"]) + expect((line["kind"], line["meeting"], KEPT in line["what"], line["level"], line["unit"]), ("kept", C.erased, True, "secret", None))


@tap.check("/cli/outstanding/a-dossier-that-is-lent-is-out-though-its-meeting-is-erased")
def lent():
    loan = C.good("archive", "request", "--meeting", C.erased, "--from", "-", user="organiser", said=LOAN)["loan"]
    findings = expect(kinds(), ["kept"])
    C.good("archive", "approve", loan, "--from", "-", user="leader", said={"reference": "阅批9号"})
    C.good("archive", "lend", loan, "--from", "-", user="clerk", said={"acknowledged": "林怀瑾"})
    line = C.outstanding()[0]
    return findings + expect((line["kind"], line["person"], line["unit"], line["due"][11:], line["overdue"]), ("loan", "林怀瑾", "水务厅", "23:59:59Z", False))


def prepare():
    """Another meeting, of which everything is out that can be."""
    C.hold(number="别的会", level="top-secret")
    people = C.people
    C.fill_room()
    C.good("desk", "issue", "--copy", C.copies[0], "--person", people["㐀明远"], user="clerk")
    C.good("circulate", "start", C.copies[1], "--person", people["林怀瑾"], user="clerk")
    turn = C.good("circulate", "list", user="clerk")["turns"][0]
    C.good("circulate", "slip", C.copies[1], "--from", "-", user="clerk", said={"what": "第3页", "sheets": 1, "purpose": "核对"})
    C.other = C.add_paper(document_number="水调〔2031〕13号")
    C.approve(C.other, copies=1)
    C.good("copy", "reserve", C.other, 1, user="clerk")
    C.good("copy", "print", C.other, "--printer", "folder", user="clerk")
    C.good("copy", "confirm", 6, user="clerk")
    later = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=3)).isoformat(timespec="seconds")
    permit = C.good("permit", "grant", 6, "--person", people["㐀明远"], "--from", "-", user="leader",
                    said={"registry": "机要室", "authority": "罗崇文", "reference": "水携1号", "deadline": later})["permit"]
    C.good("permit", "take", permit, "--from", "-", user="clerk", said={})
    C.good("incident", "open", "--from", "-", user="security", said={"text": "走廊上有人看见一页文件", "person": people["周砚秋"]})
    return turn


@tap.check("/cli/outstanding/copies-turns-slips-permits-and-incidents-each-once-with-who-owes-them")
def everything():
    turn = prepare()
    lines = C.outstanding()
    findings = expect(kinds(lines), ["held", "incident", "kept", "loan", "permit", "slip", "turn"])
    found = {line["kind"]: line for line in lines}
    findings += expect({kind: line["person"] for kind, line in found.items()},
                       {"held": "㐀明远", "permit": "㐀明远", "turn": "林怀瑾", "slip": "林怀瑾", "loan": "林怀瑾", "incident": "周砚秋", "kept": None})
    findings += expect({line["meeting_number"] for line in lines}, {"别的会", msk.MEETING["number"]})
    findings += expect((found["turn"]["due"], found["held"]["due"], found["permit"]["level"], found["incident"]["level"]), (turn["due_at"], None, "secret", "top-secret"))
    # Who is named comes first, each together.
    people = [line["person"] for line in lines]
    findings += expect((people[-1], len(set(people)), [person for i, person in enumerate(people) if i and person != people[i - 1]].__len__()), (None, 4, 3))
    return findings


@tap.check("/cli/outstanding/reading-changes-nothing-and-opens-nobodys-meeting")
def read_only():
    def state():
        heads = [C.good("ledger", "list", *at, "--max", 1, user="auditor")["entries"][0] for at in ((), ("--appliance",))]
        return heads, {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (C.vault / "meetings").iterdir()}

    before = state()
    lines = [C.outstanding(user) for user in ("organiser", "leader", "clerk", "security", "auditor")]
    return expect(state(), before) + expect([line == lines[0] for line in lines], [True] * 5)


@tap.check("/cli/outstanding/whoever-may-not-read-a-meeting-learns-nothing")
def roles():
    answers = [C.run("archive", "outstanding", user="administrator"), C.report("outstanding", user="administrator"),
               C.report("chase-letters", user="administrator"), C.report("archive", user="administrator"), C.report("outstanding", user="clerk")]
    findings = []
    for answer in answers:
        findings += refused(answer, 3, "role")
        findings += [f"{word} is told" for word in ("别的会", "㐀明远", msk.PAPER["document_number"]) if word in answer.output]
    return findings


@tap.check("/cli/outstanding/the-list-on-paper-and-as-a-workbook")
def on_paper():
    text = C.text("outstanding")
    findings = [f"{word} is not in the list" for word in ("别的会", msk.MEETING["number"], "㐀明远", "周砚秋", "000001", "绝密") if word not in text]
    book = C.report("outstanding", "--xlsx").json["path"]
    cells = [cell for row in spreadsheet.Sheet(book).rows for cell in row]
    findings += [f"{word} is not in the workbook" for word in ("别的会", "000001", KEPT) if not any(word in cell for cell in cells)]
    act, details = C.newest()
    return findings + expect((act, details["kind"], details["format"]), ("report-make", "archive-outstanding", "xlsx"))


@tap.check("/cli/outstanding/a-letter-to-each-with-the-level-of-what-it-lists")
def letters():
    path = C.report("chase-letters").json["path"]
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    findings = expect(len(pages), 3)
    for person, level, words in (("㐀明远", "机密", ["000001", "000006"]), ("林怀瑾", "机密", ["000002", FILING["number"]]), ("周砚秋", "绝密", [])):
        mine = [page for page in pages if person in page]
        findings += expect(len(mine), 1)
        findings += [f"{word} is not in the letter to {person}" for word in (level, "1", *words) for page in mine if word not in page]
        findings += [f"{other} is named to {person}" for other in {"㐀明远", "林怀瑾", "周砚秋"} - {person} for page in mine if other in page]
        findings += [f"{person}: a level too high" for page in mine if level == "机密" and "绝密" in page]
    return findings


@tap.check("/cli/outstanding/a-letter-has-the-longest-names-whole")
def longest():
    """And a device that lies in deposit, for its owner to fetch."""
    M = C
    reader, unit = "阿卜杜热合曼·" * 8 + "末名", "省" + "水务厅防汛抗旱指挥部办公室" * 4 + "末处"
    open_loan = [line["id"] for line in M.good("archive", "list", user="clerk")["loans"]][0]
    M.good("archive", "return", open_loan, "--from", "-", user="clerk", said={"pages": 120, "condition": "完好"})
    loan = M.good("archive", "request", "--meeting", M.erased, "--from", "-", user="organiser", said={**LOAN, "reader": reader, "unit": unit})["loan"]
    M.good("archive", "approve", loan, "--from", "-", user="leader", said={"reference": "阅批10号"})
    M.good("archive", "lend", loan, "--from", "-", user="clerk", said={"acknowledged": reader})
    M.pass_door(["mode out", f"person {M.people['周砚秋']}", "let-out 寄存"], user="security")
    M.good("device", "deposit", "--person", M.people["周砚秋"], "--from", "-", "--printer", "folder", user="clerk", said={"kind": "phone", "description": "黑色", "shelf": "甲柜3格"})
    M.good("device", "tag-confirm", 1, user="clerk")
    path = C.report("chase-letters").json["path"]
    pages = [re.sub(r"\s", "", page) for page in subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]]
    findings = expect([(reader in page, unit in page) for page in pages if "末名" in page], [(True, True)])
    findings += expect([("device" in page, "甲柜3格" in page) for page in pages if "周砚秋" in page], [(True, True)])
    findings += expect([(line["kind"], line["person"], line["unit"]) for line in C.outstanding() if line["kind"] in ("device", "loan")],
                       [("device", "周砚秋", "水务厅"), ("loan", reader, unit)])
    # As it was before.
    M.good("archive", "return", loan, "--from", "-", user="clerk", said={"pages": 120, "condition": "完好"})
    again = M.good("archive", "request", "--meeting", M.erased, "--from", "-", user="organiser", said=LOAN)["loan"]
    M.good("archive", "approve", again, "--from", "-", user="leader", said={"reference": "阅批11号"})
    M.good("archive", "lend", again, "--from", "-", user="clerk", said={"acknowledged": LOAN["reader"]})
    return findings


@tap.check("/cli/outstanding/register-and-card-agree-and-the-receipt-bears-a-seal")
def dossier():
    register, card = C.text("archive"), C.text("archive-card", "--meeting", C.erased)
    findings = [f"{word} is not in the {name}" for name, text in (("register", register), ("card", card))
                for word in (msk.MEETING["number"], "30", "120", "省档案馆", "林怀瑾", "机密") if word not in text]
    findings += expect(re.sub(r"\s", "", FILING["number"]) in re.sub(r"\s", "", card), True)
    receipt = C.report("archive-receipt", "--meeting", C.erased).json["path"]
    [code] = [code for page in tag_reader.read_pages(receipt) for code in page]
    act, details = C.newest()
    findings += expect((len(code), act, details["kind"]), (125, "report-make", "archive-receipt"))
    findings += expect(C.run("ledger", "check-seal", user="auditor", said=code).status, 0)
    return findings + refused(C.report("archive-card", "--meeting", 99), 1, "not-filed") + refused(
        C.report("archive-receipt", "--meeting", C.meeting), 1, "not-filed")


@tap.check("/cli/outstanding/a-meeting-that-cannot-be-read-is-not-passed-over")
def damaged():
    [path] = (C.vault / "meetings").iterdir()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(4096) + content[8192:])
    answer = C.run("archive", "outstanding", user="organiser")
    path.write_bytes(content)
    return expect(answer.status, 4) + expect("别的会" in answer.output, True) + expect(kinds(), ["device", "held", "incident", "kept", "loan", "permit", "slip", "turn"])


@tap.check("/cli/outstanding/what-is-missing-is-out-with-who-had-it-last")
def missing():
    C.empty_room()
    C.good("sweep", "start", user="security")
    C.good("sweep", "missing", C.copies[0], "--from", "-", user="security", said={"told": "保密处 赵", "remark": "未找到"})
    found = {line["kind"]: line for line in C.outstanding() if line["person"] == "㐀明远"}
    return expect("held" in found, False) + expect("000001" in found["missing"]["what"], True)


tap.main()
