#!/usr/bin/python3
"""A record leaves: exported, opened on another machine, changed, cut, and erased here. SPDX-License-Identifier: GPL-3.0-or-later"""

import fcntl
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import time

import msk
import pages
import tag_reader
import tap

SHOW_KEYS = os.environ["MSK_SHOW_KEYS"]
MISSING_SINCE = 1700000000  # 2023-11-14T22:13:20Z
RECIPIENT = "省档案馆保密室"
SEALED_FOR = "archive passphrase nine"


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


DICE = random.Random(20311)
HEADINGS = ("content", "discovery", "responsible", "course", "harm", "handling", "remedies", "cause", "dealt", "measures", "taught")


def make_canaries(count):
    """Words that stand nowhere else."""
    words = set()
    while len(words) < count:
        words.add("Z" + "".join(DICE.choice("bdfgklmnprstvz") + DICE.choice("aeiou") for _ in range(6)))
    return sorted(words)


CANARIES = make_canaries(200)


class Archive(msk.Vault):
    """A meeting full of canaries that was held, swept and closed; another that goes on."""

    def __init__(self):
        super().__init__()
        words = iter(CANARIES)
        self.temporary = self.path / "tmp"
        self.stick = self.path / "stick"
        self.stick.mkdir()
        self.secret = self.write("archive", SEALED_FOR + "\n")
        self.good("appliance", "printer-add", "folder", "--kind", "folder", "--place", "print room", user="security")
        self.other = self.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "别的会"})["meeting"]
        self.meeting = self.good("meeting", "create", "--from", "-", user="organiser", said={
            **msk.MEETING, "title": next(words), "venue": next(words), "organiser": next(words), "leader": next(words)})["meeting"]
        self.at = ("--meeting", self.meeting)
        for _ in range(12):
            self.good("meeting", "agenda-add", *self.at, "--from", "-", user="organiser",
                      said={"title": next(words), "level": "secret", "recording": "none"})
        rows = ["姓名,单位,职务,身份,涉密等级"] + [f"{next(words)},{next(words)},{next(words)},出席,机密" for _ in range(61)]
        self.good("attendee", "import", *self.at, "-", "--accept-warnings", user="organiser", said="\n".join(rows) + "\n")
        self.good("attendee", "submit", *self.at, user="organiser")
        self.good("attendee", "approve-rest", *self.at, "--from", "-", user="leader", said={"reason": "同意"})
        self.good("attendee", "seal", *self.at, user="leader")
        details = self.write("paper.json", json.dumps({**msk.PAPER, "title": next(words)}))
        self.paper = self.good("paper", "add", *self.at, msk.SAMPLE_PAPER, "--from", details, user="organiser")["paper"]
        request = self.good("paper", "request", self.paper, *self.at, "--from", "-", user="organiser", said=msk.REQUEST)["request"]
        self.good("paper", "approve", request, *self.at, "--from", "-", user="leader", said=msk.APPROVAL)
        self.good("copy", "reserve", self.paper, 3, *self.at, user="clerk")
        self.good("copy", "print", self.paper, *self.at, "--printer", "folder", user="clerk")
        self.copies = [copy["number"] for copy in self.good("copy", "list", *self.at, user="clerk")["copies"]]
        self.good("copy", "confirm", *self.copies, *self.at, user="clerk")
        if next(words, None):
            raise AssertionError("canaries are left over")

    def run(self, *words, **options):
        (self.path / "tmp").mkdir(exist_ok=True)
        options.setdefault("env", msk.environment(self.home, TMPDIR=str(self.path / "tmp")))
        return super().run(*words, **options)

    def settle_incident(self, number):
        """Opened, told, written up and closed, each text with a word of its own."""
        self.good("incident", "open", *self.at, "--from", "-", user="clerk", said={"text": f"走廊拾得纸页{number}"})
        self.good("incident", "told", number, *self.at, "--from", "-", user="security", said={"whom": f"保密处赵{number}"})
        for heading in HEADINGS:
            self.good("incident", "set", number, heading, *self.at, "--from", "-", user="security", said={"text": f"{heading}查明{number}"})
        self.good("incident", "close", number, *self.at, "--cosigner", "leader", "--cosigner-file", self.passphrase, user="security")

    def close(self):
        for number in (1, 2):
            self.settle_incident(number)
        self.good("sweep", "start", *self.at, user="security")
        codes = [code for pdf in sorted(self.papers.glob("[0-9]*.pdf")) for code in tag_reader.read_pages(pdf, last=1)[0]]
        scan = self.start("desk", "scan", "--stdin", "--mode", "sweep", *self.at, user="clerk")
        scan.communicate("".join(code + "\n" for code in codes))
        self.record_measures("after", "security", *self.at)
        self.count_blind(*self.at)
        self.good("sweep", "sign", *self.at, user="security")
        self.good("sweep", "sign", *self.at, user="leader")
        self.good("sweep", "close", *self.at, user="security")

    def export(self, name="record.msk", user="organiser", recipient=RECIPIENT, passphrase=None):
        return self.run("meeting", "export", self.stick / name, *self.at, "--recipient", recipient, "--new-passphrase-file",
                        passphrase or self.secret, user=user)

    def approve_erasure(self, user="leader", reference="销批〔2031〕1号", kept="某某厅保密室3号柜"):
        return self.run("meeting", "approve-erasure", *self.at, "--from", "-", user=user, said={"reference": reference, "kept": kept})

    def file(self, number="W·2031-密-007"):
        return self.run("archive", "file", *self.at, "--from", "-", user="organiser", said={"number": number, "kept_for": "30年", "pages": 48, "ordered_by": "方晓岚"})

    def erase(self, user="security", witness="clerk", *more, export="newest.msk"):
        return self.run("meeting", "erase", *self.at, "--export", self.stick / export, "--cosigner", witness, "--cosigner-file", self.passphrase, *more,
                        user=user)

    def keys(self):
        said = subprocess.run([SHOW_KEYS, self.vault, "security"], input=msk.PASSPHRASE + "\n", capture_output=True, text=True, check=True).stdout
        lines = [line.split() for line in said.splitlines()]
        self.wrapped = {int(line[0]): (line[2], bytes.fromhex(line[3])) for line in lines if line[0] != "appliance"}
        return {line[0]: bytes.fromhex(line[1]) for line in lines}

    def whole_run(self, *words, **options):
        """How long a run takes that nobody disturbs: so that blows fall all over it, however busy the machine is."""
        begun = time.monotonic()
        self.good(*words, **options)
        return time.monotonic() - begun


