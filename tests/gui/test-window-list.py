# A list of attendees imported in the real window, by keyboard alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-list.py LANGUAGE PROGRAM MSK PAPER: prints TAP."""

import csv
import glob
import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import choose_file, expect, fill_in, go_to, pick, press_mnemonic, sentence, texts, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))

HEADER = "姓名,单位,职务,身份,涉密等级\n"
GOOD = HEADER + "王阿乙,外办,处长,出席,机密\n曾一鸣,外办,科长,列席,机密\n"


class Lists:
    """Files to choose, and the window that chooses them."""

    def __init__(self, window, folder):
        self.window = window
        self.folder = folder

    def open(self, text, encoding="utf-8", name="people.csv"):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(text.encode(encoding))
        go_to(self.window, "Attendees")
        press_mnemonic(self.window, "_Import List…")
        choose_file(self.window, path)
        self.window.sees(word("C_olumns"))

    def leave(self):
        self.window.keyboard.press("Escape")
        self.window.misses(word("C_olumns"))
        self.window.waits_for_keyboard()


def listed(window):
    return texts(window, "Attendees")


def test_look_only(window, lists):
    """Who looks and goes away has imported nobody."""
    lists.open(GOOD)
    window.sees("王阿乙")
    expect(window.is_sensitive(word("_Import")), True)
    lists.leave()
    expect("王阿乙" in listed(window), False)


def test_encoding(window, lists):
    """Wrongly chosen, the names are wrong; chosen anew, they are right."""
    lists.open(GOOD, "gb18030")
    window.sees("曾一鸣")
    pick(window, "_Encoding", "Down")
    window.misses("曾一鸣")
    expect(window.is_sensitive(word("_Import")), False)
    pick(window, "_Encoding", "Down", "Down", "Down")
    window.sees("曾一鸣")
    lists.leave()


def test_columns(window, lists):
    """A column that has no name is chosen by hand."""
    lists.open(GOOD.replace("单位", "从哪来"))
    window.sees(sentence("no column is called %s (%s): name it so in the first row, or say which one it is.") % ("单位", "unit"))
    expect(window.is_sensitive(word("_Import")), False)
    pick(window, "_Unit (单位)", "Down", "Down")
    window.sees("外办")
    desktop.wait_for("an import that is possible", lambda: window.is_sensitive(word("_Import")))
    lists.leave()


def test_doubts(window, lists):
    """What is doubtful wants an answer."""
    lists.open(GOOD.replace("科长,列席", ",列席"))
    window.sees(sentence("the post is missing: fill it in, or accept that there is none."))
    expect(window.is_sensitive(word("_Import")), False)
    press_mnemonic(window, "I have _looked at all that is doubtful, and it is meant so")
    desktop.wait_for("an import that is possible", lambda: window.is_sensitive(word("_Import")))
    press_mnemonic(window, "_Import")
    window.sees(word("Imported"))
    window.keyboard.press("Return")
    window.misses(word("C_olumns"))
    desktop.wait_for("both on the list", lambda: {"王阿乙", "曾一鸣"} <= set(listed(window)))


def test_by_hand(window, screen):
    """A person who is typed is as doubtful as one in a file; the answer is to what the form said then."""
    meant = "I have looked at what is doubtful, and it is _meant so"
    go_to(window, "Attendees")
    press_mnemonic(window, "_Add a Person…")
    window.waits_for_front()
    fill_in(window, {"_Name": "Zhao", "_Unit": "Office"})
    press_mnemonic(window, "_Add")
    window.sees(sentence("the post is missing: fill it in, or accept that there is none."))
    window.sees(sentence(meant).replace("_", ""))
    if len(sys.argv) > 5:
        screen.shoot(os.path.join(sys.argv[5], f"by-hand-{LANGUAGE}.png"))
    press_mnemonic(window, "_Unit")
    window.keyboard.press("BackSpace")
    window.misses(sentence(meant).replace("_", ""))
    press_mnemonic(window, "_Add")
    window.sees(sentence("the unit is missing: fill it in, or accept that there is none."))
    press_mnemonic(window, meant)
    press_mnemonic(window, "_Add")
    window.waits_for_keyboard()
    desktop.wait_for("the person on the list", lambda: "Zhao" in listed(window))


def names(window):
    return [text for text in listed(window) if text in ("张三", "王阿乙", "曾一鸣")]


def test_sort(window):
    expect(names(window), ["张三", "王阿乙", "曾一鸣"])
    pick(window, "Sorted b_y", "Home", "Down")
    desktop.wait_for("the order of pinyin", lambda: names(window) == ["王阿乙", "曾一鸣", "张三"])
    pick(window, "Sorted b_y", "Home", "Down", "Down")
    desktop.wait_for("the order of strokes", lambda: names(window) == ["王阿乙", "张三", "曾一鸣"])


def test_export(window, vault):
    """Those who are shown, in the order shown."""
    window.keyboard.press("Control_L", "f")
    window.keyboard.type("waiban")
    desktop.wait_for("the search", lambda: names(window) == ["王阿乙", "曾一鸣"])
    press_mnemonic(window, "E_xport…")
    window.sees(word("Export the List"))
    window.waits_for_front()
    window.keyboard.press("Escape")
    window.misses(word("Export the List"))
    window.waits_for_keyboard()
    expect(glob.glob(vault.vault + "-papers/attendees-*"), [])
    press_mnemonic(window, "E_xport…")
    window.sees(word("Export the List"))
    window.waits_for_front()
    pick(window, "_Format", "End")
    press_mnemonic(window, "_Write a File")
    window.sees(word("List Exported"))
    window.waits_for_front()
    window.keyboard.press("Return")
    (path,) = glob.glob(vault.vault + "-papers/attendees-*")
    with open(path, encoding="utf-8-sig", newline="") as file:
        expect([row[0] for row in csv.reader(file)], [word("Name"), "王阿乙", "曾一鸣"])


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("list")
    with tempfile.TemporaryDirectory(prefix="msk-list-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.create_meeting()
        vault.add_people([("张三", "办公厅")])
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            lists = Lists(window, folder)
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("nobody-is-imported-by-looking", test_look_only, window, lists)
            run.run("another-encoding-is-read-at-once", test_encoding, window, lists)
            run.run("a-column-is-chosen-by-hand", test_columns, window, lists)
            run.run("doubts-want-an-answer", test_doubts, window, lists)
            run.run("by-hand-doubts-want-an-answer-too", test_by_hand, window, screen)
            run.run("the-list-is-sorted-by-pinyin-and-by-strokes", test_sort, window)
            run.run("who-is-shown-is-exported", test_export, window, vault)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
