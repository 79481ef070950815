"""A worker that was taken over by the file it reads, or fell over it: msk refuses the paper, and nothing of it is stored.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import shutil
import signal

import msk
import tap

STAND_IN = pathlib.Path(os.environ["MSK_STAND_IN"])
FIXTURES = pathlib.Path(os.environ["MSK_WORKER_FIXTURES"])
MARK = "SECRET-OF-THE-HOSTILE-FILE"

# How the stand-in is told to behave, and words of the sentence that the user gets.
WAYS = {
    "killed": "longer",
    "out-of-time": "longer",
    "out-of-memory": "more memory",
    "no-memory": "more memory",
    "crashes": "stopped",
    "garbage": "no proper answer",
    "silent": "no proper answer",
    "early-end": "no proper answer",
    "unknown-code": "no proper answer",
    "wrong-members": "no proper answer",
    "wrong-layout": "hold together",
}


class Office(msk.Vault):
    """A meeting, and an msk whose worker is the stand-in."""

    def __init__(self):
        self.program = msk.MSK
        super().__init__()
        self.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
        self.details = self.write("paper.json", json.dumps({**msk.PAPER, "level": "top-secret", "period": "20年"}))
        # msk looks for its worker from where it lies itself.
        self.bad = self.path / "programs" / "cli" / "msk"
        for source, target in ((msk.MSK, self.bad), (STAND_IN, self.path / "programs" / "worker" / "msk-worker")):
            target.parent.mkdir(parents=True)
            shutil.copy(source, target)

    def command(self, *words, user=None):
        return [str(self.program), *super().command(*words, user=user)[1:]]

    def add(self, file, bad):
        self.program = self.bad if bad else msk.MSK
        try:
            return self.run("paper", "add", file, "--from", self.details, user="organiser", env=msk.environment(self.home, TMPDIR=str(self.temporary)))
        finally:
            self.program = msk.MSK

    @property
    def temporary(self):
        folder = self.path / "temporary"
        folder.mkdir(exist_ok=True)
        return folder

    def facts(self):
        """All that a paper would change."""
        return (self.good("paper", "list", user="organiser"), self.good("meeting", "show", user="organiser"),
                self.good("ledger", "verify", user="auditor"))

    def count_leftovers(self):
        """Files in which the paper could lie in the clear, and any in the temporary folder."""
        found = [file for file in self.path.rglob("*") if file.is_file() and MARK.encode() in file.read_bytes() and file.parent != self.path]
        return len(found) + len(list(self.temporary.iterdir()))


OFFICE = Office()


def judge(before, answer, words):
    findings = []
    if answer.status != 4 or answer.code != "worker" or words not in answer.json["error"]["message"]:
        findings.append(f"status {answer.status}: {answer.output}{answer.errors}")
    if OFFICE.facts() != before:
        findings.append(f"the register changed: {OFFICE.facts()}")
    if OFFICE.count_leftovers() > 0:
        findings.append("something of the file was left lying")
    return findings


def check_way(way, words):
    @tap.check(f"/cli/hostile/nothing-is-stored-when-the-worker-ends-as-{way}")
    def judge_way():
        before = OFFICE.facts()
        file = OFFICE.write("hostile.pdf", f"%PDF-1.4 stand-in: {way}\n{MARK}\n" + "x" * 100000)
        return judge(before, OFFICE.add(file, bad=True), words)


for name, sentence in WAYS.items():
    check_way(name, sentence)


@tap.check("/cli/hostile/a-file-that-eats-all-memory-is-refused-by-the-real-worker")
def real_bomb():
    before = OFFICE.facts()
    # Without the limit it is the sandbox that ends it, when the allocator gives up.
    words = "more memory" if os.environ["MSK_HAS_MEMORY_LIMIT"] == "yes" else "was stopped"
    return judge(before, OFFICE.add(FIXTURES / "memory-bomb.pdf", bad=False), words)


@tap.check("/cli/hostile/cancelling-changes-nothing-and-says-so")
def cancelled():
    before = OFFICE.facts()
    file = OFFICE.write("hostile.pdf", "%PDF-1.4 stand-in: hangs\n" + MARK)
    OFFICE.program = OFFICE.bad
    try:
        process = OFFICE.start("--json", "paper", "add", file, "--from", OFFICE.details, user="organiser",
                               env=msk.environment(OFFICE.home, TMPDIR=str(OFFICE.temporary)))
    finally:
        OFFICE.program = msk.MSK
    # As soon as there is a worker, which a thread of the program starts; it hangs.
    while not any(children.read_text().split() for children in pathlib.Path(f"/proc/{process.pid}/task").glob("*/children")):
        if process.poll() is not None:
            return [f"it ended with {process.returncode}: {process.communicate()}"]
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate()
    findings = []
    if process.returncode != 4 or json.loads(output)["error"]["code"] != "cancelled":
        findings.append(f"status {process.returncode}: {output}{errors}")
    if OFFICE.facts() != before or OFFICE.count_leftovers() > 0:
        findings.append("something changed")
    return findings


@tap.check("/cli/hostile/afterwards-a-sound-paper-is-taken-in")
def afterwards():
    answer = OFFICE.add(FIXTURES / "plain.pdf", bad=False)
    return [] if answer.status == 0 else [f"status {answer.status}: {answer.output}"]


tap.main()
