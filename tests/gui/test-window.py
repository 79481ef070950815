# The real window in one small meeting, by keyboard and scanner alone.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window.py LANGUAGE PROGRAM MSK PAPER: prints TAP. The vault is made through msk; everything after that happens in the window, and is
seen through the accessibility bus. Words are looked up in the translation that was built, so the same steps run in each language."""

import os
import sys
import tempfile
import time

import desktop
import kit
import steps as common
from steps import choose_file, entry_text, expect, expect_verdict, go_to, places, press_mnemonic, sentence, sign_in, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def open_window(screen, vault, *arguments):
    return screen.run(PROGRAM, "--vault", vault, *arguments)


def search_entry(window):
    return window.find(word("Forgotten badge: choose the _person"), "entry")


def test_wrong_passphrase(window):
    sign_in(window, "clerk", "not this one")
    desktop.wait_for("a refusal", lambda: [n for n in window.find_all(role="alert")])
    window.keyboard.press("Control_L", "a")
    window.keyboard.type(kit.PASSPHRASE + "\n")
    window.find(word("Places"), "list")


def test_places(window):
    expect(places(window), [word(p) for p in ("Meeting", "Measures", "Attendees", "Briefing", "Papers", "Issue Plan", "Print Room", "Carriers", "Door", "Devices", "Desk",
                                                "Circulation", "Returns", "Receipts", "Handover", "Sweep", "Incidents", "Destruction")])


def test_neutral_title(window):
    expect(window.titles(), [word("Meeting Secrecy Kit")])


def test_no_scans_here(window, codes):
    go_to(window, "Meeting")
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Not taken"))


def test_typed_digits(window):
    go_to(window, "Desk")
    expect_verdict(window, word("Ready to issue"))
    press_mnemonic(window, "Forgotten badge: choose the _person")
    for text in ("2", "007", "a1b22 3"):
        window.keyboard.press("Control_L", "a")
        window.keyboard.press("BackSpace")
        window.keyboard.type(text)
        desktop.wait_for("typed %r, not %r" % (text, entry_text(window, search_entry(window))),
                         lambda: entry_text(window, search_entry(window)) == text)
    window.keyboard.press("Control_L", "a")
    window.keyboard.press("BackSpace")


def test_issue(window, codes):
    """With the keyboard in the search field, which gets nothing of it."""
    window.keyboard.scan(codes["badges"][0])
    expect_verdict(window, "张三")
    expect_verdict(window, "张三", "办公厅")
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Issued"))
    expect(entry_text(window, search_entry(window)), "")


def test_two_at_once(window, codes):
    """Copy first, and the badge in the same breath."""
    window.keyboard.scan(codes["copies"][1], gap=0)
    window.keyboard.scan(codes["badges"][1], gap=0)
    window.sees("𠮷田实")
    expect_verdict(window, word("Issued"))


def test_slow_scanner(window, codes):
    """With pauses, if short ones: other tests run beside this one. How long they may be, the flood's test shows, which runs alone."""
    window.keyboard.scan(codes["badges"][2], gap=0.01)
    window.sees(kit.LONG_NAME)
    window.keyboard.scan(codes["copies"][2], gap=0.01, end="\t")
    expect_verdict(window, word("Issued"))


def test_refusal(window, codes):
    window.keyboard.scan(codes["badges"][1])
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Refused"))
    window.keyboard.press("Escape")


def test_forged(window, codes):
    wrong = codes["copies"][3][:-1] + str((int(codes["copies"][3][-1]) + 1) % 10)
    window.keyboard.scan(wrong)
    expect_verdict(window, word("Stop"))


def test_control_in_burst(window, codes):
    """Ctrl+L locks, but not when a scanner says it."""
    keyboard = window.keyboard
    half = len(codes["copies"][3]) // 2
    keyboard.scan(codes["copies"][3][:half], gap=0.002, end="")
    for kind in (keyboard.X.KeyPress, keyboard.X.KeyRelease):
        for name in ("Control_L", "l") if kind == keyboard.X.KeyPress else ("l", "Control_L"):
            keyboard._send(kind, name)
    keyboard.display.sync()
    keyboard.scan(codes["copies"][3][half:], gap=0.002)
    window.sees("000004")
    expect(len(places(window)), 18)
    keyboard.press("Escape")


def test_menu_open(window, codes):
    window.keyboard.press("F10")
    window.find(word("_Lock"), "menu item")
    window.keyboard.scan(codes["badges"][0])
    window.keyboard.press("Escape")
    expect_verdict(window, "张三", "办公厅")
    window.keyboard.press("Escape")


def test_undo(window, codes):
    """The last issue was that of the third copy: taken back, and done again."""
    window.keyboard.press("Control_L", "z")
    expect_verdict(window, word("Undone"), "000003")
    window.keyboard.scan(codes["copies"][2])
    expect_verdict(window, word("Copy known"))
    window.keyboard.scan(codes["badges"][2])
    expect_verdict(window, word("Issued"), "000003")


