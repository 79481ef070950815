"""A printer that fails in every way that the test knows: the register's account against the sheets in the tray.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import signal

import tap
from print_room import PAGES, PrintRoom, wait_until

COPIES = 3

# What the register may say of three copies when printing has ended.
ALL_PRINTED = ["printed", "printed", "printed"]
STOPPED = ["printed", "uncertain", "reserved"]


class Run:
    """Three copies, of which the second meets the fault after some of its sheets."""

    def __init__(self, room, queue):
        self.room = room
        self.queue = queue
        self.first = 1 + max([copy["number"] for copy in room.copies()], default=0)
        self.begun = len(list(room.cups.began.glob("*")))
        self.came = len(room.cups.sheets())
        room.good("copy", "reserve", room.paper, COPIES, user="clerk")

    def start(self, fault, after):
        self.room.cups.tell(f"behave {fault} {after} {self.begun + 2}")
        self.printing = self.room.start_printing(self.queue)
        return self.printing

    def wait_for_fault(self, after, wrecked=0):
        self.room.cups.wait_for_sheets(self.came + PAGES + after + wrecked)
        self.room.cups.wait_until_begun(self.begun + 2)

    def end(self):
        output, errors = self.printing.communicate(timeout=300)
        return self.printing.returncode, output + errors

    def count(self):
        """The blind count of what came out agrees the first time."""
        number = self.room.runs()[-1]["run"]
        lie_there = len(self.room.cups.sheets()) - self.came
        counted = self.room.good("copy", "count", number, lie_there, user="clerk")["run"]
        return [] if counted["count"] == "agreed" else [f"{lie_there} sheets are counted, and the run is {counted['count']}"]

    def copies(self):
        return [copy for copy in self.room.copies() if copy["number"] >= self.first]

    def attempts(self):
        return [copy["attempt"] for copy in self.copies()]


def mended(fault, after, wrecked=0):
    """Somebody sees to the printer, and it goes on."""

    def play(run):
        run.start(fault, after)
        run.wait_for_fault(after, wrecked)
        run.room.cups.tell("behave print")

    return play


def left_alone(fault, after):
    """Nobody has to do anything: the printer has ended by itself."""
    return lambda run: run.start(fault, after)


def cancelled(fault, after):
    """The clerk stops the run while the printer waits."""

    def play(run):
        run.start(fault, after)
        run.wait_for_fault(after)
        os.kill(run.printing.pid, signal.SIGINT)

    return play


def killed_program(run):
    run.start("hold", 2)
    run.wait_for_fault(2)
    os.killpg(run.printing.pid, signal.SIGKILL)


def ended_backend(how):
    """In the middle of a sheet: the third has begun and never comes out."""

    def play(run):
        run.start("slow", 0)
        run.wait_for_fault(2)
        run.room.cups.end_backend(how)

    return play


def server(*commands):
    def play(run):
        run.start("hold", 2)
        run.wait_for_fault(2)
        for command in commands:
            run.room.cups.tell(command)

    return play


def hung_server(run):
    """cupsd stands still for longer than the kit waits for an answer."""
    run.start("hold", 2)
    run.wait_for_fault(2)
    run.room.cups.tell("hang-server")
    wait_until(lambda: run.printing.poll() is not None, "the end of the run")
    run.room.cups.tell("wake-server")


def stopped_queue(run):
    run.start("hold", 2)
    run.wait_for_fault(2)
    run.room.administer("cupsdisable", run.queue)


FAULTS = [
    ("venue", "media-empty", mended("media-empty", 0), ALL_PRINTED),
    ("venue", "media-jam", mended("media-jam", 2, wrecked=1), ALL_PRINTED),
    ("venue", "cover-open", mended("cover-open", 3), ALL_PRINTED),
    ("venue", "toner-empty", mended("toner-empty", 1), ALL_PRINTED),
    ("cable", "media-empty-on-the-cable", mended("media-empty-warning", 2), ALL_PRINTED),
    ("cable", "media-jam-on-the-cable", mended("media-jam", 0, wrecked=1), ALL_PRINTED),
    ("cable", "door-open", mended("door-open", 1), ALL_PRINTED),
    ("cable", "offline", mended("offline", 3), ALL_PRINTED),
    ("venue", "no-paper-and-nobody-comes", cancelled("media-empty", 2), STOPPED),
    ("cable", "door-open-and-nobody-comes", cancelled("door-open", 1), STOPPED),
    ("venue", "given-up", left_alone("fail", 3), STOPPED),
    ("cable", "given-up-on-the-cable", left_alone("fail", 0), STOPPED),
    ("venue", "said-to-be-printed-and-is-not", left_alone("lose", 0), ALL_PRINTED),
    ("cable", "half-of-it-said-to-be-printed", left_alone("lose", 2), ALL_PRINTED),
    ("venue", "printed-twice", left_alone("twice", 0), ALL_PRINTED),
    ("cable", "backend-crashed-in-a-sheet", ended_backend(signal.SIGSEGV), STOPPED),
    # cupsd takes a backend that was killed so, be it for want of memory, for one that ended well, and says that the job is completed.
    ("cable", "backend-killed-in-a-sheet", ended_backend(signal.SIGKILL), ALL_PRINTED),
    ("venue", "queue-stopped", stopped_queue, STOPPED),
    ("venue", "cupsd-killed", server("kill-server"), STOPPED),
    ("cable", "cupsd-killed-and-started", server("kill-server", "start-server"), STOPPED),
    ("venue", "cupsd-restarted", server("stop-server", "start-server"), STOPPED),
    ("venue", "cupsd-hung", hung_server, STOPPED),
    ("cable", "program-killed", killed_program, STOPPED),
]


def check_fault(room, queue, play, expected):
    findings = []
    run = Run(room, queue)
    play(run)
    status, said = run.end()
    if (status == 0) != (expected == ALL_PRINTED):
        findings.append(f"the run ended with {status}: {said}")
    if run.attempts() != expected:
        findings.append(f"the register says {run.attempts()}: {said}")
    room.restore(queue)
    findings += room.take_stock(run.first)
    findings += room.compare(run.first)
    findings += run.count()
    return findings


def make_check(room, queue, name, play, expected):
    @tap.check(f"/flows/faults/{name}")
    def check():
        return check_fault(room, queue, play, expected)


with PrintRoom(COPIES * len(FAULTS), reserved=0) as the_room:
    for row in FAULTS:
        make_check(the_room, *row)
    tap.main()
