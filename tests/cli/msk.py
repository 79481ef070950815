"""Runs the real msk as a user would, on a vault of its own.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import blind_count

MSK = pathlib.Path(os.environ["MSK_PROGRAM"])
SAMPLE_PAPER = pathlib.Path(os.environ["MSK_SAMPLE_PAPER"])  # four pages

PASSPHRASE = "correct horse battery"
USERS = {"security": "security-officer", "organiser": "organiser", "leader": "responsible-leader", "clerk": "desk-clerk",
         "administrator": "system-administrator", "auditor": "auditor"}

MEETING = {"number": "密会〔2031〕5号", "title": "𠮷川水库调度专题会", "level": "secret", "starts": "2031-03-01T09:00+08:00",
           "ends": "2031-03-01T12:00+08:00", "venue": "三号楼东厅", "organiser": "秘书一处", "leader": "罗崇文"}
PAPER = {"document_number": "水调〔2031〕12号", "title": "关于水库汛期调度的请示", "level": "secret", "period": "10年", "originator": "水务厅",
         "scope": "delegate,observer"}
REQUEST = {"copies": 5, "purpose": "会上用", "applicant": "方晓岚"}
APPROVAL = {"copies": 5, "authority": "罗崇文", "post": "厅长", "organ": "水务厅", "standing": "county", "reference": "水密批〔2031〕8号"}
PEOPLE = [("㐀明远", "delegate", "secret"), ("林怀瑾", "delegate", "top-secret"), ("周砚秋", "observer", "confidential"),
          ("陈阿秀", "service", "secret"), ("沈知行", "delegate", "secret")]


def environment(home, **more):
    """Nothing of the tester's own: no vault, no home, no settings."""
    kept = {name: os.environ[name] for name in ("PATH", "TZ", "G_DEBUG", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
            if name in os.environ}
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "LC_ALL": "C.UTF-8", **more}


class Answer:
    """What one run of msk said. With --json the output must be one object on one line."""

    def __init__(self, done):
        self.status = done.returncode
        self.output = done.stdout
        self.errors = done.stderr

    @property
    def json(self):
        lines = self.output.splitlines()
        if len(lines) != 1:
            raise AssertionError(f"{len(lines)} lines instead of one object: {self.output[:300]!r} {self.errors[:300]!r}")
        found = json.loads(lines[0])
        if not isinstance(found, dict):
            raise AssertionError(f"no object: {self.output[:300]!r}")
        return found

    @property
    def code(self):
        return self.json.get("error", {}).get("code")


