# Copies that are brought back and counted in the real window, by scanner and keyboard alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-return.py LANGUAGE PROGRAM MSK PAPER: prints TAP. With MSK_PICTURES it keeps what the display showed in that folder."""

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
NUMBER = "密发〔2026〕3号"
FIRST, SECOND = "张三", "𠮷田实"


def prepare(vault):
    """Three people with a copy each of a paper that is counted, and one with a copy of its attachment. Gives the codes."""
    vault.prepare(5)
    people = {person["name"]: str(person["id"]) for person in vault.run("clerk", "attendee", "list")["attendees"]}
    (paper,) = vault.run("host", "paper", "list")["papers"]
    vault.run("host", "paper", "counting", str(paper["id"]), "always")
    attachment = str(vault.run("host", "paper", "attach", str(paper["id"]), PAPER, draft={
        "title": "附件", "level": "secret", "period": "10年", "scope": "all"})["paper"])
    vault.approve_copies(attachment, 1)
    vault.run("clerk", "copy", "reserve", attachment, "1")
    vault.run("clerk", "copy", "print", attachment, "--printer", "folder")
    vault.run("clerk", "copy", "confirm", "6")
    for name, copy in ((FIRST, "1"), (SECOND, "2"), (kit.LONG_NAME, "3"), (FIRST, "6")):
        vault.run("clerk", "desk", "issue", "--person", people[name], "--copy", copy)
    return vault.read_codes()


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "return-%s-%s.png" % (name, LANGUAGE)))


def states(vault):
    return {copy["number"]: (copy["state"], copy["pages_back"]) for copy in vault.run("clerk", "copy", "list")["copies"]}


def while_locked(window, act):
    """One process works with a vault: what the terminal looks at, it looks at while the window is locked."""
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    found = act()
    sign_in(window, "clerk")
    window.find(word("Places"), "list")
    go_to(window, "Returns")
    expect_verdict(window)
    return found


def ask(window, code, number):
    """A scan that asks for the count."""
    window.keyboard.scan(code)
    expect_verdict(window, word("Count the pages"), number)
    waits_for_form(window)


def waits_for_form(window):
    """Until the figures go into the form: keys that come while one makes way for the next reach nobody."""
    window.waits_for_front()
    desktop.wait_for("one form", lambda: len(window.titles()) == 2 and len(common.in_front(window, "text")) == 2)


def figures(window):
    """What stands in the field for the pages, the first of the form."""
    return common.entry_text(window, common.in_front(window, "text")[0])


def test_uncounted(window, screen, vault, codes):
    """The number that is due is nowhere on the screen, and whoever walks off leaves the copy with its holder."""
    go_to(window, "Returns")
    ask(window, codes["copies"][0], "000001")
    shoot(screen, "form")
    for part in ("4 pages", "4 页", "%d" % PAGES):
        if any(part in (node.get_name() or "").replace("2024", "") for frame in window._frames()[1:] for node in window.walk(frame)):
            raise AssertionError("the form tells %r" % part)
    window.keyboard.press("Escape")
    common.waits_for_end(window)
    window.sees(sentence("Copy %s is not taken back yet: scan it again to count it.").replace("%s", "000001"))
    ask(window, codes["copies"][0], "000001")
    expect(while_locked(window, lambda: states(vault)[1]), ("held", None))


def test_scanner_is_no_figure(window, screen, vault, codes):
    """A scan while the figures are asked for is a scan: of the same copy it asks the same, of another it asks for that."""
    ask(window, codes["copies"][0], "000001")
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Count the pages"), "000001")
    waits_for_form(window)
    expect(figures(window), "")
    window.keyboard.scan(codes["copies"][1])
    expect_verdict(window, word("Count the pages"), "000002", "000001")
    waits_for_form(window)
    expect(figures(window), "")
    window.keyboard.press("Escape")
    common.waits_for_end(window)


def test_whole(window, screen, vault, codes):
    """Digits and Enter; the attachment that the same person holds is named."""
    ask(window, codes["copies"][0], "000001")
    window.keyboard.type("%d\n" % PAGES)
    expect_verdict(window, word("Returned"), "000001", FIRST, "000006")
    common.waits_for_end(window)
    shoot(screen, "returned")