def test_return(window, codes):
    go_to(window, "Returns")
    expect_verdict(window, word("Ready to take back"))
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Returned"))


def test_by_hand(window):
    """A torn tag: the number is typed."""
    press_mnemonic(window, "Torn tag: copy _number or digits under the code")
    window.keyboard.type("000002\n")
    expect_verdict(window, word("Returned"), "000002")


def test_dialog_open(window, codes):
    """A form in front of the page: the scan is not lost, and none of it is typed into the form."""
    window.keyboard.press("F10")
    window.press_menu(word("Change My _Passphrase…"))
    window.find(word("_Old passphrase"), "text")
    time.sleep(2.5)  # sooner after its return it would be the echo of one scan
    window.keyboard.scan(codes["copies"][0])
    expect_verdict(window, word("Stop"), "张三")
    expect(entry_text(window, window.find(word("_Old passphrase"), "text")), "")
    window.keyboard.press("Escape")
    window.misses(word("_Old passphrase"))
    window.waits_for_keyboard()


def test_lock(window):
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    for secret in ("张三", "000001", "2026-07"):
        if window.is_shown(secret):
            raise AssertionError("still there when locked: " + secret)


def test_scan_while_locked(window, codes):
    window.keyboard.scan(codes["copies"][0])
    desktop.wait_for("a refusal", lambda: window.find_all(role="alert"))
    expect(entry_text(window, window.find(word("_User name"), "text")), "")


def give_period(window, text):
    press_mnemonic(window, "Retention _period (like 10年, 6个月; empty for the ceiling)")
    window.keyboard.press("Control_L", "a")
    window.keyboard.type(text)
    window.keyboard.press("Return")


def test_add_paper(window, paper):
    go_to(window, "Papers")
    window.sees("密发〔2026〕3号")
    press_mnemonic(window, "_Add a Paper…")
    choose_file(window, paper)
    window.find(word("_Document number"), "text")
    for name, text in (("_Document number", "SEC-2"), ("_Title", "A <b>second</b> & last paper"), ("_Originator", "Office")):
        press_mnemonic(window, name)
        window.keyboard.type(text)
    give_period(window, "10 years*secret")
    window.sees(word("This mark is the wrong way round: the level goes first, then the star, then the period, such as 机密★20年."))
    give_period(window, "secret*10 years")
    level = [sentence(text) for text in ("机密 Secret", "秘密 Confidential")]
    window.sees(sentence("This mark says %s, and the paper's level is %s: correct one of the two.") % tuple(level))
    give_period(window, "confidential*10 years")
    window.sees("SEC-2  A <b>second</b> & last paper")
    window.waits_for_keyboard()


