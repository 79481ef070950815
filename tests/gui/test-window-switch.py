# Several people at one laptop, one after the other: a badge for the name, the passphrase, and on where the last one worked.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-switch.py LANGUAGE PROGRAM MSK PAPER: prints TAP. MSK_PICTURES names a folder for pictures."""

import os
import sys
import tempfile
import time

import desktop
import kit
import steps
from steps import expect, expect_verdict, go_to, places, press_mnemonic, sentence, sign_in, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PICTURES = os.environ.get("MSK_PICTURES")
STATION = "north"


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "switch-%s-%s.png" % (name, LANGUAGE)))


def lock(window):
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))


def take_badge(window, code):
    """At the lock: the code goes nowhere but into the name's place."""
    window.keyboard.scan(code)
    window.sees(sentence("Badge read"))


def switch(window, code):
    lock(window)
    take_badge(window, code)
    window.keyboard.type(kit.PASSPHRASE + "\n")
    window.find(word("Places"), "list")


def open_badge_form(window, user):
    window.press("%s %s" % (sentence("Badge…"), user))
    window.sees(sentence("Badge of an Account"))
    window.waits_for_front()


def assign(window, user, code):
    open_badge_form(window, user)
    window.keyboard.scan(code)
    steps.waits_for_end(window)


def test_assign(window, screen, vault, codes):
    go_to(window, "Users & Printers")
    open_badge_form(window, "clerk")
    window.keyboard.scan(codes["copies"][0])
    window.sees(sentence("This code is not that of a badge: scan the badge of who has the account."))
    shoot(screen, "no-badge")
    window.keyboard.scan(codes["badges"][0])
    steps.waits_for_end(window)
    assign(window, "desk2", codes["badges"][1])
    window.sees(sentence("%s · since %s · signs in with a badge").split("%s")[-1])
    shoot(screen, "accounts")


def test_switch(window, screen, codes):
    """The keys are pressed nowhere but at the scanner and in the passphrase."""
    lock(window)
    take_badge(window, codes["badges"][0])
    shoot(screen, "badge-read")
    window.keyboard.type(kit.PASSPHRASE + "\n")
    window.find(word("Places"), "list")
    window.sees("clerk")
    expect(word("Users & Printers") in places(window), False)


def give(window, badge, copy):
    window.keyboard.scan(badge)
    window.keyboard.scan(copy)
    expect_verdict(window, word("Issued"))


def test_goes_on(window, codes):
    """Who takes over is on the page where the other one worked, and neither is the other in the register."""
    go_to(window, "Desk")
    give(window, codes["badges"][0], codes["copies"][0])
    switch(window, codes["badges"][1])
    window.sees("desk2")
    expect_verdict(window, word("Ready to issue"))
    give(window, codes["badges"][1], codes["copies"][1])


def test_wrong_passphrase(window, screen, codes):
    """A badge alone opens nothing, and neither does one of nobody's."""
    lock(window)
    take_badge(window, codes["badges"][0])
    window.keyboard.type("a quiet morning\n")
    window.sees(sentence("The user name or the passphrase is wrong: check caps lock and the keyboard, then try again."))
    window.sees(sentence("Badge read"))
    take_badge(window, codes["badges"][2])
    window.keyboard.type(kit.PASSPHRASE + "\n")
    window.sees(sentence("The user name or the passphrase is wrong: check caps lock and the keyboard, then try again."))
    window.keyboard.scan(codes["copies"][0])
    window.sees(sentence("A code was scanned while the kit is locked, and nothing was recorded. Sign in, and scan it again."))
    shoot(screen, "locked-scan")


def test_name_instead(window):
    time.sleep(0.5)  # a key in the same breath as a code is the scanner's
    press_mnemonic(window, "Type a _Name Instead")
    window.misses(sentence("Badge read"))
    sign_in(window, "reader")
    window.find(word("Places"), "list")


def test_taken_away(window, codes):
    steps.change_user(window, "guard")
    go_to(window, "Users & Printers")
    open_badge_form(window, "clerk")
    window.keyboard.press("Return")
    steps.waits_for_end(window)
    lock(window)
    take_badge(window, codes["badges"][0])
    window.keyboard.type(kit.PASSPHRASE + "\n")
    window.sees(sentence("The user name or the passphrase is wrong: check caps lock and the keyboard, then try again."))


def test_register(vault):
    """Every issue has who did it and where."""
    entries = vault.run("reader", "ledger", "list")["entries"]
    expect([(entry["actor"], entry["station"]) for entry in entries if entry["act"] == "copy-issue"],
           [("desk2", STATION), ("clerk", STATION)])  # newest first


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("switch")
    with tempfile.TemporaryDirectory(prefix="msk-switch-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = vault.prepare()
        vault.run("guard", "user", "add", "desk2", "--role", "desk-clerk", "--new-passphrase-file", vault.secret)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault, "--station", STATION)
            sign_in(window, "guard")
            window.find(word("Places"), "list")
            run.run("a-badge-is-assigned-by-scanning-it", test_assign, window, screen, vault, codes)
            run.run("a-badge-and-a-passphrase-change-the-user", test_switch, window, screen, codes)
            run.run("the-next-one-goes-on-where-the-last-one-worked", test_goes_on, window, codes)
            run.run("a-badge-alone-opens-nothing", test_wrong_passphrase, window, screen, codes)
            run.run("a-name-can-be-typed-instead", test_name_instead, window)
            run.run("a-badge-is-taken-away", test_taken_away, window, codes)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("every-act-has-its-user-and-station", test_register, vault)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
