"""A print room for tests: a private cupsd with its printers, and a meeting whose copies are printed there.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import os
import pathlib
import subprocess
import time

import msk
import tag_reader

PRIVATE_CUPS = os.environ["MSK_PRIVATE_CUPS"]
PATIENCE = 60  # seconds until something that must happen counts as not happening
PAGES = 4  # of the sample paper; printed on one side


def wait_until(holds, what):
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"{what} never happened")
        time.sleep(0.02)


class Cups:
    """A private printing system; see tests/support/README.md."""

    def __init__(self):
        self.process = subprocess.Popen([PRIVATE_CUPS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.facts = {}
        while (line := self.process.stdout.readline().strip()) != "ok":
            word, _, value = line.partition(" ")
            if not word:
                raise AssertionError("the private cupsd did not start")
            self.facts[word] = value
        self.folder = pathlib.Path(self.facts["folder"])
        self.received = self.folder / "received"
        self.began = self.folder / "began"
        self.server_is_up = True

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if answer != "ok":
            raise AssertionError(f"{command}: {answer}")
        if command in ("kill-server", "stop-server", "start-server"):
            self.server_is_up = command == "start-server"

    def wait_until_begun(self, count):
        wait_until(lambda: len(list(self.began.glob("*"))) >= count, f"job {count} at the printer")

    def wait_for_sheets(self, count):
        wait_until(lambda: len(self.sheets()) >= count, f"sheet {count}")

    def sheets(self):
        """What lies in the tray, in the order in which it came: (name of the job, page, whether it is whole)."""
        lines = (self.folder / "tray").read_text().split("\n")[:-1]
        return [(words[0], int(words[1]), len(words) == 2) for words in map(str.split, lines)]

    def is_at_work(self):
        """Whether a document is on its way through a printer. One that was killed leaves its note."""
        try:
            process = (self.folder / "at-work").read_text().strip()
            return str(self.folder) in pathlib.Path("/proc", process, "cmdline").read_text()
        except OSError:
            return False

    def jobs(self):
        """The jobs that cupsd has yet to print."""
        return subprocess.run(["lpstat", "-h", self.facts["server"], "-o"], capture_output=True, text=True).stdout.splitlines()

    def settle(self):
        """Lets the printers finish whatever they have, as staff do before they look into the tray."""
        self.tell("behave print")
        wait_until(lambda: not self.is_at_work() and not (self.server_is_up and self.jobs()), "the end of printing")

    def end_backend(self, how):
        os.kill(int((self.folder / "at-work").read_text()), how)

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class PrintRoom(msk.Vault):
    """A meeting with an approved paper, and both queues of a private cupsd as its designated printers."""

    def __init__(self, approved, reserved=None, file=msk.SAMPLE_PAPER, **changes):
        super().__init__()
        self.cups = Cups()
        for name in ("queue", "cable"):
            self.good("appliance", "printer-add", self.cups.facts[name], "--kind", "cups", "--target", self.cups.facts[name], "--place",
                      "print room", user="security")
        self.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
        self.paper = self.add_paper(file, **changes)
        self.approve(self.paper, copies=approved)
        if reserved != 0:
            self.good("copy", "reserve", self.paper, reserved or approved, user="clerk")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cups.end()

    def environment(self):
        return msk.environment(self.home, CUPS_SERVER=self.cups.facts["server"], CUPS_SERVERROOT=str(self.cups.folder / "conf"),
                               TMPDIR=str(self.temporary()))

    def temporary(self):
        folder = self.path / "temporary"
        folder.mkdir(exist_ok=True)
        return folder

    def print_copies(self, printer="venue"):
        return self.run("copy", "print", self.paper, "--printer", printer, user="clerk", env=self.environment())

    def start_printing(self, printer="venue"):
        return self.start("--json", "copy", "print", self.paper, "--printer", printer, user="clerk", env=self.environment())

    def copies(self):
        return self.good("copy", "list", user="clerk")["copies"]

    def attempts(self):
        return [copy["attempt"] for copy in self.copies()]

    def runs(self):
        return self.good("copy", "runs", user="clerk")["runs"]

    def balance_holds(self):
        return self.good("paper", "show", self.paper, user="organiser")["balance"]["holds"]

    def administer(self, *command):
        environment = {**self.environment(), "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin"}
        subprocess.run(command, env=environment, check=True)

    def restore(self, queue):
        """Everything runs again, and what the printers still had is out, as it would be when staff go and look."""
        if not self.cups.server_is_up:
            self.cups.tell("start-server")
        self.administer("cupsenable", queue)
        self.cups.settle()

    def tray(self):
        """How many whole sheets of each page, and how many wrecked ones, lie there of each job."""
        whole, wrecked = collections.defaultdict(collections.Counter), collections.Counter()
        for name, page, is_whole in self.cups.sheets():
            if is_whole:
                whole[name][page] += 1
            else:
                wrecked[name] += 1
        return whole, wrecked

    def sets_and_rest(self, copy):
        """What lies in the tray of a copy's newest attempt: whole copies, and how many sheets beside them."""
        whole, wrecked = self.tray()
        name = f"{copy['serial']:09}"
        sets = min(whole[name][page] for page in range(1, PAGES + 1))
        return sets, sum(whole[name].values()) - sets * PAGES + wrecked[name]

    def take_stock(self, first=1):
        """What staff do at the printer, by nothing but what lies there. Returns what cannot be made to agree."""
        findings = []
        for copy in (copy for copy in self.copies() if copy["number"] >= first and copy["state"] == "printing"):
            number, attempt = copy["number"], copy["attempt"]
            sets, rest = self.sets_and_rest(copy)
            if attempt == "reserved":
                if sets or rest:
                    findings.append(f"number {number} was never sent, and {sets} sets and {rest} sheets of it lie there")
                self.good("copy", "void", number, "--from", "-", user="clerk", said={"reason": "not needed"})
            elif sets:
                findings += self.accept(copy, sets)
                if rest:
                    self.good("copy", "twice", number, "--from", "-", user="clerk", said={"reason": "torn in the printer", "sheets": rest})
            elif rest:
                # More than a copy has can lie there and be none: a restarted cupsd began it a second time.
                first, more = min(rest, PAGES), rest - min(rest, PAGES)
                self.good("copy", "spoil", number, "--from", "-", user="security" if first < PAGES else "clerk",
                          said={"reason": "not whole", "sheets": first})
                if more:
                    self.good("copy", "twice", number, "--from", "-", user="clerk", said={"reason": "begun twice", "sheets": more})
            else:
                self.good("copy", "never", number, "--from", "-", user="clerk", said={"reason": "nothing in the tray"})
                self.agree(copy)
        return findings

    def agree(self, copy):
        """The officer's word, once nothing of the copy can come any more."""
        answer = self.run("copy", "never-agree", copy["number"], user="security")
        if answer.code == "printing-not-settled":
            run = next(run["run"] for run in self.runs() if run["spool"] in ("unknown", "left") and run["unsettled"])
            self.good("copy", "clear", run, user="clerk", env=self.environment())
            answer = self.run("copy", "never-agree", copy["number"], user="security")
        if answer.status != 0:
            raise AssertionError(f"agreeing that {copy['number']} never came: {answer.output}")

    def accept(self, copy, sets):
        """The first set is good, and every further one an alarm."""
        findings = []
        tag = tag_reader.read_pages(self.cups.began / f"{copy['serial']:09}", last=1)[0][0]
        with msk.Scan(self, "--mode", "check") as scan:
            if (verdict := scan.say(tag))["code"] != "confirmed":
                findings.append(f"number {copy['number']}: {verdict['code']}")
            scan.say("mode twice")
            scan.say("reason came twice")
            for _ in range(sets - 1):
                if (verdict := scan.say(tag))["tone"] != "alarm":
                    findings.append(f"number {copy['number']} a second time: {verdict['code']}")
        return findings

    def compare(self, first=1):
        """The register's account of the copies from the first on against the sheets in the tray."""
        findings = []
        spoiled = collections.Counter()
        for row in self.good("copy", "spoiled", user="clerk")["spoiled"]:
            spoiled[row["serial"]] += row["sheets"]
        for copy in (copy for copy in self.copies() if copy["number"] >= first):
            sets, rest = self.sets_and_rest(copy)
            wanted = {True: "good", False: "spoiled" if rest else "void"}[sets > 0]
            if copy["attempt"] != wanted:
                findings.append(f"number {copy['number']} is {copy['attempt']} with {sets} sets and {rest} sheets in the tray")
            beside = rest + PAGES * max(sets - 1, 0)
            if spoiled[copy["serial"]] != beside:
                findings.append(f"number {copy['number']}: {spoiled[copy['serial']]} spoiled sheets registered, {beside} lie there")
        if not self.balance_holds():
            findings.append("the balance does not hold")
        return findings
