# What the tests of the window have in common: the words of the program, signing in, going places, and steps as TAP.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are looked up in the translation that was built, so the same steps run in each language."""

import gettext
import os
import re
import time
import traceback

import desktop
import kit

WORDS = gettext.NullTranslations()


def speak(language, build):
    """What gettext would say in the program. A language that was not built is an error and no reason to look at English twice."""
    global WORDS
    if language != "C":
        WORDS = gettext.translation("meeting-secrecy-kit", os.path.join(build, "data", "po"), [language])


def sentence(text):
    """A text of the program in the language of this run, as it stands in the translation."""
    return WORDS.gettext(text)


def counted(one, many, number):
    """The same of a text that says how many there are."""
    return WORDS.ngettext(one, many, number) % number


def word(text):
    """The same as a screen reader says it."""
    # Where no letter of the word can be a mnemonic, translators put one behind it: 锁定(_L).
    return re.sub(r"\(_(\w)\)", r"(\1)", sentence(text)).replace("_", "")


class Steps:
    """Reports each step as TAP and goes on to the next; a step that fails says what was on the screen."""

    def __init__(self, suite):
        self.suite = suite
        self.number = 0
        self.failed = 0
        print("TAP version 13", flush=True)

    def run(self, name, step, *arguments):
        self.number += 1
        try:
            step(*arguments)
            print("ok %d /gui/%s/%s" % (self.number, self.suite, name), flush=True)
        except Exception:  # whatever went wrong, the other steps are still worth seeing
            self.failed += 1
            print("not ok %d /gui/%s/%s" % (self.number, self.suite, name))
            print("# " + traceback.format_exc().replace("\n", "\n# "), flush=True)
            for window in arguments:
                if isinstance(window, desktop.Window):
                    print("# " + window.describe().replace("\n", "\n# "), flush=True)

    def end(self):
        """Gives the exit status."""
        print("1..%d" % self.number)
        return 1 if self.failed else 0


def sign_in(window, user, passphrase=kit.PASSPHRASE):
    """The field for the name has the keyboard when the window is locked."""
    window.sees(word("Sign in to go on."))
    window.keyboard.type(user)
    window.keyboard.press("Tab")
    window.keyboard.type(passphrase + "\n")


def change_user(window, user):
    window.keyboard.press("Control_L", "l")
    sign_in(window, user)
    window.find(word("Places"), "list")


def places(window):
    sidebar = window.find(word("Places"), "list")
    return [sidebar.get_child_at_index(i).get_name() for i in range(sidebar.get_child_count())]


def show_nth(window, number):
    window.keyboard.press("Control_L", *(["Alt_L", str(number - 9)] if number > 9 else [str(number)]))


def go_to(window, place):
    show_nth(window, places(window).index(word(place)) + 1)


def expect(found, wanted):
    if found != wanted:
        raise AssertionError("%r instead of %r" % (found, wanted))


def expect_verdict(window, *parts):
    """The verdict is one node that speaks: its headline, its reason."""
    def says_it(node):
        name = node.get_name() or ""
        return all(part in name for part in parts) and node.get_role_name() == "alert"
    return desktop.wait_for("the verdict %r" % (parts,), lambda: window._first(window.application, says_it))


def press_mnemonic(window, text):
    """Alt and the letter that is underlined in the language of this run."""
    window.keyboard.press("Alt_L", re.search(r"_(\w)", sentence(text)).group(1).lower())


def entry_text(window, node):
    return window.atspi.Text.get_text(node, 0, 1000)  # GTK 4.8 gives nothing when asked up to -1


def path_field(window):
    """The field that a slash opens in a file chooser. The chooser lets a key fall that comes while it still reads its folder: then another is pressed."""
    for _ in range(6):
        window.keyboard.type("/")
        try:
            return desktop.wait_for("a field for the path", lambda: next(
                (node for node in window.focused_in_front() if node.get_role_name() == "text"), None), desktop.WAIT / 4)
        except desktop.NotSeen:
            continue
    raise desktop.NotSeen("never came: a field for the path")


def choose_file(window, path):
    """In a file chooser; keys that come before it has the keyboard would be lost."""
    desktop.wait_for("the file chooser", window.focused_in_front)
    field = path_field(window)
    window.keyboard.press("Control_L", "a")
    window.keyboard.type(path)
    desktop.wait_for("the whole path", lambda: entry_text(window, field) == path)
    window.keyboard.press("Return")


def waits_for_end(window):
    """Of a form, also of one whose name stands on a button of the page."""
    desktop.wait_for("the end of the form", lambda: len(window.titles()) == 1)
    window.waits_for_keyboard()


