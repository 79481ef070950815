# Turns in the reading room, loan slips and permits in the real window, by scanner and keyboard alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-circulation.py LANGUAGE PROGRAM MSK PAPER: prints TAP. With MSK_PICTURES it keeps what the display showed in that folder."""

import os
import sys
import tempfile

import desktop
import kit
import steps as common
from steps import change_user, expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, sign_in, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PICTURES = os.environ.get("MSK_PICTURES")
PAGES = 4
FIRST, SECOND = "Zhang San", "𠮷田实"  # the first signs, by the keys that there are
READER, OTHER, LONG = 0, 1, 2  # among the badges


def prepare(vault):
    vault.create()
    vault.create_meeting()
    vault.add_people([(FIRST, "办公厅"), (SECOND, "外事局"), (kit.LONG_NAME, kit.LONG_UNIT)])
    vault.seal()
    vault.add_paper(4)
    vault.run("clerk", "copy", "confirm", "1", "2", "3", "4")
    vault.print_badges()
    vault.fill_room()
    return vault.read_codes()


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "circulation-%s-%s.png" % (name, LANGUAGE)))


def has_row(window, table, *parts):
    """Waits for a row in whose cells all these texts stand."""
    def found():
        line = "|".join(common.texts(window, table))
        return all(part in line for part in parts)
    desktop.wait_for("%r among the %s" % (parts, table), found)


def begin(window, codes, copy, reader):
    window.keyboard.scan(codes["badges"][reader])
    expect_verdict(window, word("Person"))
    window.keyboard.scan(codes["copies"][copy])


def ask_end(window, codes, copy, number):
    """The scan of a copy in a turn asks for its end."""
    window.keyboard.scan(codes["copies"][copy])
    expect_verdict(window, word("In a turn"), number)
    waits_for_form(window, 2)


def waits_for_form(window, fields):
    window.waits_for_front()
    desktop.wait_for("the form", lambda: len(window.titles()) == 2 and len(common.in_front(window, "text")) == fields)


def test_empty(window, screen):
    go_to(window, "Circulation")
    window.sees(sentence("No copy is in a reader’s turn."))
    for part, title in (("Tu_rns", "No Turns"), ("_Loan Slips", "No Loan Slips"), ("Perm_its", "No Permits")):
        press_mnemonic(window, part)
        window.sees(word(title))
        shoot(screen, "empty-" + title.rsplit(" ", 1)[1].lower())


def test_turn(window, screen, codes):
    """Badge and copy, whichever part is seen: the reading room comes to the front."""
    begin(window, codes, 0, READER)
    expect_verdict(window, word("Turn begun"), "000001", FIRST)
    begin(window, codes, 1, LONG)
    expect_verdict(window, word("Turn begun"), "000002", kit.LONG_NAME)
    shoot(screen, "begun")
    window.sees(sentence("Copies in turns: %u. Overdue: %u. Due soon: %u.") % (2, 0, 0))


def test_lateral(window, screen, codes):
    """From reader to reader nothing passes (L1)."""
    begin(window, codes, 0, OTHER)
    expect_verdict(window, "000001", sentence("This copy is in the turn of %s and passes to no other reader from hand to hand: "
                                              "take it back, count it and end that turn first.") % FIRST)
    shoot(screen, "lateral")
    window.keyboard.press("Escape")  # who waits for another copy goes without


def test_returns_refuse(window, codes):
    """A copy in a turn comes back in the reading room alone, where it is counted and signed for."""
    go_to(window, "Returns")
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, "000001", sentence("This copy is in a reader’s turn: end the turn in the reading room, where its pages are counted and "
                                              "the reader signs."))
    go_to(window, "Circulation")


def test_slip(window, screen):
    """What leaves the folder has the custodian's consent and a slip (L3), and its turn does not end before it is back."""
    press_mnemonic(window, "Tu_rns")
    has_row(window, "Turns", "000001", FIRST, "000002", kit.LONG_NAME)
    common.enter_table(window, "Turns")
    window.keyboard.press("Home")
    shoot(screen, "turns")
    press_mnemonic(window, "Loan _Slip…")
    fill_in(window, {"_What is taken out": "annex", "_Sheets": "one", "_Purpose, and where it goes": "to check the figures, office 2"})
    window.keyboard.press("Return")
    window.sees(sentence("A number is wanted where another word stands: write digits, such as 12."))
    shoot(screen, "slip-refused")
    press_mnemonic(window, "_Sheets")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("1\n")
    common.waits_for_end(window)
    press_mnemonic(window, "_Loan Slips")
    has_row(window, "Loan slips", "annex", "000001", FIRST)
    shoot(screen, "slips")


def test_end_waits_for_slip(window, screen, codes):
    ask_end(window, codes, 0, "000001")
    window.keyboard.type("%d\t%s\n" % (PAGES, FIRST))
    window.sees(sentence("Something of this copy is out by a loan slip: have it given back, and close the slip first."))
    shoot(screen, "end-refused")
    window.keyboard.press("Escape")
    common.waits_for_end(window)
    press_mnemonic(window, "_Loan Slips")
    has_row(window, "Loan slips", "annex")
    common.enter_table(window, "Loan slips")
    window.keyboard.press("Home")
    press_mnemonic(window, "Given _Back…")
    fill_in(window, {"_Sheets counted": "1\n"})
    common.waits_for_end(window)
    window.sees(word("No Loan Slips"))


