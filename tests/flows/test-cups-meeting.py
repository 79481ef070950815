"""Prints the copies of a meeting through a real cupsd of its own, with the printer failing in between.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import signal

import msk
import tap
from print_room import PrintRoom


@tap.check("/flows/cups/what-came-out-is-confirmed-by-its-tags")
def confirmed():
    findings = []
    with PrintRoom(3) as room:
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
    return findings


@tap.check("/flows/cups/a-server-killed-in-a-job-leaves-one-copy-uncertain")
def server_killed():
    findings = []
    with PrintRoom(3) as room:
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
    return findings


@tap.check("/flows/cups/the-program-killed-in-a-job-leaves-one-copy-uncertain-and-no-number-twice")
def program_killed():
    findings = []
    with PrintRoom(3) as room:
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
    return findings


@tap.check("/flows/cups/a-printer-that-is-not-there-is-named-and-nothing-is-sent")
def absent():
    findings = []
    with PrintRoom(1) as room:
        room.cups.tell("kill-server")
        answer = room.print_copies()
        if answer.status != 4 or answer.code not in ("printer-absent", "printer-lost"):
            findings.append(f"without cupsd: {answer.status} {answer.output}")
        if room.attempts() != ["reserved"]:
            findings.append(f"the register says {room.attempts()}")
    return findings


tap.main()
