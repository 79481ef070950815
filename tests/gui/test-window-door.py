# The door in the real window, by keyboard and scanner alone: every verdict.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-door.py LANGUAGE PROGRAM MSK PAPER: prints TAP. The badges are printed and read as they would be at the door; between two sessions of the
window the states that a verdict stands for are brought about through msk."""

import glob
import os
import subprocess
import sys
import tempfile

import desktop
import kit
import steps as common
from steps import change_user, choose_meeting, expect, expect_verdict, go_to, press_mnemonic, sentence, sign_in, type_into, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
COMING, LEAVING, REJECTED, WITHDRAWN, LATE, CHANGED = "张三", "李四", "Zhao Wu", "Qian Liu", "Sun Qi", "周八"
UNIT = "办公厅"
SHOP = "6901234567892"


def find(vault, name):
    (person,) = [one["id"] for one in vault.run("clerk", "attendee", "list")["attendees"] if one["name"] == name]
    return str(person)


def print_badge(vault, name):
    """Prints a badge and reads its code."""
    before = set(glob.glob(vault.vault + "-papers/**/*.pdf", recursive=True))
    person = find(vault, name)
    if any(one["name"] == name for one in vault.run("clerk", "attendee", "badges")["badges"]):
        vault.run("clerk", "attendee", "badge-reissue", person, "--printer", "folder", draft={"reason": "字迹不清"})
    else:
        vault.run("clerk", "attendee", "badge", person, "--printer", "folder")
    vault.run("clerk", "attendee", "badge-confirm", person)
    (path,) = set(glob.glob(vault.vault + "-papers/**/*.pdf", recursive=True)) - before
    return kit.read_code(path)


def prepare_other_meeting(vault):
    """The code of a badge of another meeting."""
    vault.run("host", "meeting", "create", draft={
        "number": "2026-06", "title": "另一次会议", "level": "secret", "starts": "2026-11-23T09:00+08:00", "ends": "2026-11-23T17:30+08:00",
        "venue": "一号楼", "organiser": "办公厅会议处", "leader": "周同"})
    vault.add_people([("外人", UNIT)])
    vault.seal()
    return print_badge(vault, "外人")


def decide(vault):
    """A sealed list on which one is rejected and one withdrawn; and somebody on a list that is not sealed."""
    vault.add_people([(name, UNIT) for name in (COMING, LEAVING, REJECTED, WITHDRAWN, CHANGED)])
    vault.run("host", "attendee", "submit")
    vault.run("chief", "attendee", "reject", find(vault, REJECTED), draft={"reason": "与议题无关"})
    vault.run("chief", "attendee", "approve-rest", draft={"reason": "经审查同意"})
    vault.run("chief", "attendee", "seal")
    vault.add_people([(LATE, "Office")])


def prepare(vault):
    """Gives the codes by what they are."""
    vault.create()
    codes = {"other": prepare_other_meeting(vault)}
    vault.create_meeting()
    vault.run("host", "meeting", "agenda-change", "1", draft={"admits": "observer"})
    vault.set_hours(-1, 3)
    decide(vault)
    for name in (COMING, LEAVING, WITHDRAWN):
        codes[name] = print_badge(vault, name)
    codes["void"] = print_badge(vault, CHANGED)
    codes[CHANGED] = print_badge(vault, CHANGED)
    vault.run("chief", "attendee", "withdraw", find(vault, WITHDRAWN), draft={"reason": "另有任务"})
    paper = vault.add_paper(1)
    (copy,) = [str(one["number"]) for one in vault.run("clerk", "copy", "list")["copies"]]
    vault.run("clerk", "copy", "confirm", copy)
    codes["copy"] = next(code for code in map(kit.read_code, glob.glob(vault.vault + "-papers/**/*.pdf", recursive=True)) if code[1] == "1")
    codes["forged"] = codes[COMING][:-1] + str((int(codes[COMING][-1]) + 1) % 10)
    assert paper
    return codes


def open_door(window, user):
    sign_in(window, user)
    window.find(word("Places"), "list")
    window.waits_for_keyboard()
    choose_meeting(window, "2026-07")
    go_to(window, "Door")
    window.sees(sentence("Scan the person’s badge."))


def scan(window, code, verdict, *parts):
    """The word of the verdict, and what else it says."""
    window.keyboard.scan(code)
    expect_verdict(window, word(verdict), *parts)


def expect_inside(window, count):
    window.sees((common.WORDS.ngettext("%u person inside", "%u people inside", count)) % count)


def choose(window, name, verdict):
    type_into(window, "Forgotten badge: the person’s _whole name", name + "\n")
    expect_verdict(window, word(verdict), name)


def test_codes(window, codes):
    """What no badge of this meeting is."""
    scan(window, SHOP, "Unknown code")
    scan(window, codes[COMING][:20], "Code cut short")
    scan(window, codes["forged"], "Forged badge", sentence("Keep the badge, and hold the person."))
    window.sees(sentence("Who can help: %s") % sentence("security officer"))
    scan(window, codes["copy"], "Not a badge")
    scan(window, codes["other"], "Other meeting")
    scan(window, codes["void"], "Void badge", CHANGED)
    expect_inside(window, 0)


def test_list_says(window, codes):
    scan(window, codes[WITHDRAWN], "Withdrawn", WITHDRAWN)
    window.misses(CHANGED)
    choose(window, WITHDRAWN, "Withdrawn")
    choose(window, LATE, "Not on a sealed list")
    choose(window, REJECTED, "Rejected")
    expect_inside(window, 0)


def test_questions(window, codes):
    """One key each, in either order; what is shown is the person scanned."""
    scan(window, codes[COMING], "Devices not deposited", COMING)
    window.keyboard.press("F6")
    expect_verdict(window, word("Who is it?"), COMING)
    window.keyboard.press("F2")
    expect_verdict(window, word("Admitted"), COMING)
    expect_inside(window, 1)
    scan(window, codes[CHANGED], "Devices not deposited", CHANGED)
    window.misses(COMING)
    window.keyboard.press("F5")
    expect_verdict(window, word("Devices not deposited"), CHANGED)
    window.keyboard.press("F6")
    expect_verdict(window, word("Admitted"), CHANGED)
    expect_inside(window, 2)


def test_already_inside(window, codes):
    scan(window, codes[COMING], "Already inside", COMING)
    expect_inside(window, 2)


def test_annul(window, codes):
    """Whoever is on the wrong side of the door by mistake is counted right again."""
    press_mnemonic(window, "_Annul This Passing…")
    window.sees(sentence("Annul a Passing"))
    window.waits_for_front()
    window.find(word("_Reason"), "label")  # and no underscore in it
    window.keyboard.type("wrong person\n")
    expect_verdict(window, word("Annulled"), COMING)
    window.waits_for_keyboard()
    expect_inside(window, 1)


def test_turned_away(window, codes):
    """After the annulled passing they are asked for devices anew; said to have none, they still have to be known."""
    scan(window, codes[COMING], "Devices not deposited", COMING)
    window.keyboard.press("F6")
    expect_verdict(window, word("Who is it?"), COMING)
    window.keyboard.press("F8")
    expect_verdict(window, word("Who is it?"), COMING)
    window.misses(word("_Turn Away (F8)"))
    expect_inside(window, 1)


def test_twice_in_5_ms(window, codes):
    window.keyboard.scan(codes[COMING], end="")
    window.keyboard.scan(codes[COMING])
    expect_verdict(window, word("Who is it?"), COMING)
    window.keyboard.press("F3")
    expect_verdict(window, word("Admitted"), COMING)
    expect_inside(window, 2)


def test_out(window, codes):
    window.keyboard.press("F9")
    expect_verdict(window, sentence("Going out"))
    window.keyboard.scan(codes[COMING])
    window.keyboard.scan(codes[COMING])
    expect_verdict(window, word("Out"), COMING)
    expect_inside(window, 1)


def test_not_inside(window, codes):
    scan(window, codes["void"], "Void badge", CHANGED)
    scan(window, codes[COMING], "Not inside", COMING)
    expect_inside(window, 1)


def test_open_items(window, codes):
    window.keyboard.press("F9")
    scan(window, codes[LEAVING], "Devices not deposited", LEAVING)
    window.keyboard.press("F4")
    expect_verdict(window, word("Devices not deposited"), LEAVING)
    window.keyboard.press("F6")
    expect_verdict(window, word("Admitted"), LEAVING)
    go_to(window, "Desk")
    scan(window, codes[LEAVING], "Person known", LEAVING)
    scan(window, codes["copy"], "Issued", LEAVING)
    go_to(window, "Door")
    window.keyboard.press("F9")
    expect_verdict(window, sentence("Going out"))
    scan(window, codes[LEAVING], "Papers still out", LEAVING, "000001")
    if window.is_shown(word("_Let Out with Papers…")):
        raise AssertionError("the clerk is offered to let papers out")
    expect_inside(window, 2)


def test_let_out(window, codes):
    """The security officer, with a reason."""
    choose_meeting(window, "2026-07")
    go_to(window, "Door")
    window.keyboard.press("F9")
    scan(window, codes[LEAVING], "Papers still out", LEAVING)
    press_mnemonic(window, "_Let Out with Papers…")
    window.sees(sentence("Let Out with Papers"))
    window.waits_for_front()
    window.keyboard.type("hospital\n")
    expect_verdict(window, word("Out"), LEAVING)
    window.waits_for_keyboard()
    expect_inside(window, 1)


def test_form_open(window, codes):
    """A scan with a form in front of the page is taken, and types nothing into it."""
    scan(window, codes[CHANGED], "Out", CHANGED)
    press_mnemonic(window, "_Annul This Passing…")
    window.waits_for_front()
    window.keyboard.scan(codes[COMING])
    expect_verdict(window, word("Not inside"), COMING)
    expect([common.entry_text(window, node) for node in common.in_front(window, "text")], [""])
    window.keyboard.press("Escape")
    window.waits_for_keyboard()
    expect_inside(window, 0)


def test_caps_lock(window, codes):
    window.keyboard.press("Caps_Lock")
    scan(window, codes[CHANGED], "Not inside", CHANGED)
    window.keyboard.press("Caps_Lock")


def test_layout(window, codes):
    """On a French keyboard the keys of the digits are letters and signs."""
    subprocess.run(["setxkbmap", "fr"], check=True)
    scan(window, codes["void"], "Void badge", CHANGED)
    scan(window, codes[COMING], "Not inside", COMING)
    subprocess.run(["setxkbmap", "us"], check=True)


def name_field(window):
    """The field of the name has the keyboard then."""
    window.waits_for_keyboard()
    press_mnemonic(window, "Forgotten badge: the person’s _whole name")
    return desktop.wait_for("the field of the name", lambda: next(
        (node for node in window.focused() if node.get_role_name() == "text"), None))


def test_input_method(window, codes):
    """It composes letters and digits where somebody types, and never sees what the scanner types."""
    field = name_field(window)
    window.keyboard.press("Control_L", "space")
    window.keyboard.type("ni ")
    desktop.wait_for("what the input method makes of it", lambda: common.entry_text(window, field) == "你")
    window.keyboard.press("BackSpace")
    window.keyboard.type("ni")
    scan(window, codes[COMING], "Outside the hours", COMING)
    expect(common.entry_text(window, field), "")
    window.keyboard.type(" ")
    desktop.wait_for("what was begun before the scan", lambda: common.entry_text(window, field) == "你")
    window.keyboard.press("BackSpace")
    window.keyboard.press("Control_L", "space")


def test_hours(window, codes):
    scan(window, codes[COMING], "Outside the hours", COMING)


def test_register(vault):
    """The terminal reads the same."""
    passings = vault.run("guard", "door", "log")["passings"]
    expect([(line["direction"], line["identity"]) for line in passings],
           [("in", "id-card"), ("in", "known"), ("in", "service-card"), ("out", "none"), ("in", "other-document"), ("out", "none"), ("out", "none")])
    expect([line["annulled_for"] for line in passings if line["annulled"]], ["wrong person"])
    expect([line["reason"] for line in passings if line["reason"]], ["hospital"])
    found = {line["verdict"] for line in vault.run("chief", "door", "refusals")["refusals"]}
    expect(found, {"meeting-not-opened", "not-briefed", "pledge-missing", "notice-not-acknowledged", "not-for-this-item", "forged-tag", "not-a-badge", "other-meeting", "void-badge", "withdrawn", "rejected", "not-on-sealed-list", "already-inside",
                   "identity-not-seen", "not-inside", "open-items", "outside-the-hours", "cut-code", "foreign-code"})


def test_refused(window, codes, verdict):
    """What stands against the same person, one thing after the other."""
    scan(window, codes[COMING], verdict, COMING)


def run_before(steps, screen, vault, codes):
    """What is mended from one opening of the window to the next."""
    mends = [("not-opened-yet", "Not opened yet", vault.open_meeting), ("not-briefed", "Not briefed", lambda: vault.brief_all("briefing")),
             ("pledge-missing", "Pledge missing", lambda: vault.brief_all("pledge")),
             ("notice-not-acknowledged", "Notice not acknowledged", lambda: vault.brief_all("notice"))]
    for name, verdict, mend in mends:
        window = screen.run(PROGRAM, "--vault", vault.vault)
        open_door(window, "clerk")
        steps.run(name, test_refused, window, codes, verdict)
        expect(window.close(), 0)
        mend()
    vault.run("clerk", "meeting", "agenda-next")
    window = screen.run(PROGRAM, "--vault", vault.vault)
    open_door(window, "clerk")
    steps.run("not-for-this-item", test_refused, window, codes, "Not for this item")
    expect(window.close(), 0)
    vault.run("clerk", "meeting", "agenda-break")


def run_steps(steps, screen, window, vault, codes):
    steps.run("codes-that-are-no-badge-of-this-meeting", test_codes, window, codes)
    steps.run("what-the-list-says", test_list_says, window, codes)
    steps.run("identity-and-devices-by-one-key-each", test_questions, window, codes)
    steps.run("already-inside", test_already_inside, window, codes)
    steps.run("a-wrong-admission-is-annulled", test_annul, window, codes)
    steps.run("who-is-not-known-is-turned-away", test_turned_away, window, codes)
    steps.run("twice-in-5-ms-is-once", test_twice_in_5_ms, window, codes)
    steps.run("out-and-out-again-is-once", test_out, window, codes)
    steps.run("not-inside", test_not_inside, window, codes)
    steps.run("papers-still-out", test_open_items, window, codes)
    change_user(window, "guard")
    steps.run("the-officer-lets-out-with-papers", test_let_out, window, codes)
    steps.run("a-scan-with-a-form-open-is-taken", test_form_open, window, codes)
    steps.run("caps-lock", test_caps_lock, window, codes)
    steps.run("another-keyboard-layout", test_layout, window, codes)
    steps.run("the-program-ends-well", lambda: expect(window.close(), 0))
    vault.set_hours(5, 7)
    os.environ.update({"GTK_PATH": os.path.join(BUILD, "tests", "gui"), "GTK_IM_MODULE": "msk-chinese"})
    window = screen.run(PROGRAM, "--vault", vault.vault)
    open_door(window, "clerk")
    steps.run("a-chinese-input-method", test_input_method, window, codes)
    steps.run("outside-the-hours", test_hours, window, codes)
    steps.run("the-program-ends-well-again", lambda: expect(window.close(), 0))
    steps.run("the-terminal-reads-the-same", test_register, vault)
    steps.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        codes = prepare(vault)
        steps = common.Steps("door")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            run_before(steps, screen, vault, codes)
            window = screen.run(PROGRAM, "--vault", vault.vault)
            open_door(window, "clerk")
            run_steps(steps, screen, window, vault, codes)
        return steps.end()


if __name__ == "__main__":
    sys.exit(main())
