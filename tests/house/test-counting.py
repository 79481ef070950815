#!/usr/bin/python3
"""The summary of ./run test tells the truth about every kind of ending. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import subprocess
import sys
import tempfile

import tap


def summary(*tests):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, text in tests:
            log.write(json.dumps({"name": "x", "result": result, "stdout": text}) + "\n")
        log.flush()
        done = subprocess.run([sys.executable, tap.SOURCE / "tests/house/count-results.py", log.name], capture_output=True, text=True)
    return done.stdout.splitlines(), done.returncode


CASES = [
    ("all good", [("OK", "1..2\nok 1 /a\nok 2 /b\n")], ("2 passed, 0 failed", 0)),
    ("one failed", [("FAIL", "ok 1 /a\nnot ok 2 /b\n")], ("1 passed, 1 failed", 1)),
    ("a skipped case is a failure", [("OK", "ok 1 /a\nok 2 /b # SKIP no display\n")], ("1 passed, 1 failed", 1)),
    ("a wholly skipped test is a failure", [("SKIP", "1..0 # SKIP\n")], ("0 passed, 1 failed", 1)),
    ("a crash is a failure", [("ERROR", "ok 1 /a\n")], ("1 passed, 1 failed", 1)),
    ("a timeout is a failure", [("TIMEOUT", "")], ("0 passed, 1 failed", 1)),
    ("a group is not counted beside its cases", [("OK", "# Subtest: g\n    ok 1 - a\n    ok 2 - b\nok 1 - g\nok 2 - c\n")], ("3 passed, 0 failed", 0)),
    ("a test without TAP counts once", [("OK", "hello\n")], ("1 passed, 0 failed", 0)),
    ("nothing is not success", [], ("0 passed, 1 failed", 1)),
]

for subject, tests, expected in CASES:
    @tap.check("/house/counting/" + subject.replace(" ", "-"))
    def compare(tests=tests, expected=expected):
        lines, status = summary(*tests)
        found = lines[-1], status
        return [] if found == expected else [f"{found}, not {expected}"]


@tap.check("/house/counting/a-failure-says-why")
def remarks():
    lines, _ = summary(("FAIL", "# of a\nok 1 /a\n# before b\nnot ok 2 /b\n# after b\nok 3 /c\n# after c\n"), ("TIMEOUT", "ok 1 /d\nstood still at e\n"))
    told = [line.strip() for line in lines if line.startswith("    ")]
    expected = ["# before b", "# after b", "ok 1 /d", "stood still at e"]
    return [] if told == expected else [f"{told}, not {expected}"]


@tap.check("/house/counting/every-layer-has-tests")
def layers():
    tests = json.loads((tap.BUILD / "meson-info/intro-tests.json").read_text())
    suites = {suite.split(":")[-1] for test in tests for suite in test["suite"]}
    return [f"no test is in the suite {layer}" for layer in ("core", "store", "print", "desk", "worker", "cli", "gui") if layer not in suites]


tap.main()
