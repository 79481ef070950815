# What is done with papers in the real window, by keyboard alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-papers.py LANGUAGE PROGRAM MSK PAPER: prints TAP. A small meeting is made through msk; then papers are added, revised, attached and
narrowed in the window. At the end msk tells what the register holds."""

import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import change_user, entry_text, expect, go_to, press_mnemonic, sentence, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
NUMBER = "密发〔2026〕3号"
PEOPLE = ["张三", "𠮷田实", kit.LONG_NAME]


def prepare(vault):
    """One paper: three copies given out, one in store, one number that was never printed."""
    vault.create()
    vault.create_meeting()
    vault.add_people([(PEOPLE[0], "办公厅"), (PEOPLE[1], "外事局"), (PEOPLE[2], kit.LONG_UNIT)])
    vault.seal()
    vault.add_paper(4, NUMBER)
    vault.run("clerk", "copy", "confirm", "1", "2", "3", "4")
    vault.fill_room()
    for person in (1, 2, 3):
        vault.run("clerk", "desk", "issue", "--person=%d" % person, "--copy=%d" % person)
    vault.approve_copies("1", 1)
    vault.run("clerk", "copy", "reserve", "1", "1")


def open_paper(window, title):
    """From the list of papers, with the arrow keys; the list has the keyboard then."""
    window.keyboard.press("Alt_L", "Left")
    rows = desktop.wait_for("the papers", lambda: [row for row in window.find_all(role="list item") if title in (row.get_name() or "")])
    window.keyboard.press("Home")
    for _ in range(12):
        if window.has_focus(rows[0]):
            break
        window.keyboard.press("Down")
    window.keyboard.press("Return")
    window.find(word("A_ll Papers"), "push button")


def is_checked(window, name):
    box = window.find(name, "check box")
    return box.get_state_set().contains(window.atspi.StateType.CHECKED)


def choose_first(window, button, name):
    """Opens a list to choose from, chooses its first row, and goes back to the form."""
    press_mnemonic(window, button)
    window.find(name, "check box")
    desktop.wait_for("the keyboard in the search field",
                     lambda: [node for node in window.focused_in_front() if node.get_role_name() in ("entry", "text")])
    window.keyboard.press("Tab")
    window.keyboard.press("space")
    desktop.wait_for("the choice of " + name, lambda: is_checked(window, name))
    press_mnemonic(window, "C_hoose")
    window.misses(sentence("To choose from"))
    desktop.wait_for("the keyboard in the form", window.focused_in_front)


def fill(window, row, text):
    field = window.find(word(row), "text")
    press_mnemonic(window, row)
    window.keyboard.press("Control_L", "a")
    window.keyboard.type(text)
    desktop.wait_for("what was typed", lambda: entry_text(window, field) == text)


def test_add(window):
    """Everything that msk paper add takes; a problem is told in the form, which keeps what was filled in."""
    go_to(window, "Papers")
    window.sees(NUMBER)
    press_mnemonic(window, "_Add a Paper…")
    steps.choose_file(window, PAPER)
    fill(window, "_Document number", "SEC-2")
    steps.pick(window, "_Urgency", "Down")
    fill(window, "_Originator", "Office")
    choose_first(window, "Choose Peopl_e…", PEOPLE[0])
    window.sees(sentence("%u chosen: %s") % (1, PEOPLE[0]))
    choose_first(window, "Choose Part_s…", NUMBER + "  关于某项重要工作的实施方案")
    window.keyboard.press("Alt_L", "a")
    window.sees(sentence("A paper has a document number, a title, an originator and a distribution scope: fill in all four."))
    fill(window, "_Title", "Compilation")
    window.keyboard.press("Return")
    window.sees(sentence("A compilation takes the highest level and the longest period of its parts, and the level is below theirs: mark it "
                         "%s or higher.") % "机密★10年")
    steps.pick(window, "_Level", "Down")
    press_mnemonic(window, "_Add")
    window.sees("SEC-2  Compilation")
    window.waits_for_keyboard()


def test_nobody_out(window):
    go_to(window, "Papers")
    window.sees(NUMBER)
    press_mnemonic(window, "Re_called Copies")
    window.sees(sentence("No Recalled Copy Is Out"))
    window.keyboard.press("Alt_L", "Left")
    window.sees(NUMBER)


def test_narrow(window):
    """A reason is missing first. Two people fall out of the scope, and what they hold is on the list at once."""
    open_paper(window, NUMBER)
    press_mnemonic(window, "Narrow Sco_pe…")
    window.find(word("Who asked for it, and _why"), "text")
    choose_first(window, "Choose Peopl_e…", PEOPLE[0])
    press_mnemonic(window, "_Narrow")
    window.sees(sentence("A scope is made narrower for a reason of one line: write down who asked for it."))
    fill(window, "Who asked for it, and _why", "as told")
    window.keyboard.press("Return")
    window.sees(sentence("The scope is narrower now. Copies to call back: %u.") % 2)
    window.keyboard.press("Return")
    window.sees("000002  " + PEOPLE[1])
    window.sees("000003  " + PEOPLE[2])
    if window.is_shown("000001  "):
        raise AssertionError("a copy is called back from somebody in the scope")


def test_no_wider(window):
    """Who is out of the scope is not even offered."""
    open_paper(window, NUMBER)
    press_mnemonic(window, "Narrow Sco_pe…")
    window.find(word("Who asked for it, and _why"), "text")
    press_mnemonic(window, "Choose Peopl_e…")
    window.find(PEOPLE[0], "check box")
    expect(window.find_all(PEOPLE[1], "check box"), [])
    window.keyboard.press("Escape")
    window.misses(sentence("To choose from"))
    window.keyboard.press("Escape")
    window.waits_for_keyboard()


def choose_copy(window, number):
    """With the arrow keys, which choose as they go; the bar above the list tells of the copy that is chosen."""
    rows = ("table row", "table cell", "list item", "tree item")
    for _ in range(20):
        if any(node.get_role_name() in rows for node in window.focused()):
            break
        window.keyboard.press("Tab")
    window.keyboard.press("Home")
    told = number + sentence(". Copies of it approved: %u, room for %u more; made from it in all: %u.")[0]
    for _ in range(12):
        try:
            desktop.wait_for(told, lambda: window.is_shown(told), seconds=1)
            return
        except desktop.NotSeen:
            window.keyboard.press("Down")
    raise AssertionError("can't be chosen: " + number)


def sees_branch(window, number, *numbers):
    window.sees(number + sentence(". Copies of it approved: %u, room for %u more; made from it in all: %u.") % numbers)


def test_ask(window):
    """Leave for the copy of a copy names the copying organ: without it the form says so and stays."""
    open_paper(window, NUMBER)
    choose_copy(window, "000004")
    sees_branch(window, "000004", 0, 0, 0)
    press_mnemonic(window, "Ask to _Copy It…")
    fill(window, "_What for", "after the meeting")
    fill(window, "Asked _by (full name)", "Somebody")
    window.keyboard.press("Return")
    window.sees(sentence("A copy of a copy carries the name of the organ that makes it: give it in one line of at most %u characters.") % 40)
    fill(window, "Copying or_gan", "City")
    press_mnemonic(window, "Copies wante_d")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type("2")
    press_mnemonic(window, "_Ask")
    window.sees("City")
    window.sees("000004")
    window.waits_for_keyboard()


def test_not_yet(window):
    """The clerk is told why, in the form."""
    change_user(window, "clerk")
    go_to(window, "Papers")
    open_paper(window, NUMBER)
    choose_copy(window, "000004")
    press_mnemonic(window, "Number _Copies of It…")
    window.find(word("_How many"))
    press_mnemonic(window, "_Reserve")
    window.sees(sentence("Copying this copy has not been approved, and leave to copy the paper does not cover it: have leave asked for and "
                         "decided for this very copy."))
    window.keyboard.press("Escape")
    window.waits_for_keyboard()


def test_decide(window):
    """The responsible leader sees which copy it is about."""
    change_user(window, "chief")
    go_to(window, "Papers")
    open_paper(window, NUMBER)
    press_mnemonic(window, "Appro_ve…")
    window.find(word("Decided _by (full name)"), "text")
    window.sees("000004")
    for row in ("Decided _by (full name)", "_Post", "_Organ", "_Reference of the decision"):
        fill(window, row, "Leader")
    steps.pick(window, "The organ _is", "Down", "Down")
    press_mnemonic(window, "Appro_ve")
    window.waits_for_keyboard()
    choose_copy(window, "000004")
    sees_branch(window, "000004", 2, 2, 0)


def test_reserve(window):
    """Under the number of the copy, where the list is the tree."""
    change_user(window, "clerk")
    go_to(window, "Papers")
    open_paper(window, NUMBER)
    choose_copy(window, "000004")
    press_mnemonic(window, "Number _Copies of It…")
    window.find(word("_How many"))
    press_mnemonic(window, "_Reserve")
    window.sees(sentence("%s to %s wait to be printed, with the other copies of the paper.") % ("000004/1", "000004/2"))
    window.keyboard.press("Return")
    window.waits_for_keyboard()
    sees_branch(window, "000004", 2, 0, 2)
    table = window.find(word("Copies"), "tree table")
    shown = [(node.get_name() or "").strip() for node in window.walk(table) if node.get_role_name() == "label"]
    tree = [text for text in shown if text.startswith("00000")]
    expect(tree, ["000001", "000002", "000003", "000004", "000004/1", "000004/2", "000005"])


def test_recall(window):
    """With everything that was made from it, for a reason."""
    change_user(window, "chief")
    go_to(window, "Papers")
    open_paper(window, NUMBER)
    choose_copy(window, "000004")
    press_mnemonic(window, "_Recall…")
    window.sees(sentence("%s is called back with everything that was made from it: %u copies are recalled, %u of them from people who hold "
                         "them, and %u numbers that were never printed are void. This can’t be taken back.") % ("000004", 1, 0, 2))
    window.keyboard.press("Return")
    window.find_all(role="alert")
    window.keyboard.type("as ordered")
    window.keyboard.press("Return")
    window.sees(sentence("Recalled now: %u.") % 1)
    window.keyboard.press("Return")
    window.waits_for_keyboard()
    open_paper(window, NUMBER)
    window.sees(sentence("%s, recalled") % sentence("in store"))
    choose_copy(window, "000004")
    expect(window.is_sensitive(word("_Recall…")), False)
    change_user(window, "host")
    go_to(window, "Papers")
    window.keyboard.press("Alt_L", "Left")


def test_attach(window):
    open_paper(window, NUMBER)
    press_mnemonic(window, "A_ttach…")
    steps.choose_file(window, PAPER)
    fill(window, "_Title", "First attachment")
    press_mnemonic(window, "Attac_h")
    window.waits_for_keyboard()
    window.keyboard.press("Alt_L", "Left")
    window.sees(NUMBER + " 附件1  First attachment")


def test_attachment_has_none(window):
    open_paper(window, "First attachment")
    expect([window.is_sensitive(word(name)) for name in ("Re_vise…", "A_ttach…", "Narrow Sco_pe…")], [True, False, True])


def test_revise(window):
    """What becomes of the old copies is said before; then who still has one."""
    open_paper(window, "关于某项重要工作的实施方案")
    press_mnemonic(window, "Re_vise…")
    steps.choose_file(window, PAPER)
    window.sees(sentence("%s: the file becomes revision %u. Of revision %u, %u numbers that were never printed are void, and %u copies are "
                         "recalled, %u of them from people who hold them. This can’t be taken back. The new revision needs leave to copy of "
                         "its own.") % (NUMBER, 2, 1, 1, 1, 1))
    press_mnemonic(window, "Re_vise")
    window.sees(sentence("The new revision is in the list of papers. Copies to call back: %u.") % 3)
    window.keyboard.press("Return")
    window.sees("000001  " + PEOPLE[0])
    window.sees(sentence("recalled: a newer revision is in"))


def test_old_revision(window):
    """The old revision stays to be seen, and nothing more is done with it."""
    open_paper(window, NUMBER + "  ")
    expect([window.is_sensitive(word(name)) for name in ("Re_vise…", "A_ttach…", "Narrow Sco_pe…")], [False, False, False])


def test_roles(window):
    """A leader may narrow; a clerk changes nothing, and sees who still has what."""
    for user, shown in (("chief", [False, False, True]), ("clerk", [False, False, False])):
        change_user(window, user)
        go_to(window, "Papers")
        open_paper(window, NUMBER + "  ")
        expect([bool(window.find_all(word(name), "push button")) for name in ("Re_vise…", "A_ttach…", "Narrow Sco_pe…")], shown)
    window.keyboard.press("Alt_L", "Left")
    press_mnemonic(window, "Re_called Copies")
    window.sees("000001  " + PEOPLE[0])


def test_register(vault):
    """What the terminal reads of it."""
    papers = {paper["title"]: paper for paper in vault.run("reader", "paper", "list")["papers"]}
    compilation = papers["Compilation"]
    expect([compilation[key] for key in ("level", "urgency", "readers", "parts")], ["secret", "urgent", [1], [1]])
    expect(papers["First attachment"]["attachment"], 1)
    expect(papers["关于某项重要工作的实施方案"]["readers"], [1])


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("papers")
    with tempfile.TemporaryDirectory(prefix="msk-papers-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        prepare(vault)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("a-paper-with-everything-it-may-have", test_add, window)
            run.run("no-recalled-copy-is-out-at-first", test_nobody_out, window)
            run.run("a-narrower-scope-calls-copies-back", test_narrow, window)
            run.run("nobody-is-offered-who-is-out-of-the-scope", test_no_wider, window)
            run.run("leave-to-copy-a-copy-is-asked-for", test_ask, window)
            run.run("no-number-without-leave-for-this-copy", test_not_yet, window)
            run.run("the-decision-shows-the-copy", test_decide, window)
            run.run("numbers-stand-under-their-copy", test_reserve, window)
            run.run("a-copy-is-recalled-with-its-tree", test_recall, window)
            run.run("an-attachment-stands-beneath-its-paper", test_attach, window)
            run.run("an-attachment-has-no-attachments", test_attachment_has_none, window)
            run.run("a-revision-says-what-it-does-and-does-it", test_revise, window)
            run.run("an-old-revision-is-at-an-end", test_old_revision, window)
            run.run("each-role-is-offered-what-it-may-do", test_roles, window)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-register-has-what-was-done", test_register, vault)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