A = Archive()
EXPORT = A.stick / "record.msk"


class Elsewhere(msk.Place):
    """Another machine, with an empty folder for a vault and nobody in it."""

    def __init__(self):
        super().__init__()
        self.vault.mkdir()
        self.secret = self.write("archive", SEALED_FOR + "\n")
        self.temporary = self.path / "tmp"
        self.temporary.mkdir()

    def open(self, path, *more, secret=None):
        return self.run("report", "open", path, "--passphrase-file", secret or self.secret, *more,
                        env=msk.environment(self.home, TMPDIR=str(self.temporary)))

    def leftovers(self):
        return sorted(str(path.relative_to(self.path)) for folder in (self.temporary, self.vault, self.home) for path in folder.rglob("*"))


E = Elsewhere()


def tree(folder):
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@tap.check("/cli/archive/a-meeting-that-is-not-closed-does-not-leave")
def not_closed():
    findings = refused(A.run("report", "certificate", *A.at, user="security"), 1, "meeting-not-closed")
    findings += refused(A.run("report", "dossier", *A.at, user="security"), 1, "meeting-not-closed")
    findings += refused(A.export(), 1, "meeting-not-closed") + refused(A.approve_erasure(), 1, "meeting-not-closed") + refused(
        A.erase(), 1, "meeting-not-closed")
    A.close()
    return findings + expect(list(A.stick.iterdir()), [])


@tap.check("/cli/archive/who-may-not-a-weak-passphrase-and-a-bad-place-are-refused-and-leave-nothing")
def refusals():
    before = len(A.good("ledger", "list", *A.at, "--max", 9999, user="auditor")["entries"])
    findings = []
    for user in ("leader", "clerk", "security", "auditor", "administrator"):
        findings += refused(A.export(user=user), 3, "role")
    findings += refused(A.export(passphrase=A.write("weak", "short\n")), 2, "weak-passphrase")
    findings += refused(A.export(recipient=" "), 2, "bad-value")
    findings += refused(A.export(name="nowhere/record.msk"), 2, "not-found")
    for place in (A.vault, A.vault / "meetings", A.papers):
        findings += refused(A.export(name=place / "record.msk"), 2, "bad-value")
    findings += refused(A.approve_erasure(), 1, "not-exported") + refused(A.erase(), 1, "not-exported")
    findings += refused(A.run("meeting", "certificate", *A.at, user="security"), 2, "not-found")
    after = len(A.good("ledger", "list", *A.at, "--max", 9999, user="auditor")["entries"])
    return findings + expect((after, list(A.stick.iterdir())), (before, []))


@tap.check("/cli/archive/an-export-is-verified-and-stands-in-both-ledgers")
def exported():
    answer = A.export()
    if answer.status:
        return [answer.output]
    found = answer.json["export"]
    newest = A.good("ledger", "list", *A.at, user="auditor")["entries"][0]
    appliance = A.good("ledger", "list", "--appliance", user="auditor")["entries"]
    findings = expect((newest["act"], newest["sequence"]), ("meeting-export", found["sequence"]))
    findings += expect([entry["act"] for entry in appliance if entry["act"] == "meeting-export"], ["meeting-export"])
    findings += expect((found["recipient"], found["exported_by"], found["size"]), (RECIPIENT, "organiser", EXPORT.stat().st_size))
    findings += expect(sorted(path.name for path in A.stick.iterdir()), ["record.msk"])
    findings += expect([path.name for path in (A.vault / "meetings").iterdir() if "part" in path.name], [])
    findings += expect(EXPORT.stat().st_mode & 0o777, 0o600)
    return findings + refused(A.export(), 1, "exists")


