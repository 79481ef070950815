# Every refusal of issue and return in the real window, by scanner and keyboard alone, and the decisions to issue all the same.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-refusals.py LANGUAGE PROGRAM MSK PAPER CHANGE_REGISTER: prints TAP. One vault in which everything is brought about that is refused; the words are
those that msk answers in the same language."""

import os
import re
import sys
import tempfile

import desktop
import kit
import steps as common
from steps import choose_meeting, expect, expect_verdict, fill_in, go_to, press_mnemonic, sentence, sign_in, type_into, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER, CHANGE_REGISTER = map(os.path.abspath, sys.argv[2:6])
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
sys.path.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "support"))
import refusals  # noqa: E402, from a folder beside this one

PINYIN = {"rejected": "shen ju", "late": "yang wan"}
SEEN = set()
# What a badge alone is refused for, and nobody decides about, is in the terminal's table.
ROWS = [row for row in refusals.in_order() if row.is_pair() or row.decider or not row.name.endswith("-alone")]
# What the window has no way to: its places are shown to the desk clerk alone.
NOT_HERE = {"role"}


def register(setting):
    return [[[one[key] for key in ("number", "state", "holder", "issued_at")] for one in setting.good("clerk", kind, "list")[kinds]]
            for kind, kinds in (("copy", "copies"), ("carrier", "carriers"))]


def refused(setting):
    """The codes that the ledger has been told of, in their order."""
    entries = [one for one in setting.good("reader", "ledger", "list", "--max", "100000")["entries"] if one["act"] == "scan-refused"]
    return [re.search(r'"code":\s*"([a-z-]+)"', one["details"]).group(1) for one in sorted(entries, key=lambda one: one["sequence"])]


def ask_words(setting):
    """What msk says of each row in this language: headline and text."""
    said = {}
    for row in refusals.ROWS:
        if row.thing("person") is None:
            said[row] = setting.scan(*(setting.codes[thing] for thing in row.things), mode=row.mode, language=LANGUAGE)[-1]
        else:
            words = ["desk", "issue", "--person", setting.people[row.thing("person")], "--copy", setting.copies["free"]]
            said[row] = setting.attempt("clerk", *words, language=LANGUAGE)[1]["verdict"]
    return said


def is_offered(window):
    return window.is_shown(word("_Issue All the Same…"))


def choose_person(window, name):
    """Return takes the one who is left in the list."""
    type_into(window, "Forgotten badge: choose the _person", PINYIN[name])
    desktop.wait_for("nobody else in the list", lambda: len(window.find_all(role="label", part="\n单位")) == 1)
    window.keyboard.press("Return")


def do(window, setting, row):
    for kind, name in row.things:
        if kind == "person":
            choose_person(window, name)
        else:
            window.keyboard.scan(setting.codes[kind, name])


def facts(setting, row):
    """What the verdict names besides: the numbers and the name, where the tag is known to be theirs. A badge that is taken away is refused for itself."""
    copy, carrier, person = row.thing("copy"), row.thing("carrier"), row.thing("badge", "person")
    if row.code == "withdrawn":
        return [refusals.EVERYBODY[person][0]]
    return [*(["%06d" % setting.copies[copy]] if copy in setting.copies else []), *(["%04d" % setting.carriers[carrier]] if carrier in setting.carriers else []),
            *([refusals.EVERYBODY[person][0]] if person in refusals.EVERYBODY else [])]


def test_row(window, setting, row, said):
    expect((said["code"], said["tone"]), (row.code, row.tone))
    do(window, setting, row)
    expect_verdict(window, word("Stop") if row.tone == "alarm" else word("Refused"), said["headline"], said["text"], *facts(setting, row))
    if row.is_pair() or row.decider:
        expect(is_offered(window), row.is_pair() and row.decider is not None)
    if LANGUAGE == "zh_CN":
        expect(re.findall(r"[A-Za-z]{3,}", said["headline"] + said["text"]), [])
    SEEN.add(row.code)


def test_not_there(window, text):
    type_into(window, "Torn tag: copy _number or digits under the code", "%d\n" % refusals.NOTHING)
    expect_verdict(window, word("Refused"), text)
    SEEN.add("not-found")


def ask_counts(setting):
    """What msk says of counts that end nothing, in this language, in their order. Another figure than the window's, which is asked for twice as well."""
    many = refusals.PAGES + 2
    return [setting.attempt("clerk", "desk", "return", "--copy", setting.copies["held"], *words, language=LANGUAGE)[1]
            for words in (("--pages", many), ("--pages", many), ("--pages", refusals.PAGES, "--condition", "torn"))]


