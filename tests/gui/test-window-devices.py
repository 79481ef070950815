# Measures before the meeting and devices before the room, in the real window, by keyboard and scanner alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-devices.py LANGUAGE PROGRAM MSK PAPER: prints TAP. Codes are read from the printed sheets. MSK_PICTURES names a folder for pictures."""

import glob
import os
import sys
import tempfile
import time

import desktop
import kit
import steps
from steps import change_user, enter_table, expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, texts, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PICTURES = os.environ.get("MSK_PICTURES")
OWNER, OTHER = "张三", "𠮷田实"


def shoot(screen, name):
    if PICTURES:
        time.sleep(1)
        screen.shoot(os.path.join(PICTURES, "%s-%s.png" % (name, LANGUAGE)))


def measures(vault):
    return {one["measure"]: one for one in vault.run("reader", "measure", "list")["measures"]}


def shows(window, table, *wanted):
    """Waits until a table has cells with these texts. The register can't be asked: its vault is open in the window."""
    desktop.wait_for("%r in the table" % (wanted,), lambda: all(text in texts(window, table) for text in wanted))


def prepare(vault):
    vault.create()
    vault.create_meeting()
    vault.add_people([(OWNER, "办公厅"), (OTHER, "外事局")])
    vault.seal()
    people = {person["name"]: str(person["id"]) for person in vault.run("clerk", "attendee", "list")["attendees"]}
    badges = {}
    for name in (OWNER, OTHER):
        before = set(glob.glob(vault.vault + "-papers/*.pdf"))
        vault.run("clerk", "attendee", "badge", people[name], "--printer", "folder")
        vault.run("clerk", "attendee", "badge-confirm", people[name])
        (path,) = set(glob.glob(vault.vault + "-papers/*.pdf")) - before
        badges[name] = kit.read_code(path)
    return badges


def test_record(window, screen):
    """One key opens the form for the selected measure."""
    go_to(window, "Measures")
    enter_table(window, "Measures")
    shoot(screen, "measures-open")
    for _ in range(3):
        window.keyboard.press("Down")
    window.keyboard.press("Return")
    window.sees(sentence("Record a Measure"))
    window.waits_for_front()
    shoot(screen, "measure-form")
    fill_in(window, {"_Who did it, or decided": "Fang Xiaolan", "What shows _it, or the reason": "seen on the spot"})
    window.keyboard.press("Return")
    window.misses(sentence("Record a Measure"))
    window.waits_for_keyboard()


def test_liaison(window, screen):
    press_mnemonic(window, "Record _Contact…")
    window.sees(sentence("Record a Contact"))
    fill_in(window, {"_Name of the department": "Guard Office", "_Person there": "Gu", "What was _agreed": "posts"})
    shoot(screen, "liaison-form")
    window.keyboard.press("Return")
    # In Chinese the button that opens it is called like the form.
    desktop.wait_for("the end of the form", lambda: len(window.titles()) == 1)
    window.waits_for_keyboard()


def test_recorded(window, vault):
    """Locked, so that the register can be asked."""
    vault_closed_by(window)
    expect([one["done_by"] for one in measures(vault).values() if one["outcome"] == "done"], ["Fang Xiaolan"])
    expect([one["contact"] for one in vault.run("reader", "measure", "liaisons")["liaisons"]], ["Gu"])
    steps.sign_in(window, "chief")
    window.find(word("Places"), "list")


def test_refused(window, screen):
    """The leader is told each measure that is open."""
    go_to(window, "Measures")
    press_mnemonic(window, "_Open the Meeting…")
    window.sees(sentence("The Meeting Can’t Be Opened Yet"))
    shoot(screen, "opening-refused")
    window.waits_for_front()
    window.keyboard.press("Return")
    window.misses(sentence("The Meeting Can’t Be Opened Yet"))


def test_open(window, screen, vault):
    vault_closed_by(window)
    vault.run("host", "measure", "liaison", draft={"department": "secrecy", "organ": "保密局", "contact": "顾长风", "agreed": "措施"})
    for name, one in measures(vault).items():
        if one["mandatory"] and one["outcome"] == "open":
            vault.run("host", "measure", "record", name, draft={"by": "方晓岚", "evidence": "现场查验"})
    steps.sign_in(window, "chief")
    go_to(window, "Measures")
    press_mnemonic(window, "_Open the Meeting…")
    window.sees(sentence("Open the Meeting?"))
    window.waits_for_front()
    press_mnemonic(window, "_Open")
    window.misses(sentence("Open the Meeting?"))
    window.sees(sentence("%s The meeting was opened: %s.").replace("%s", "").strip(" .。"))
    shoot(screen, "measures-opened")
    vault_closed_by(window)
    expect(vault.run("reader", "measure", "list")["meeting_opened"], True)
    steps.sign_in(window, "chief")
    window.find(word("Places"), "list")


