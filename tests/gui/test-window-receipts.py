# Receipts in the real window: signed on the screen with the mouse, printed and entered, and who signs for whom.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-receipts.py LANGUAGE PROGRAM MSK PAPER: prints TAP. MSK_PICTURES=FOLDER keeps pictures."""

import math
import os
import signal
import sys
import tempfile

import desktop
import kit
import steps
from steps import expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, texts, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = os.environ.get("MSK_PICTURES")
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "receipts-%s-%s.png" % (name, LANGUAGE)))


def write_name(window):
    """A cross and a flourish on the pad, with the mouse."""
    left, top, width, height = window.place_of(window.find(word("Pad for the signature")))
    at = lambda x, y: (left + x * width, top + y * height)
    window.pointer.stroke([at(0.10 + 0.02 * i, 0.35 + 0.005 * i) for i in range(12)])
    window.pointer.stroke([at(0.21, 0.15 + 0.05 * i) for i in range(14)])
    window.pointer.stroke([at(0.40 + 0.01 * i, 0.5 - 0.25 * math.sin(i / 3)) for i in range(50)])


def open_form(window):
    window.keyboard.press("F9")
    window.waits_for_front()
    desktop.wait_for("the pad with the keyboard", lambda: window.focused_in_front())


def unsigned(window):
    return texts(window, "Not signed for")


def test_sign_pack(window, screen, codes):
    """Two copies are issued with the scanner; one signature, and Return, covers both."""
    go_to(window, "Desk")
    for copy in codes["copies"][:2]:
        window.keyboard.scan(codes["badges"][0])
        expect_verdict(window, sentence("Person known"))
        window.keyboard.scan(copy)
        expect_verdict(window, sentence("Issued"))
    window.sees(sentence("%s has not signed for %s.") % ("张三", "000001" + sentence(", ") + "000002"))
    open_form(window)
    window.keyboard.press("Return")
    window.sees(sentence("This is no signature yet: write the full name on the pad."))
    write_name(window)
    shoot(screen, "pad")
    window.keyboard.press("Return")
    waits_for_end(window)
    window.misses(sentence("%s has not signed for %s.") % ("张三", "000001" + sentence(", ") + "000002"))
    go_to(window, "Receipts")
    window.sees(sentence("Everything Is Signed For"))


def test_wipe(window, screen, codes):
    """What is wiped away was never written, and Escape leaves the copy in the list."""
    go_to(window, "Desk")
    window.keyboard.scan(codes["badges"][1])
    expect_verdict(window, sentence("Person known"))
    window.keyboard.scan(codes["copies"][2])
    expect_verdict(window, sentence("Issued"))
    open_form(window)
    write_name(window)
    window.keyboard.press("Delete")
    window.keyboard.press("Return")
    window.sees(sentence("This is no signature yet: write the full name on the pad."))
    write_name(window)
    window.keyboard.press("Escape")
    waits_for_end(window)
    go_to(window, "Receipts")
    desktop.wait_for("the list", lambda: unsigned(window))
    expect([text for text in unsigned(window) if text in ("𠮷田实", "000003", sentence("issue"))], ["𠮷田实", sentence("issue"), "000003"])
    shoot(screen, "unsigned")


def test_scan_in_between(window, codes):
    """A scan is about the thing in the hand: the form of before goes, and what was half written with it."""
    go_to(window, "Desk")
    window.keyboard.scan(codes["badges"][1])
    window.keyboard.scan(codes["copies"][3])
    expect_verdict(window, sentence("Issued"))
    open_form(window)
    write_name(window)
    window.keyboard.scan(codes["badges"][2])
    waits_for_end(window)
    expect_verdict(window, sentence("Person known"))
    window.keyboard.press("Escape")
    go_to(window, "Receipts")
    desktop.wait_for("both copies in the list", lambda: any("000004" in text for text in unsigned(window)))


def test_collector(window, screen, codes):
    """Whom the leader designated signs for the addressee at the returns."""
    go_to(window, "Returns")
    window.keyboard.scan(codes["copies"][2])
    expect_verdict(window, sentence("Returned"))
    open_form(window)
    press_mnemonic(window, "_Who signs")
    window.keyboard.press("space")
    window.keyboard.press("Down")
    window.keyboard.press("Return")
    window.sees(sentence("%s, for %s") % ("张三", "𠮷田实"))
    write_name(window)
    shoot(screen, "collector")
    press_mnemonic(window, "_Signed")
    waits_for_end(window)
    go_to(window, "Receipts")
    press_mnemonic(window, "_Receipts")
    desktop.wait_for("the receipt with its decision", lambda: "领批3号" in texts(window, "Receipts"))
    shoot(screen, "register")


