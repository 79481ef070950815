#!/usr/bin/python3
"""The medium that an export, a certificate or a dossier is written to is full, goes, or the laptop dies, at every call that the program makes there: the file is
whole under its name and entered, or there is no file of that name and nothing was entered.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import errno
import os
import signal
import subprocess

import msk
import tag_reader
import tap

BREAK_MEDIUM = os.environ["MSK_BREAK_MEDIUM"]
NEXT_STEPS = ("make room", "put the medium right", "do it again", "check its name", "have it exported again", "remove the file there")


class Closed(msk.Meeting):
    """A small meeting that was swept and closed, a stick, and another machine to read it on."""

    def __init__(self):
        super().__init__()
        self.at = ("--meeting", self.meeting)
        self.stick = self.path / "stick"
        self.stick.mkdir()
        self.secret = self.write("archive", "archive passphrase nine\n")
        self.good("sweep", "start", user="security")
        with msk.Scan(self, "--mode", "sweep") as scan:
            for pdf in self.printed:
                scan.say(tag_reader.read_pages(pdf, last=1)[0][0])
        self.record_measures("after", "security")
        self.count_blind()
        for user in ("security", "leader"):
            self.good("sweep", "sign", user=user)
        self.good("sweep", "close", user="security")

    def environment(self, **breaking):
        """With a medium on which something goes wrong, or nothing; what is sealed costs little in either."""
        named = {f"MSK_BREAK_{name.upper()}": str(value) for name, value in breaking.items()}
        return msk.environment(self.home, TMPDIR=str(self.path), LD_PRELOAD=BREAK_MEDIUM, MSK_BREAK_CHEAP="1", **named)

    def break_at(self, number, how, *words, **options):
        """Runs msk with a medium on which the call of this number goes wrong; with its answer, whether there was such a call."""
        note = self.path / "note"
        note.unlink(missing_ok=True)
        answer = self.run(*words, env=self.environment(below=self.stick, at=number, note=note, **how), **options)
        return answer, note.exists()

    def export_words(self, name):
        return ("meeting", "export", self.stick / name, *self.at, "--recipient", "省档案馆", "--new-passphrase-file", self.secret)

    def is_whole(self, path):
        return self.run("report", "open", path, "--passphrase-file", self.secret, env=self.environment()).status == 0

    def newest(self):
        return self.good("ledger", "list", *self.at, "--max", 1, user="auditor")["entries"][0]["sequence"]

    def on_stick(self):
        return sorted(path.name for path in self.stick.iterdir())

    def empty(self):
        for path in self.stick.iterdir():
            path.unlink()


M = Closed()


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refusal_findings(answer, codes):
    error = answer.json.get("error", {})
    findings = [] if error.get("code") in codes else [f"refused as {error}"]
    return findings + [f"no next step: {error['message']}"] * (not any(step in error.get("message", "") for step in NEXT_STEPS))


FULL = {"with": errno.ENOSPC}
GONE = {"with": errno.EIO, "stays": 1}
DEAD = {"with": "kill"}


def each_call(how, *words, numbers=range(1, 2000), **options):
    """One run for each call on the medium: its number, the ledger's newest entry before it, and the answer. Ends with the first that has no such call."""
    for number in numbers:
        M.empty()
        before = M.newest()
        answer, happened = M.break_at(number, how, *words, **options)
        if not happened:
            print(f"# fewer than {number} calls")
            return
        yield number, before, answer
    raise AssertionError("it goes on and on")


def named():
    return [name for name in M.on_stick() if not (name.startswith(".msk-") and name.endswith(".part"))]


@tap.check("/fault/medium/full-at-any-call-an-export-is-whole-and-entered-or-there-is-none")
def full():
    findings = []
    for number, before, answer in each_call(FULL, *M.export_words("record.msk"), user="organiser"):
        if answer.status == 0:
            # A call that nobody needs, such as to look for what was left.
            found = expect((M.on_stick(), M.newest(), M.is_whole(M.stick / "record.msk")), (["record.msk"], before + 1, True))
        else:
            found = refusal_findings(answer, ("disk-full", "file")) + expect((M.on_stick(), M.newest()), ([], before))
        findings += [f"call {number}: {finding}" for finding in found]
    return findings


@tap.check("/fault/medium/gone-at-any-call-an-export-is-not-entered-and-bears-no-name")
def gone():
    """Its half may lie there, and is removed by the next export; where it had its name already, the refusal says so, and it is whole."""
    findings = []
    for number, before, answer in each_call(GONE, *M.export_words("record.msk"), user="organiser"):
        found = refusal_findings(answer, ("file", "not-found")) + expect(M.newest(), before)
        if named():
            found += expect((M.is_whole(M.stick / "record.msk"), "remove the file there" in answer.output), (True, True))
        findings += [f"call {number}: {finding}" for finding in found]
    return findings


@tap.check("/fault/medium/killed-at-any-call-what-bears-the-name-is-whole")
def killed():
    findings = []
    left = 0
    for number, before, answer in each_call(DEAD, *M.export_words("record.msk"), user="organiser"):
        left += len(M.on_stick()) > len(named())
        found = expect(answer.status, -signal.SIGKILL)
        if named():
            found += expect((named(), M.is_whole(M.stick / "record.msk")), (["record.msk"], True))
            (M.stick / "record.msk").unlink()
        else:
            found += expect(M.newest(), before)
        # What it left goes with the next that is written there.
        if number % 8 == 0:
            found += expect((M.run(*M.export_words("next.msk"), user="organiser", env=M.environment()).status, M.on_stick()), (0, ["next.msk"]))
        findings += [f"call {number}: {finding}" for finding in found]
    return findings + ([] if left else ["nothing was ever left half written"])


def report_findings(how, *words, **options):
    """A report is whole under its name, or there is no such file; the ledger may say that one was made that is not there, and never the other way round."""
    findings = []
    path = M.stick / "report.pdf"
    for number, before, answer in each_call(how, *words, "--output", path, user="security", **options):
        if not answer.output and answer.status != -signal.SIGKILL:
            findings.append(f"call {number}: ended with {answer.status}: {answer.errors}")
            continue
        if path.exists():
            found = expect(subprocess.run(["qpdf", "--check", path], capture_output=True).returncode, 0) + expect(M.newest() > before, True)
        else:
            found = [] if answer.status == -signal.SIGKILL else refusal_findings(answer, ("disk-full", "file"))
        if how is FULL:
            found += expect(M.on_stick(), named())
        findings += [f"call {number}: {finding}" for finding in found]
    return findings


for name, how in (("full", FULL), ("gone", GONE), ("killed", DEAD)):
    @tap.check(f"/fault/medium/{name}-at-any-call-a-certificate-is-whole-or-not-there")
    def certificate(how=how):
        return report_findings(how, "report", "certificate", *M.at)


@tap.check("/fault/medium/full-early-or-late-a-dossier-is-whole-or-not-there")
def dossier():
    return report_findings(FULL, "report", "dossier", *M.at, numbers=(1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 10000))


tap.main()
