# Vetting and badges in the real window, by keyboard: submitted, returned, decided, sealed, withdrawn; printed, scanned, lost.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-vetting.py LANGUAGE PROGRAM MSK PAPER: prints TAP."""

import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import change_user, expect, expect_verdict, fill_in, go_to, pick, press_mnemonic, sentence, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PEOPLE = [("张三", "delegate"), ("李四", "observer"), ("王记者", "press")]


def counts(window, approved, rejected, proposed):
    window.sees(sentence(": %u approved, %u rejected, %u proposed") % (approved, rejected, proposed))


def has_cells(window, text, number):
    """So many people are said to be so."""
    desktop.wait_for("%u times %r" % (number, text), lambda: steps.texts(window, "Attendees").count(text) == number)


def while_locked(window, act):
    """One process works with a vault: what the terminal does, it does while the window is locked."""
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    return act()


def choose(window, row):
    """Selects one row of the list, counted from the top: the arrow keys choose as they go."""
    steps.enter_table(window, "Attendees")
    window.keyboard.press("Home")
    for _ in range(row):
        window.keyboard.press("Down")


def answer(window, action, text):
    """Opens the form of an action, fills in its one text and confirms it."""
    press_mnemonic(window, action)
    window.waits_for_front()
    window.keyboard.type(text + "\n")


def put_away(window):
    """Closes the notice in front."""
    window.keyboard.press("Return")
    window.waits_for_keyboard()


def test_submit(window):
    go_to(window, "Attendees")
    counts(window, 0, 0, 3)
    press_mnemonic(window, "Submit the _List…")
    window.press(word("_Submit"))
    window.sees(sentence("The List Is Submitted"))
    put_away(window)
    counts(window, 0, 0, 0)
    has_cells(window, sentence("submitted"), 3)


def test_return(window):
    go_to(window, "Attendees")
    choose(window, 0)
    answer(window, "Re_turn…", "more")
    window.sees(sentence(", %u returned for more") % 1)
    window.waits_for_keyboard()
    has_cells(window, sentence("submitted"), 2)


def test_filter_says_what_it_hides(window):
    """The count is of everybody, whatever is shown."""
    pick(window, "_Vetting", "Down", "Down")
    window.sees(sentence("%u of them are shown: the state chosen, and the search, hide the others.") % 0)
    counts(window, 0, 0, 0)
    pick(window, "_Vetting", "Home")
    has_cells(window, sentence("submitted"), 2)


def test_decide(window, vault):
    while_locked(window, lambda: vault.run("host", "attendee", "submit"))
    steps.sign_in(window, "chief")
    window.find(word("Places"), "list")
    go_to(window, "Attendees")
    answer(window, "Approve All the R_est…", "good")
    counts(window, 1, 0, 0)
    window.waits_for_keyboard()
    choose(window, 1)
    answer(window, "_Approve…", "good")
    counts(window, 2, 0, 0)
    window.waits_for_keyboard()
    choose(window, 2)
    press_mnemonic(window, "_Approve…")
    fill_in(window, {"_Leave given by": "office", "Re_ference": "no 3", "Rea_son": "good\n"})
    counts(window, 3, 0, 0)
    window.waits_for_keyboard()
    press_mnemonic(window, "_Seal the List…")
    window.press(word("_Seal"))
    window.sees(sentence("The List Is Sealed"))
    put_away(window)


def test_badges(window, vault):
    go_to(window, "Attendees")
    press_mnemonic(window, "Badges for All Who Lac_k One…")
    window.waits_for_front()
    press_mnemonic(window, "_Print")
    window.sees(sentence("Printed"))
    put_away(window)
    has_cells(window, sentence("to be confirmed"), 3)
    window.keyboard.scan(vault.read_codes()["badges"][0])
    expect_verdict(window, word("Good"))
    has_cells(window, sentence("to be confirmed"), 2)
    has_cells(window, sentence("good"), 1)


def test_another_badge(window, vault):
    """One form voids the old badge and prints the new one; without a reason its button rests."""
    old = vault.read_codes()["badges"][1]
    choose(window, 1)
    press_mnemonic(window, "A_nother Badge…")
    window.waits_for_front()
    window.sees(sentence("Rea_son").replace("_", ""))
    expect(window.is_sensitive(word("_Print")), False)
    window.keyboard.type("torn\n")
    window.sees(sentence("Printed"))
    put_away(window)
    has_cells(window, sentence("to be confirmed"), 2)
    window.keyboard.scan(old)
    expect_verdict(window, sentence("This badge was given up or replaced by a newer one: keep it, and tell the security officer."))
    window.keyboard.scan(vault.read_codes()["badges"][-1])
    expect_verdict(window, word("Good"))
    has_cells(window, sentence("to be confirmed"), 1)


def test_lost(window, vault):
    choose(window, 0)
    answer(window, "Badge L_ost…", "at the gate")
    window.sees(sentence("The Badge Is Void"))
    put_away(window)
    has_cells(window, sentence("no badge"), 1)
    window.keyboard.scan(vault.read_codes()["badges"][0])
    expect_verdict(window, sentence("This badge was reported lost: keep it, and tell the security officer who came with it."))


def test_withdraw(window, vault):
    go_to(window, "Attendees")
    choose(window, 1)
    answer(window, "With_draw…", "sent elsewhere")
    window.sees(sentence("Withdrawn, and Their Badge Is Void"))
    put_away(window)
    window.sees(sentence(", %u withdrawn") % 1)
    incidents = while_locked(window, lambda: vault.run("clerk", "incident", "list"))["incidents"]
    expect([incident["kind"] for incident in incidents], ["lost-badge"])


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("vetting")
    with tempfile.TemporaryDirectory(prefix="msk-vetting-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.create_meeting()
        for name, capacity in PEOPLE:
            vault.run("host", "attendee", "add", draft={"name": name, "unit": "办公厅", "post": "处长", "capacity": capacity,
                                                        "clearance": "secret"})
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("the-organiser-submits-the-list", test_submit, window)
            change_user(window, "chief")
            run.run("the-leader-returns-somebody-for-more", test_return, window)
            run.run("a-filter-says-what-it-hides", test_filter_says_what_it_hides, window)
            run.run("the-leader-decides-and-seals-by-keyboard", test_decide, window, vault)
            change_user(window, "clerk")
            run.run("badges-are-printed-and-scanned", test_badges, window, vault)
            run.run("another-badge-in-one-step", test_another_badge, window, vault)
            run.run("a-lost-badge-is-void-and-an-incident", test_lost, window, vault)
            change_user(window, "chief")
            run.run("whoever-is-withdrawn-is-barred", test_withdraw, window, vault)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