def vault_closed_by(window):
    """Locked, so that another program may write."""
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))


def test_take_in(window, screen, vault, badges):
    change_user(window, "clerk")
    go_to(window, "Devices")
    shoot(screen, "devices-empty")
    window.keyboard.scan(badges[OWNER])
    expect_verdict(window, sentence("Person known"))
    press_mnemonic(window, "_Take In…")
    window.sees(sentence("Take In a Device"))
    fill_in(window, {"_What it looks like": "black", "_Shelf": "A3"})
    shoot(screen, "device-form")
    before = set(glob.glob(vault.vault + "-papers/*.pdf"))
    window.keyboard.press("Return")
    window.misses(sentence("Take In a Device"))
    (tag,) = desktop.wait_for("the tag", lambda: set(glob.glob(vault.vault + "-papers/*.pdf")) - before)
    badges["tag"] = kit.read_code(tag)
    window.waits_for_keyboard()
    window.keyboard.scan(badges["tag"])
    expect_verdict(window, sentence("In deposit"))
    shoot(screen, "device-deposited")
    shows(window, "Devices", "00001", OWNER, sentence("in deposit"))


def test_burst(window, badges):
    """The same code at once again is refused and changes nothing."""
    window.keyboard.scan(badges["tag"], gap=0)
    expect_verdict(window, sentence("Refused"))
    shows(window, "Devices", "00001", sentence("in deposit"))


def test_none(window, badges):
    window.keyboard.scan(badges[OTHER])
    expect_verdict(window, sentence("Person known"))
    press_mnemonic(window, "_No Device")
    expect_verdict(window, sentence("No device"))


def test_not_the_owner(window, screen, badges):
    press_mnemonic(window, "_Give Back")
    window.sees(sentence("Ready to give back"))
    window.keyboard.scan(badges["tag"])
    expect_verdict(window, sentence("Device known"))
    window.keyboard.scan(badges[OTHER])
    expect_verdict(window, sentence("Stop"), OWNER)
    shoot(screen, "device-alarm")
    shows(window, "Devices", "00001", sentence("in deposit"))


def test_give_back(window, screen, badges):
    window.keyboard.scan(badges[OWNER])
    expect_verdict(window, sentence("Person known"))
    window.keyboard.scan(badges["tag"])
    expect_verdict(window, sentence("Given back"))
    shoot(screen, "device-given-back")
    shows(window, "Devices", "00001", sentence("given back"))


def test_found(window, screen):
    press_mnemonic(window, "_Found in the Room…")
    window.sees(sentence("Device Found in the Room"))
    fill_in(window, {"_What was found, and how": "recorder, running", "_Found by": "Chen", "W_here": "row 3", "_Shelf, if it is taken in": "B1"})
    shoot(screen, "finding-form")
    window.keyboard.press("Return")
    window.misses(sentence("Device Found in the Room"))
    shows(window, "Devices", "00002", "recorder, running", sentence("declared, not in deposit"))


def test_register(vault):
    """What the window said stands in the register, once it is closed."""
    expect([one["kind"] for one in vault.run("reader", "incident", "list")["incidents"]], ["device-inside"])
    expect([one["state"] for one in vault.run("reader", "device", "list", "--all")["devices"]], ["returned", "expected"])


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("devices")
    with tempfile.TemporaryDirectory(prefix="msk-devices-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        badges = prepare(vault)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("a-measure-is-recorded-by-one-key", test_record, window, screen)
            run.run("a-contact-is-recorded", test_liaison, window, screen)
            run.run("what-was-recorded-stands-in-the-register", test_recorded, window, vault)
            run.run("the-leader-is-told-what-is-open", test_refused, window, screen)
            run.run("the-meeting-is-opened", test_open, window, screen, vault)
            run.run("a-device-is-taken-in-and-tagged", test_take_in, window, screen, vault, badges)
            run.run("a-second-scan-at-once-is-refused", test_burst, window, badges)
            run.run("nobody-has-no-device-unasked", test_none, window, badges)
            run.run("nobody-else-gets-a-device", test_not_the_owner, window, screen, badges)
            run.run("the-owner-gets-it-back", test_give_back, window, screen, badges)
            run.run("a-device-found-inside-is-an-incident", test_found, window, screen)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-register-says-the-same", test_register, vault)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