def test_import_problems(window, folder):
    """All or nothing, and every wrong row by its number."""
    path = os.path.join(folder, "people.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("姓名,单位,职务,身份,涉密等级\n李四,外办,处长,出席,机密\n,外办,科长,出席,机密\n王五,外办,处长,飞行员,机密\n")
    go_to(window, "Attendees")
    press_mnemonic(window, "_Import List…")
    choose_file(window, path)
    window.sees(sentence("the name is missing: fill it in, or delete the row."))
    labels = [node.get_name() for node in window.find_all(role="label")]
    for place in ((3, "A"), (4, "D")):
        if not any((sentence("Row %u, column %s: %s") % (*place, "")).strip() in label for label in labels):
            raise AssertionError("row %s is not told of: %r" % (place, labels))
    expect(window.is_sensitive(word("_Import")), False)
    window.keyboard.press("Escape")
    window.misses(word("C_olumns"))
    window.waits_for_keyboard()
    if window.is_shown("李四"):
        raise AssertionError("somebody was imported")


def test_rules(window):
    """The security officer loosens who approves copying to the national rules, and the page says so."""
    go_to(window, "Users & Printers")
    strict, national = [sentence(text) for text in ("the organ that issued the paper", "the organ that issued the paper, or one above it")]
    line = sentence("\n%s: at most %u years; copied by leave of %s") % (sentence("绝密 Top Secret"), 30, "%s") + "\n"
    window.sees(line % strict)
    press_mnemonic(window, "_Marks and Files…")
    window.press(word("As the _National Rules"))
    window.press(word("_Lay Down"))
    window.sees(line % national)


def test_sweep(window, codes):
    go_to(window, "Sweep")
    window.press(word("_Start the Sweep…"))
    window.press(word("_Start"))
    expect_verdict(window, word("Ready to sweep"))
    for index, number in ((0, "000001"), (1, "000002"), (3, "000004")):
        window.keyboard.scan(codes["copies"][index])
        expect_verdict(window, word("Seen"), number)


def test_missing_list(window):
    """What is missing is on the list, with the holder and the unit."""
    table = window.find(word("Unexplained or missing"), "tree table")
    texts = [node.get_name() for node in window.walk(table)]
    for part in ("000003", kit.LONG_NAME, kit.LONG_UNIT):
        if part not in texts:
            raise AssertionError("not on the list: " + part)
    for part in ("000001", "000002", "000004"):
        if part in texts:
            raise AssertionError("on the list though it was seen: " + part)


def test_search_hides_nothing(window):
    go_to(window, "Attendees")
    window.keyboard.press("Control_L", "f")
    window.keyboard.type("nobody")
    window.sees(sentence(": %u approved, %u rejected, %u proposed") % (3, 0, 0))
    go_to(window, "Sweep")
    test_missing_list(window)


def test_closes(window):
    expect(window.close(), 0)


def test_no_trace(screen, *secrets):
    """GTK keeps a list of the files that were chosen unless it is told not to; nothing else may be left in the user's folders either."""
    for folder, _, files in os.walk(screen.folder):
        for file in files:
            if not os.path.isfile(os.path.join(folder, file)):
                continue  # a socket
            with open(os.path.join(folder, file), "rb") as content:
                data = content.read()
            for secret in secrets:
                if secret.encode() in data:
                    raise AssertionError("%r is in %s" % (secret, os.path.join(folder, file)))


def test_no_complaints(screen):
    expect(screen.complaints(), [])


def test_idle_lock(screen, vault):
    window = open_window(screen, vault, "--lock-after", "4")
    sign_in(window, "clerk")
    window.find(word("Places"), "list")
    window.sees(word("Locked because nobody touched the machine. Sign in to go on."))
    expect(window.close(), 0)


def desk_steps(steps, window, codes):
    steps.run("a-wrong-passphrase-is-refused-and-the-right-one-opens", test_wrong_passphrase, window)
    steps.run("a-desk-clerk-sees-the-places-of-the-work", test_places, window)
    steps.run("the-window-title-says-nothing", test_neutral_title, window)
    steps.run("a-page-without-a-scan-desk-refuses-loudly", test_no_scans_here, window, codes)
    steps.run("typed-digits-arrive-once-and-in-order", test_typed_digits, window)
    steps.run("two-scans-issue-with-the-keyboard-in-a-search-field", test_issue, window, codes)
    steps.run("two-codes-back-to-back-are-both-taken", test_two_at_once, window, codes)
    steps.run("a-slow-scanner-is-understood", test_slow_scanner, window, codes)
    steps.run("a-copy-that-is-out-is-refused", test_refusal, window, codes)
    steps.run("a-forged-code-is-told-from-a-genuine-one", test_forged, window, codes)
    steps.run("a-control-key-in-a-burst-does-nothing", test_control_in_burst, window, codes)
    steps.run("a-scan-with-the-menu-open-is-taken", test_menu_open, window, codes)
    steps.run("undo-takes-the-last-issue-back", test_undo, window, codes)
    steps.run("a-scan-returns-a-copy", test_return, window, codes)
    steps.run("a-typed-number-returns-a-copy", test_by_hand, window)
    steps.run("a-scan-with-a-form-open-is-taken", test_dialog_open, window, codes)
    steps.run("one-key-locks-and-nothing-stays-to-be-seen", test_lock, window)
    steps.run("a-scan-while-locked-is-refused-loudly", test_scan_while_locked, window, codes)


def sweep_steps(steps, window, codes):
    steps.run("a-security-officer-sweeps", test_sweep, window, codes)
    steps.run("what-is-missing-stands-there-with-its-holder", test_missing_list, window)
    steps.run("a-search-hides-nothing-that-is-missing", test_search_hides_nothing, window)
    steps.run("the-program-ends-well", test_closes, window)


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = vault.prepare(4)
        steps = common.Steps("window")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            window = open_window(screen, vault.vault)
            desk_steps(steps, window, codes)
            sign_in(window, "host")
            window.find(word("Places"), "list")
            steps.run("an-organiser-adds-a-paper", test_add_paper, window, PAPER)
            steps.run("an-import-tells-of-every-wrong-row", test_import_problems, window, folder)
            window.keyboard.press("Control_L", "l")
            sign_in(window, "guard")
            window.find(word("Places"), "list")
            steps.run("a-security-officer-lays-down-who-approves-copying", test_rules, window)
            sweep_steps(steps, window, codes)
            steps.run("nothing-is-left-outside-the-vault", test_no_trace, screen,
                      os.path.basename(PAPER), "people.csv", "张三", "2026-07", codes["copies"][0])
            steps.run("a-machine-that-nobody-touches-locks", test_idle_lock, screen, vault.vault)
            steps.run("the-program-complained-of-nothing", test_no_complaints, screen)
        return steps.end()


if __name__ == "__main__":
    sys.exit(main())
