#!/usr/bin/python3
"""Counts what the tests in meson's logs said and ends with the line "N passed, N failed".

SPDX-License-Identifier: GPL-3.0-or-later

usage: count-results.py testlog.json...

Each case of a TAP test counts. A skipped case counts as failed, and so does a test that ended badly without saying which case
failed: crashed, ran out of time, said too little. What a test said of a failed case stands under it, since the log that has it
may be gone with the machine. Status 1 when anything failed or nothing ran.
"""

import json
import re
import sys

LINE = re.compile(r"^(?P<indent> *)(?P<not>not )?ok\b(?P<rest>.*)$")
REMARKS = 40  # lines of remarks that are repeated for each failed case


def remarks(lines, number):
    """What a test said of the case in this line: before it in some frameworks, after it in others."""
    def run(step):
        found = []
        at = number + step
        while 0 <= at < len(lines) and not LINE.match(lines[at]):
            if lines[at].strip().strip("#").strip():
                found.append(lines[at].rstrip())
            at += step
        return found
    return (run(-1)[::-1] + run(1))[-REMARKS:]


def cases(text):
    """Yields for each case whether it passed, its line and the remarks on it; the line that sums up a group of deeper lines is not one."""
    before = 0
    lines = text.splitlines()
    for number, line in enumerate(lines):
        match = LINE.match(line)
        if not match:
            continue
        indent = len(match["indent"])
        if indent >= before:
            passed = not match["not"] and not re.search(r"#\s*skip", match["rest"], re.IGNORECASE)
            yield passed, line.strip(), [] if passed else remarks(lines, number)
        before = indent


def count(test):
    good = test["result"] == "OK"
    found = list(cases(test.get("stdout") or ""))
    passed = sum(1 for fine, _, _ in found if fine)
    bad = [(line, said) for fine, line, said in found if not fine]
    if not found and good:
        passed = 1
    if not bad and not good:
        last = (test.get("stdout") or "").splitlines() + (test.get("stderr") or "").splitlines()
        bad = [(f"ended as {test['result']}", last[-REMARKS:])]
    return passed, bad


def main(logs):
    passed = failed = 0
    for log in logs:
        with open(log, encoding="utf-8") as lines:
            tests = [json.loads(line) for line in lines if line.strip()]
        if not tests:
            print(f"{log}: no test ran")
            failed += 1
        for test in tests:
            fine, bad = count(test)
            passed += fine
            failed += len(bad)
            for line, said in bad:
                print("\n    ".join([f"{log}: {test['name']}: {line}", *said]))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
