"""Batches of copies through a printing system where something happens at random: nothing is lost, doubled or skipped unseen.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import os
import random
import signal
import sys
import time

import tap
from print_room import PAGES, PrintRoom

SEED, BATCHES = map(int, sys.argv[1:3])
MAX_COPIES = 3
HANG_SECONDS = 1.0  # at most; far below what the kit takes for the end of cupsd
FAULTS = {"venue": ["media-empty", "media-jam", "cover-open", "toner-empty"], "cable": ["media-empty", "media-jam", "door-open", "offline"]}
# What comes of a copy although the printing system says that all is well: these no program can see.
LIES = ("lose", "twice", "backend-killed")


class Batch:
    """One run of the printer, and what happens in it. All of it comes from the dice, so that a seed tells the whole story."""

    def __init__(self, room, dice, number):
        self.room = room
        self.dice = dice
        self.number = number
        self.queue = dice.choice(["venue", "cable"])
        self.count = dice.randint(1, MAX_COPIES)
        self.at_copy = dice.randint(1, self.count)
        self.at_sheet = dice.randint(0, PAGES - 1)
        self.event = dice.choice(["nothing", "fault-mended", "fault-cancelled", "fault-program-killed", "fail", "lose", "twice", "cancelled",
                                  "program-killed", "server-killed", "server-killed-and-started", "server-restarted", "server-hung",
                                  "queue-stopped", "backend-crashed", "backend-killed"])
        if self.event.startswith("backend") and self.queue == "venue":
            self.queue = "cable"

    def __str__(self):
        return f"batch {self.number}: {self.event} on {self.queue} at copy {self.at_copy} of {self.count} after {self.at_sheet} sheets"

    def prepare(self):
        """Numbers of former batches that were spoiled or given up are printed anew now and then."""
        ended = [copy["number"] for copy in self.room.copies() if copy["attempt"] in ("spoiled", "void")]
        self.again = [number for number in ended if self.dice.random() < 0.2][:self.count]
        for number in self.again:
            self.room.good("copy", "reprint", number, user="clerk")
        if self.count > len(self.again):
            self.room.good("copy", "reserve", self.room.paper, self.count - len(self.again), user="clerk")
        self.begun = len(list(self.room.cups.began.glob("*")))
        self.came = len(self.room.cups.sheets())

    def behaviour(self):
        if self.event in ("fail", "lose", "twice"):
            return self.event
        if self.event.startswith("fault"):
            return self.dice.choice(FAULTS[self.queue])
        return "print" if self.event == "nothing" else "hold"

    def perform(self):
        behaviour = self.behaviour()
        self.room.cups.tell(f"behave {behaviour} {self.at_sheet} {self.begun + self.at_copy}")
        printing = self.room.start_printing(self.queue)
        if behaviour not in ("print", "fail", "lose", "twice"):
            self.room.cups.wait_until_begun(self.begun + self.at_copy)
            self.room.cups.wait_for_sheets(self.came + PAGES * (self.at_copy - 1) + self.at_sheet + (behaviour == "media-jam"))
            self.strike(printing)
        self.said = "".join(printing.communicate(timeout=300))

    def strike(self, printing):
        cups = self.room.cups
        time.sleep(self.dice.random() * 0.1)
        match self.event:
            case "fault-mended":
                cups.tell("behave print")
            case "fault-cancelled" | "cancelled":
                printing.send_signal(signal.SIGINT)
            case "fault-program-killed" | "program-killed":
                os.killpg(printing.pid, signal.SIGKILL)
            case "server-killed":
                cups.tell("kill-server")
            case "server-killed-and-started":
                cups.tell("kill-server")
                cups.tell("start-server")
            case "server-restarted":
                cups.tell("stop-server")
                cups.tell("start-server")
            case "server-hung":
                cups.tell("hang-server")
                time.sleep(self.dice.random() * HANG_SECONDS)
                cups.tell("wake-server")
                cups.tell("behave print")
            case "queue-stopped":
                self.room.administer("cupsdisable", self.queue)
            case "backend-crashed":
                cups.end_backend(signal.SIGABRT)
            case "backend-killed":
                cups.end_backend(signal.SIGKILL)

    def judge(self):
        """What must hold whatever happened, before anybody looks into the tray."""
        findings = []
        copies = self.room.copies()
        numbers = [copy["number"] for copy in copies]
        if numbers != list(range(1, len(numbers) + 1)):
            findings.append(f"numbers {numbers}")
        states = collections.Counter(copy["attempt"] for copy in copies)
        if states["uncertain"] > 1 or states["sent"]:
            findings.append(f"attempts {dict(states)}")
        for copy in copies:
            sets, rest = self.room.sets_and_rest(copy)
            if copy["attempt"] == "reserved" and (sets or rest):
                findings.append(f"number {copy['number']} is reserved, and {sets} sets and {rest} sheets of it lie there")
            if copy["attempt"] == "printed" and self.event not in LIES and (sets, rest) != (1, 0) and "jam" not in self.said \
                    and not self.event.startswith("fault"):
                findings.append(f"number {copy['number']} is printed, and {sets} sets and {rest} sheets of it lie there")
        return findings

    def serials(self):
        return {copy["serial"]: copy["number"] for copy in self.room.copies() if copy["serial"]}


def check_batch(room, batch, seen):
    """seen: every serial there ever was, and its number. A batch that finds something ends the story, since all that follows rests on it."""
    batch.prepare()
    batch.perform()
    # A cupsd that was killed had better be there again, and nobody looks before the printer is still.
    room.restore(batch.queue)
    findings = batch.judge()
    for serial, number in batch.serials().items():
        if seen.setdefault(serial, number) != number:
            findings.append(f"serial {serial} is of number {seen[serial]} and of number {number}")
    findings += room.take_stock() + room.compare()
    return [f"{batch}: {finding}" for finding in findings]


@tap.check(f"/flows/batches/{BATCHES}-batches-lose-nothing/seed-{SEED}")
def batches():
    dice = random.Random(SEED)
    seen = {}
    with PrintRoom(BATCHES * MAX_COPIES, reserved=0) as room:
        for number in range(1, BATCHES + 1):
            batch = Batch(room, dice, number)
            try:
                findings = check_batch(room, batch, seen)
            except Exception as error:
                findings = [f"{batch}: {type(error).__name__}: {error}"]
            if findings:
                return findings
            # Whoever watches wants to see it move.
            print(f"# {batch}", flush=True)
    return []


tap.main()
