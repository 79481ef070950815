#!/usr/bin/python3
"""How long a list of 5,000 people takes from the file to the preview, and into the register, against what the same machine's LibreOffice takes in the same run
to open the same file. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib
import sys
import tempfile
import time

import list_writer as write
import msk
import spreadsheet

PEOPLE = 5000
ROUNDS = 3
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
HEADER = ["姓名", "单位", "职务", "身份", "涉密等级", "座位"]


def rows():
    return [HEADER, *([f"{SURNAMES[at % 20]}{chr(0x4E00 + at % 997)}{chr(0x5000 + at % 991)}", f"第{at % 97}办公室", "处长", "出席", "机密", f"{at // 50 + 1}排{at % 50 + 1}"]
                      for at in range(PEOPLE))]


def took(function, *arguments):
    start = time.monotonic()
    function(*arguments)
    return time.monotonic() - start


def measure(file, folder):
    """The best of several rounds each, in turn, so that both meet the same machine."""
    opened, looked, taken = [], [], []
    for round_ in range(ROUNDS):
        vault = msk.Vault()
        vault.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
        opened.append(took(spreadsheet.convert, file, "fods", folder))
        looked.append(took(lambda: vault.run("attendee", "check", file, "--accept-warnings", user="organiser")))
        taken.append(took(lambda: vault.good("attendee", "import", file, "--accept-warnings", user="organiser")))
        if len(vault.good("attendee", "list", user="organiser")["attendees"]) != PEOPLE:
            raise AssertionError("not everybody was imported")
    return min(opened), min(looked), min(taken)


def main():
    with tempfile.TemporaryDirectory(prefix="msk-bench-") as folder:
        csv = pathlib.Path(folder, "list.csv")
        csv.write_bytes(write.csv(rows(), "utf-8-sig"))
        workbook = spreadsheet.convert(csv, "xlsx", folder)
        print(f"{PEOPLE} people; each with the start of its program and, for msk, signing in; best of {ROUNDS}")
        print(f"{'':8}{'LibreOffice':>14}{'preview':>12}{'import':>12}{'both':>12}{'ratio':>8}")
        late = False
        for file in (csv, workbook):
            opened, looked, taken = measure(file, folder)
            late = late or looked + taken >= opened
            print(f"{file.suffix[1:]:8}{opened:12.2f} s{looked:10.2f} s{taken:10.2f} s{looked + taken:10.2f} s{(looked + taken) / opened:8.2f}")
        print(f"preview and import together take less than LibreOffice takes to open the file: {'NO' if late else 'yes'}")
    return late


sys.exit(main())
