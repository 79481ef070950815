# Scanners that misbehave: floods, slow ones, two at once, codes cut and glued, and every key with a modifier, on every page.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-flood.py LANGUAGE PROGRAM MSK PAPER: prints TAP."""

import os
import string
import sys
import tempfile

import desktop
import kit
import steps
from steps import expect, expect_verdict, places, sentence, show_nth, sign_in, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
FLOOD = 1000
PRINTABLE = string.digits + string.ascii_letters + string.punctuation + " "
# The window manager of the tests keeps some keys for itself, and no program sees them.
TAKEN = {"Control_L": "", "Alt_L": " ", "Super_L": "deDE"}


FOREIGN = None  # the words for a code of something else, in the language of this run


def count(vault, act):
    return [entry["subject"] for entry in reversed(vault.run("reader", "ledger", "list", "--max", "100000")["entries"])
            if entry["act"] == act]


def while_locked(window, act):
    """One process works with a vault: what the terminal looks at, it looks at while the window is locked."""
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    found = act()
    sign_in(window, "clerk")
    window.find(word("Places"), "list")
    return found



def test_flood(window, vault, codes):
    """A thousand codes back to back, each one refused and on record: in their order, none lost, none made of two."""
    steps.go_to(window, "Returns")
    wanted = []
    for number in range(FLOOD):
        which = number % len(codes["copies"])
        window.keyboard.scan(codes["copies"][which], gap=0.001 if number % 2 else 0)
        wanted.append("copy %06d" % (which + 1))
    window.keyboard.scan("6901234567892")
    expect_verdict(window, FOREIGN)
    found = while_locked(window, lambda: count(vault, "scan-refused"))
    first = next((number for number, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1]), None)
    expect((len(found), first), (FLOOD, None))


def test_gaps(window, vault, codes):
    """From the fastest to the slowest scanner, with and without an end key of its own."""
    steps.go_to(window, "Desk")
    before = len(while_locked(window, lambda: count(vault, "copy-issue")))
    steps.go_to(window, "Desk")
    for copy, gap, end in ((0, 0, "\n"), (1, 0.005, "\t"), (2, 0.05, "\n")):
        window.keyboard.scan(codes["badges"][copy], gap=gap, end=end)
        window.keyboard.scan(codes["copies"][copy], gap=gap, end=end)
        expect_verdict(window, word("Issued"), "00000%d" % (copy + 1))
    expect(len(while_locked(window, lambda: count(vault, "copy-issue"))), before + 3)


def test_cut_and_glued(window, vault, codes):
    """What is no whole code alone is none, and two whole ones side by side are two."""
    code, other = codes["copies"][0], codes["copies"][1]
    steps.go_to(window, "Returns")
    for wrong in (code[:20], code[1:], code[:-1], code + "7", code + other[:10], code[:10] + other):
        window.keyboard.scan(wrong)
        expect_verdict(window, word("Refused"))
        window.keyboard.press("Escape")
    mixed = "".join(a + b for a, b in zip(code, other))
    window.keyboard.scan(mixed)
    window.keyboard.scan("6901234567892")
    expect_verdict(window, FOREIGN)
    expect(while_locked(window, lambda: count(vault, "copy-return")), [])
    steps.go_to(window, "Returns")
    window.keyboard.scan(code + other)
    expect_verdict(window, word("Returned"), "000002")
    expect(while_locked(window, lambda: count(vault, "copy-return")), ["copy 000001", "copy 000002"])


def selected(window):
    sidebar = window.find(word("Places"), "list")
    return [index for index in range(sidebar.get_child_count())
            if window._has(sidebar.get_child_at_index(index), window.atspi.StateType.SELECTED)]


def send_modified(window, code):
    for modifier, taken in TAKEN.items():
        window.keyboard.scan_with(modifier, [letter for letter in PRINTABLE if letter not in taken], code)


def count_entries(vault):
    """Entries of the ledger but those of who was refused at the door, where strange codes are kept too."""
    return len(vault.run("reader", "ledger", "list", "--max", "100000")["entries"]) - len(vault.run("guard", "door", "refusals")["refusals"])


def test_modifiers(window, vault, codes):
    """No key of a burst is a command, on whatever page: the same page is shown, nothing is open, nobody is signed out, nothing was done."""
    entries = while_locked(window, lambda: count_entries(vault))
    wrong = "9" * 34
    for index, place in enumerate(places(window)):
        show_nth(window, index + 1)
        desktop.wait_for("the page " + place, lambda index=index: selected(window) == [index])
        titles = window.titles()
        send_modified(window, wrong)
        window.keyboard.scan("6901234567892")
        expect((place, window.titles(), selected(window)), (place, titles, [index]))
    expect(while_locked(window, lambda: count_entries(vault)), entries)


def open_passphrase_form(window):
    window.keyboard.press("F10")
    window.press_menu(word("Change My _Passphrase…"))


def test_modifiers_in_dialogs(window, codes):
    """The same over forms and questions: they stay as they are, with what was typed in them."""
    steps.go_to(window, "Carriers")
    for open_dialog in (lambda: window.press(word("_Register…")), lambda: open_passphrase_form(window)):
        open_dialog()
        desktop.wait_for("the form", lambda: len(window.titles()) > 1)
        window.waits_for_front()
        titles = window.titles()
        send_modified(window, "9" * 34)
        window.keyboard.scan("6901234567892")
        expect(window.titles(), titles)
        window.keyboard.press("Escape")
        steps.waits_for_end(window)


def main():
    global FOREIGN
    steps.speak(LANGUAGE, BUILD)
    FOREIGN = sentence("This code is not one of the kit's: scan the tag beside the large copy number, or the code on a badge.")
    run = steps.Steps("flood")
    with tempfile.TemporaryDirectory(prefix="msk-flood-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = vault.prepare()
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "clerk")
            window.find(word("Places"), "list")
            run.run("a-thousand-codes-are-a-thousand-verdicts", test_flood, window, vault, codes)
            run.run("fast-and-slow-scanners-are-read", test_gaps, window, vault, codes)
            run.run("codes-that-are-cut-or-glued-move-nothing", test_cut_and_glued, window, vault, codes)
            run.run("no-key-of-a-burst-is-a-command", test_modifiers, window, vault, codes)
            run.run("nor-over-a-dialog", test_modifiers_in_dialogs, window, codes)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
