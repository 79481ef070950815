# A small vault for tests of the window, made through msk, and the codes on its papers, read from the sheets.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything here goes through the programs that staff use: the vault through msk, the codes by looking at the printed pages."""

import datetime
import glob
import json
import os
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "support"))

import blind_count  # noqa: E402
import tag_reader  # noqa: E402

PASSPHRASE = "a quiet evening"
USERS = {"guard": "security-officer", "host": "organiser", "chief": "responsible-leader", "clerk": "desk-clerk",
         "reader": "auditor", "keeper": "system-administrator"}
LONG_NAME = "阿卜杜热合曼·买买提明·图尔荪尼亚孜"
LONG_NUMBER = "国某某委综合协调办密发〔2026〕1234号"
LONG_UNIT = "国家某某某某委员会某某某某综合协调办公室机关服务保障中心第二分中心"


class PrintingSystem:
    """With statement: inside it a private cupsd with a printer of its own runs, and every program that is started prints there."""

    def __init__(self, program):
        self.program = program
        self.facts = {}

    def __enter__(self):
        self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        while (line := self.process.stdout.readline().strip()) != "ok":
            name, _, value = line.partition(" ")
            if not name:
                raise RuntimeError("the private cupsd did not start")
            self.facts[name] = value
        os.environ.update({"CUPS_SERVER": self.facts["server"], "CUPS_SERVERROOT": self.facts["folder"] + "/conf"})
        return self

    def __exit__(self, *reason):
        for name in ("CUPS_SERVER", "CUPS_SERVERROOT"):
            os.environ.pop(name, None)
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def tell(self, command):
        """Has the printer behave; see tests/support/README.md."""
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if answer != "ok":
            raise RuntimeError("%s: %s" % (command, answer))

    def count_begun(self):
        """How many jobs the printer has begun."""
        return len(os.listdir(os.path.join(self.facts["folder"], "began")))

    def read_codes(self):
        """One code of every copy that came out of the printer, in the order of their print attempts."""
        return sorted(read_code(path) for path in glob.glob(os.path.join(self.facts["folder"], "received", "*.pdf")))


