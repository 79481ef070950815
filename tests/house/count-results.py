#!/usr/bin/python3
"""Counts what the tests in meson's logs said and ends with the line "N passed, N failed".

SPDX-License-Identifier: GPL-3.0-or-later

usage: count-results.py testlog.json...

Each case of a TAP test counts. A skipped case counts as failed, and so does a test that ended badly without saying which case
failed: crashed, ran out of time, said too little. Status 1 when anything failed or nothing ran.
"""

import json
import re
import sys

LINE = re.compile(r"^(?P<indent> *)(?P<not>not )?ok\b(?P<rest>.*)$")


def cases(text):
    """Yields passed or not for each case; the line that sums up a group of deeper lines is not one."""
    before = 0
    for line in text.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        indent = len(match["indent"])
        if indent >= before:
            yield not match["not"] and not re.search(r"#\s*skip", match["rest"], re.IGNORECASE), line.strip()
        before = indent


def count(test):
    good = test["result"] == "OK"
    found = list(cases(test.get("stdout") or ""))
    passed = sum(1 for fine, _ in found if fine)
    bad = [line for fine, line in found if not fine]
    if not found and good:
        passed = 1
    if not bad and not good:
        bad = [f"ended as {test['result']}"]
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
            for line in bad:
                print(f"{log}: {test['name']}: {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
