# Destruction by the window: a batch made up with the scanner, approved by the leader, destroyed in front of two others; and what goes back to its originator.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-destruction.py LANGUAGE PROGRAM MSK PAPER [PICTURES]: prints TAP."""

import glob
import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import change_user, enter_table, expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, texts, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = sys.argv[5] if len(sys.argv) > 5 else os.environ.get("MSK_PICTURES")
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
BATCHES, THINGS, RETURNS = "Batches for Destruction", "Things", "Back to the Originator"


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "destruction-%s-%s.png" % (name, LANGUAGE)))


def numbers(window):
    return texts(window, THINGS)[::7]


def waits_for_numbers(window, count):
    desktop.wait_for("%d things" % count, lambda: len(numbers(window)) == count)


def confirm(window, button, question, answer):
    press_mnemonic(window, button)
    window.sees(sentence(question))
    press_mnemonic(window, answer)
    waits_for_end(window)


def open_batch(window):
    """As somebody else signed in: the newest is the first in the list."""
    go_to(window, "Destruction")
    enter_table(window, BATCHES)
    window.keyboard.press("Home")
    window.keyboard.press("Return")
    desktop.wait_for("the batch", lambda: texts(window, THINGS))


def test_make_up(window, screen, codes):
    go_to(window, "Destruction")
    window.sees(sentence("Nothing Was Destroyed Yet"))
    shoot(screen, "none")
    press_mnemonic(window, "_New Batch…")
    window.sees(sentence("What came back, came out wrong or is not wanted any more. What is top secret goes back to its originator instead."))
    window.keyboard.type("after the meeting\n")
    waits_for_end(window)
    window.sees(sentence("Ready for the Batch"))
    for code, said in ((codes[0], "In the batch"), (codes[0], "Scanned before"), (codes[1], "In the batch"), ("6901234567892", "Refused"), (codes[2], "In the batch")):
        window.keyboard.scan(code)
        expect_verdict(window, sentence(said))
    press_mnemonic(window, "N_umber, for a torn tag")
    window.keyboard.type("4\n")
    waits_for_numbers(window, 4)
    shoot(screen, "made-up")


def test_take_out(window):
    enter_table(window, THINGS)
    window.keyboard.press("End")
    press_mnemonic(window, "Take _Out")
    waits_for_numbers(window, 3)
    press_mnemonic(window, "N_umber, for a torn tag")
    window.keyboard.type("4\n")
    waits_for_numbers(window, 4)
    confirm(window, "_Propose…", "Propose the Batch?", "_Propose")
    window.sees(sentence("The responsible leader approves or refuses it."))


def test_approve(window, screen):
    change_user(window, "chief")
    open_batch(window)
    shoot(screen, "to-approve")
    confirm(window, "A_pprove…", "Approve the Batch?", "_Approve")
    window.sees(sentence("Two others go to the machine with it: one destroys, the other watches."))


def test_machine(window, screen, codes):
    change_user(window, "guard")
    open_batch(window)
    press_mnemonic(window, "Begin at the _Machine…")
    window.sees(sentence("You destroy, and the witness watches from the first sheet to the last. Neither of you proposed or approved the batch."))
    fill_in(window, {"P_lace": "room 3", "Witness: _user name": "clerk", "Witness: _passphrase": kit.PASSPHRASE + "\n"})
    window.sees(sentence("Whoever proposed or approved this batch neither destroys it nor watches: have two other people do it."))
    shoot(screen, "refused")
    press_mnemonic(window, "Witness: _user name")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("host")
    fill_in(window, {"Witness: _passphrase": kit.PASSPHRASE + "\n"})
    waits_for_end(window)
    window.sees(sentence("Ready at the Machine"))
    for code, said, left in ((codes[0], "Into the machine", 3), (codes[1], "Into the machine", 2), (codes[1], "Scanned before", 2), (codes[2], "Into the machine", 1)):
        window.keyboard.scan(code)
        expect_verdict(window, sentence(said))
        desktop.wait_for("%d not at the machine" % left, lambda: texts(window, THINGS)[5::7].count(sentence("not yet")) == left)
    shoot(screen, "machine")


def test_end(window, screen):
    press_mnemonic(window, "_End…")
    fill_in(window, {"Witness: _user name": "host", "Witness: _passphrase": kit.PASSPHRASE + "\n"})
    desktop.wait_for("what is left by name", lambda: [node for node in window.find_all(role="alert") if "000004" in (node.get_name() or "")])
    shoot(screen, "left")
    fill_in(window, {"_Why the rest is not destroyed": "kept for the file", "Witness: _passphrase": kit.PASSPHRASE + "\n"})
    waits_for_end(window)
    desktop.wait_for("three destroyed", lambda: texts(window, THINGS)[6::7].count(sentence("destroyed")) == 3)
    window.sees(sentence("Print the list, have it signed by hand, and file it."))
    shoot(screen, "done")


def test_list(window, vault):
    press_mnemonic(window, "_List…")
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Report Written"))
    expect(len(glob.glob(os.path.join(vault.vault + "-papers", "report-destruction-*.pdf"))), 1)


def test_back(window, screen, codes):
    change_user(window, "clerk")
    go_to(window, "Destruction")
    press_mnemonic(window, "Send _Back…")
    window.sees(sentence("Ready for What Goes Back"))
    window.keyboard.scan(codes[0])
    expect_verdict(window, sentence("Stop"), sentence("This copy is registered as destroyed: keep it and tell the security officer at once."))
    press_mnemonic(window, "N_umber, for a torn tag")
    window.keyboard.type("4\n")
    expect_verdict(window, sentence("Refused"))
    window.keyboard.scan(codes[3])
    expect_verdict(window, sentence("Goes back"))
    waits_for_numbers(window, 1)
    shoot(screen, "back")
    press_mnemonic(window, "Enter the Re_ceipt…")
    fill_in(window, {"_Number of its receipt": "R-7", "_Taken by: full name": "li", "Witness: _user name": "clerk", "Witness: _passphrase": kit.PASSPHRASE + "\n"})
    window.sees(sentence("That is who is signed in already: a second person has to sign in with their own name and passphrase."))
    press_mnemonic(window, "Witness: _user name")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("guard")
    shoot(screen, "receipt")
    fill_in(window, {"Witness: _passphrase": kit.PASSPHRASE + "\n"})
    waits_for_end(window)
    desktop.wait_for("the return", lambda: texts(window, RETURNS)[2:4] == ["R-7", "li"])
    expect(texts(window, RETURNS)[1], "某某办公厅")
    shoot(screen, "returned")


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("destruction")
    with tempfile.TemporaryDirectory(prefix="msk-destruction-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = vault.prepare()["copies"]
        vault.run("clerk", "copy", "spoil", "2", draft={"reason": "卡纸"})
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "clerk")
            window.find(word("Places"), "list")
            run.run("a-batch-is-made-up-with-the-scanner", test_make_up, window, screen, codes)
            run.run("what-is-taken-out-and-proposed", test_take_out, window)
            run.run("the-leader-approves", test_approve, window, screen)
            run.run("two-others-are-at-the-machine", test_machine, window, screen, codes)
            run.run("what-is-left-is-named", test_end, window, screen)
            run.run("the-list-is-written", test_list, window, vault)
            run.run("back-to-the-originator", test_back, window, screen, codes)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
