# A clerk's busy hour: forty packs given out and taken back, with the keyboard and the scanner alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-packs.py LANGUAGE PROGRAM MSK PAPER: prints TAP. MSK_PICTURES names a folder for pictures."""

import collections
import json
import os
import subprocess
import sys
import tempfile

import desktop
import kit
import steps
from steps import expect, expect_verdict, go_to, sentence, sign_in, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PICTURES = os.environ.get("MSK_PICTURES")
PACKS = 40
PAPERS = ("密发〔2026〕3号", "密发〔2026〕4号")
WHOLE = "Hand over the pack: it is whole. Scan the next badge."


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "packs-%s-%s.png" % (name, LANGUAGE)))


def import_people(vault, folder):
    path = os.path.join(folder, "list.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("姓名,单位,职务,身份,涉密等级\n")
        for number in range(PACKS):
            file.write("与会%s%s,办公厅,处长,出席,机密\n" % ("一二三四五六七八九十"[number // 10], "甲乙丙丁戊己庚辛壬癸"[number % 10]))
    vault.run("host", "attendee", "import", path)


def pass_door(vault, people):
    lines = "".join("person %d\nno-devices\nidentity id-card\n" % person for person in people)
    command = [MSK, "--vault", vault.vault, "--user", "clerk", "--passphrase-file", vault.secret, *vault.meeting, "door", "scan", "--stdin", "--commands"]
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    expect([json.loads(line)["code"] for line in done.stdout.splitlines()].count("admitted"), len(people))


def prepare(vault, folder):
    """Forty people in the room, each with a pack of one copy of each paper, printed and looked at. Gives the codes of badges and packs."""
    vault.create()
    vault.create_meeting()
    import_people(vault, folder)
    vault.seal()
    vault.set_hours(-1, 3)
    vault.open_meeting()
    vault.brief_all()
    people = [person["id"] for person in vault.run("clerk", "attendee", "list")["attendees"]]
    for paper in PAPERS:
        vault.add_paper(PACKS, paper)
    numbers = [copy["number"] for copy in vault.run("clerk", "copy", "list")["copies"]]
    vault.run("clerk", "copy", "confirm", *map(str, numbers))
    for paper in range(len(PAPERS)):
        vault.run("host", "plan", "make", str(paper + 1))
    vault.print_badges()
    pass_door(vault, people)
    codes = vault.read_codes()
    return [(badge, [codes["copies"][index + PACKS * paper] for paper in range(len(PAPERS))])
            for index, badge in enumerate(codes["badges"])]


def test_one_pack(window, screen, packs):
    """The desk says what is in the pack, what it still lacks, and when it is whole."""
    badge, copies = packs[0]
    window.keyboard.scan(badge)
    expect_verdict(window, word("Person known"), "000001", "0000%d" % (PACKS + 1))
    shoot(screen, "person")
    window.keyboard.scan(copies[0])
    expect_verdict(window, word("Issued"), "000001", "0000%d" % (PACKS + 1))
    shoot(screen, "lacks")
    window.keyboard.scan(copies[1])
    expect_verdict(window, word("Issued"), sentence(WHOLE))
    shoot(screen, "whole")


def test_other_packs(window, screen, packs):
    """A queue of people: three codes each, and no key beside."""
    for index, (badge, copies) in enumerate(packs[1:], start=2):
        for code in (badge, *copies):
            window.keyboard.scan(code)
        expect_verdict(window, word("Issued"), "%06d" % (PACKS + index), sentence(WHOLE))
    shoot(screen, "last")


def test_take_back(window, screen, packs):
    go_to(window, "Returns")
    expect_verdict(window, word("Ready to take back"))
    for index, (_, copies) in enumerate(packs, start=1):
        for number, code in zip((index, PACKS + index), copies):
            window.keyboard.scan(code)
        expect_verdict(window, word("Returned"), "%06d" % number)
    shoot(screen, "returned")


def test_register(vault):
    """What the screen said is what the register has."""
    copies = vault.run("clerk", "copy", "list")["copies"]
    expect(collections.Counter(copy["state"] for copy in copies), {"returned": PACKS * len(PAPERS)})
    acts = collections.Counter(entry["act"] for entry in vault.run("reader", "ledger", "list", "--max", "100000")["entries"])
    expect((acts["copy-issue"], acts["copy-return"], acts["scan-refused"]), (PACKS * len(PAPERS), PACKS * len(PAPERS), 0))


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("packs")
    with tempfile.TemporaryDirectory(prefix="msk-packs-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        packs = prepare(vault, folder)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "clerk")
            window.find(word("Places"), "list")
            go_to(window, "Desk")
            run.run("the-desk-says-what-a-pack-lacks", test_one_pack, window, screen, packs)
            run.run("forty-packs-go-out", test_other_packs, window, screen, packs)
            run.run("and-come-back", test_take_back, window, screen, packs)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-register-says-the-same", test_register, vault)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