def test_print_and_enter(window, screen):
    """Receipts are printed, and one that was signed by hand is entered by its number."""
    press_mnemonic(window, "_Not Signed For")
    desktop.wait_for("the list", lambda: unsigned(window))
    press_mnemonic(window, "Print A_ll…")
    window.waits_for_front()
    window.sees(sentence("Print Receipts"))
    window.keyboard.press("Return")
    window.sees(sentence("Receipts Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Receipts Written"))
    desktop.wait_for("the number of the receipt in the list", lambda: "3" in unsigned(window))
    press_mnemonic(window, "_Enter Signed…")
    fill_in(window, {"_Number of the receipt": "9"})
    window.keyboard.press("Return")
    window.sees(sentence("There is no receipt with this number: look at the number on the receipt, or at the register of receipts."))
    press_mnemonic(window, "_Number of the receipt")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("3\n")
    waits_for_end(window)
    window.sees(sentence("Everything Is Signed For"))


def test_leader(window):
    """The leader ends the designation and makes another; nobody signs for themselves by one."""
    steps.change_user(window, "chief")
    go_to(window, "Receipts")
    press_mnemonic(window, "Who Signs for Who_m")
    press_mnemonic(window, "_Designate…")
    fill_in(window, {"_Addressee: name, and unit if needed": "zhangsan", "_Who signs for them: name, and unit if needed": "zhangsan",
                     "Re_ference of the decision": "7"})
    window.keyboard.press("Return")
    window.sees(sentence("Everybody signs for themselves without a designation: choose somebody else."))
    press_mnemonic(window, "_Who signs for them: name, and unit if needed")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("maimaiti\n")
    waits_for_end(window)
    desktop.wait_for("two designations", lambda: len(texts(window, "Who signs for whom")) == 12)


def test_killed(window, vault, codes):
    """Killed in the middle of a signature: the copy is issued, and stands in the list."""
    steps.change_user(window, "clerk")
    go_to(window, "Desk")
    window.keyboard.scan(codes["badges"][2])
    window.keyboard.scan(codes["copies"][4])
    expect_verdict(window, sentence("Issued"))
    open_form(window)
    write_name(window)
    os.kill(window.process.pid, signal.SIGKILL)
    window.process.wait()
    (left,) = vault.run("clerk", "desk", "unsigned")["unsigned"]
    expect([line["number"] for line in left["lines"]], [5])
    expect(vault.run("clerk", "copy", "show", "5")["copy"]["state"], "held")
    receipts = vault.run("clerk", "desk", "register")["receipts"]
    expect([(receipt["way"], len((receipt["strokes"] or "").split(";")) - 1, receipt["signer"]) for receipt in receipts],
           [("screen", 3, "张三"), ("screen", 3, "张三"), ("paper", 0, "𠮷田实")])
    vault.run("reader", "ledger", "verify")


def prepare(folder):
    """A copy of each of five papers is good, signatures are asked for on the screen, and one person may sign for another."""
    vault = kit.Kit(MSK, PAPER, folder)
    vault.prepare(1)
    for number in range(4, 8):
        vault.add_paper(1, "密发〔2026〕%u号" % number)
    copies = [str(copy["number"]) for copy in vault.run("clerk", "copy", "list")["copies"][1:]]
    vault.run("clerk", "copy", "confirm", *copies)
    vault.run("chief", "desk", "signing", "screen")
    people = {person["name"]: str(person["id"]) for person in vault.run("clerk", "attendee", "list")["attendees"]}
    vault.run("chief", "desk", "designate", people["𠮷田实"], people["张三"], draft={"reference": "领批3号"})
    return vault, vault.read_codes()


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("receipts")
    with tempfile.TemporaryDirectory(prefix="msk-receipts-") as folder:
        vault, codes = prepare(folder)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "clerk")
            window.find(word("Places"), "list")
            run.run("one-signature-with-the-mouse-covers-a-pack", test_sign_pack, window, screen, codes)
            run.run("what-is-wiped-or-cancelled-is-not-signed", test_wipe, window, screen, codes)
            run.run("a-scan-ends-a-signature-that-was-begun", test_scan_in_between, window, codes)
            run.run("whom-the-leader-designated-signs", test_collector, window, screen, codes)
            run.run("receipts-are-printed-and-entered-by-number", test_print_and_enter, window, screen)
            run.run("the-leader-designates", test_leader, window)
            run.run("killed-in-the-middle-of-a-signature", test_killed, window, vault, codes)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
