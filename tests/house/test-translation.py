#!/usr/bin/python3
"""The Chinese translation is complete at every commit. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib
import re
import subprocess
import sys
import tempfile

import tap

sys.path.insert(0, str(tap.SOURCE / "data/po"))
import update  # noqa: E402

ADVICE = "; data/po/update.py mends that"


def listed():
    return [line for line in tap.read(update.POTFILES).splitlines() if line]


def find_entries(choice):
    """The sentences of that kind in the catalogue, once it has taken up today's sources."""
    with tempfile.TemporaryDirectory() as folder:
        merged, chosen = pathlib.Path(folder, "merged.po"), pathlib.Path(folder, "chosen.po")
        update.merge(merged, tap.SOURCE)
        subprocess.run(["msgattrib", "--no-wrap", "--no-obsolete", "--force-po", choice, merged, "-o", chosen], check=True)
        # The first entry is the head of the file.
        return re.findall(r'^msgid ((?:".*"\n)+)', chosen.read_text(encoding="utf-8"), re.M)[1:]


@tap.check("/house/translation/POTFILES-names-every-file-with-a-sentence")
def named():
    found, names = update.files_with_sentences(tap.SOURCE), listed()
    return ([f"{name} is missing{ADVICE}" for name in found if name not in names] +
            [f"{name} has no sentence or is gone{ADVICE}" for name in names if name not in found])


@tap.check("/house/translation/POTFILES-is-sorted")
def ordered():
    return [] if listed() == sorted(set(listed())) else ["it is not" + ADVICE]


@tap.check("/house/translation/there-are-sentences-to-translate")
def some():
    done = subprocess.run(["msgfmt", "--statistics", "-o", "/dev/null", tap.SOURCE / update.CATALOGUE], capture_output=True, text=True,
                          check=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    return [] if int(done.stderr.split()[0]) > 100 else [done.stderr]


@tap.check("/house/translation/zh_CN-has-every-sentence")
def complete():
    return [f"untranslated: {text.strip()}" for text in find_entries("--untranslated")]


@tap.check("/house/translation/zh_CN-has-no-guesses")
def sure():
    return [f"fuzzy: {text.strip()}" for text in find_entries("--only-fuzzy")]


@tap.check("/house/translation/zh_CN-keeps-every-placeholder")
def placeholders():
    with tempfile.TemporaryDirectory() as folder:
        merged = pathlib.Path(folder, "merged.po")
        update.merge(merged, tap.SOURCE)
        done = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", merged], capture_output=True, text=True)
    return [done.stderr] if done.returncode else []


@tap.check("/house/translation/the-build-holds-the-catalogue")
def built():
    file = tap.BUILD / "data/po/zh_CN/LC_MESSAGES/meeting-secrecy-kit.mo"
    return [] if file.is_file() else [f"{file.name} was not built"]


tap.main()