class Place:
    """A folder with a home and passphrase files, and room for a vault. Removed with the object."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="msk-cli-")
        self.path = pathlib.Path(self.folder.name)
        self.home = self.path / "home"
        self.home.mkdir()
        self.vault = self.path / "vault"
        self.papers = self.path / "vault-papers"
        self.passphrase = self.write("passphrase", PASSPHRASE + "\n")

    def write(self, name, text, mode=0o600):
        path = self.path / name
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        return path

    def command(self, *words, user=None):
        who = ["--user", user, "--passphrase-file", str(self.passphrase)] if user else []
        return [str(MSK), "--vault", str(self.vault), *who, *map(str, words)]

    def start(self, *words, user=None, **options):
        """Starts msk without a terminal to ask on, and without waiting for it."""
        options.setdefault("env", environment(self.home))
        return subprocess.Popen(self.command(*words, user=user), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                start_new_session=True, encoding="utf-8", **options)

    def plain(self, *words, user=None, said="", **options):
        """Runs msk without --json."""
        process = self.start(*words, user=user, **options)
        output, errors = process.communicate(said if isinstance(said, str) else json.dumps(said, ensure_ascii=False))
        return Answer(subprocess.CompletedProcess(words, process.returncode, output, errors))

    def run(self, *words, **options):
        return self.plain("--json", *words, **options)

    def good(self, *words, **options):
        answer = self.run(*words, **options)
        if answer.status != 0:
            raise AssertionError(f"msk {' '.join(map(str, words))} ended with {answer.status}: {answer.output}{answer.errors}")
        return answer.json


class Vault(Place):
    """A vault with one account for each role."""

    def __init__(self):
        super().__init__()
        self.good("vault", "create", "--cost", "interactive", user="security")
        for name, role in USERS.items():
            if name != "security":
                self.good("user", "add", name, "--role", role, "--new-passphrase-file", self.passphrase, user="security")

    def record_measures(self, phase, user, *at):
        """Every mandatory measure on record, as done: of "measures", those before the meeting, or of those "after" it."""
        names = [one["measure"] for one in self.good("measure", "list", *at, user="auditor")[phase] if one["mandatory"]]
        self.good("measure", "record", *names, *at, "--from", "-", user=user, said={"by": "方晓岚", "evidence": "查验记录"})

    def count_blind(self, *at, users=("clerk", "leader")):
        """Two people have counted what lies there after the sweep, and it is as the register says."""
        counted = blind_count.figures(lambda *words: self.good(*words, user=users[0]), at)
        for user in users:
            answer = self.good("sweep", "count", *counted, *at, user=user)
        if answer["standing"] != "agree":
            raise AssertionError(f"the counts {counted} do not agree: {answer}")

    def add_paper(self, file=SAMPLE_PAPER, **changes):
        details = self.write("paper.json", json.dumps({**PAPER, **changes}))
        return self.good("paper", "add", file, "--from", details, user="organiser")["paper"]

    def request(self, paper, **changes):
        return self.good("paper", "request", paper, "--from", "-", user="organiser", said={**REQUEST, **changes})["request"]

    def approve(self, paper, copies=5, **changes):
        """Leave for so many copies: asked for by one, given by another."""
        request = self.request(paper, copies=copies)
        return self.good("paper", "approve", request, "--from", "-", user="leader", said={**APPROVAL, "copies": copies, **changes})


class Meeting(Vault):
    """A meeting with its list sealed, one paper approved, five copies printed and good, and two badges."""

    def __init__(self):
        super().__init__()
        self.good("appliance", "printer-add", "folder", "--kind", "folder", "--place", "print room", user="security")
        self.hold()

    def hold(self, **changes):
        """Makes the meeting: the only one that is not closed."""
        self.meeting = self.good("meeting", "create", "--from", "-", user="organiser", said={**MEETING, **changes})["meeting"]
        for name, capacity, clearance in PEOPLE:
            self.good("attendee", "add", "--accept-warnings", "--from", "-", user="organiser",
                      said={"name": name, "unit": "水务厅", "post": "处长", "capacity": capacity, "clearance": clearance})
        self.people = {person["name"]: person["id"] for person in self.good("attendee", "list", user="organiser")["attendees"]}
        self.good("attendee", "submit", user="organiser")
        self.good("attendee", "reject", self.people["沈知行"], "--from", "-", user="leader", said={"reason": "与议题无关"})
        self.good("attendee", "approve", self.people["周砚秋"], "--from", "-", user="leader", said={"reason": "同意列席"})
        self.good("attendee", "approve-rest", "--from", "-", user="leader", said={"reason": "同意"})
        self.good("attendee", "seal", user="leader")
        self.paper = self.add_paper()
        self.approve(self.paper)
        self.good("copy", "reserve", self.paper, 5, user="clerk")
        self.good("copy", "print", self.paper, "--printer", "folder", user="clerk")
        self.copies = [copy["number"] for copy in self.good("copy", "list", user="clerk")["copies"]]
        self.good("copy", "confirm", *self.copies, user="clerk")
        self.printed = sorted(self.papers.glob("*.pdf"))

    def open_meeting(self):
        """Every mandatory measure on record, and the meeting opened."""
        for department in ("guard", "secrecy"):
            self.good("measure", "liaison", "--from", "-", user="organiser", said={
                "department": department, "organ": "省委办公厅", "contact": "顾长风", "agreed": "岗位和路线", "reference": "保函3号"})
        self.record_measures("measures", "organiser")
        self.good("meeting", "open", user="leader")

    def brief_all(self):
        """Everybody has taken note of every text that they owe."""
        for text in ("briefing", "pledge", "notice"):
            self.good("notice", "heard", text, "--all", user="clerk")

    def set_hours(self, begins, ends):
        """The meeting's times, in hours from now."""
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        self.good("meeting", "change", "--from", "-", user="organiser",
                  said={"starts": (now + datetime.timedelta(hours=begins)).isoformat(), "ends": (now + datetime.timedelta(hours=ends)).isoformat()})

    def pass_door(self, lines, user="clerk"):
        """The codes that msk door scan answers to these lines."""
        done = self.plain("door", "scan", "--stdin", "--commands", user=user, said="".join(line + "\n" for line in lines))
        return [json.loads(line)["code"] for line in done.output.splitlines()]

    def admit(self, *people):
        lines = [line for person in people for line in (f"person {person}", "no-devices", "identity id-card")]
        codes = self.pass_door(lines)
        if codes.count("admitted") != len(people):
            raise AssertionError("not everybody came in: " + ", ".join(codes))

    def fill_room(self):
        """The meeting is held now, and everybody on the sealed list has done what they owe and is in the room."""
        self.set_hours(-1, 3)
        self.open_meeting()
        self.brief_all()
        self.good("duty", "assign", "service", self.people["陈阿秀"], user="organiser")
        self.good("duty", "heard", "service", "--all", user="clerk")
        self.admit(*(person for name, person in self.people.items() if name != "沈知行"))

    def empty_room(self):
        """Everybody is out again, whatever they hold."""
        inside = [line["person_id"] for line in self.good("door", "inside", user="security")["inside"]]
        self.pass_door(["mode out", *(line for person in inside for line in (f"person {person}", "let-out 散会"))], user="security")
        if self.good("door", "count", user="security")["inside"]["total"]:
            raise AssertionError("somebody is still inside")

    def print_badge(self, name):
        """The file of a new badge."""
        before = set(self.papers.glob("*.pdf"))
        self.good("attendee", "badge", self.people[name], "--printer", "folder", user="clerk")
        self.good("attendee", "badge-confirm", self.people[name], user="clerk")
        (badge,) = set(self.papers.glob("*.pdf")) - before
        return badge


class Scan:
    """msk desk scan --stdin, one line at a time."""

    def __init__(self, place, *words, user="clerk", commands=True):
        self.process = place.start("desk", "scan", "--stdin", *["--commands"] * commands, *words, user=user)

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        self.process.stdin.close()
        rest = self.process.stdout.read()
        status = self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()
        return status, rest
