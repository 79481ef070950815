"""Reports the checks of one script as TAP, in the order in which they are called.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(os.environ["MSK_SOURCE_ROOT"])
BUILD = pathlib.Path(os.environ["MSK_BUILD_ROOT"])

_checks = []


def check(path):
    """Registers a function that returns its findings: a list of sentences, empty when all is well."""

    def register(function):
        _checks.append((path, function))
        return function

    return register


def main():
    print("TAP version 13")
    print(f"1..{len(_checks)}")
    failed = 0
    for number, (path, function) in enumerate(_checks, start=1):
        try:
            findings = function()
        except Exception as error:  # a check that cannot look has found nothing good
            findings = [f"{type(error).__name__}: {error}"]
        for finding in findings:
            print("# " + str(finding).replace("\n", "\n# "))
        print(("not ok" if findings else "ok"), number, path, flush=True)
        failed += bool(findings)
    sys.exit(1 if failed else 0)


def project_files(*folders, endings=None):
    """What belongs to the project: everything below the folders but what git ignores. Sorted, relative to the source."""
    listed = subprocess.run(["git", "-C", SOURCE, "-c", f"safe.directory={SOURCE}", "ls-files", "-z", "--cached", "--others",
                             "--exclude-standard", "--", *folders], capture_output=True, text=True)
    if listed.returncode == 0:
        names = {name for name in listed.stdout.split("\0") if name}
    else:  # a source archive
        names = {str(file.relative_to(SOURCE)) for folder in (folders or ["."]) for file in (SOURCE / folder).rglob("*")
                 if not file.relative_to(SOURCE).parts[0].startswith(("build", ".git"))}
    files = sorted(name for name in names if (SOURCE / name).is_file() and (endings is None or name.endswith(endings)))
    if not files:
        raise LookupError(f"no files below {folders}")
    return files


def read(name):
    return (SOURCE / name).read_text(encoding="utf-8")
