# The issue plan and the print room in the real window, by keyboard and scanner alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-print-room.py LANGUAGE PROGRAM MSK PAPER PRIVATE-CUPS: prints TAP. One paper of a small meeting is planned, printed as packs through a
printing system of its own, spoiled, counted and explained; its sheets are real, and so are the codes that are scanned."""

import os
import sys
import tempfile

import desktop
import kit
import steps as common
from steps import (change_user, enter_table, expect, expect_verdict, fill_in, go_to, in_front, press_mnemonic, sentence, sign_in,
                   texts, waits_for_focus, word)

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER, PRIVATE_CUPS = map(os.path.abspath, sys.argv[2:6])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
NAME = "Zhang San"
VISITOR = "Li Si"
SHEETS = 4  # of a copy


def prepare(vault, system):
    """Four numbers of one paper, for three people."""
    vault.create(folder=False)
    vault.add_venue(system)
    vault.create_meeting()
    vault.add_people([(kit.LONG_NAME, kit.LONG_UNIT), (NAME, "Office"), ("𠮷田实", "外事局")])
    vault.seal()
    vault.add_reserved(4)


def close_notice(window, *parts):
    """Reads a notice in front of the window, and sends it away."""
    for part in parts:
        window.sees(part)
    window.waits_for_front()
    window.keyboard.press("Return")
    window.misses(parts[0])
    window.waits_for_keyboard()


def test_seat(window):
    """Found by name; Return goes on to the seat, and back."""
    go_to(window, "Issue Plan")
    press_mnemonic(window, "_Seats")
    window.find(word("Seats"), "tree table")
    press_mnemonic(window, "F_ind")
    window.keyboard.type("zhang san")  # one of the units is read with a zhang too
    window.misses(kit.LONG_UNIT)
    window.keyboard.press("Return")
    window.keyboard.type("2-9\n")
    desktop.wait_for("the seat at the top", lambda: texts(window, "Seats")[:2] == ["2-9", NAME])
    expect(kit.LONG_UNIT in texts(window, "Seats"), True)


def test_fill(window):
    press_mnemonic(window, "_Copies")
    window.find(word("Issue plan"), "tree table")
    press_mnemonic(window, "_Fill the Plan")
    close_notice(window, sentence("Planned now: %u. Readers without a number: %u.") % (3, 0))
    desktop.wait_for("the plan", lambda: texts(window, "Issue plan")[:4] == ["2-9", NAME, "Office", "000001"])
    expect([text for text in texts(window, "Issue plan") if text.startswith("0000")], ["000001", "000002", "000003", "000004"])


def test_change(window):
    """The spare copy goes to somebody else, and the one that they were to get becomes the spare."""
    enter_table(window, "Issue plan")
    window.keyboard.press("End")
    press_mnemonic(window, "Plan f_or…")
    window.sees(sentence("Copy %s goes to this person and to nobody else.") % "000004")
    window.waits_for_front()
    window.keyboard.type("zhang san")
    desktop.wait_for("one person", lambda: len(in_front(window, "list item")) == 1)
    window.keyboard.press("Return")
    window.misses(word("For _nobody: leave it spare"))
    window.waits_for_keyboard()
    desktop.wait_for("the plan", lambda: texts(window, "Issue plan")[:4] == ["2-9", NAME, "Office", "000004"])
    expect(texts(window, "Issue plan")[-7:-2], ["", "", "", "000001", "密发〔2026〕3号"])


def test_names(window):
    """The switch belongs to one paper, and keeps what was chosen."""
    if window.is_shown(word("Print the holder’s _name across the pages")):
        raise AssertionError("there is a switch for all papers at once")
    press_mnemonic(window, "P_aper")
    waits_for_focus(window, "list item")
    window.keyboard.press("Down")
    window.keyboard.press("Return")
    switch = window.find(word("Print the holder’s _name across the pages"), "check box")
    window.waits_for_keyboard()
    press_mnemonic(window, "Print the holder’s _name across the pages")
    go_to(window, "Papers")
    go_to(window, "Issue Plan")
    desktop.wait_for("the switch to stay", lambda: switch.get_state_set().contains(window.atspi.StateType.CHECKED))


def test_enter(window):
    go_to(window, "Print Room")
    window.sees(word("Nobody is in the print room."))
    press_mnemonic(window, "_Enter…")
    window.find(word("_By whose leave"), "text")
    fill_in(window, {"_Name": VISITOR + "\n"})
    window.sees(sentence("Whoever enters the print room has a name, a reason, and somebody's leave: give all three, in one line each."))
    fill_in(window, {"_Unit": "Works", "_Reason": "mend the fuser", "_By whose leave": "Zhou\n"})
    window.sees(sentence("In the print room now, %u: %s") % (1, VISITOR))
    window.waits_for_keyboard()
    for text in (VISITOR, "Works", "mend the fuser", "Zhou", word("inside")):
        expect(text in texts(window, "Entry log"), True)


def test_packs(window):
    """Packs come out, and whoever lingers is named."""
    go_to(window, "Issue Plan")
    press_mnemonic(window, "Print _Packs…")
    window.sees(word("P_rinter"))
    window.waits_for_front()
    press_mnemonic(window, "_Print")
    close_notice(window, sentence("Printed: %u. Uncertain: %u. Not sent yet: %u.") % (4, 0, 0),
                 sentence("Still in the print room: %s (entry %u).") % (VISITOR, 1))


def test_no_reason(window, codes):
    """Sheets are spoiled for a reason or not at all; a scan is not taken where nobody sees what it does."""
    go_to(window, "Print Room")
    window.find(word("Entry log"), "tree table")
    window.keyboard.scan(codes[0])
    expect_verdict(window, word("Not taken"))
    press_mnemonic(window, "_Spoiled and Surplus")
    expect_verdict(window, word("Spoiled sheets"))
    window.keyboard.scan(codes[0])
    expect_verdict(window, word("Refused"), sentence("This needs a reason of one line: write down what happened."))


def test_spoil(window, codes):
    press_mnemonic(window, "What happ_ened")
    window.keyboard.type("jam")
    window.keyboard.scan(codes[3])
    expect_verdict(window, word("Spoiled"), "000004")
    window.sees(sentence("Waiting for destruction: sets %u, sheets %u") % (1, SHEETS))
    for text in ("000004", word("spoiled"), "jam"):
        expect(text in texts(window, "Register of spoiled and surplus sheets"), True)


def test_twice(window, codes):
    press_mnemonic(window, "Sets _too many")
    expect_verdict(window, word("Sets too many"))
    press_mnemonic(window, "What happ_ened")
    window.keyboard.type("came again")
    window.keyboard.scan(codes[1])
    expect_verdict(window, word("Came twice"))
    window.sees(sentence("Waiting for destruction: sets %u, sheets %u") % (2, 2 * SHEETS))
    expect("jam" in texts(window, "Register of spoiled and surplus sheets"), True)


def test_never(window):
    """What the printer says it printed is given up only when another person agrees."""
    press_mnemonic(window, "By _Hand…")
    window.find(word("Copy _number"), "text")
    press_mnemonic(window, "_Kind")
    for key in ("space", "Down", "Down", "Return"):
        window.keyboard.press(key)
    window.misses(word("_Sheets (0 for a whole copy)"))
    fill_in(window, {"Copy _number": "x", "What happ_ened": "nothing came\n"})
    window.sees(sentence("This is no copy number: enter it as it stands on the sheets, such as 000014 or 000014/1."))
    press_mnemonic(window, "Copy _number")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("1\n")
    expect_verdict(window, word("Never came"), "000001")
    window.waits_for_keyboard()


def test_agree(window):
    go_to(window, "Print Room")
    press_mnemonic(window, "_Spoiled and Surplus")
    window.sees(sentence("Copy %s of %s") % ("000001", "密发〔2026〕3号"))
    press_mnemonic(window, "A_gree…")
    window.sees(word("Agree That It Never Came?"))
    window.waits_for_front()
    press_mnemonic(window, "_Agree")
    window.misses(word("Said never to have come"))
    window.waits_for_keyboard()


def count(window, sheets):
    press_mnemonic(window, "_Count Sheets…")
    window.find(word("Sheets counted"), "text")
    window.waits_for_front()
    window.keyboard.type("%u\n" % sheets)


def test_count(window):
    """Three copies of four sheets came out, one of them twice; twice nothing is told but that the count is wrong."""
    go_to(window, "Print Room")
    press_mnemonic(window, "Print _Runs")
    window.sees(sentence("Runs whose sheets you count: %u") % 1)
    count(window, 15)
    blind = sentence("This is on record, and it is not the number that the register expects: count every sheet again.")
    window.sees(blind)
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("15\n")
    desktop.wait_for("the second count", lambda: window.is_shown(blind))
    expect("16" in texts(window, "Print runs"), False)
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("15\n")
    window.sees(sentence("This is on record: %u sheets counted, %u expected. Look for what is missing or too many and count again, "
                         "or have the security officer explain it.") % (15, 16))
    window.keyboard.press("Escape")
    window.misses(word("Sheets counted"))
    window.waits_for_keyboard()
    for text in ("16", "15", "−1", word("differs, to be explained")):
        expect(text in texts(window, "Print runs"), True)


def test_explain(window):
    go_to(window, "Print Room")
    press_mnemonic(window, "Print _Runs")
    window.sees(sentence("Runs whose difference you explain, or have counted again: %u") % 1)
    press_mnemonic(window, "E_xplain…")
    window.find(word("Why the count differs"), "text")
    window.waits_for_front()
    window.keyboard.type("one sheet burnt in the fuser\n")
    window.sees(word("difference explained"))
    window.waits_for_keyboard()
    enter_table(window, "Print runs")
    window.keyboard.press("Home")
    window.sees(sentence("Explained by %s: %s") % ("guard", "one sheet burnt in the fuser"))


def test_report(window):
    press_mnemonic(window, "_Write Runs…")
    window.sees(sentence("Make a Report"))
    press_mnemonic(window, "_Write a File")
    close_notice(window, word("Report Written"))


def test_leave(window):
    go_to(window, "Print Room")
    press_mnemonic(window, "Entry _Log")
    window.find(word("Entry log"), "tree table")
    enter_table(window, "Entry log")
    window.keyboard.press("Home")
    press_mnemonic(window, "Lea_ve")
    window.sees(word("Nobody is in the print room."))
    expect(word("inside") in texts(window, "Entry log"), False)


def test_register(vault):
    """What the window did stands in the register as the terminal reads it."""
    lines = {line["number"]: line for line in vault.run("reader", "plan", "show")["plan"]}
    expect([run["count"] for run in vault.run("reader", "copy", "runs")["runs"]], ["explained"])
    expect([(entry["number"], entry["sheets"]) for entry in vault.run("reader", "copy", "spoiled")["spoiled"]][0], (4, SHEETS))
    expect(lines[4]["planned"], NAME)
    expect([visit["name"] for visit in vault.run("reader", "room", "log", "--all")["visits"]], [VISITOR])
    expect(vault.run("reader", "room", "log")["visits"], [])


def cut_off(vault, system):
    """A run that was killed while the printer had a copy of it."""
    paper = vault.add_reserved(1, "密发〔2026〕4号")
    begun = system.count_begun()
    system.tell("behave hold")
    printing = vault.start("clerk", "copy", "print", paper, "--printer", "venue")
    desktop.wait_for("the printer to begin", lambda: system.count_begun() > begun)
    printing.kill()
    printing.wait()


def test_clear(window):
    """Nothing of a run whose end nobody saw prints any more."""
    go_to(window, "Print Room")
    press_mnemonic(window, "Print _Runs")
    window.sees(word("not looked at"))
    press_mnemonic(window, "Clear _Queue")
    close_notice(window, sentence("Run %u, printing system: %s.") % (2, word("empty")))
    window.misses(word("not looked at"))


def run_steps(steps, screen, window, vault, system):
    steps.run("a-seat-is-entered-by-name", test_seat, window)
    steps.run("the-plan-fills-up-in-the-order-of-seats", test_fill, window)
    steps.run("one-entry-is-changed", test_change, window)
    steps.run("names-across-the-pages-are-a-switch-of-each-paper", test_names, window)
    steps.run("whoever-enters-is-written-down", test_enter, window)
    steps.run("packs-are-printed-and-who-lingers-is-named", test_packs, window)
    codes = system.read_codes()  # in the order of the numbers, which were reserved in it
    steps.run("no-sheet-is-spoiled-without-a-reason", test_no_reason, window, codes)
    steps.run("a-scan-registers-spoiled-sheets", test_spoil, window, codes)
    steps.run("a-scan-registers-a-set-too-many", test_twice, window, codes)
    steps.run("what-never-came-waits-for-another-person", test_never, window)
    change_user(window, "guard")
    steps.run("the-security-officer-agrees", test_agree, window)
    change_user(window, "clerk")
    steps.run("a-count-stays-blind-until-the-third", test_count, window)
    change_user(window, "guard")
    steps.run("the-security-officer-explains-a-difference", test_explain, window)
    steps.run("the-runs-are-written-as-a-report", test_report, window)
    change_user(window, "clerk")
    steps.run("whoever-leaves-is-written-down", test_leave, window)
    steps.run("the-program-ends-well", lambda: expect(window.close(), 0))
    steps.run("the-terminal-reads-the-same", test_register, vault)
    cut_off(vault, system)
    window = screen.run(PROGRAM, "--vault", vault.vault)
    sign_in(window, "clerk")
    window.find(word("Places"), "list")
    steps.run("what-a-killed-run-left-is-cleared", test_clear, window)
    steps.run("the-program-ends-well-again", lambda: expect(window.close(), 0))
    steps.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder, kit.PrintingSystem(PRIVATE_CUPS) as system:
        vault = kit.Kit(MSK, PAPER, folder)
        prepare(vault, system)
        steps = common.Steps("print-room")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "clerk")
            window.find(word("Places"), "list")
            run_steps(steps, screen, window, vault, system)
        return steps.end()


if __name__ == "__main__":
    sys.exit(main())