def test_counts(window, setting, said):
    """What is not whole needs a remark; whoever counts too many pages is asked again, then stopped, and nothing moved."""
    again, surplus, no_remark = said
    number = "%06d" % setting.copies["held"]
    go_to(window, "Returns")
    press_mnemonic(window, "Count the pages of e_very return")
    window.keyboard.scan(setting.codes["copy", "held"])
    expect_verdict(window, word("Count the pages"), number)
    fill_in(window, {"_Pages counted": "%d" % refusals.PAGES})
    common.pick(window, "Con_dition", "Down", "Down")
    window.keyboard.press("Return")
    window.sees(no_remark["error"]["message"])
    common.pick(window, "Con_dition", "Home")
    for answer, headline in ((again, "Count again"), (surplus, "Stop")):
        press_mnemonic(window, "_Pages counted")
        window.keyboard.press("Control_L", "a")
        window.keyboard.type("%d\n" % (refusals.PAGES + 1))
        expect_verdict(window, word(headline), number, answer["error"]["message"])
    window.keyboard.press("Escape")
    window.waits_for_keyboard()
    SEEN.update(["pages-uncounted"] + [answer["error"]["code"] for answer in said])


def decide(window, user, reason):
    press_mnemonic(window, "_Issue All the Same…")
    window.sees(sentence("Issue All the Same"))
    fill_in(window, {"_Name": user, "_Passphrase": kit.PASSPHRASE, "_Reason": reason})
    window.keyboard.press("Return")


def test_decided(window, setting):
    """Not by another role; by the one that may, with a reason."""
    codes = setting.codes
    for code in (codes["copy", "decided-1"], codes["badge", "outside"]):
        window.keyboard.scan(code)
    expect_verdict(window, word("Refused"), "%06d" % setting.copies["decided-1"])
    decide(window, "chief", "urgent")
    window.sees(sentence("The role “%s” may not decide about this: ask somebody whose role is %s.").split("%s")[0].rstrip("“"))
    window.keyboard.press("Escape")
    window.waits_for_keyboard()
    decide(window, "guard", "urgent")
    expect_verdict(window, word("Issued"), "%06d" % setting.copies["decided-1"])
    window.waits_for_keyboard()


def test_two_roles(window, setting):
    """A carrier for somebody against whom two things stand: each role in turn, and nothing is issued in between."""
    codes = setting.codes
    for code in (codes["carrier", "free"], codes["badge", "both"]):
        window.keyboard.scan(code)
    expect_verdict(window, word("Refused"), "%04d" % setting.carriers["free"], sentence("security officer"))
    decide(window, "guard", "seen at the door")
    expect_verdict(window, word("Refused"), "%04d" % setting.carriers["free"], sentence("responsible leader"))
    window.waits_for_keyboard()
    decide(window, "chief", "urgent")
    expect_verdict(window, word("Issued"), "%04d" % setting.carriers["free"])
    window.waits_for_keyboard()


def test_register(setting, before):
    """Nothing moved but what was decided, and every refusal is a line."""
    lines = setting.good("reader", "desk", "overrides")["overrides"]
    expect([(one["code"], one["decided_by"], one["reason"], one["number"], one["carrier"], one["person_id"]) for one in lines],
           [("not-admitted", "guard", "urgent", setting.copies["decided-1"], None, setting.people["outside"]),
            ("not-admitted", "guard", "seen at the door", None, setting.carriers["free"], setting.people["both"]),
            ("not-briefed", "chief", "urgent", None, setting.carriers["free"], setting.people["both"])])
    after = register(setting)
    moved = [[one[0] for one, other in zip(old, new) if one != other] for old, new in zip(before, after)]
    expect(moved, [[setting.copies["decided-1"]], [setting.carriers["free"]]])


