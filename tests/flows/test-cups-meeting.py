"""Prints the copies of a meeting through a real cupsd of its own, with the printer failing in between.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import signal
import subprocess
import time

import msk
import tap

PRIVATE_CUPS = os.environ["MSK_PRIVATE_CUPS"]
PATIENCE = 60  # seconds until something that must happen counts as not happening


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
        self.received = pathlib.Path(self.facts["folder"], "received")
        self.began = pathlib.Path(self.facts["folder"], "began")

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if answer != "ok":
            raise AssertionError(f"{command}: {answer}")

    def wait_until_begun(self, count):
        end = time.monotonic() + PATIENCE
        while len(list(self.began.glob("*"))) < count:
            if time.monotonic() > end:
                raise AssertionError(f"the printer never began job {count}")
            time.sleep(0.05)

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class PrintRoom(msk.Vault):
    """A meeting with a sealed list, an approved paper and the queue of the private cupsd as its designated printer."""

    def __init__(self, approved):
        super().__init__()
        self.cups = Cups()
        self.good("appliance", "printer-add", "venue", "--kind", "cups", "--target", self.cups.facts["queue"], "--place", "print room",
                  user="security")
        self.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
        self.paper = self.add_paper()
        self.approve(self.paper, copies=approved)
        self.good("copy", "reserve", self.paper, approved, user="clerk")

    def environment(self):
        return msk.environment(self.home, CUPS_SERVER=self.cups.facts["server"], CUPS_SERVERROOT=self.cups.facts["folder"] + "/conf")

    def print_copies(self):
        return self.run("copy", "print", self.paper, "--printer", "venue", user="clerk", env=self.environment())

    def start_printing(self):
        return self.start("--json", "copy", "print", self.paper, "--printer", "venue", user="clerk", env=self.environment())

    def attempts(self):
        return [copy["attempt"] for copy in self.good("copy", "list", user="clerk")["copies"]]

    def balance_holds(self):
        return self.good("paper", "show", self.paper, user="organiser")["balance"]["holds"]


@tap.check("/flows/cups/what-came-out-is-confirmed-by-its-tags")
def confirmed():
    room = PrintRoom(3)
    findings = []
    try:
        answer = room.print_copies()
        if answer.status != 0:
            return [f"printing ended with {answer.status}: {answer.output}{answer.errors}"]
        sheets = sorted(room.cups.received.glob("*.pdf"))
        if len(sheets) != 3:
            findings.append(f"{len(sheets)} documents came out")
        if room.attempts() != ["printed"] * 3:
            findings.append(f"the register says {room.attempts()}")
        scan = msk.Scan(room, "--mode", "check")
        for sheet in sheets:
            tags = msk.read_tags(sheet)
            if [len(page) for page in tags] != [1, 1, 1, 1]:
                findings.append(f"tags on the pages: {tags}")
            verdict = scan.say(tags[0][0])
            if verdict["code"] != "confirmed":
                findings.append(f"the first page is {verdict['code']}")
            if scan.say(tags[1][0])["code"] != "already-good":
                findings.append("the second page of the same copy is not known")
        scan.end()
        if room.attempts() != ["good"] * 3 or not room.balance_holds():
            findings.append(f"after the check: {room.attempts()}")
    finally:
        room.cups.end()
    return findings


@tap.check("/flows/cups/a-server-killed-in-a-job-leaves-one-copy-uncertain")
def server_killed():
    room = PrintRoom(3)
    findings = []
    try:
        room.cups.tell("behave hold")
        printing = room.start_printing()
        room.cups.wait_until_begun(1)
        room.cups.tell("kill-server")
        printing.communicate()
        attempts = room.attempts()
        if printing.returncode == 0 or attempts.count("uncertain") != 1 or attempts.count("reserved") != 2:
            findings.append(f"status {printing.returncode}, the register says {attempts}")
        if not room.balance_holds():
            findings.append("the balance does not hold")
    finally:
        room.cups.end()
    return findings


@tap.check("/flows/cups/the-program-killed-in-a-job-leaves-one-copy-uncertain-and-no-number-twice")
def program_killed():
    room = PrintRoom(3)
    findings = []
    try:
        room.cups.tell("behave hold")
        printing = room.start_printing()
        room.cups.wait_until_begun(1)
        os.killpg(printing.pid, signal.SIGKILL)
        printing.communicate()
        first = room.attempts()
        if first != ["uncertain", "reserved", "reserved"]:
            findings.append(f"after the kill the register says {first}")
        room.cups.tell("behave print")
        answer = room.print_copies()
        if answer.status != 0 or room.attempts() != ["uncertain", "printed", "printed"]:
            findings.append(f"printing the rest: {answer.output} {room.attempts()}")
        numbers = [copy["number"] for copy in room.good("copy", "list", user="clerk")["copies"]]
        if numbers != [1, 2, 3] or not room.balance_holds():
            findings.append(f"numbers {numbers}")
        refused = room.run("copy", "reserve", room.paper, 1, user="clerk")
        if refused.code != "beyond-approval":
            findings.append(f"a fourth copy: {refused.output}")
    finally:
        room.cups.end()
    return findings


@tap.check("/flows/cups/a-printer-that-is-not-there-is-named-and-nothing-is-sent")
def absent():
    room = PrintRoom(1)
    findings = []
    try:
        room.cups.tell("kill-server")
        answer = room.print_copies()
        if answer.status != 4 or answer.code not in ("printer-absent", "printer-lost"):
            findings.append(f"without cupsd: {answer.status} {answer.output}")
        if room.attempts() != ["reserved"]:
            findings.append(f"the register says {room.attempts()}")
    finally:
        room.cups.end()
    return findings


tap.main()