@tap.check("/cli/archive/nothing-of-it-is-readable-in-the-file")
def sealed():
    content = EXPORT.read_bytes()
    words = [*CANARIES, msk.MEETING["number"], RECIPIENT, "SQLite format"]
    return [f"{word} stands in the export" for word in words if word.encode() in content]


@tap.check("/cli/archive/elsewhere-it-is-verified-and-read-without-a-vault")
def elsewhere():
    answer = E.open(EXPORT)
    if answer.status:
        return [answer.output]
    found = answer.json
    sealed_as = A.good("ledger", "list", *A.at, user="auditor")["entries"][0]
    findings = expect((found["meeting"]["number"], found["meeting"]["title"], found["meeting"]["state"]),
                      (msk.MEETING["number"], CANARIES[0], "closed"))
    findings += expect((found["dossier"]["verified"], found["dossier"]["entries"], found["dossier"]["balance_holds"]),
                       (True, sealed_as["sequence"], True))
    findings += expect([(paper["document_number"], paper["balance"]["holds"]) for paper in found["papers"]], [(msk.PAPER["document_number"], True)])
    plain = E.plain("report", "open", EXPORT, "--passphrase-file", E.secret, env=msk.environment(E.home, TMPDIR=str(E.temporary)))
    findings += expect((plain.status, found["dossier"]["head"] in plain.output), (0, True))
    return findings + expect(E.leftovers(), [])


def texts_of(path):
    """Page by page."""
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]


def dossier_findings(path, count, archive_number, retention):
    """The contents say where each register begins and ends, and every page says which it is."""
    texts = texts_of(path)
    findings = expect((len(texts), path.stat().st_mode & 0o777), (count, 0o600))
    findings += [f"page {number} is not numbered" for number, text in enumerate(texts, 1) if f"Page {number} of {count}" not in text]
    findings += [f"page {number} has no level" for number, text in enumerate(texts, 1) if text.count("机密") < 2]
    findings += [f"{word} is not on the cover" for word in ("Dossier of a Secret Meeting", CANARIES[0], archive_number, retention) if word not in texts[0]]
    # The incidents are listed after their register, with the kind of each.
    behind = next(number for number, text in enumerate(texts) if "Certificate of closing" in text and "Contents" not in text)
    listed = re.findall(r"^ *(\d+) +(\S.*?) {2,}(\d+)(?:–(\d+))?(?: {2,}something else)?$", "".join(texts[1:behind]), re.M)
    spans = [(int(first), int(last or first)) for _, _, first, last in listed]
    findings += expect((len(listed), [int(number) for number, *_ in listed]), (35, list(range(1, 36))))
    # One begins where the other ends, from behind the contents to the last page.
    findings += expect([first for first, _ in spans], [behind + 1] + [last + 1 for _, last in spans[:-1]]) + expect(spans[-1][1], count)
    findings += [f"{title} does not begin on page {first}" for (_, title, *_), (first, _) in zip(listed, spans) if title not in texts[first - 1]]
    for number in (1, 2):
        report = "".join(texts[spans[32 + number][0] - 1:spans[32 + number][1]])
        words = [f"Report of incident {number}", f"走廊拾得纸页{number}", f"保密处赵{number}", "Clocks", "security", "leader", *(f"{heading}查明{number}" for heading in HEADINGS)]
        findings += [f"{word} is not in the report of incident {number}" for word in words if word not in report]
    return findings


@tap.check("/cli/archive/what-others-may-read-is-no-place-for-reports")
def places():
    """It is said in other words than of the vault: nobody is told to take a whole stick from everybody."""
    findings = []
    for mode in (0o777, 0o750):
        shared = E.path / f"shared-{mode:o}"
        shared.mkdir()
        shared.chmod(mode)
        answer = E.open(EXPORT, "--output", shared)
        findings += refused(answer, 4, "file") + expect(("chmod" in answer.output, "vault" in answer.output, "choose one of your own" in answer.output), (False, False, True))
        findings += expect(list(shared.iterdir()), [])
    for path in ("/dev/full", EXPORT):
        answer = E.open(EXPORT, "--output", path)
        findings += refused(answer, 4, "file") + expect("no folder" in answer.output, True)
    return findings


