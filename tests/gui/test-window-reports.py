# Reports onto paper and into files, from the real window, by keyboard alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-reports.py LANGUAGE PROGRAM MSK PAPER PRIVATE-CUPS: prints TAP. The printer is a real one of a private printing system."""

import glob
import os
import subprocess
import sys
import tempfile

import desktop
import kit
import steps
from steps import expect, go_to, press_mnemonic, sentence, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER, PRIVATE_CUPS = map(os.path.abspath, sys.argv[2:6])
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


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("reports")
    with tempfile.TemporaryDirectory(prefix="msk-reports-") as folder, kit.PrintingSystem(PRIVATE_CUPS) as system:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.add_venue(system)
        vault.create_meeting()
        vault.add_people([("张三", "办公厅")])
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
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
