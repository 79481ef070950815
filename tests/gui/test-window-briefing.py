# Briefing, pledge, notice and duty cards in the real window, by keyboard: shown in both languages, recorded, taken back, given as posts.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-briefing.py LANGUAGE PROGRAM MSK PAPER: prints TAP. MSK_PICTURES names a folder for pictures."""

import datetime
import os
import sys
import tempfile
import time

import desktop
import kit
import steps
from steps import change_user, expect, fill_in, go_to, press_mnemonic, sentence, sign_in, texts, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
PICTURES = os.environ.get("MSK_PICTURES")
FIRST, SECOND, DRIVER, LATE = "张三", "李四", "赵平", "钱进"
TABLE = "Who took note of what"


def shoot(screen, name):
    if PICTURES:
        time.sleep(1)
        screen.shoot(os.path.join(PICTURES, "%s-%s.png" % (name, LANGUAGE)))


def set_hours(vault, begins, ends):
    """The meeting's times, in hours from now."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    vault.run("host", "meeting", "change", draft={"starts": (now + datetime.timedelta(hours=begins)).isoformat(),
                                                  "ends": (now + datetime.timedelta(hours=ends)).isoformat()})


def prepare(vault):
    """Three people on a sealed list, one of them of the service, in a meeting that is open; and one who is not vetted."""
    vault.create()
    vault.create_meeting()
    set_hours(vault, 1, 3)
    for name, capacity in ((FIRST, "delegate"), (SECOND, "delegate"), (DRIVER, "service")):
        vault.run("host", "attendee", "add", draft={"name": name, "unit": "办公厅", "post": "职员", "capacity": capacity, "clearance": "secret"})
    vault.seal()
    set_hours(vault, -1, 3)
    vault.open_meeting()
    vault.run("host", "attendee", "add", draft={"name": LATE, "unit": "办公厅", "post": "职员", "capacity": "delegate", "clearance": "secret"})


def id_of(vault, name):
    return next(str(person["id"]) for person in vault.run("reader", "attendee", "list")["attendees"] if person["name"] == name)


def register(vault, name):
    """What stands of a person: each text with how, by whom, and under which reference."""
    return [(one["kind"], one["post"], one["number"], one["manner"], one["reference"], one["recorded_by"])
            for one in vault.run("reader", "notice", "register", "--person", id_of(vault, name))["acknowledgements"] if not one["annulled_at"]]


def while_locked(window, act):
    """One process works with a vault: what the terminal does, it does while the window is locked."""
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    return act()


def choose(window, table, row):
    """Selects one row of a list, counted from the top: the arrow keys choose as they go."""
    steps.enter_table(window, table)
    window.keyboard.press("Home")
    for _ in range(row):
        window.keyboard.press("Down")


def shown_text(window):
    """What stands in the pane of the form, both languages."""
    return "".join(steps.entry_text(window, node) for node in window.find_all(word("Text in both languages")))


def waits_for_text(window, chinese, english):
    desktop.wait_for("%r and %r to read" % (chinese, english),
                     lambda: all(part in shown_text(window) for part in (chinese, english)))


def waits_for_form(window):
    window.sees(sentence("Texts Taken Note Of"))
    window.waits_for_front()
    desktop.wait_for("the keyboard in the list of texts", lambda: [node for node in window.focused_in_front() if node.get_role_name() == "list item"])


def close_form(window):
    window.keyboard.press("Escape")
    window.misses(sentence("Texts Taken Note Of"))
    window.waits_for_keyboard()


def lacks(window, name, *wanted):
    """What the row of a person says in the column of what is lacking."""
    def look():
        cells = texts(window, TABLE)
        return name in cells and cells[cells.index(name) + 4] == sentence(", ").join(map(sentence, wanted))
    desktop.wait_for("%r lacks %r" % (name, wanted), look)


def test_one_by_one(window, screen, vault):
    """From the page of attendees: each text is read in both languages before one key records it."""
    go_to(window, "Attendees")
    choose(window, "Attendees", 0)
    press_mnemonic(window, "Brie_fing…")
    waits_for_form(window)
    window.sees(FIRST)
    waits_for_text(window, "会前保密教育提要", "Briefing before the meeting")
    shoot(screen, "briefing-form")
    window.keyboard.press("Return")
    waits_for_text(window, title("pledge.zh.txt"), title("pledge.en.txt"))
    window.keyboard.press("Return")
    waits_for_text(window, title("notice.zh.txt"), "Take no notes.")
    window.keyboard.press("Return")
    window.sees(sentence("Nothing is missing."))
    expect(window.is_sensitive(word("_Record")), False)
    shoot(screen, "briefing-form-done")
    close_form(window)
    while_locked(window, lambda: expect(register(vault, FIRST), [
        (text, "none", 1, "in-the-room", None, "host") for text in ("briefing", "pledge", "notice")]))
    sign_in(window, "host")
    window.find(word("Places"), "list")


def title(name):
    """Of a text as the kit brings it."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "texts", name), encoding="utf-8") as file:
        return file.readline().strip()


