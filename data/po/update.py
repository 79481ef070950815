#!/usr/bin/python3
"""Brings POTFILES and zh_CN.po up to today's sources; a new sentence then waits in zh_CN.po with an empty msgstr.

SPDX-License-Identifier: GPL-3.0-or-later

usage: data/po/update.py     (needs gettext; a test fails for as long as a sentence is untranslated or fuzzy)
"""

import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
POTFILES = "data/po/POTFILES"
CATALOGUE = "data/po/zh_CN.po"
FOLDERS = {"src": (".c", ".h"), "ui": (".ui",), "print-templates": (".ui", ".c")}

# A call, with its first text; and the attribute of a .ui file.
SENTENCE = re.compile(r"\b(?:[NCQ]?_|NC_|n?gettext|g_dgettext|g_dcgettext|g_dngettext|g_dpgettext2?)\s*\([^;{}]*?\"|\btranslatable=\"yes\"")

# The keywords and format checks of meson's preset "glib", which the build's own target uses.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format", "g_dngettext:2:pass-c-format",
         "g_strdup_printf:1:c-format", "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
         "g_error_new:3:c-format", "g_set_error:4:c-format"]


def files_with_sentences(root=ROOT):
    return sorted(str(file.relative_to(root)) for folder, endings in FOLDERS.items() for file in (root / folder).rglob("*")
                  if file.suffix in endings and SENTENCE.search(file.read_text(encoding="utf-8")))


def run(*command, root=ROOT):
    subprocess.run([str(part) for part in command], cwd=root, check=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})


def merge(output, root=ROOT):
    """Writes the catalogue as it would stand after taking up every sentence of the files in POTFILES."""
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder, "kit.pot")
        run("xgettext", "--from-code=UTF-8", "--add-comments=Translators", *(f"--keyword={word}" for word in KEYWORDS),
            *(f"--flag={flag}" for flag in FLAGS), "--package-name=meeting-secrecy-kit", f"--files-from={POTFILES}",
            "--output", template, root=root)
        # Fuzzy guesses are refused anyway; an empty msgstr is the plainer reminder.
        run("msgmerge", "--quiet", "--no-fuzzy-matching", "--add-location=file", "--no-wrap", CATALOGUE, template, "--output-file", output, root=root)


def main():
    (ROOT / POTFILES).write_text("".join(name + "\n" for name in files_with_sentences()))
    with tempfile.TemporaryDirectory() as folder:
        merged = pathlib.Path(folder, "merged.po")
        merge(merged)
        # Sentences that no source has any more do not stay behind.
        run("msgattrib", "--no-obsolete", "--no-wrap", merged, "--output-file", ROOT / CATALOGUE)
    run("msgfmt", "--statistics", "--output-file", "/dev/null", CATALOGUE)


if __name__ == "__main__":
    main()
