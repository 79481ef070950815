#!/usr/bin/python3
"""Every file looks as the project's files do. SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import shutil
import subprocess
import xml.etree.ElementTree

import tap

CODE = (".c", ".h")
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
# Split, so that this file does not find itself.
FORBIDDEN = ["/wo" + "rk/", "debian" + ".org", "ubuntu" + ".com", "pypi" + ".org", "npmjs" + ".", "crates" + ".io", "github" + ".com",
             "gitlab" + "."]
# The text of the licence is not ours to change.
FOREIGN = {"COPYING"}


def code_files():
    return tap.project_files("src", "tests", endings=CODE)


def all_texts():
    for name in tap.project_files():
        if name in FOREIGN:
            continue
        data = (tap.SOURCE / name).read_bytes()
        try:
            yield name, data.decode("utf-8")
        except UnicodeDecodeError:
            pass  # the sample list in GB18030, test files that are broken on purpose


@tap.check("/house/sources/formatted-by-clang-format")
def formatted():
    # Another version formats otherwise; the plain name serves releases that no longer have this one.
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    done = subprocess.run([tool, "--style=file", "--dry-run", "--Werror", *code_files()], cwd=tap.SOURCE, capture_output=True, text=True)
    badly = sorted(set(re.findall(r"^(\S+\.[ch]):\d+:\d+: error:", done.stderr, re.M)))
    return [f"{name}: run {tool} -i --style=file on it" for name in badly] or ([done.stderr] if done.returncode else [])


@tap.check("/house/sources/begin-with-purpose-and-licence")
def head():
    findings = []
    for name in code_files():
        lines = tap.read(name).splitlines()[:3]
        if not lines or not re.match(r"/\* \S", lines[0]):
            findings.append(f"{name}: the first line does not say what the file is for")
        # clang-format may wrap the sentence before it.
        if not any(LICENCE in line for line in lines[1:]):
            findings.append(f"{name}: the licence is not on the second line")
    for name in tap.project_files("src", "tests", "data", "ui", "print-templates", ".ci", endings=(".py", ".sh", "meson.build", ".xml", ".ui")):
        if not any(LICENCE in line for line in tap.read(name).splitlines()[:8]):
            findings.append(f"{name}: no licence at its head")
    return findings


@tap.check("/house/sources/no-host-names-and-no-paths-of-one-machine")
def words():
    return [f"{name}:{number}: {word}" for name, text in all_texts() for number, line in enumerate(text.splitlines(), start=1)
            for word in FORBIDDEN if word in line]


@tap.check("/house/sources/no-file-is-longer-than-700-lines")
def length():
    return [f"{name}: {count} lines" for name in tap.project_files("src", "tests", endings=(*CODE, ".py"))
            if (count := len(tap.read(name).splitlines())) > 700]


@tap.check("/house/sources/no-file-named-utils")
def names():
    return [name for name in tap.project_files() if re.search(r"(^|[-_/])utils?\b", name)]


@tap.check("/house/sources/no-way-round-the-floor-of-the-platform")
def deprecations():
    wrong = re.compile(r"G_DISABLE_(ASSERT|CHECKS)|(GLIB|GDK|GTK|ADW)_DISABLE_DEPRECATION_WARNINGS"
                       r"|G_GNUC_BEGIN_IGNORE_DEPRECATIONS|-Wno-deprecated|diagnostic ignored \"-Wdeprecated")
    return [f"{name}:{number}: {line.strip()}" for name in [*code_files(), *tap.project_files(endings=("meson.build",))]
            for number, line in enumerate(tap.read(name).splitlines(), start=1) if wrong.search(line)]


@tap.check("/house/sources/wrapping-labels-stand-in-vertical-boxes")
def wrapping_labels():
    """See ui/README.md; which of them GTK complains of hangs on the machine's fonts, so looking at one machine is not enough."""
    findings = []
    for name in tap.project_files("ui", endings=(".ui",)):
        for box in xml.etree.ElementTree.fromstring(tap.read(name)).iter("object"):
            # A box is horizontal unless it says otherwise.
            if box.get("class") != "GtkBox" or box.find("property[@name='orientation']") is not None:
                continue
            findings += [f"{name}: {label.get('id')} wraps in a horizontal box" for label in box.findall("child/object[@class='GtkLabel']")
                         if label.find("property[@name='wrap']") is not None]
    return findings


@tap.check("/house/sources/each-folder-of-code-has-a-readme")
def readmes():
    folders = sorted({"/".join(name.split("/")[:2]) for name in tap.project_files("src", endings=CODE)}) + ["src", "tests"]
    return [f"{folder}/README.md is missing" for folder in folders if not (tap.SOURCE / folder / "README.md").is_file()]


tap.main()