def test_page(window, screen):
    go_to(window, "Briefing")
    lacks(window, FIRST, "nothing")
    lacks(window, SECOND, "briefing", "pledge", "notice")
    lacks(window, DRIVER, "briefing", "pledge", "notice", "duty card")
    shoot(screen, "briefing-page")
    press_mnemonic(window, "_Only those who lack something")
    desktop.wait_for("only those who lack something", lambda: FIRST not in texts(window, TABLE) and SECOND in texts(window, TABLE))
    press_mnemonic(window, "_Only those who lack something")
    lacks(window, FIRST, "nothing")


def choose_paper(window):
    """Chooses what was signed on paper."""
    press_mnemonic(window, "_How")
    desktop.wait_for("the manners", lambda: [node for node in window.focused() if node.get_role_name() == "list item"
                                             and node.get_parent().get_name() != word("Texts")])
    window.keyboard.press("Down")
    window.keyboard.press("Return")
    window.find(word("Re_ference of the signed sheet"))


def test_on_paper(window, screen, vault):
    """Without the reference of the sheet nothing is recorded."""
    choose(window, TABLE, 1)
    window.keyboard.press("Return")
    waits_for_form(window)
    window.sees(SECOND)
    choose_paper(window)
    press_mnemonic(window, "_Record")
    window.sees(sentence("What was signed on paper has the reference of its sheet, and what was said in the room has none: correct the reference."))
    shoot(screen, "briefing-refused")
    fill_in(window, {"Re_ference of the signed sheet": "BX-7"})
    press_mnemonic(window, "_Record")
    waits_for_text(window, title("pledge.zh.txt"), title("pledge.en.txt"))
    close_form(window)
    lacks(window, SECOND, "pledge", "notice")
    while_locked(window, lambda: expect(register(vault, SECOND), [("briefing", "none", 1, "on-paper", "BX-7", "host")]))
    sign_in(window, "host")


def test_take_back(window, screen, vault):
    """A record that was a mistake stays, and the text is lacking again."""
    go_to(window, "Briefing")
    choose(window, TABLE, 0)
    window.keyboard.press("Return")
    waits_for_form(window)
    window.sees(sentence("Nothing is missing."))
    press_mnemonic(window, "Take _Back This Record…")
    window.sees(sentence("Take Back a Record"))
    window.waits_for_front()
    shoot(screen, "briefing-take-back")
    window.keyboard.type("somebody else\n")
    window.misses(sentence("Take Back a Record"))
    window.waits_for_keyboard()
    lacks(window, FIRST, "briefing")


def test_refused(window, screen):
    """Who is not vetted is not briefed, and the window says why."""
    choose(window, TABLE, 3)
    window.keyboard.press("Return")
    waits_for_form(window)
    window.sees(LATE)
    window.keyboard.press("Return")
    window.find(role="alert")
    close_form(window)
    lacks(window, LATE, "briefing", "pledge", "notice")


def test_post(window, screen):
    """A post is given with its duty card in sight, and acknowledged like the other texts."""
    choose(window, TABLE, 2)
    press_mnemonic(window, "_Give a Post…")
    window.waits_for_front()
    window.sees(DRIVER)
    desktop.wait_for("a duty card", lambda: shown_text(window))
    shoot(screen, "post-form")
    press_mnemonic(window, "_Give")
    waits_for_end(window)
    desktop.wait_for("the post", lambda: texts(window, TABLE).count(sentence("leader")) == 2)
    # The row was replaced, and the keyboard is where it was: on that person.
    window.keyboard.press("Return")
    waits_for_form(window)
    for _ in range(3):
        before = shown_text(window)
        window.keyboard.press("Return")
        desktop.wait_for("the next text", lambda: shown_text(window) not in ("", before))
    window.sees(sentence("%s: %s, version %u") % (sentence("duty card"), sentence("leader"), 1))
    shoot(screen, "duty-card")
    window.keyboard.press("Return")
    window.sees(sentence("Nothing is missing."))
    close_form(window)
    lacks(window, DRIVER, "nothing")
    press_mnemonic(window, "Only those with a _post")
    desktop.wait_for("only who has a post", lambda: DRIVER in texts(window, TABLE) and FIRST not in texts(window, TABLE))
    shoot(screen, "posts")
    press_mnemonic(window, "Only those with a _post")


