"""Prints the copies of a meeting through a real cupsd of its own, with the printer failing in between.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import signal
import subprocess

import msk
import tag_reader
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
            tags = tag_reader.read_pages(sheet)
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
        if room.runs()[0]["spool"] != "unknown":
            findings.append(f"of the run that was killed: {room.runs()[0]}")
        room.cups.tell("behave print")
        answer = room.print_copies()
        if answer.status != 0 or room.attempts() != ["uncertain", "printed", "printed"]:
            findings.append(f"printing the rest: {answer.output} {room.attempts()}")
        # Before its first sheet the second run removed what the first had left.
        if [run["spool"] for run in room.runs()] != ["empty", "empty"]:
            findings.append(f"after the second run: {room.runs()}")
        numbers = [copy["number"] for copy in room.good("copy", "list", user="clerk")["copies"]]
        if numbers != [1, 2, 3] or not room.balance_holds():
            findings.append(f"numbers {numbers}")
        refused = room.run("copy", "reserve", room.paper, 1, user="clerk")
        if refused.code != "beyond-approval":
            findings.append(f"a fourth copy: {refused.output}")
    return findings


@tap.check("/flows/cups/what-a-killed-program-left-cannot-print-later")
def cleared():
    """The printer has no paper, the program is killed, and somebody gives the copy up before paper is put in."""
    findings = []
    with PrintRoom(1) as room:
        room.cups.tell("behave media-empty 2")
        printing = room.start_printing("cable")
        room.cups.wait_for_sheets(2)
        os.killpg(printing.pid, signal.SIGKILL)
        printing.communicate()
        refused = room.run("copy", "void", 1, "--from", "-", user="clerk", said={"reason": "torn"})
        if refused.code != "already-good" or refused.status != 1:
            findings.append(f"giving it up at once: {refused.output}")
        claimed = room.good("copy", "never", 1, "--from", "-", user="clerk", said={"reason": "torn"})["copy"]
        if claimed["attempt"] != "absent":
            findings.append(f"saying that it never came: {claimed}")
        early = room.run("copy", "never-agree", 1, user="security")
        if early.code != "printing-not-settled":
            findings.append(f"agreeing while it may yet come: {early.output}")
        if room.run("copy", "clear", 1, user="leader", env=room.environment()).code != "role":
            findings.append("the leader may clear")
        run = room.good("copy", "clear", 1, user="clerk", env=room.environment())["run"]
        if run["spool"] != "empty" or run["traces"]:
            findings.append(f"after clearing: {run}")
        if room.cups.jobs():
            findings.append(f"jobs are left: {room.cups.jobs()}")
        room.cups.settle()
        if len(room.cups.sheets()) != 2:
            findings.append(f"sheets that came later: {room.cups.sheets()}")
        room.good("copy", "spoil", 1, "--from", "-", user="security", said={"reason": "torn", "sheets": 2})
        counted = room.good("copy", "count", 1, 2, user="clerk")["run"]["count"]
        if counted != "agreed":
            findings.append(f"two sheets counted: {counted}")
        again = room.run("copy", "clear", 1, user="clerk", env=room.environment())
        if again.code != "already-decided":
            findings.append(f"clearing again: {again.output}")
    return findings


@tap.check("/flows/cups/a-job-that-the-printing-system-forgot-is-not-called-removed")
def forgotten():
    findings = []
    with PrintRoom(1) as room:
        room.cups.tell("behave hold 2")
        printing = room.start_printing("cable")
        room.cups.wait_for_sheets(2)
        os.killpg(printing.pid, signal.SIGKILL)
        printing.communicate()
        room.cups.tell("kill-server")
        answer = room.run("copy", "clear", 1, user="clerk", env=room.environment())
        if answer.code != "printer-absent" or room.runs()[0]["spool"] != "unknown":
            findings.append(f"with nobody to ask: {answer.output} {room.runs()}")
        room.cups.tell("start-server")
        run = room.good("copy", "clear", 1, user="clerk", env=room.environment())["run"]
        if run["spool"] != "no-job":
            findings.append(f"a crashed cupsd keeps the file and forgets the job: {run}")
    return findings


@tap.check("/flows/cups/a-report-is-printed-and-leaves-nothing")
def reports():
    findings = []
    with PrintRoom(1) as room:
        room.good("report", "approval", 1, "--printer", "venue", user="leader", env=room.environment())
        (sheet,) = room.cups.received.glob("report-*.pdf")
        text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, text=True, check=True).stdout
        if msk.PAPER["document_number"] not in text:
            findings.append("the sheet does not name the paper")
        if room.cups.jobs() or list(room.cups.folder.glob("spool/[cd]*")):
            findings.append("the report is still in the printing system")
        for words, user, code in ((("--printer", "attic"), "leader", "printer-not-designated"), (("--printer", "venue"), "clerk", "role"),
                                  (("--printer", "venue", "--output", room.path / "x.pdf"), "leader", "usage")):
            answer = room.run("report", "copies", *words, user=user, env=room.environment())
            if answer.code != code:
                findings.append(f"{words} by {user}: {answer.output}")
        # One that a killed program left does not come out before the next copy, nor after it.
        room.cups.tell("behave media-empty 0 2")
        printing = room.start("report", "copies", "--printer", "cable", user="leader", env=room.environment())
        room.cups.wait_until_begun(2)
        os.killpg(printing.pid, signal.SIGKILL)
        printing.communicate()
        before = len(room.cups.sheets())
        if (answer := room.print_copies("cable")).status != 0:
            findings.append(f"printing after it: {answer.output}")
        if any(name.startswith("report-") for name, _, _ in room.cups.sheets()[before:]):
            findings.append("the report came out late")
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