def cell_text(window, cell):
    names = [node.get_name() for node in window.walk(cell) if node.get_role_name() == "label"]
    return "".join(name for name in names if name != "GtkLabel")  # which is how an empty one is called


def texts(window, table):
    """The texts of a table's cells, from the top and the left, without the head; none while it changes."""
    try:
        return [cell_text(window, node) for node in window.walk(window.find(word(table), "tree table")) if node.get_role_name() == "table cell"]
    except window.error():
        return []


def in_front(window, role):
    """What has a role in a window that lies in front of the first."""
    return [node for frame in window._frames()[1:] if frame is not None
            for node in window._collect(frame, lambda node: node.get_role_name() == role)]


def keyboard_is_in(window, table):
    return any(window.has_focus(node) for node in window.walk(window.find(word(table), "tree table")))


def enter_table(window, table):
    """Presses Tab until the keyboard is in a table."""
    for _ in range(30):
        if keyboard_is_in(window, table):
            return
        window.keyboard.press("Tab")
    raise AssertionError("no Tab leads to the table %r" % table)


def waits_for_focus(window, role):
    """Waits until something with a role has the keyboard."""
    desktop.wait_for("the keyboard in a " + role, lambda: window._first(
        window.application, lambda node: node.get_role_name() == role and window.has_focus(node)))


def open_choices(window):
    """The list that opened from a row or a button and has the keyboard, with the number of the choice that has it, counted from 0. Rows of
    forms are items of lists too, and of none that opened."""
    try:
        for node in window.focused():
            above = node.get_parent()
            while node.get_role_name() == "list item" and (above := above.get_parent()) is not None:
                if above.get_role_name() in ("list item", "combo box"):
                    return node.get_parent(), node.get_index_in_parent()
    except window.error():
        pass
    return None, None


def choice(window):
    return open_choices(window)[1]


def count_choices(window):
    return open_choices(window)[0].get_child_count()


def go_to_choice(window, wanted):
    while (place := choice(window)) != wanted:
        if place is not None:
            window.keyboard.press("Down" if place < wanted else "Up")
        try:
            desktop.wait_for("another choice", lambda: choice(window) not in (None, place), 3)
        except desktop.NotSeen:
            continue  # the key fell: once more
    return wanted


def choose_open(window, *keys):
    """In an open list of choices: goes where Home, End and Down lead from the choice that stands, and takes it. A list that is still
    opening lets keys fall, and keys that come while it goes away reach nobody: so it looks where each key has led."""
    desktop.wait_for("the choices", lambda: choice(window) is not None)
    place = None
    while place is None or place != choice(window):
        place = choice(window)
        time.sleep(0.1)
    for key in keys:
        if key != "Down":
            window.keyboard.press(key)  # also when it seems to be there: a list that just opened has not said yet which choice stands
        wanted = {"Home": lambda: 0, "End": lambda: count_choices(window) - 1, "Down": lambda: place + 1}[key]()
        place = go_to_choice(window, wanted)
    window.keyboard.press("Return")
    desktop.wait_for("the choice to be taken", lambda: window.focused() and choice(window) is None)


def pick(window, row, *keys):
    """Opens the choices of a row by its letter, and chooses."""
    press_mnemonic(window, row)
    choose_open(window, *keys)


def type_into(window, name, text):
    """Goes to a field by its mnemonic and types."""
    press_mnemonic(window, name)
    window.keyboard.type(text)


def fill_in(window, fields):
    """Types into each field of a form, once the form takes keys: the button that opened it may bear the same words."""
    window.waits_for_front()
    for name, text in fields.items():
        type_into(window, name, text)


def chosen_meeting(window):
    """The number of the meeting on whose row the keyboard is, or None."""
    return next((node.get_name() for node in window.focused() if (node.get_name() or "").startswith("2026-")), None)


def choose_meeting(window, number):
    """With two meetings in the vault the one to work on is chosen by keyboard: the newer one stands above. Where one is open, its facts come before the rows."""
    go_to(window, "Meeting")
    window.sees(word("All meetings"))
    for _ in range(20):
        if chosen_meeting(window):
            break
        window.keyboard.press("Tab")
    at = desktop.wait_for("the keyboard among the meetings", lambda: chosen_meeting(window))
    if at != number:
        window.keyboard.press("Up" if at < number else "Down")
        desktop.wait_for("the other meeting", lambda: chosen_meeting(window) == number)
    window.keyboard.press("Return")
    window.sees(number + " ·")