def test_all(window, screen, vault):
    """The clerk records for everybody at once; who is not approved is left out."""
    change_user(window, "clerk")
    go_to(window, "Briefing")
    press_mnemonic(window, "All Who _Lack It…")
    waits_for_form(window)
    for _ in range(3):
        before = shown_text(window)
        window.keyboard.press("Return")
        desktop.wait_for("the next text", lambda: shown_text(window) != before or window.is_shown(sentence("Nothing is missing.")))
    window.sees(sentence("Nothing is missing."))
    shoot(screen, "briefing-all")
    close_form(window)
    lacks(window, FIRST, "nothing")
    lacks(window, LATE, "briefing", "pledge", "notice")


def test_inside(window, screen, vault):
    """A new version is acknowledged by those who are in the room, and by nobody else."""
    def change():
        vault.run("clerk", "door", "in", "--person", id_of(vault, FIRST), "--identity", "known", "--no-devices")
        vault.run("host", "notice", "set", "pledge", draft={"chinese": "保密承诺书\n新的一段。", "english": "Pledge\nA new paragraph."})
    while_locked(window, change)
    sign_in(window, "clerk")
    go_to(window, "Briefing")
    lacks(window, FIRST, "pledge")
    press_mnemonic(window, "All Who Are _Inside…")
    waits_for_form(window)
    waits_for_text(window, "新的一段。", "A new paragraph.")
    window.sees(sentence("not acknowledged yet by: %u") % 1)
    shoot(screen, "briefing-inside")
    window.keyboard.press("Return")
    window.sees(sentence("Nothing is missing."))
    close_form(window)
    lacks(window, FIRST, "nothing")
    lacks(window, SECOND, "pledge")


def test_end_post(window, vault):
    change_user(window, "host")
    go_to(window, "Briefing")
    choose(window, TABLE, 2)
    press_mnemonic(window, "_End a Post…")
    window.waits_for_front()
    window.sees(sentence("They have the post no longer. What they took note of stays in the register."))
    press_mnemonic(window, "_End")
    waits_for_end(window)
    lacks(window, DRIVER, "pledge", "duty card")


def test_leader_sees(window):
    """Who records nothing sees the texts and what stands, and has no button that works."""
    change_user(window, "chief")
    go_to(window, "Briefing")
    choose(window, TABLE, 0)
    press_mnemonic(window, "_Brief…")
    waits_for_form(window)
    expect(window.is_sensitive(word("_Record")), False)
    close_form(window)


def test_register(vault):
    expect([one[:4] for one in register(vault, DRIVER) if one[0] == "duty"], [("duty", "leader", 1, "in-the-room")])
    expect([one[2] for one in register(vault, FIRST) if one[0] == "pledge"], [1, 2])
    expect(register(vault, LATE), [])


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("briefing")
    with tempfile.TemporaryDirectory(prefix="msk-briefing-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        prepare(vault)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("each-text-is-read-and-recorded-by-one-key", test_one_by_one, window, screen, vault)
            run.run("the-page-says-who-lacks-what", test_page, window, screen)
            run.run("what-was-signed-has-its-reference", test_on_paper, window, screen, vault)
            run.run("a-record-is-taken-back", test_take_back, window, screen, vault)
            run.run("who-is-not-vetted-is-not-briefed", test_refused, window, screen)
            run.run("a-post-is-given-and-its-card-acknowledged", test_post, window, screen)
            run.run("everybody-at-once", test_all, window, screen, vault)
            run.run("those-in-the-room-at-once", test_inside, window, screen, vault)
            run.run("a-post-is-ended", test_end_post, window, vault)
            run.run("the-leader-looks-and-records-nothing", test_leader_sees, window)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-register-says-the-same", test_register, vault)
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