def test_end(window, screen, codes):
    """Every page, counted without knowing how many, and the full name of the reader whose turn it was; else the turn goes on."""
    ask_end(window, codes, 0, "000001")
    window.keyboard.type("%d\t%s\n" % (PAGES - 1, FIRST))
    window.sees(sentence("This is not the number that the register expects, and nothing is taken back yet: count every page again."))
    expect_verdict(window, word("Count again"), "000001")
    shoot(screen, "count-again")
    fill_in(window, {"_Pages counted": ""})
    window.keyboard.press("Control_L", "a")
    window.keyboard.type(str(PAGES))
    press_mnemonic(window, "Reader’s _signature: full name")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("Li Si\n")
    window.sees(sentence("This is not the full name of the reader whose turn it is: have the reader sign, and nobody else for them."))
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("%s\n" % FIRST)
    expect_verdict(window, word("Turn ended"), "000001")
    common.waits_for_end(window)
    window.sees(sentence("Copies in turns: %u. Overdue: %u. Due soon: %u.") % (1, 0, 0))
    shoot(screen, "ended")


def test_next_reader(window, codes):
    """Back in the custodian's hands it goes to the next."""
    begin(window, codes, 0, OTHER)
    expect_verdict(window, word("Turn begun"), "000001", SECOND)
    window.keyboard.press("Control_L", "z")
    expect_verdict(window, word("Undone"), "000001")
    window.sees(sentence("Copies in turns: %u. Overdue: %u. Due soon: %u.") % (1, 0, 0))


def test_grant(window, screen):
    """The leader permits that a copy is taken away (R3)."""
    change_user(window, "chief")
    go_to(window, "Circulation")
    press_mnemonic(window, "Perm_its")
    press_mnemonic(window, "_Grant…")
    fill_in(window, {"Copy _number": "3", "_Keeper: name, and unit if needed": FIRST, "Home _registry": "General Office registry",
                     "Permitted _by: full name": "Zhou Tong", "Re_ference of the permit": "2026-9",
                     "_Deadline, such as 2026-03-01 09:00": "2099-03-01 09:00"})
    shoot(screen, "permit-form")
    window.keyboard.press("Return")
    common.waits_for_end(window)
    has_row(window, "Permits", "000003", FIRST, "General Office registry")


def test_take(window, screen):
    """The clerk hands it over, and later enters the receipt of the home registry, which closes the permit."""
    change_user(window, "clerk")
    go_to(window, "Circulation")
    press_mnemonic(window, "Perm_its")
    has_row(window, "Permits", "000003")
    common.enter_table(window, "Permits")
    window.keyboard.press("Home")
    press_mnemonic(window, "_Hand Over…")
    fill_in(window, {"_Carried by: full name": FIRST + "\n"})
    common.waits_for_end(window)
    shoot(screen, "permit-away")
    common.enter_table(window, "Permits")
    window.keyboard.press("Home")
    press_mnemonic(window, "Enter Receip_t…")
    fill_in(window, {"_Reference of the receipt": "2026-3", "_Signed by: full name": "Qi Siku\n"})
    common.waits_for_end(window)
    window.sees(word("No Permits"))
    press_mnemonic(window, "_All permits, the closed ones too")
    has_row(window, "Permits", "000003", "2026-3")
    shoot(screen, "permit-closed")


def test_register(vault):
    turns = vault.run("clerk", "circulate", "list", "--all")["turns"]
    expect([(turn["number"], turn["person"], turn["outcome"], turn["signature"]) for turn in turns],
           [(1, FIRST, "read", FIRST), (2, kit.LONG_NAME, None, None), (1, SECOND, "undone", None)])
    expect(turns[0]["pages_back"], PAGES)
    (slip,) = vault.run("clerk", "circulate", "slips", "--all")["slips"]
    expect((slip["number"], slip["sheets"], slip["open"]), (1, 1, False))
    expect({copy["number"]: copy["state"] for copy in vault.run("clerk", "copy", "list")["copies"]},
           {1: "in-store", 2: "held", 3: "away", 4: "in-store"})


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = prepare(vault)
        steps = common.Steps("circulation")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "clerk")
            window.find(word("Places"), "list")
            steps.run("empty-parts-say-how-they-fill", test_empty, window, screen)
            steps.run("badge-and-copy-begin-a-turn", test_turn, window, screen, codes)
            steps.run("nothing-passes-from-reader-to-reader", test_lateral, window, screen, codes)
            steps.run("the-returns-refuse-it", test_returns_refuse, window, codes)
            steps.run("a-loan-slip", test_slip, window, screen)
            steps.run("the-turn-waits-for-its-slip", test_end_waits_for_slip, window, screen, codes)
            steps.run("counted-and-signed-by-its-reader", test_end, window, screen, codes)
            steps.run("the-next-reader-and-undo", test_next_reader, window, codes)
            steps.run("the-leader-grants-a-permit", test_grant, window, screen)
            steps.run("taken-away-and-receipted", test_take, window, screen)
            steps.run("the-program-ends-well", lambda: expect(window.close(), 0))
            steps.run("the-register-says-so", test_register, vault)
            steps.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
        return steps.end()


sys.exit(main())
