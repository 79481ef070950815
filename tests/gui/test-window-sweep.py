# The sweep in the window: from zone to zone, what was left, the blind counts, what stands against closing.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-sweep.py LANGUAGE PROGRAM MSK PAPER [PICTURES]: prints TAP."""

import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import change_user, expect, expect_verdict, fill_in, go_to, pick, press_mnemonic, sentence, texts, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = sys.argv[5] if len(sys.argv) > 5 else None
STORE = "Storage"  # where a sweep begins
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def one_open():
    return steps.counted("%u item is not explained: find it, or report it missing.",
                         "%u items are not explained: find them, or report them missing.", 1)


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "sweep-%s-%s.png" % (name, LANGUAGE)))


def row_of(window, table, first):
    """The texts of the row of a table that begins with one."""
    cells = texts(window, table)
    at = cells.index(first)
    return cells[at:at + {"Zones of the venue": 8, "Papers and carriers": 6, "Things left behind": 8}[table]]


def waits_for_row(window, table, first, wanted):
    def has():
        try:
            return row_of(window, table, first)[:len(wanted)] == wanted
        except ValueError:
            return False
    desktop.wait_for("%r in %r" % (wanted, table), has)


def test_zones(window, screen, codes):
    """Where something is seen first is kept, and where it is seen again is told."""
    go_to(window, "Sweep")
    press_mnemonic(window, "_Start the Sweep…")
    window.press(word("_Start"))
    expect_verdict(window, word("Ready to sweep"))
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Seen"), "000001")
    pick(window, "_Zone that is swept", "Home")
    window.keyboard.scan(codes["copies"][1])
    expect_verdict(window, word("Seen"), "000002")
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Stop"), "000001")
    window.sees(word(STORE))  # in the refusal
    press_mnemonic(window, "By Zone and _Paper")
    waits_for_row(window, "Zones of the venue", word(STORE), [word(STORE), "1", "0", "0", "0"])
    shoot(screen, "zones")
    waits_for_row(window, "Papers and carriers", "密发〔2026〕3号", ["密发〔2026〕3号", "3", "2", "1", "0"])


def test_damage(window, screen):
    """What was seen last is noted as damaged; whole, it opens nothing."""
    press_mnemonic(window, "Dam_aged…")
    window.sees(sentence("Seen Damaged"))
    fill_in(window, {"_What is damaged, and how": "torn"})
    shoot(screen, "damage")
    window.keyboard.press("Return")
    waits_for_end(window)
    waits_for_row(window, "Papers and carriers", "密发〔2026〕3号", ["密发〔2026〕3号", "3", "2", "1", "0", "1"])


def run_locked(window, user, work):
    """The terminal works on the vault while the window is locked; then somebody signs in again and goes back to the sweep."""
    window.keyboard.press("Control_L", "l")
    window.misses(word("Places"))
    answer = work()
    steps.sign_in(window, user)
    window.find(word("Places"), "list")
    go_to(window, "Sweep")
    return answer


def test_left(window, screen, vault):
    press_mnemonic(window, "Left Be_hind")
    window.sees(sentence("Nothing Was Left Behind"))
    press_mnemonic(window, "_Register…")
    fill_in(window, {"_What it looks like, and where it lay": "line notebook, row 3", "_Found by": "Duan Yiming"})
    shoot(screen, "left-form")
    window.keyboard.press("Return")
    waits_for_end(window)
    waits_for_row(window, "Things left behind", "1", ["1", word("notebook without a number")])
    incidents = run_locked(window, "guard", lambda: vault.run("guard", "incident", "list")["incidents"])
    expect(sorted(one["kind"] for one in incidents), ["left-behind", "second-sighting"])
    press_mnemonic(window, "Left Be_hind")
    waits_for_row(window, "Things left behind", "1", ["1", word("notebook without a number")])
    steps.enter_table(window, "Things left behind")
    window.keyboard.press("space")
    press_mnemonic(window, "What Was _Done…")
    fill_in(window, {"What was _done with it, and who has it now": "sealed, secrecy office"})
    window.keyboard.press("Return")
    waits_for_end(window)
    window.sees("sealed, secrecy office")
    shoot(screen, "left")


def count(window, *figures):
    go_to(window, "Sweep")
    press_mnemonic(window, "Be_fore Closing")
    window.sees(word("What stands against closing"))
    press_mnemonic(window, "Count _Blind…")
    window.waits_for_front()
    for number, figure in enumerate(figures):
        if number > 0:
            window.keyboard.press("Tab")
        window.keyboard.type(figure)
    window.keyboard.press("Return")


def test_counts(window, screen, vault):
    """Two who differ, a third who decides; nobody sees a figure before that."""
    count(window, "3", "0", "0")
    waits_for_end(window)
    window.sees(word("counted once"))
    if window.is_shown(sentence("every figure as in the register")):
        raise AssertionError("a figure is told while others count")
    change_user(window, "chief")
    count(window, "2", "0", "0")
    waits_for_end(window)
    window.sees(word("two counts differ"))
    change_user(window, "host")
    count(window, "3", "0", "0")
    waits_for_end(window)
    window.sees(word("two counts agree with the register"))
    window.sees(sentence("\n    %s: %u counted, %u in the register").strip() % ("密发〔2026〕3号", 2, 3))
    shoot(screen, "counted")
    expect(run_locked(window, "guard", lambda: vault.run("guard", "sweep", "counts"))["standing"], "agree")


def end_it(vault):
    for person in vault.run("clerk", "attendee", "list")["attendees"]:
        vault.run("clerk", "door", "out", "--person", str(person["id"]))
    vault.record_measures("after", "guard")
    vault.run("guard", "sweep", "sign")
    vault.run("chief", "sweep", "sign")


def test_obstacles(window, screen, vault, codes):
    """What stands against closing is on the page before anybody tries, and goes as it is mended."""
    press_mnemonic(window, "Be_fore Closing")
    window.sees(one_open())
    shoot(screen, "obstacles")
    window.keyboard.scan(codes["copies"][2])
    expect_verdict(window, word("Seen"), "000003")
    window.misses(one_open())
    run_locked(window, "guard", lambda: end_it(vault))
    press_mnemonic(window, "Be_fore Closing")
    window.sees(sentence("Nothing stands against closing the meeting."))
    press_mnemonic(window, "C_lose the Meeting…")
    window.press(word("_Close the Meeting"))
    window.sees(sentence("The meeting is closed. Make the sweep report and file it."))
    shoot(screen, "closed")


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("sweep")
    with tempfile.TemporaryDirectory(prefix="msk-sweep-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = vault.prepare(3)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "guard")
            window.find(word("Places"), "list")
            run.run("every-sighting-has-its-zone", test_zones, window, screen, codes)
            run.run("what-is-damaged-is-noted-and-counted", test_damage, window, screen)
            run.run("what-was-left-is-registered-and-dealt-with", test_left, window, screen, vault)
            run.run("two-count-blind-and-a-third-where-they-differ", test_counts, window, screen, vault)
            run.run("what-stands-against-closing-is-on-the-page", test_obstacles, window, screen, vault, codes)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