def test_lines(setting, already):
    rows = [row for row in ROWS if dict(row.things).get("code") not in ("shop", "cut")]
    found = refused(setting)[already:]
    expect(found[:len(rows)], [row.code for row in rows])


def test_every_code():
    codes = set(refusals.find_codes(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))))
    expect(sorted(codes - SEEN - NOT_HERE - set(refusals.NEVER)), [])


def test_other_meeting(window, setting, code, text):
    """The tag of the other meeting in its own."""
    choose_meeting(window, "2026-06")
    for place, ready in (("Desk", "Ready to issue"), ("Returns", "Ready to take back")):
        go_to(window, place)
        expect_verdict(window, word(ready))
        window.keyboard.scan(setting.other_code)
        expect_verdict(window, word("Refused"), "0001", sentence(text))
    SEEN.add(code)


def test_handover(window, setting):
    choose_meeting(window, "2026-07")
    text = sentence("The desk is being handed over, and its stock is counted: nothing moves until the handover is ended or cancelled.")
    go_to(window, "Desk")
    for code in (setting.codes["carrier", "relabelled"], setting.codes["badge", "before"]):
        window.keyboard.scan(code)
    expect_verdict(window, word("Refused"), "%04d" % setting.carriers["relabelled"], text)
    go_to(window, "Returns")
    window.keyboard.scan(setting.codes["copy", "held"])
    expect_verdict(window, word("Refused"), "%06d" % setting.copies["held"], text)
    SEEN.add("handover-open")


def open_window(screen, setting):
    window = screen.run(PROGRAM, "--vault", setting.vault)
    sign_in(window, "clerk")
    window.find(word("Places"), "list")
    window.waits_for_keyboard()
    return window


def main():
    with tempfile.TemporaryDirectory(prefix="msk-window-") as folder:
        setting = refusals.Setting(MSK, PAPER, folder, CHANGE_REGISTER)
        setting.start_other_sweep()
        before, said = register(setting), ask_words(setting)
        not_there = setting.attempt("clerk", "desk", "return", "--copy", refusals.NOTHING, language=LANGUAGE)[1]["error"]["message"]
        counts = ask_counts(setting)
        already = len(refused(setting))
        steps = common.Steps("refusals")
        common.speak(LANGUAGE, BUILD)
        with desktop.Desktop(LANGUAGE) as screen:
            window = open_window(screen, setting)
            steps.run("the-sweep-has-begun", test_other_meeting, window, setting, "sweep-started",
                      "The sweep has begun and the register is frozen: finish the sweep.")
            choose_meeting(window, "2026-07")
            mode = None
            for row in ROWS:
                if row.mode != mode:
                    mode = row.mode
                    go_to(window, "Desk" if mode == "issue" else "Returns")
                    window.sees(word("Forgotten badge: choose the _person" if mode == "issue" else "Count the pages of e_very return"))
                steps.run(row.name, test_row, window, setting, row, said[row])
            steps.run("a-number-that-is-not-there", test_not_there, window, not_there)
            steps.run("a-count-that-ends-nothing", test_counts, window, setting, counts)
            go_to(window, "Desk")
            steps.run("the-role-that-may-decides-otherwise", test_decided, window, setting)
            steps.run("two-roles-decide-otherwise", test_two_roles, window, setting)
            steps.run("the-program-ends-well", lambda: expect(window.close(), 0))
            steps.run("the-register-says-so", test_register, setting, before)
            steps.run("every-refusal-is-a-line", test_lines, setting, already)
            setting.close_other_meeting()
            setting.good("clerk", "handover", "start", "desk")
            window = open_window(screen, setting)
            steps.run("the-meeting-is-closed", test_other_meeting, window, setting,
                      "meeting-closed", "The meeting is closed and its register no longer changes: read it through its reports.")
            steps.run("the-desk-is-handed-over", test_handover, window, setting)
            steps.run("the-program-ends-well-again", lambda: expect(window.close(), 0))
            steps.run("every-code-of-the-source-has-a-row", test_every_code)
            steps.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
        return steps.end()


sys.exit(main())
