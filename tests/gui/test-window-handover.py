# Handover of the desk by the window: counted blind with the scanner, compared, explained, taken over by a second clerk.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-handover.py LANGUAGE PROGRAM MSK PAPER [PICTURES]: prints TAP."""

import glob
import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import enter_table, expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, texts, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = sys.argv[5] if len(sys.argv) > 5 else os.environ.get("MSK_PICTURES")
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "handover-%s-%s.png" % (name, LANGUAGE)))


def test_begin(window, screen):
    go_to(window, "Handover")
    shoot(screen, "before")
    press_mnemonic(window, "Hand Over the _Desk…")
    window.waits_for_front()
    window.sees(sentence("Hand Over the Desk?"))
    press_mnemonic(window, "_Begin")
    waits_for_end(window)
    window.sees(sentence("Ready to count"))


def test_blind(window, screen, codes):
    """Two of four copies, one twice, a shop's code: nothing says what is expected."""
    for code, said in ((codes[0], "Counted"), (codes[1], "Counted"), (codes[1], "Counted before"), ("6901234567892", "Refused")):
        window.keyboard.scan(code)
        expect_verdict(window, sentence(said))
    cells = texts(window, "Stock")
    expect([cell for cell in cells[3::4]], [sentence("not told yet")] * 3)
    expect(cells[1], "2")
    window.sees(sentence("The stock is being counted blind: the balance shows again when the count is closed."))
    shoot(screen, "counting")
    press_mnemonic(window, "Copy _number, for a torn tag")
    window.keyboard.type("3\n")
    desktop.wait_for("the third copy", lambda: texts(window, "Stock")[1] == "3")


def test_nothing_moves(window, badge):
    go_to(window, "Desk")
    window.keyboard.scan(badge)
    expect_verdict(window, sentence("Person known"))
    press_mnemonic(window, "_Copy number")
    window.keyboard.type("1\n")
    expect_verdict(window, sentence("Refused"), sentence(
        "The desk is being handed over, and its stock is counted: nothing moves until the handover is ended or cancelled."))
    go_to(window, "Handover")


def test_compare(window, screen):
    press_mnemonic(window, "Close the Co_unt…")
    window.waits_for_front()
    window.sees(sentence("Close the Count?"))
    press_mnemonic(window, "Cl_ose the Count")
    waits_for_end(window)
    desktop.wait_for("what was found", lambda: texts(window, "Discrepancies")[::4] == [sentence("missing from the stock"), sentence("unknown code")])
    expect(texts(window, "Stock")[3], "4")
    shoot(screen, "compared")
    enter_table(window, "Discrepancies")
    window.keyboard.press("End")
    press_mnemonic(window, "E_xplain…")
    window.waits_for_front()
    window.sees(sentence("Explain a Discrepancy"))
    window.keyboard.type("a shop's code\n")
    waits_for_end(window)
    enter_table(window, "Discrepancies")
    window.keyboard.press("Home")
    press_mnemonic(window, "As an _Incident…")
    window.waits_for_front()
    window.sees(sentence("Register an Incident"))
    window.keyboard.type("not in the safe\n")
    waits_for_end(window)
    desktop.wait_for("both explained", lambda: set(texts(window, "Discrepancies")[3::4]) == {"a shop's code", "not in the safe"})


def test_take_over(window, screen):
    press_mnemonic(window, "_Hand Over…")
    window.waits_for_front()
    window.sees(sentence("The one who takes over gives their own name and passphrase here. What is not where the register has it becomes an incident. "
                         "Print the slip after: both sign it."))
    fill_in(window, {"_User name": "clerk", "_Passphrase": kit.PASSPHRASE + "\n"})
    window.sees(sentence("That is who is signed in already: a second person has to sign in with their own name and passphrase."))
    shoot(screen, "refused")
    press_mnemonic(window, "_User name")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("second")
    fill_in(window, {"_Passphrase": kit.PASSPHRASE + "\n"})
    waits_for_end(window)
    desktop.wait_for("the register", lambda: texts(window, "Handovers")[2:4] == ["clerk", "second"])
    shoot(screen, "done")


def test_slip(window, vault):
    enter_table(window, "Handovers")
    window.keyboard.press("End")
    press_mnemonic(window, "Make the _Slip…")
    window.waits_for_front()
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Report Written"))
    expect(len(glob.glob(os.path.join(vault.vault + "-papers", "report-handover-*.pdf"))), 1)


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("handover")
    with tempfile.TemporaryDirectory(prefix="msk-handover-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = vault.prepare()
        vault.run("guard", "user", "add", "second", "--role", "desk-clerk", "--new-passphrase-file", vault.secret)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "clerk")
            window.find(word("Places"), "list")
            run.run("the-desk-is-handed-over", test_begin, window, screen)
            run.run("the-count-is-blind", test_blind, window, screen, codes["copies"])
            run.run("nothing-moves-meanwhile", test_nothing_moves, window, codes["badges"][0])
            run.run("discrepancies-are-named-and-explained", test_compare, window, screen)
            run.run("a-second-clerk-takes-over", test_take_over, window, screen)
            run.run("the-slip-is-written", test_slip, window, vault)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
