"""A whole meeting full of canaries goes through the printing system, is swept, exported and erased: nothing of it is left anywhere on the laptop.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys
import time
import zlib

import canaries
import msk
import pages
import tag_reader
import tap
from pdf_writer import Pdf
from print_room import PAGES, PrintRoom

SHOW_KEYS = os.environ["MSK_SHOW_KEYS"]
BEGAN = time.time()
SEED = int.from_bytes(os.urandom(4), "big")
LETTERS, CHINESE = canaries.make(200, SEED)
SEARCH = canaries.Search([*LETTERS, *CHINESE])
PRINTED = 8  # words that stand in the pages of a paper and nowhere else
PEOPLE = 44
HEADINGS = ("content", "discovery", "responsible", "course", "harm", "handling", "remedies", "cause", "dealt", "measures", "taught")

# What came out of the printers is paper, and "printer" the memory of the printer itself, which no program on the laptop can see into.
PAPER = ("received", "began", "printer")


class Words:
    """Each canary once: in turns of letters and Chinese."""

    def __init__(self):
        self.letters, self.chinese = list(LETTERS), list(CHINESE)

    def latin(self):
        return self.letters.pop()

    def next(self):
        return (self.letters if len(self.letters) > len(self.chinese) else self.chinese).pop()

    def details(self, *names, **more):
        return {**{name: self.next() for name in names}, **more}

    def left(self):
        return [*self.letters, *self.chinese]


def write_paper(path, words):
    pdf = Pdf()
    for page in range(PAGES):
        said = " ".join(words[page::PAGES])
        pdf.page(f"BT /F1 20 Tf 60 400 Td ({said}) Tj ET")
    path.write_bytes(pdf.finish())
    return path


class Room(PrintRoom):
    """A print room's meeting, in which every text that staff write is a canary."""

    set_hours, open_meeting, brief_all = msk.Meeting.set_hours, msk.Meeting.open_meeting, msk.Meeting.brief_all
    pass_door, admit = msk.Meeting.pass_door, msk.Meeting.admit

    def __init__(self):
        self.words = Words()
        self.known_codes = {}
        self.counted, self.sheets = set(), 0
        self.printed_words = [self.words.latin() for _ in range(PRINTED)]
        own = pathlib.Path(sys.argv[1], f"erasure-{os.getpid()}.pdf")
        try:
            super().__init__(3, file=write_paper(own, self.printed_words), **self.words.details("title", "originator"),
                             document_number=self.words.latin())
        finally:
            own.unlink(missing_ok=True)
        (self.path / "paper.json").unlink()
        self.stick = self.path / "stick"
        self.stick.mkdir()
        self.secret = self.write("archive", "archive passphrase nine\n")

    def run(self, *words, **options):
        if hasattr(self, "cups"):
            options.setdefault("env", self.environment())
        return super().run(*words, **options)

    def act(self, user, *words, **said):
        return self.good(*words, "--from", "-", user=user, said=said)

    def prepare(self):
        new = self.words.details
        self.act("organiser", "meeting", "change", **new("title", "venue", "organiser", "leader"))
        for _ in range(9):
            self.act("organiser", "meeting", "agenda-add", **new("title", level="secret", recording="none"))
        rows = ["姓名,单位,职务,身份,涉密等级"] + [",".join(self.words.next() for _ in range(3)) + ",出席,机密" for _ in range(PEOPLE)]
        self.good("attendee", "import", "-", "--accept-warnings", user="organiser", said="\n".join(rows) + "\n")
        self.people = [person["id"] for person in self.good("attendee", "list", user="organiser")["attendees"]]
        self.good("attendee", "submit", user="organiser")
        self.act("leader", "attendee", "approve-rest", **new("reason"))
        self.good("attendee", "seal", user="leader")
        # A second request, which asks for one more copy in words of its own.
        request = self.act("organiser", "paper", "request", self.paper, **new("purpose", "applicant", copies=1))["request"]
        self.act("leader", "paper", "approve", request, **new("authority", "post", "organ", "reference", copies=1, standing="county"))
        self.good("copy", "reserve", self.paper, 1, user="clerk")
        for department in ("guard", "secrecy"):
            self.act("organiser", "measure", "liaison", **new("organ", "contact", "agreed", "reference", department=department))
        names = [one["measure"] for one in self.good("measure", "list", user="auditor")["measures"] if one["mandatory"]]
        self.act("organiser", "measure", "record", *names, **new("by", "evidence"))
        self.set_hours(-1, 3)
        self.good("meeting", "open", user="leader")
        visit = self.act("clerk", "room", "enter", **new("name", "unit", "reason", "leave"))["visit"]
        self.good("room", "leave", visit, user="clerk")

    def count_sheets(self):
        """Whoever prints counts what lies in the tray since the run before."""
        self.cups.settle()
        sheets = len(self.cups.sheets())
        run = self.runs()[-1]
        if run["run"] not in self.counted:
            self.counted.add(run["run"])
            self.good("copy", "count", run["run"], sheets - self.sheets, user="clerk")
        self.sheets = sheets

    def print_everything(self):
        """Copies, a badge, a label, a tag and a report, each through the printing system."""
        new = self.words.details
        self.cups.tell("behave hold 2 1")
        printing = self.start_printing()
        self.cups.wait_for_sheets(2)
        while_printing = SEARCH.look(self.cups.folder / "spool")
        self.cups.tell("behave print")
        printing.communicate()
        self.count_sheets()
        self.good("copy", "confirm", *(copy["number"] for copy in self.copies()), user="clerk")
        self.good("attendee", "badge", *self.people[:2], "--printer", "cable", user="clerk")
        self.count_sheets()
        self.good("attendee", "badge-confirm", *self.people[:2], user="clerk")
        self.act("clerk", "carrier", "add", **new("description", "source", kind="draft", sheets=9))
        self.good("carrier", "label", 1, "--printer", "venue", user="clerk")
        self.count_sheets()
        self.act("clerk", "device", "deposit", "--person", self.people[0], "--printer", "venue", **new("description", "shelf", kind="phone"))
        self.count_sheets()
        for kind in ("copies", "list", "door", "devices"):
            self.good("report", kind, "--printer", "venue", user="security")
        self.good("notice", "poster", "none", "a4", "--printer", "venue", user="organiser")
        self.cups.settle()
        return while_printing

    def hold(self):
        """Somebody comes in and is given a copy, a sheet is spoiled, the room is swept, something is left behind and looked into."""
        new = self.words.details
        (label,) = self.codes("carrier")
        with msk.Scan(self, "--mode", "check") as scan:
            scan.say(label)
        (tag,) = self.codes("device")
        self.scan_device("deposit", tag)
        self.brief_all()
        self.admit(self.people[0])
        self.good("desk", "issue", "--person", self.people[0], "--copy", 1, user="clerk")
        self.good("desk", "return", "--copy", 1, user="clerk")
        self.act("clerk", "copy", "spoil", 4, **new("reason"))
        self.pass_door(["mode out", f"person {self.people[0]}"])
        badge = self.codes("badge")[0]
        self.scan_device("return", tag, badge)
        self.act("clerk", "incident", "open", **new("text"))
        self.act("security", "incident", "told", 1, **new("whom"))
        for heading in HEADINGS:
            self.act("security", "incident", "set", 1, heading, **new("text"))
        self.good("incident", "close", 1, "--cosigner", "leader", "--cosigner-file", self.passphrase, user="security")

    def sweep(self):
        new = self.words.details
        self.good("sweep", "start", user="security")
        with msk.Scan(self, "--mode", "sweep") as scan:
            for code in [*self.codes("copy"), *self.codes("carrier")]:
                scan.say(code)
        item = self.act("clerk", "sweep", "left", "--zone", "seats", **new("description", "finder", kind="other"))["left_item"]
        self.act("clerk", "sweep", "left-handled", item, **new("handling"))
        names = [one["measure"] for one in self.good("measure", "list", user="auditor")["after"] if one["mandatory"]]
        self.act("security", "measure", "record", *names, **new("by", "evidence"))
        self.count_blind()
        for user in ("security", "leader"):
            self.good("sweep", "sign", user=user)
        self.good("sweep", "close", user="security")

    def scan_device(self, mode, *codes):
        process = self.start("device", "scan", "--stdin", "--mode", mode, user="clerk")
        process.communicate("".join(code + "\n" for code in codes))

    def codes(self, kind):
        """The codes on what came out of the printers, by what they stand for."""
        first = {"copy": "11", "badge": "12", "carrier": "13", "device": "14"}[kind]
        for path in self.cups.received.glob("*.pdf"):
            if path not in self.known_codes:
                self.known_codes[path] = [] if path.name.startswith(("report", "poster")) else tag_reader.read_sheet(path)
        return [code for code in sorted(set(sum(self.known_codes.values(), []))) if code.startswith(first)]

    def write_files(self):
        """What staff have the kit write beside the vault."""
        for words in (("copies",), ("list", "--xlsx"), ("certificate",)):
            self.good("report", *words, user="security")
        self.good("report", "dossier", user="leader")

    def keys(self):
        said = subprocess.run([SHOW_KEYS, self.vault, "security"], input=msk.PASSPHRASE + "\n", capture_output=True, text=True, check=True).stdout
        rows = [line.split() for line in said.splitlines()]
        return {row[0]: bytes.fromhex(row[1]) for row in rows}, [self.vault / "meetings" / (row[2] + ".db") for row in rows if len(row) > 2]