class Kit:
    """A vault in a folder of its own, and msk to work on it."""

    def __init__(self, msk, paper, folder):
        self.msk = msk
        self.paper = paper
        self.meeting = []  # the option that names it, once there is one
        os.makedirs(folder, exist_ok=True)
        self.vault = os.path.join(folder, "vault")
        self.secret = os.path.join(folder, "passphrase")
        with open(os.open(self.secret, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            file.write(PASSPHRASE + "\n")

    def run(self, user, *arguments, draft=None):
        """Runs one verb as a user and gives its JSON answer."""
        command = [self.msk, "--vault", self.vault, "--user", user, "--passphrase-file", self.secret, "--json", *self.meeting, *arguments]
        if draft is not None:
            command += ["--from", "-"]
        done = subprocess.run(command, input=json.dumps(draft or {}).encode(), stdout=subprocess.PIPE, timeout=300)
        answer = json.loads(done.stdout or b"{}")
        if done.returncode != 0:
            raise RuntimeError("msk %s: %s" % (" ".join(arguments), answer))
        return answer

    def start(self, user, *arguments):
        """Starts one verb as a user and leaves it running."""
        command = [self.msk, "--vault", self.vault, "--user", user, "--passphrase-file", self.secret, "--json", *self.meeting, *arguments]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def create(self, folder=True):
        """A vault with one account of each role, and a folder printer if wanted."""
        self.run("guard", "vault", "create", "--cost", "interactive")  # a test signs in often
        for name, role in USERS.items():
            if name != "guard":
                self.run("guard", "user", "add", name, "--role", role, "--new-passphrase-file", self.secret)
        if folder:
            self.run("guard", "appliance", "printer-add", "folder", "--kind", "folder", "--place", "print-room")

    def add_venue(self, system):
        """The printer of a private printing system, at a place of its own."""
        self.run("guard", "appliance", "printer-add", "venue", "--kind", "cups", "--target", system.facts["queue"], "--place", "一号楼文印室")

    def create_meeting(self):
        answer = self.run("host", "meeting", "create", draft={
            "number": "2026-07", "title": "关于某项重要工作的专题会议", "level": "secret", "starts": "2026-11-23T09:00+08:00",
            "ends": "2026-11-23T17:30+08:00", "venue": "一号楼第三会议室", "organiser": "办公厅会议处", "leader": "周同"})
        self.meeting = ["--meeting", str(answer["meeting"])]
        for title, level, recording in (("听取汇报", "secret", "notebook"), ("讨论方案", "secret", "none")):
            self.run("host", "meeting", "agenda-add", draft={"title": title, "level": level, "recording": recording})

    def add_people(self, people):
        """Puts people on the list, by name and unit."""
        for name, unit in people:
            self.run("host", "attendee", "add", draft={"name": name, "unit": unit, "post": "处长", "capacity": "delegate",
                                                       "clearance": "secret"})

    def seal(self):
        self.run("host", "attendee", "submit")
        self.run("chief", "attendee", "approve-rest", draft={"reason": "经审查同意"})
        self.run("chief", "attendee", "seal")

    def set_hours(self, begins, ends):
        """The meeting's times, in hours from now."""
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        self.run("host", "meeting", "change", draft={"starts": (now + datetime.timedelta(hours=begins)).isoformat(),
                                                     "ends": (now + datetime.timedelta(hours=ends)).isoformat()})

    def fill_room(self):
        """The meeting is held now, and everybody on a sealed list has done what they owe and is in the room."""
        self.set_hours(-1, 3)
        self.open_meeting()
        self.brief_all()
        people = [person["id"] for person in self.run("clerk", "attendee", "list")["attendees"] if person["vetting"] == "approved"]
        for person in people:
            self.admit(person)

    def admit(self, person):
        self.run("clerk", "door", "in", "--person", str(person), "--no-devices", "--identity", "id-card")

    def open_meeting(self):
        """Every mandatory measure on record, and the meeting opened."""
        for department in ("guard", "secrecy"):
            self.run("host", "measure", "liaison", draft={
                "department": department, "organ": "省委办公厅", "contact": "顾长风", "agreed": "岗位和路线", "reference": "保函3号"})
        self.record_measures("measures", "host")
        self.run("chief", "meeting", "open")

    def record_measures(self, phase, user):
        """Every mandatory measure on record, as done: of "measures", those before the meeting, or of those "after" it."""
        names = [one["measure"] for one in self.run("host", "measure", "list")[phase] if one["mandatory"]]
        self.run(user, "measure", "record", *names, draft={"by": "方晓岚", "evidence": "查验记录"})

    def count_blind(self):
        """Two people have counted what lies there after the sweep, and it is as the register says."""
        counted = blind_count.figures(lambda *words: self.run("clerk", *words))
        for user in ("clerk", "chief"):
            self.run(user, "sweep", "count", *counted)

    def brief_all(self, *texts):
        """Everybody has taken note of these texts."""
        for text in texts or ("briefing", "pledge", "notice"):
            self.run("clerk", "notice", "heard", text, "--all")

    def add_paper(self, copies, number="密发〔2026〕3号"):
        """One paper, approved, its numbers reserved and printed into a folder."""
        paper = self.add_reserved(copies, number)
        self.run("clerk", "copy", "print", paper, "--printer", "folder")
        return paper

    def add_reserved(self, copies, number="密发〔2026〕3号"):
        """One paper, approved, its numbers reserved."""
        paper = str(self.run("host", "paper", "add", self.paper, draft={
            "document_number": number, "title": "关于某项重要工作的实施方案", "level": "secret", "period": "10年",
            "originator": "某某办公厅", "scope": "all"})["paper"])
        self.approve_copies(paper, copies)
        self.run("clerk", "copy", "reserve", paper, str(copies))
        return paper

    def approve_copies(self, paper, copies):
        """Leave to copy it, asked for and decided."""
        request = str(self.run("host", "paper", "request", paper, draft={
            "copies": copies, "purpose": "会议用", "applicant": "吴越"})["request"])
        self.run("chief", "paper", "approve", request, draft={
            "copies": copies, "authority": "周同", "post": "主任", "organ": "某某办公厅", "standing": "county", "reference": "批〔2026〕7号"})

    def prepare(self, copies=4):
        """A whole small meeting up to the moment when papers are given out. Gives the codes: badges by name, copies by number."""
        self.create()
        self.create_meeting()
        self.add_people([("张三", "办公厅"), ("𠮷田实", "外事局"), (LONG_NAME, LONG_UNIT)])
        self.seal()
        self.add_paper(copies)
        numbers = [copy["number"] for copy in self.run("clerk", "copy", "list")["copies"]]
        self.run("clerk", "copy", "confirm", *map(str, numbers))
        self.print_badges()
        self.fill_room()
        return self.read_codes()

    def print_badges(self):
        """A badge for everybody, looked at, in the order of the list."""
        people = self.run("clerk", "attendee", "list")["attendees"]
        self.run("clerk", "attendee", "badge", "--printer", "folder")
        self.run("clerk", "attendee", "badge-confirm", *(str(person["id"]) for person in people))

    def read_codes(self):
        """Reads one code of every printed document, by kind: copies' and badges', each in the order of their print attempts."""
        codes = {"1": [], "2": []}
        for path in glob.glob(os.path.join(self.vault + "-papers", "**", "*.pdf"), recursive=True):
            code = read_code(path)
            codes[code[1]].append(code)
        return {"copies": sorted(codes["1"]), "badges": sorted(codes["2"])}


def read_code(path):
    """The code on the first page of a PDF."""
    return tag_reader.read_pages(path, last=1)[0][0]