@tap.check("/cli/archive/what-a-killed-reader-left-is-removed-by-the-next")
def killed_reader():
    dead = E.temporary / "msk-dossier-AAAAAA"
    (dead / "meetings").mkdir(parents=True)
    (dead / "meeting.db").write_bytes(b"left")
    foreign = E.temporary / "msk-dossiers of the office"
    foreign.mkdir()
    live = E.temporary / "msk-dossier-BBBBBB"
    live.mkdir()
    holder = os.open(live, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    findings = expect(E.open(EXPORT).status, 0)
    findings += expect((dead.exists(), live.exists(), foreign.exists()), (False, True, True))
    os.close(holder)
    foreign.rmdir()
    findings += expect(E.open(EXPORT).status, 0)
    return findings + expect(E.leftovers(), [])


@tap.check("/cli/archive/a-text-that-is-refused-is-named")
def texts():
    findings = []
    for recipient in (" ", "档" * 201, "两\n行", "档\u202e案", "档\u2028案", "档\u009b案"):
        answer = A.export(name="never.msk", recipient=recipient)
        findings += refused(answer, 2, "bad-value") + expect("Recipient" in answer.output, True)
        answer = A.run("report", "dossier", *A.at, "--archive-number", recipient, user="leader")
        findings += [] if recipient == " " else refused(answer, 2, "bad-value") + expect("Archive number" in answer.output, True)
    return findings + expect((A.stick / "never.msk").exists(), False)


@tap.check("/cli/archive/of-a-damaged-register-nothing-is-made")
def damaged():
    (file,) = [path for path in (A.vault / "meetings").glob("*.db") if path.stat().st_size == max(other.stat().st_size for other in (A.vault / "meetings").glob("*.db"))]
    whole = file.read_bytes()
    before = papers_now()
    findings = []
    seen = 0
    for share in (0.3, 0.5, 0.7, 0.9):
        content = bytearray(whole)
        content[int(len(content) * share)] ^= 1
        file.write_bytes(content)
        for answer in (A.export(name="never.msk"), A.run("report", "dossier", *A.at, user="leader")):
            findings += refused(answer, 4, "vault-damaged")
            seen += answer.code == "vault-damaged"
        file.write_bytes(whole)
    findings += expect((papers_now(), (A.stick / "never.msk").exists()), (before, False))
    return findings + expect(E.open(EXPORT).status, 0)


@tap.check("/cli/archive/before-it-leaves-certificate-and-dossier-are-made")
def documents():
    """Again and again, with the same figures; each is an entry, and each shows the head of its moment."""
    figures = set()
    findings = []
    for number in (1, 2):
        path = A.path / f"certificate-{number}.pdf"
        A.good("report", "certificate", *A.at, "--output", path, user="security")
        codes = [code for page in tag_reader.read_pages(path) for code in page]
        findings += expect([A.run("ledger", "check-seal", *A.at, user="auditor", said=code).status for code in codes], [0, 0])
        figures.add("".join(texts_of(path)).split("Balance of papers")[1].split("Seal")[0])
    findings += expect(len(figures), 1)
    findings += [f"{part} is not on the certificate" for part in ("It is certified", "in store", "security officer", "responsible leader") if part not in figures.copy().pop()]
    book = A.good("report", "certificate", *A.at, "--xlsx", "--output", A.path / "certificate.xlsx", user="organiser")["path"]
    findings += expect(pathlib.Path(book).read_bytes()[:2], b"PK")
    for user in ("organiser", "auditor", "clerk", "administrator"):
        findings += refused(A.run("report", "dossier", *A.at, user=user), 3, "role")
    made = A.good("report", "dossier", *A.at, "--archive-number", "DA-0031", "--retention", "永久", user="leader")
    findings += dossier_findings(pathlib.Path(made["path"]), made["pages"], "DA-0031", "permanent")
    newest = A.good("ledger", "list", *A.at, user="auditor")["entries"][0]
    findings += expect((newest["act"], json.loads(newest["details"])), ("report-make", {"kind": "dossier", "format": "pdf", "pages": str(made["pages"])}))
    again = A.run("report", "dossier", *A.at, "--output", made["path"], user="leader")
    findings += refused(again, 4, "file") + expect("choose another name" in again.output, True)
    findings += refused(A.run("report", "dossier", *A.at, "--archive-number", "两\n行", user="leader"), 2, "bad-value")
    # Onto paper without a file of it, but for what a folder printer puts out.
    before = set(papers_now())
    printed = A.good("report", "dossier", *A.at, "--archive-number", "DA-0031", "--retention", "永久", "--printer", "folder", user="leader")
    entries = A.good("ledger", "list", *A.at, user="auditor")["entries"]
    (sheet,) = set(papers_now()) - before
    findings += expect((printed.get("path"), f"{entries[0]['subject']}.pdf", json.loads(entries[0]["details"])["kind"], json.loads(entries[0]["details"])["outcome"]),
                       (None, sheet, "dossier", "printed"))
    findings += dossier_findings(A.papers / sheet, printed["pages"], "DA-0031", "permanent")
    findings += refused(A.run("report", "dossier", *A.at, "--printer", "folder", "--output", A.path / "x.pdf", user="leader"), 2, "usage")
    findings += refused(A.run("report", "dossier", *A.at, "--printer", "elsewhere", user="leader"), 1, "printer-not-designated")
    return findings


def papers_now():
    return sorted(path.name for path in A.papers.iterdir())


@tap.check("/cli/archive/a-dossier-that-is-stopped-killed-or-has-no-room-leaves-nothing")
def half():
    before = papers_now()
    findings = []
    span = A.whole_run("report", "dossier", *A.at, user="security")
    whole = set(papers_now()) - set(before)
    for blow in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL) * 3:
        process = A.start("--json", "report", "dossier", *A.at, user="security")
        time.sleep(DICE.uniform(0.3, 0.9) * span)
        os.killpg(process.pid, blow)
        output = process.communicate()[0]
        new = set(papers_now()) - set(before) - whole
        # Whoever dies may have finished just before: what has a name then is whole, and whatever else there is has none.
        findings += [f"{name} is left" for name in new if not name.startswith("dossier-")]
        whole |= new
        if process.returncode > 0:
            findings += expect((json.loads(output)["error"]["code"], new), ("cancelled", set()))
    for name in whole:
        findings += expect(subprocess.run(["qpdf", "--check", A.papers / name], capture_output=True).returncode, 0)
    command = A.command("--json", "report", "dossier", *A.at, user="security")
    # The vault fits below the limit, and the dossier does not.
    limit = min(path.stat().st_size for path in A.papers.glob("dossier-*.pdf")) // 1024 - 8
    done = subprocess.run(["bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$@"', "-", *command], capture_output=True, text=True,
                          env=msk.environment(A.home, TMPDIR=str(A.temporary)))
    findings += refused(msk.Answer(done), 4, "disk-full")
    return findings + expect(sorted(set(papers_now()) - whole), before)


@tap.check("/cli/archive/its-reports-say-what-those-in-the-vault-say")
def reports():
    folder = E.path / "reports"
    answer = E.open(EXPORT, "--output", folder, "--archive-number", "DA-0031")
    if answer.status:
        return [str(answer.json["error"])]
    names = sorted(pathlib.Path(path).name for path in answer.json["reports"])
    findings = expect((len(names), sorted(path.name for path in folder.iterdir())), (35, sorted([*names, "dossier.pdf"])))
    findings += expect([name for name in names if "incident-" in name], ["report-incident-1.pdf", "report-incident-2.pdf"])
    copies, sweep = (subprocess.run(["pdftotext", "-layout", folder / f"report-{kind}.pdf", "-"], capture_output=True, text=True).stdout
                     for kind in ("copies", "sweep"))
    findings += [f"{word} is not in the copy register" for word in (msk.PAPER["document_number"], "000001", CANARIES[0]) if word not in copies]
    findings += dossier_findings(folder / "dossier.pdf", answer.json["dossier"]["pages"], "DA-0031", "")
    findings += expect(("sealed export" in sweep, len([code for page in tag_reader.read_pages(folder / "report-sweep.pdf") for code in page])), (True, 0))
    findings += refused(E.open(EXPORT, "--output", folder), 1, "exists")
    books = E.open(EXPORT, "--output", E.path / "books", "--xlsx")
    findings += expect((books.status, {path.suffix for path in (E.path / "books").iterdir()}), (0, {".xlsx"}))
    shutil.rmtree(folder)
    shutil.rmtree(E.path / "books")
    return findings + expect(E.leftovers(), [])


@tap.check("/cli/archive/a-wrong-passphrase-a-foreign-file-and-a-newer-export-are-told-apart")
def foreign():
    wrong = E.write("wrong", "some other words\n")
    newer = E.path / "newer.msk"
    content = EXPORT.read_bytes()
    newer.write_bytes(content[:16] + (2).to_bytes(4, "little") + content[20:])
    empty = E.path / "empty.msk"
    empty.write_bytes(b"")
    return refused(E.open(EXPORT, secret=wrong), 3, "wrong-passphrase") + refused(E.open(newer), 2, "export-newer") + refused(
        E.open(empty), 2, "export-foreign") + refused(E.open(msk.SAMPLE_PAPER), 2, "export-foreign") + refused(
        E.open(E.path), 2, "export-foreign") + refused(E.open(E.path / "none"), 2, "not-found") + expect(E.leftovers(), [])


@tap.check("/cli/archive/a-changed-byte-and-a-cut-in-the-terminal-too")
def changed():
    content = EXPORT.read_bytes()
    path = E.path / "changed.msk"
    findings = []
    places = [100, 200, 300, len(content) // 2, len(content) - 1, *(DICE.randrange(208, len(content)) for _ in range(10))]
    for place in places:
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1:])
        findings += refused(E.open(path), 2, "export-damaged")
    for length in (10, 16, 207, 208, 260, 300, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:length])
        findings += refused(E.open(path), 2, "export-cut")
    path.write_bytes(content + b"\0")
    return findings + refused(E.open(path), 2, "export-damaged") + expect(E.leftovers(), [])