ROOM = Room()
CUPS = ROOM.cups
NOT_OURS = {ROOM.stick, *(CUPS.folder / name for name in PAPER)}


def look():
    """Everywhere on the laptop: the room's folder has vault, papers, temporary folder and home; the folder of the printing system its spool, cache, state and
    logs; and whatever the temporary folders of the machine got since this began."""
    mine = SEARCH.look(ROOM.path, CUPS.folder, but=NOT_OURS)
    shared = SEARCH.look("/dev/shm", "/tmp", "/var/tmp", since=BEGAN, but={ROOM.path, CUPS.folder})
    return {**mine, **shared}


def below(found, folder):
    return {path: seen for path, seen in found.items() if pathlib.Path(path).is_relative_to(folder)}


def said_of(found):
    return [f"{path}: {', '.join(sorted(seen)[:3])}" for path, seen in sorted(found.items())]


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


KEPT = {}


@tap.check("/flows/erasure/a-meeting-of-200-canaries-is-held-and-the-search-sees-them")
def held():
    print(f"# canaries of seed {SEED}", flush=True)
    ROOM.prepare()
    while_printing = ROOM.print_everything()
    findings = [] if while_printing else ["nothing is seen in the spool while a copy is printed"]
    ROOM.hold()
    ROOM.sweep()
    findings += [f"{word} was never used" for word in ROOM.words.left()]
    ROOM.write_files()
    # In the open register, or on the paper that came out: each word of them.
    keys, (file,) = ROOM.keys()
    register = SEARCH.seen_in(pages.read(file, keys["1"]))
    on_paper = {word for seen in SEARCH.look(CUPS.received).values() for word in seen}
    findings += [f"{word} is not seen in the register" for word in sorted(SEARCH.words - register - set(ROOM.printed_words))]
    findings += [f"{word} is not seen on paper" for word in ROOM.printed_words if word not in on_paper]
    found = look()
    findings += [] if below(found, ROOM.papers) else ["nothing is seen in the folder of papers"]
    print(f"# {len(register)} words in the register, {len(on_paper)} on paper, in the clear: {sorted(path.rsplit('/', 1)[1] for path in below(found, ROOM.path))}")
    KEPT.update(file=file, bytes=file.read_bytes(), key=keys["1"])
    # Encrypted and printed, nothing of it is anywhere else, already before it is erased.
    return findings + said_of({path: seen for path, seen in found.items() if path not in below(found, ROOM.papers)})