def test_part(window, screen, vault, codes):
    """The same wrong number twice: pages are missing. Whoever mistypes is asked again."""
    ask(window, codes["copies"][1], "000002")
    window.keyboard.type("3\n")
    window.sees(sentence("This is not the number that the register expects, and nothing is taken back yet: count every page again."))
    expect_verdict(window, word("Count again"), "000002")
    waits_for_form(window)
    shoot(screen, "again")
    window.keyboard.type("3\n")
    expect_verdict(window, word("Pages missing"), "000002", SECOND)
    common.waits_for_end(window)
    shoot(screen, "missing")
    expect(while_locked(window, lambda: states(vault)[2]), ("held", 3))
    ask(window, codes["copies"][1], "000002")
    window.keyboard.type("1\n")
    expect_verdict(window, word("Returned"), "000002", SECOND)
    common.waits_for_end(window)


def test_condition(window, screen, vault, codes):
    """What is not whole needs a remark; by keyboard alone."""
    ask(window, codes["copies"][2], "000003")
    window.keyboard.type("%d" % PAGES)
    common.pick(window, "Con_dition", "Down", "Down")
    press_mnemonic(window, "_Remark, if it is not whole")
    window.keyboard.press("Return")
    window.sees(sentence("What is not whole needs a remark of one line: write what is the matter with which page."))
    fill_in(window, {"_Remark, if it is not whole": "page 2"})
    shoot(screen, "condition")
    window.keyboard.press("Return")
    expect_verdict(window, word("Returned"), "000003", kit.LONG_NAME)
    common.waits_for_end(window)


def test_every_return(window, screen, vault, codes):
    """A clerk may count what nobody asked for."""
    press_mnemonic(window, "Count the pages of e_very return")
    ask(window, codes["copies"][5], "000006")
    window.keyboard.type("%d\n" % PAGES)
    expect_verdict(window, word("Returned"), "000006", FIRST)
    common.waits_for_end(window)


def test_rule(window, screen, vault):
    """The organiser lays down for a paper what is counted."""
    change_user(window, "host")
    go_to(window, "Papers")
    window.keyboard.press("Alt_L", "Left")
    row = desktop.wait_for("the paper", lambda: next((row for row in window.find_all(role="list item") if NUMBER in (row.get_name() or "")), None))
    window.keyboard.press("Home")
    for _ in range(5):
        if window.has_focus(row):
            break
        window.keyboard.press("Down")
    window.keyboard.press("Return")
    window.find(word("C_ounting…"), "push button")
    press_mnemonic(window, "C_ounting…")
    window.waits_for_front()
    window.sees(word("Pages are co_unted"))
    shoot(screen, "rule")
    common.pick(window, "Pages are co_unted", "Home")
    press_mnemonic(window, "_Lay Down")
    common.waits_for_end(window)
    shoot(screen, "paper")


def test_register(vault):
    expect({number: state for number, state in states(vault).items() if number in (1, 2, 3, 6)},
           {number: ("returned", None) for number in (1, 2, 3, 6)})
    (incident,) = vault.run("clerk", "incident", "list")["incidents"]
    expect((incident["kind"], incident["subject"]), ("pages-missing", "copy 000002"))
    counts = [line["count"] for line in vault.run("clerk", "copy", "history", "3")["history"] if "count" in line]
    expect([(count["pages"], count["condition"], count["remark"]) for count in counts], [(PAGES, "torn", "page 2")])
    expect(vault.run("clerk", "paper", "list")["papers"][0]["count_rule"], "by-scheme")


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = prepare(vault)
        steps = common.Steps("return")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "clerk")
            window.find(word("Places"), "list")
            steps.run("uncounted-it-stays-with-its-holder", test_uncounted, window, screen, vault, codes)
            steps.run("a-scan-is-no-figure", test_scanner_is_no_figure, window, screen, vault, codes)
            steps.run("digits-and-enter", test_whole, window, screen, vault, codes)
            steps.run("in-part", test_part, window, screen, vault, codes)
            steps.run("condition-and-remark", test_condition, window, screen, vault, codes)
            steps.run("every-return", test_every_return, window, screen, vault, codes)
            steps.run("the-rule-of-a-paper", test_rule, window, screen, vault)
            steps.run("the-program-ends-well", lambda: expect(window.close(), 0))
            steps.run("the-register-says-so", test_register, vault)
            steps.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
        return steps.end()


sys.exit(main())