@tap.check("/cli/archive/a-full-medium-leaves-nothing-on-it-nor-in-the-ledgers")
def full():
    before = (A.good("ledger", "list", *A.at, user="auditor")["entries"][0], tree(A.stick))
    # The vault fits below the limit, and the export does not: bash counts in blocks of 1024 bytes.
    limit = EXPORT.stat().st_size // 1024 - 8
    command = A.command("--json", "meeting", "export", A.stick / "second.msk", *A.at, "--recipient", RECIPIENT, "--new-passphrase-file", A.secret,
                        user="organiser")
    done = subprocess.run(["bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$@"', "-", *command], capture_output=True, text=True,
                          env=msk.environment(A.home, TMPDIR=str(A.temporary)))
    after = (A.good("ledger", "list", *A.at, user="auditor")["entries"][0], tree(A.stick))
    return refused(msk.Answer(done), 4, "disk-full") + expect(after == before, True)


@tap.check("/cli/archive/killed-at-any-moment-an-export-is-whole-or-not-there")
def killed():
    findings = []
    whole = 0
    span = A.whole_run("meeting", "export", A.stick / "timed.msk", *A.at, "--recipient", RECIPIENT, "--new-passphrase-file", A.secret, user="organiser")
    (A.stick / "timed.msk").unlink()
    for round_number in range(16):
        before = A.good("ledger", "list", *A.at, user="auditor")["entries"][0]["sequence"]
        process = A.start("--json", "meeting", "export", A.stick / "killed.msk", *A.at, "--recipient", RECIPIENT, "--new-passphrase-file", A.secret,
                          user="organiser")
        time.sleep(DICE.uniform(0.1, 1.1) * span)  # no time is asserted: whenever the blow falls, the same must hold
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        after = A.good("ledger", "list", *A.at, user="auditor")["entries"][0]["sequence"]
        path = A.stick / "killed.msk"
        if path.exists():
            # Whoever finds it can tell by opening it.
            findings += expect(E.open(path).status, 0)
            whole += 1
            path.unlink()
        elif after != before:
            findings.append(f"round {round_number}: in the ledger, and there is no file")
        findings += expect([name.name for name in (A.vault / "meetings").iterdir() if ".part" in name.name], [])
    print(f"# {whole} of 16 were whole")
    # Of those that were killed nothing stays on the medium when the next is made there.
    answer = A.export(name="last.msk")
    return findings + expect((answer.status, sorted(path.name for path in A.stick.iterdir())), (0, ["last.msk", "record.msk"])) + refused(
        E.open(A.stick / "last.msk", secret=E.write("wrong", "some other words\n")), 3, "wrong-passphrase")


@tap.check("/cli/archive/an-older-export-is-no-leave-to-erase")
def stale():
    """Nor is a new one while an incident is open."""
    A.good("report", "copies", *A.at, user="security")
    findings = refused(A.approve_erasure(), 1, "not-exported")
    incident = A.good("incident", "open", *A.at, "--from", "-", user="security", said={"text": "走廊上有人看见一页文件"})["incident"]["incident"]
    findings += refused(A.approve_erasure(), 1, "not-exported") + refused(A.erase(), 1, "not-exported")
    findings += expect(A.export(name="between.msk").status, 0) + refused(A.approve_erasure(), 1, "incident-open")
    findings += refused(A.erase(), 1, "incident-open")
    A.good("incident", "told", incident, *A.at, "--from", "-", user="security", said={"whom": "保密处 赵"})
    for heading in ("content", "discovery", "responsible", "course", "harm", "handling", "remedies", "cause", "dealt", "measures", "taught"):
        A.good("incident", "set", incident, heading, *A.at, "--from", "-", user="security", said={"text": "已查明"})
    A.good("incident", "close", incident, *A.at, "--cosigner", "leader", "--cosigner-file", A.passphrase, user="security")
    findings += expect(A.export(name="newest.msk").status, 0)
    # What was never filed could never be filed any more.
    for answer in (A.approve_erasure(), A.erase()):
        findings += refused(answer, 1, "not-filed") + expect("msk archive file" in answer.output, True)
    findings += expect(A.file().status, 0)
    findings += refused(A.erase(), 1, "erasure-not-approved")
    for user in ("organiser", "clerk", "security", "auditor", "administrator"):
        findings += refused(A.approve_erasure(user=user), 3, "role")
    findings += refused(A.approve_erasure(reference=" "), 2, "bad-value")
    findings += refused(A.approve_erasure(kept=" "), 1, "things-remain") + refused(A.erase(), 1, "erasure-not-approved")
    # One copy has been missing for long; what it is the dossier will say alone.
    subprocess.run([os.environ["MSK_CHANGE_REGISTER"], A.vault, "clerk", str(A.meeting),
                    f"UPDATE copy SET state = 'missing', changed_at = {MISSING_SINCE} WHERE number = {A.copies[2]}"], input=msk.PASSPHRASE, text=True, check=True)
    return findings + expect(A.approve_erasure().status, 0)


@tap.check("/cli/archive/approver-eraser-and-witness-are-three")
def three():
    findings = refused(A.erase(witness="security"), 3, "same-person") + refused(A.erase(witness="leader"), 3, "same-person")
    findings += refused(A.erase(witness="auditor"), 3, "role") + refused(A.erase(witness="nobody"), 3, "wrong-passphrase")
    for user in ("organiser", "leader", "clerk", "auditor"):
        findings += refused(A.erase(user=user, witness="organiser" if user != "organiser" else "clerk"), 3, "role")
    # Which meeting is never guessed.
    findings += refused(A.run("meeting", "erase", "--export", A.stick / "newest.msk", "--cosigner", "clerk", user="security"), 2, "usage")
    findings += refused(A.run("meeting", "erase", *A.at, "--cosigner", "clerk", "--cosigner-file", A.passphrase, user="security"), 2, "usage")
    return findings + expect(A.good("meeting", "show", *A.at, user="organiser")["meeting"]["state"], "closed")


@tap.check("/cli/archive/without-the-export-as-it-was-verified-nothing-is-erased")
def not_there():
    """Removed, cut, changed by one bit, longer, another of the same meeting, no file, or where it would go with the record."""
    path = A.stick / "newest.msk"
    content = path.read_bytes()
    before = tree(A.papers)
    flipped = bytearray(content)
    flipped[len(content) // 2] ^= 1
    findings = []
    for changed in (None, content[:-1], bytes(flipped), content + b"x", b""):
        path.unlink(missing_ok=True)
        if changed is not None:
            path.write_bytes(changed)
        answer = A.erase()
        findings += refused(answer, 4, "export-not-verified") + expect("export again" in answer.output, True)
    path.write_bytes(content)
    for other in ("between.msk", ".", "no folder/newest.msk"):
        findings += refused(A.erase(export=other), 4, "export-not-verified")
    inside = A.papers / "newest.msk"
    inside.write_bytes(content)
    findings += refused(A.erase(export=inside), 2, "bad-value")
    inside.unlink()
    findings += expect(tree(A.papers), before)
    return findings + expect(A.good("meeting", "show", *A.at, user="organiser")["meeting"]["state"], "closed")


KEPT = {}


@tap.check("/cli/archive/after-the-erasure-no-canary-is-left")
def erased():
    keys = A.keys()
    stem, wrapped = A.wrapped[A.meeting]
    KEPT.update(key=keys[str(A.meeting)], wrapped=wrapped, file=A.vault / "meetings" / (stem + ".db"))
    KEPT["bytes"] = KEPT["file"].read_bytes()
    shutil.copytree(A.vault, A.path / "older")
    in_the_clear = pages.read(KEPT["file"], KEPT["key"])
    # The test would see them if they were there.
    findings = [f"{word} is not seen in the meeting's pages" for word in CANARIES if word.encode() not in in_the_clear]
    # What is over the meetings goes with any of them, on paper of a folder printer too.
    A.good("report", "outstanding", "--printer", "folder", user="security")
    mine = [path for path in A.papers.iterdir()]
    findings += expect(len([path for path in mine if path.name.startswith("report-meetings-")]), 1)
    findings += expect(len(mine) > 3, True)
    foreign_file = A.papers / "notes of the office.pdf"
    foreign_file.write_bytes(b"not the kit's")
    answer = A.erase()
    if answer.status:
        return findings + [answer.output]
    found = answer.json["erasure"]
    findings += expect((found["state"], found["finished"], found["erased_by"], found["witness"], found["approved_by"]),
                       ("gone", True, "security", "clerk", "leader"))
    findings += expect((found["files"] >= 1, found["papers"]), (True, len(mine)))
    findings += expect((found["kept"], found["remaining"], {state: count for state, count in found["counts"].items() if count}),
                       ("某某厅保密室3号柜", 2, {"in-store": 2, "missing": 1}))
    lines = A.good("archive", "outstanding", user="organiser")["outstanding"]
    findings += expect([(line["since"], "W·2031-密-007" in line["what"], line["unit"], line["person"]) for line in lines if line["kind"] == "missing"],
                       [("2023-11-14T22:13:20Z", True, None, None)])
    certificate = pathlib.Path(answer.json["path"])
    findings += expect(sorted(path.name for path in A.papers.iterdir()), sorted([certificate.name, foreign_file.name]))
    text = subprocess.run(["pdftotext", "-layout", certificate, "-"], capture_output=True, text=True).stdout
    findings += [f"{word} is not on the certificate" for word in ("security", "clerk", "leader", "gone", RECIPIENT, "某某厅保密室3号柜", "in store") if word not in text]
    findings += [f"{word} is on the certificate" for word in [*CANARIES, msk.MEETING["number"]] if word in text]
    findings += expect(len([code for page in tag_reader.read_pages(certificate) for code in page]), 1)
    A.good("meeting", "certificate", *A.at, "--printer", "folder", user="security")
    (printed,) = A.papers.glob("report-filing-*.pdf")
    findings += expect("某某厅保密室3号柜" in subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True).stdout, True)
    register = pages.read(A.vault / "appliance.db", A.keys()["appliance"])
    places = {"appliance.db, decrypted": register}
    for folder in (A.vault, A.papers, A.temporary, A.home):
        places.update(tree(folder))
    findings += [f"{word} stands in {where}" for word in CANARIES for where, content in places.items() if word.encode() in content]
    findings += expect(KEPT["file"].exists(), False)
    return findings + expect([path for path in (A.vault / "meetings").iterdir() if path.name.startswith(stem)], [])


@tap.check("/cli/archive/the-old-bytes-put-back-open-for-nobody")
def put_back():
    KEPT["file"].write_bytes(KEPT["bytes"])
    KEPT["file"].chmod(0o600)
    findings = []
    for user in ("organiser", "leader", "clerk", "security", "auditor"):
        findings += refused(A.run("meeting", "show", *A.at, user=user), 1, "meeting-erased")
    keys = A.keys()
    findings += expect(str(A.meeting) in keys, False)
    everything = pages.read(A.vault / "appliance.db", keys["appliance"]) + b"".join(tree(A.vault).values())
    # In the older vault the wrapped key is seen; in this one it is nowhere, in no free page either.
    older = pages.read(A.path / "older" / "appliance.db", keys["appliance"])
    findings += expect((KEPT["wrapped"] in older, KEPT["wrapped"] in everything, KEPT["key"] in everything), (True, False, False))
    for key in keys.values():
        opened = pages.read(KEPT["file"], key)
        findings += [f"{word} can be read" for word in CANARIES if word.encode() in opened]
    KEPT["file"].unlink()
    return findings


@tap.check("/cli/archive/the-rest-of-the-vault-goes-on-and-the-ledger-says-what-was-done")
def goes_on():
    listed = {meeting["id"]: meeting["state"] for meeting in A.good("meeting", "list", user="auditor")["meetings"]}
    findings = expect(listed, {A.meeting: "erased", A.other: "open"})
    findings += expect(A.good("meeting", "show", user="organiser")["meeting"]["id"], A.other)
    findings += expect(A.good("ledger", "verify", user="auditor")["ledgers"][-1]["verified"], True)
    acts = [entry["act"] for entry in A.good("ledger", "list", "--appliance", "--max", 999, user="auditor")["entries"]]
    findings += [f"{act} is not in the ledger" for act in ("meeting-export", "erasure-approve", "meeting-erase", "erasure-finish") if act not in acts]
    findings += refused(A.erase(), 1, "meeting-erased") + refused(A.export(name="late.msk"), 1, "meeting-erased")
    again = A.run("meeting", "certificate", *A.at, "--output", A.path / "again.pdf", user="auditor")
    findings += expect((again.status, again.json["erasure"]["state"]), (0, "gone"))
    code = [code for page in tag_reader.read_pages(A.path / "again.pdf") for code in page][0]
    findings += expect(A.run("ledger", "check-seal", "--meeting", A.other, user="auditor", said=code).status, 0)
    return findings + expect(E.open(A.stick / "newest.msk").status, 0)


@tap.check("/cli/archive/killed-at-any-moment-an-erasure-is-whole-or-gone-and-says-which")
def killed_erasing():
    findings = []
    counts = {"closed": 0, "erased": 0}
    older = A.path / "older"
    shutil.rmtree(A.vault)
    shutil.copytree(older, A.vault)
    span = A.whole_run("meeting", "erase", *A.at, "--export", A.stick / "newest.msk", "--cosigner", "clerk", "--cosigner-file", A.passphrase, user="security")
    for round_number in range(16):
        shutil.rmtree(A.vault)
        shutil.copytree(older, A.vault)
        (A.papers / "report-copies-2-001.pdf").write_bytes(CANARIES[7].encode())
        process = A.start("--json", "meeting", "erase", *A.at, "--export", A.stick / "newest.msk", "--cosigner", "clerk", "--cosigner-file", A.passphrase, user="security")
        time.sleep(DICE.uniform(0.2, 1.05) * span)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        state = {meeting["id"]: meeting["state"] for meeting in A.good("meeting", "list", user="auditor")["meetings"]}[A.meeting]
        counts[state] = counts.get(state, 0) + 1
        left = (A.papers / "report-copies-2-001.pdf").exists()
        if state == "closed":
            findings += expect((A.run("meeting", "show", *A.at, user="organiser").status, KEPT["file"].exists(), left), (0, True, True))
            findings += refused(A.run("meeting", "certificate", *A.at, user="security"), 2, "not-found")
        else:
            # The sign-in of the auditor has finished it.
            said = A.run("meeting", "certificate", *A.at, "--output", A.path / f"killed-{round_number}.pdf", user="security")
            findings += expect((said.status, said.json["erasure"]["finished"], KEPT["file"].exists(), left), (0, True, False, False))
        findings += expect(A.good("ledger", "verify", "--meeting", A.other, user="auditor")["ledgers"][0]["verified"], True)
    print(f"# {counts}")
    return findings


tap.main()
