# The agenda in the real window, by keyboard: who may be inside, who is bound, who is asked out, and exceptions from the recording rule.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-agenda.py LANGUAGE PROGRAM MSK PAPER: prints TAP. MSK_PICTURES names a folder for pictures."""

import datetime
import os
import sys
import tempfile
import time

import desktop
import kit
import steps
from steps import change_user, expect, fill_in, go_to, press_mnemonic, sentence, sign_in, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PICTURES = os.environ.get("MSK_PICTURES")
STAYING, GUEST = "张三", "李四"


def shoot(screen, name):
    if PICTURES:
        time.sleep(1)
        screen.shoot(os.path.join(PICTURES, "%s-%s.png" % (name, LANGUAGE)))


def id_of(vault, name):
    return next(str(person["id"]) for person in vault.run("reader", "attendee", "list")["attendees"] if person["name"] == name)


def prepare(vault):
    """An open meeting with two items, and two people of its list inside."""
    vault.create()
    vault.create_meeting()
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    vault.run("host", "meeting", "change", draft={"starts": (now - datetime.timedelta(hours=1)).isoformat(),
                                                  "ends": (now + datetime.timedelta(hours=3)).isoformat()})
    vault.add_people([(STAYING, "办公厅"), (GUEST, "外事局")])
    vault.seal()
    vault.open_meeting()
    vault.brief_all()
    for name in (STAYING, GUEST):
        vault.run("clerk", "door", "in", "--person", id_of(vault, name), "--identity", "known", "--no-devices")


def row_of(window, part):
    """The first row of a list, whose words have a part; it has the keyboard when this returns."""
    for _ in range(40):
        for node in window.focused():
            if node.get_role_name() == "list item" and any(part in (each.get_name() or "") for each in [node, *window.walk(node)]):
                return
        window.keyboard.press("Tab")
        time.sleep(0.05)
    raise AssertionError("no key leads to the row with %r" % part)


def is_checked(window, name):
    return any(window.atspi.StateType.CHECKED in node.get_state_set().get_states() for node in window.find_all(name, "check box"))


def choose_person(window, button, name):
    """Chooses one person in the list that a row opens over the form."""
    press_mnemonic(window, button)
    window.find(name, "check box")
    desktop.wait_for("the keyboard in the search field",
                     lambda: [node for node in window.focused_in_front() if node.get_role_name() in ("entry", "text")])
    window.keyboard.press("Tab")
    if name == GUEST:
        window.keyboard.press("Down")
    window.keyboard.press("space")
    desktop.wait_for("the choice of " + name, lambda: is_checked(window, name))
    press_mnemonic(window, "C_hoose")
    window.misses(sentence("To choose from"))
    desktop.wait_for("the keyboard in the form", window.focused_in_front)


def test_add(window, screen):
    """A new item says who may be inside, and whom it binds."""
    go_to(window, "Meeting")
    press_mnemonic(window, "_Add Item…")
    window.waits_for_front()
    window.sees(sentence("Who may be inside"))
    fill_in(window, {"_Title": "third"})
    choose_person(window, "Choose Peopl_e…", STAYING)
    shoot(screen, "agenda-form")
    press_mnemonic(window, "_Add")
    waits_for_end(window)
    window.sees("3. third")


def test_change(window, screen):
    """The first item is for one guest; nothing but that changes."""
    row_of(window, "1. ")
    window.keyboard.press("Return")
    window.waits_for_front()
    window.sees(sentence("Change Item"))
    choose_person(window, "Choose Peopl_e…", GUEST)
    shoot(screen, "agenda-change")
    press_mnemonic(window, "C_hange")
    waits_for_end(window)


def test_asked_out(window, screen):
    """Of those who are inside, whose items are over is asked out by name."""
    press_mnemonic(window, "Ne_xt Item")
    window.sees(sentence("The room: item %u") % 1)
    window.sees(sentence("%s (%s): not inside for this item.") % (STAYING, "办公厅"))
    shoot(screen, "agenda-not-inside")
    window.keyboard.press("Return")
    window.misses(sentence("Who Must Not Be Inside"))
    window.waits_for_keyboard()
    press_mnemonic(window, "Ne_xt Item")
    window.sees(sentence("The room: item %u") % 2)
    window.sees(sentence("%s (%s): ask them out, their items are over.") % (GUEST, "外事局"))
    shoot(screen, "agenda-asked-out")
    window.keyboard.press("Return")
    window.misses(sentence("Who Must Not Be Inside"))
    window.waits_for_keyboard()


def test_exception(window, screen):
    """The leader approves a note-taker by name, authority and item, which is for them."""
    change_user(window, "chief")
    go_to(window, "Meeting")
    press_mnemonic(window, "App_rove One…")
    window.waits_for_front()
    choose_person(window, "Choose the P_erson…", GUEST)
    fill_in(window, {"_Leave given by": "Zhou Tong", "Re_ference": "P-12"})
    shoot(screen, "exception-form")
    press_mnemonic(window, "_Approve")
    waits_for_end(window)
    window.sees("Zhou Tong")
    shoot(screen, "exceptions")


def test_end_exception(window, screen):
    row_of(window, GUEST)
    window.keyboard.press("Return")
    window.sees(sentence("End the Exception?"))
    window.waits_for_front()
    press_mnemonic(window, "_End")
    window.misses(sentence("End the Exception?"))
    window.sees(sentence("Nobody may record or take notes by name."))


def test_register(vault):
    agenda = vault.run("reader", "meeting", "agenda")["agenda"]
    expect([item["title"] for item in agenda][2], "third")
    (exception,) = vault.run("reader", "notice", "exceptions", "--all")["exceptions"]
    expect([exception[name] for name in ("person", "kind", "position", "authority", "reference", "withdrawn_by")],
           [GUEST, "note-taker", 1, "Zhou Tong", "P-12", "chief"])


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("agenda")
    with tempfile.TemporaryDirectory(prefix="msk-agenda-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        prepare(vault)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("an-item-says-who-may-be-inside", test_add, window, screen)
            run.run("an-item-is-changed", test_change, window, screen)
            run.run("who-is-inside-is-asked-out-by-name", test_asked_out, window, screen)
            run.run("an-exception-is-approved", test_exception, window, screen)
            run.run("an-exception-is-ended", test_end_exception, window, screen)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-register-says-the-same", test_register, vault)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
