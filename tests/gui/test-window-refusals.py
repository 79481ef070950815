# The refusals of issue and return in the real window, by scanner and keyboard alone, and a decision to issue all the same.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-refusals.py LANGUAGE PROGRAM MSK PAPER: prints TAP. What a refusal stands for is brought about through msk before the window opens."""

import os
import sys
import tempfile

import desktop
import kit
import steps as common
from steps import expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, sign_in, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
INSIDE, OUTSIDE = "张三", "𠮷田实"


def prepare(vault):
    """Two people, of whom one is in the room; a copy for each state. Gives the codes."""
    codes = vault.prepare(5)
    people = {person["name"]: str(person["id"]) for person in vault.run("clerk", "attendee", "list")["attendees"]}
    long_name = people[kit.LONG_NAME]
    for copy in ("2", "3"):
        vault.run("clerk", "desk", "issue", "--person", long_name, "--copy", copy)
        if copy == "2":
            vault.run("clerk", "desk", "return", "--copy", copy)
    vault.run("clerk", "copy", "spoil", "4", draft={"reason": "墨粉不足"})
    vault.run("clerk", "door", "out", "--person", people[OUTSIDE])
    return codes


def refuse(window, codes, tone, *parts):
    """Scans them, and sees the refusal; the register is as it was, since the next scan finds it so."""
    for code in codes:
        window.keyboard.scan(code)
    expect_verdict(window, word(tone), *parts)


def not_admitted():
    return sentence("This person is not inside by the door’s register: send them to the door, then scan again.")


def decided_by(role):
    return sentence("%s Only the %s may decide otherwise.").replace("%s", "", 1).replace("%s", sentence(role)).strip()


def test_not_admitted(window, codes):
    refuse(window, [codes["badges"][1]], "Refused", OUTSIDE, not_admitted(), decided_by("security officer"))
    if window.is_shown(word("_Issue All the Same…")):
        raise AssertionError("a decision is offered without a thing to decide about")
    refuse(window, [codes["copies"][0], codes["badges"][1]], "Refused", OUTSIDE, "000001", not_admitted())


def decide(window, user, reason):
    press_mnemonic(window, "_Issue All the Same…")
    window.sees(sentence("Issue All the Same"))
    window.waits_for_front()
    fill_in(window, {"_Name": user, "_Passphrase": kit.PASSPHRASE, "_Reason": reason})
    window.keyboard.press("Return")


def test_decided(window, codes):
    """Not by another role; by the one that may, with a reason."""
    decide(window, "chief", "urgent")
    window.sees(sentence("The role “%s” may not decide about this: ask somebody whose role is %s.").split("%s")[0].rstrip("“"))
    window.keyboard.press("Escape")
    window.waits_for_keyboard()
    refuse(window, [codes["copies"][0], codes["badges"][1]], "Refused", OUTSIDE, "000001")
    decide(window, "guard", "urgent")
    expect_verdict(window, word("Issued"), "000001", OUTSIDE)
    window.waits_for_keyboard()


def test_copies(window, codes):
    refuse(window, [codes["copies"][2]], "Refused", "000003")
    refuse(window, [codes["copies"][1]], "Refused", "000002")
    refuse(window, [codes["copies"][3]], "Refused", "000004")
    refuse(window, [codes["badges"][1][:-1] + str((int(codes["badges"][1][-1]) + 1) % 10)], "Stop")


def test_returns(window, codes):
    go_to(window, "Returns")
    expect_verdict(window, word("Ready to take back"))
    refuse(window, [codes["copies"][1]], "Stop", "000002", kit.LONG_NAME)
    refuse(window, [codes["copies"][4]], "Stop", "000005")
    refuse(window, [codes["copies"][3]], "Refused", "000004")


def test_register(vault):
    (line,) = vault.run("reader", "desk", "overrides")["overrides"]
    expect((line["code"], line["decided_by"], line["reason"], line["number"], line["person"]), ("not-admitted", "guard", "urgent", 1, OUTSIDE))
    states = {copy["number"]: copy["state"] for copy in vault.run("clerk", "copy", "list")["copies"]}
    expect(states, {1: "held", 2: "returned", 3: "held", 4: "spoiled", 5: "in-store"})


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = prepare(vault)
        steps = common.Steps("refusals")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "clerk")
            window.find(word("Places"), "list")
            go_to(window, "Desk")
            steps.run("who-is-not-in-the-room-gets-nothing", test_not_admitted, window, codes)
            steps.run("the-role-that-may-decides-otherwise", test_decided, window, codes)
            steps.run("what-is-wrong-with-the-copy", test_copies, window, codes)
            steps.run("what-is-in-custody-is-handed-in-once-more", test_returns, window, codes)
            steps.run("the-program-ends-well", lambda: expect(window.close(), 0))
            steps.run("the-register-says-so", test_register, vault)
            steps.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
        return steps.end()


sys.exit(main())