@tap.check("/flows/erasure/what-is-put-there-is-found-in-every-form")
def planted():
    word, other = LETTERS[0], CHINESE[0]
    plants = {
        CUPS.folder / "spool" / "d00099-001": b"%PDF-1.4\n1 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\n" + zlib.compress(other.encode()) + b"\nendstream",
        CUPS.folder / "spool" / "tmp" / "cupsdoc": "…".encode() + word.encode("utf-16-be").hex().upper().encode(),
        CUPS.folder / "cache" / "left.O": other.encode("utf-16-le"),
        CUPS.folder / "log" / "page_log.O": b"venue 1 1 " + word.encode(),
        ROOM.vault / "meetings" / "left.db-wal": other.encode("gb18030"),
        ROOM.home / word: b"",
        pathlib.Path("/dev/shm", f"msk-planted-{os.getpid()}"): zlib.compress(b"") + word.encode(),
        pathlib.Path("/tmp", f"msk-planted-{os.getpid()}"): b"stream\n" + zlib.compress(other.encode("utf-16-be")),
    }
    for path, content in plants.items():
        path.write_bytes(content)
    try:
        found = look()
    finally:
        for path in plants:
            path.unlink()
    return [f"{path} is not found" for path in plants if str(path) not in found]


@tap.check("/flows/erasure/after-it-nothing-is-left-in-vault-folders-or-printing-system")
def erased():
    at = ("--meeting", 1)
    ROOM.good("meeting", "export", ROOM.stick / "record.msk", *at, "--recipient", "archive", "--new-passphrase-file", ROOM.secret, user="organiser")
    findings = said_of(SEARCH.look(ROOM.stick))
    ROOM.act("organiser", "archive", "file", *at, number="W-1", kept_for="30", pages=48, ordered_by="Fang")
    ROOM.act("leader", "meeting", "approve-erasure", *at, reference="1", kept="room 3")
    # What a program that was killed left of a report.
    (ROOM.papers / ".msk-0123456789abcdef.part").write_text(CHINESE[0], encoding="utf-8")
    gone = ROOM.good("meeting", "erase", *at, "--export", ROOM.stick / "record.msk", "--cosigner", "clerk", "--cosigner-file", ROOM.passphrase, user="security")["erasure"]
    findings += expect((gone["state"], gone["finished"]), ("gone", True))
    findings += said_of(look())
    keys, files = ROOM.keys()
    findings += expect((list(keys), files), (["appliance"], []))
    findings += sorted(SEARCH.seen_in(pages.read(ROOM.vault / "appliance.db", keys["appliance"])))
    log = ROOM.vault / "appliance.db-wal"
    findings += expect(log.exists() and log.stat().st_size > 0, False)
    findings += expect([path.name for path in (ROOM.vault / "meetings").iterdir()], [])
    findings += expect(CUPS.jobs(), [])
    return findings + expect(sorted(path.name for path in CUPS.folder.glob("spool/[cd]*")), [])


@tap.check("/flows/erasure/the-printing-system-has-nothing-after-it-ended-and-began-again")
def restarted():
    """What cupsd keeps in memory is on the disk once it ends."""
    CUPS.tell("stop-server")
    findings = said_of(look())
    CUPS.tell("start-server")
    return findings + said_of(look())


@tap.check("/flows/erasure/the-old-file-put-back-opens-with-no-key-of-the-vault")
def put_back():
    KEPT["file"].write_bytes(KEPT["bytes"])
    KEPT["file"].chmod(0o600)
    findings = [f"{user}: {answer.output}" for user in msk.USERS
                if (answer := ROOM.run("meeting", "show", "--meeting", 1, user=user)).code not in ("meeting-erased", "role")]
    keys, _ = ROOM.keys()
    findings += [f"{name} opens it" for name, key in keys.items() if SEARCH.seen_in(pages.read(KEPT["file"], key))]
    # With its own key, which nobody has any more, it would.
    return findings + ([] if SEARCH.seen_in(pages.read(KEPT["file"], KEPT["key"])) else ["nothing is seen even with its key"])


try:
    tap.main()
finally:
    CUPS.end()
