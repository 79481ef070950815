# Reports onto paper and into files, from the real window, by keyboard alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-reports.py LANGUAGE PROGRAM MSK PAPER PRIVATE-CUPS: prints TAP. The printer is a real one of a private printing system."""

import glob
import os
import subprocess
import sys
import tempfile
import time

import desktop
import kit
import steps
from steps import expect, go_to, press_mnemonic, sentence, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER, PRIVATE_CUPS = map(os.path.abspath, sys.argv[2:6])
PICTURES = os.environ.get("MSK_PICTURES")
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def printed(system):
    return glob.glob(os.path.join(system.facts["folder"], "received", "report-*.pdf"))


def written(vault):
    return glob.glob(os.path.join(vault.vault + "-papers", "report-*.pdf"))


def ask(window):
    go_to(window, "Papers")
    press_mnemonic(window, "_Write Copy Register…")
    window.sees(sentence("Make a Report"))


def test_cancel(window, system, vault):
    ask(window)
    window.keyboard.press("Escape")
    window.misses(sentence("Make a Report"))
    expect((printed(system), written(vault)), ([], []))


def test_print(window, system, vault):
    ask(window)
    window.sees("venue")
    press_mnemonic(window, "_Print")
    window.sees(sentence("Report Printed"))
    (sheet,) = printed(system)
    text = subprocess.run(["pdftotext", sheet, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    expect("密发〔2026〕3号" in text, True)
    expect(written(vault), [])
    window.keyboard.press("Return")


def test_stop(window, system):
    """The printer has no paper, and nobody wants to wait."""
    system.tell("behave media-empty")
    ask(window)
    press_mnemonic(window, "_Print")
    window.sees(sentence("Printing the Report"))
    desktop.wait_for("the printer to begin", lambda: len(glob.glob(os.path.join(system.facts["folder"], "began", "report-*"))) == 2)
    press_mnemonic(window, "_Stop")
    window.sees(sentence("No Report"))
    window.keyboard.press("Return")
    system.tell("behave print")


def test_write(window, vault):
    ask(window)
    press_mnemonic(window, "_Write a File")
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    expect(len(written(vault)), 1)


def ask_poster(window):
    go_to(window, "Meeting")
    press_mnemonic(window, "_Poster…")
    window.sees(sentence("Make a Poster of the Notice"))


def choose_second(window, row):
    """Its letter only leads to it."""
    press_mnemonic(window, row)
    window.keyboard.press("space")
    steps.choose_open(window, "Down")


def text_of(path):
    return subprocess.run(["pdftotext", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()


def test_poster_printed(window, system):
    before = set(printed(system))
    ask_poster(window)
    choose_second(window, "Ru_le")
    press_mnemonic(window, "_Print")
    window.sees(sentence("Poster Printed"))
    (sheet,) = set(printed(system)) - before
    expect([heading in text_of(sheet) for heading in ("只准用保密本记录", "Numbered notebook only")], [True, True])
    window.keyboard.press("Return")


def test_poster_refused(window, system):
    """The printer of the venue has no A3."""
    ask_poster(window)
    choose_second(window, "Si_ze")
    press_mnemonic(window, "_Print")
    window.sees(sentence("No Poster"))
    window.keyboard.press("Return")


def test_poster_written(window, vault):
    ask_poster(window)
    press_mnemonic(window, "_Write a File")
    window.sees(sentence("Poster Written"))
    (path,) = glob.glob(os.path.join(vault.vault + "-papers", "poster-*.pdf"))
    expect([heading in text_of(path) for heading in ("禁止记录", "No notes")], [True, True])
    window.keyboard.press("Return")


def ask_sheets(window):
    go_to(window, "Briefing")
    press_mnemonic(window, "Print _Sheets…")
    window.sees(sentence("The text in force in both languages, a sheet a person, with lines to sign on. Record each that was signed, under its reference."))
    window.waits_for_front()


def sheets(vault):
    return set(glob.glob(os.path.join(vault.vault + "-papers", "sheets-*.pdf")))


def shoot(screen, name):
    if PICTURES:
        time.sleep(1)
        screen.shoot(os.path.join(PICTURES, "%s-%s.png" % (name, LANGUAGE)))


def choose(window, row, *keys):
    """Its letter only leads to it."""
    press_mnemonic(window, row)
    window.keyboard.press("space")
    steps.choose_open(window, *keys)


def test_sheets_printed(window, screen, system):
    """The pledge, for everybody who owes it."""
    before = set(printed(system))
    ask_sheets(window)
    window.sees(sentence("everybody who owes it"))
    shoot(screen, "sheets-ask")
    press_mnemonic(window, "_Print")
    window.sees(sentence("Sheets Printed"))
    (sheet,) = set(printed(system)) - before
    pages = text_of(sheet).rstrip("\f").split("\f")
    expect([[part in page for part in (name, "保密承诺书", "Pledge of secrecy", sentence("Place of the signature"))]
            for name, page in zip(("张三", "李四"), pages)], [[True] * 4] * 2)
    expect((len(pages), "李四" in pages[0]), (2, False))
    shoot(screen, "sheets-printed")
    window.keyboard.press("Return")


def test_sheets_of_those_selected(window, screen, vault):
    go_to(window, "Briefing")
    steps.enter_table(window, "Who took note of what")
    window.keyboard.press("Home")
    ask_sheets(window)
    window.sees(sentence("those selected"))
    shoot(screen, "sheets-selected")
    press_mnemonic(window, "_Write a File")
    window.sees(sentence("Sheets Written"))
    (path,) = sheets(vault)
    expect(("张三" in text_of(path), "李四" in text_of(path)), (True, False))
    window.keyboard.press("Return")


def test_card_by_itself(window, screen, vault):
    """A duty card for whoever has the post; a pledge for nobody is not offered."""
    before = sheets(vault)
    ask_sheets(window)
    choose(window, "_Text", "End")
    choose(window, "_For", "End")
    window.sees(sentence("nobody by name"))
    shoot(screen, "sheets-card")
    press_mnemonic(window, "_Write a File")
    window.sees(sentence("Sheets Written"))
    (path,) = sheets(vault) - before
    expect((sentence("Signature") in text_of(path), "张三" in text_of(path), sentence("service personnel") in text_of(path)), (False, False, True))
    window.keyboard.press("Return")


def test_sheets_for_nobody(window, screen, vault):
    """Nobody is inside who could owe anything."""
    before = sheets(vault)
    ask_sheets(window)
    choose(window, "_For", "End")
    window.sees(sentence("those inside who owe it"))
    press_mnemonic(window, "_Write a File")
    window.sees(sentence("No Sheets"))
    window.sees(sentence("Nobody owes this text who may take note of it: choose people, or another text."))
    shoot(screen, "sheets-none")
    window.keyboard.press("Return")
    expect(sheets(vault), before)


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("reports")
    with tempfile.TemporaryDirectory(prefix="msk-reports-") as folder, kit.PrintingSystem(PRIVATE_CUPS) as system:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.add_venue(system)
        vault.create_meeting()
        vault.add_people([("张三", "办公厅"), ("李四", "办公厅")])
        vault.seal()
        vault.add_reserved(1)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("nothing-is-made-when-it-is-not-wanted", test_cancel, window, system, vault)
            run.run("a-report-comes-out-of-the-printer", test_print, window, system, vault)
            run.run("a-report-that-does-not-come-is-stopped", test_stop, window, system)
            run.run("a-report-goes-into-a-file", test_write, window, vault)
            run.run("a-poster-comes-out-of-the-printer", test_poster_printed, window, system)
            run.run("a-poster-in-a-size-that-the-printer-lacks-is-refused", test_poster_refused, window, system)
            run.run("a-poster-goes-into-a-file", test_poster_written, window, vault)
            run.run("pledge-sheets-come-out-of-the-printer", test_sheets_printed, window, screen, system)
            run.run("sheets-of-those-selected-go-into-a-file", test_sheets_of_those_selected, window, screen, vault)
            run.run("a-duty-card-is-nobodys", test_card_by_itself, window, screen, vault)
            run.run("no-sheet-where-nobody-owes-it", test_sheets_for_nobody, window, screen, vault)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
