#!/usr/bin/python3
"""msk desk scan --stdin: every line answered, by what the tags on the printed paper say. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import signal

import msk
import tag_reader
import tap

MEETING = msk.Meeting()
MEETING.fill_room()
# As a scanner would: from the printed pages.
TAGS = {number: [page[0] for page in tag_reader.read_pages(pdf)] for number, pdf in zip(MEETING.copies, MEETING.printed)}
BADGES = {name: tag_reader.read_pages(MEETING.print_badge(name))[0][0] for name in ("㐀明远", "林怀瑾", "陈阿秀")}
FIRST, SECOND, THIRD, FOURTH, FIFTH = MEETING.copies
MEMBERS = {"tone", "code", "headline", "text", "number", "page", "paper", "person", "balance", "sequence"}


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def verdict(answer):
    return answer["tone"], answer["code"]


def scan(lines, *words, user="clerk"):
    """The answers to the lines, and the status at the end."""
    desk = msk.Scan(MEETING, *words, user=user)
    answers = [desk.say(line) for line in lines]
    status, rest = desk.end()
    if rest:
        raise AssertionError("said more than it was asked: " + rest)
    return answers, status


def state(number):
    copy = MEETING.good("copy", "show", number, user="clerk")["copy"]
    return copy["state"], copy["holder"]


@tap.check("/cli/scan/every-page-of-every-copy-has-one-tag-and-no-two-are-alike")
def tags():
    codes = [code for pages in TAGS.values() for code in pages]
    return expect(len(codes), 5 * 4) + expect(len(set(codes)), 5 * 4) + expect({len(code) for code in codes}, {35})


@tap.check("/cli/scan/check-recognises-copy-and-page")
def check():
    found = {number: [] for number in TAGS}
    for number, pages in TAGS.items():
        answers, _ = scan(pages, "--mode", "check")
        found[number] = [(answer["code"], answer["number"], answer["page"], answer["paper"]) for answer in answers]
    return expect(found, {number: [("already-good", number, page, MEETING.paper) for page in (1, 2, 3, 4)] for number in TAGS})


@tap.check("/cli/scan/issue-takes-person-and-copy-in-either-order")
def issue():
    answers, status = scan([BADGES["㐀明远"], TAGS[FIRST][0], TAGS[SECOND][2], BADGES["林怀瑾"]])
    findings = expect([verdict(answer) for answer in answers],
                      [("waiting", "person-selected"), ("done", "issued"), ("waiting", "copy-selected"), ("done", "issued")])
    findings += expect([answer["sequence"] for answer in answers], [1, 2, 3, 4]) + expect(status, 0)
    findings += [f"missing: {MEMBERS - set(answer)}" for answer in answers if not MEMBERS <= set(answer)]
    findings += expect([answers[1]["person"], answers[1]["number"], answers[3]["page"]], ["㐀明远", FIRST, 3])
    balance = answers[3]["balance"]
    findings += expect((balance["holds"], balance["allocated"], balance["in-store"], balance["held"]), (True, 5, 3, 2))
    return findings + expect([state(FIRST), state(SECOND)], [("held", "㐀明远"), ("held", "林怀瑾")])


@tap.check("/cli/scan/every-changed-digit-is-refused")
def changed():
    code = TAGS[THIRD][1]
    lines = [code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1:] for place in range(len(code))]
    answers, status = scan(lines)
    # A few changes leave a number that no tag of ours can hold, which is foreign; all the others break the MAC.
    codes = [answer["code"] for answer in answers]
    findings = expect(set(codes), {"forged-tag", "foreign-code"}) + expect(codes.count("forged-tag") > 30, True) + expect(status, 0)
    return findings + expect(state(THIRD), ("in-store", None))


@tap.check("/cli/scan/refusals-have-stable-codes-and-never-end-the-loop")
def refusals():
    cases = [("7" * 13, "foreign-code"), ("https://example.org/", "foreign-code"), ("", "foreign-code"), ("\x00", "foreign-code"),
             ("x" * 100000, "foreign-code"), ("ｍｏｄｅ", "foreign-code"), ("mode", "foreign-code"), ("undo it", "foreign-code"),
             ("UNDO", "foreign-code"), (TAGS[THIRD][0][:20], "cut-code"), (TAGS[THIRD][0] * 2, "cut-code"), ("mode frobnicate", "usage"),
             (TAGS[FIRST][0], "already-issued"), ("clear", "cleared"), (BADGES["陈阿秀"], "person-selected"),
             (TAGS[THIRD][0], "outside-scope"), ("clear", "cleared")]
    answers, status = scan([line for line, _ in cases])
    return expect([answer["code"] for answer in answers], [code for _, code in cases]) + expect(status, 0) + expect(
        state(THIRD), ("in-store", None))


@tap.check("/cli/scan/blanks-between-the-digits-are-as-printed-for-typing")
def groups():
    code = TAGS[THIRD][0]
    answers, _ = scan(["  " + " ".join(code[at:at + 5] for at in range(0, 35, 5)) + " \r"])
    return expect((answers[0]["code"], answers[0]["number"]), ("copy-selected", THIRD))


@tap.check("/cli/scan/return-by-mode-line-and-undo-takes-it-back-once")
def undo():
    answers, status = scan(["undo", "mode return", TAGS[FIRST][3], "undo", "undo", TAGS[FIRST][0]])
    findings = expect([answer["code"] for answer in answers],
                      ["not-found", "mode-changed", "returned", "undone", "not-found", "returned"])
    findings += expect([answer["mode"] for answer in answers], ["issue"] + ["return"] * 5) + expect(status, 0)
    return findings + expect(answers[2]["person"], "㐀明远") + expect(state(FIRST)[0], "returned")


@tap.check("/cli/scan/undo-gives-an-issued-copy-back-to-the-store")
def undo_issue():
    answers, _ = scan([TAGS[FOURTH][0], BADGES["㐀明远"], "undo"])
    return expect([answer["code"] for answer in answers], ["copy-selected", "issued", "undone"]) + expect(state(FOURTH)[0], "in-store")


@tap.check("/cli/scan/clear-forgets-the-half-that-waits")
def clear():
    answers, _ = scan([BADGES["林怀瑾"], "clear", TAGS[FOURTH][0]])
    return expect([answer["code"] for answer in answers], ["person-selected", "cleared", "copy-selected"])


@tap.check("/cli/scan/a-bare-scanner-commands-nothing")
def bare_scanner():
    desk = msk.Scan(MEETING, "--mode", "return", commands=False)
    answers = [desk.say(line) for line in (TAGS[SECOND][0], "undo", "clear", "mode sweep", "reason x", TAGS[FIFTH][0])]
    desk.end()
    findings = expect([answer["code"] for answer in answers],
                      ["returned"] + ["foreign-code"] * 4 + ["second-sighting"])
    return findings + expect({answer["mode"] for answer in answers}, {"return"})


@tap.check("/cli/scan/a-last-line-without-an-end-is-answered")
def unfinished():
    process = MEETING.start("desk", "scan", "--stdin", "--commands", "--mode", "return", user="clerk")
    output, _ = process.communicate("clear\n" + TAGS[FIFTH][0])
    return expect([json.loads(line)["code"] for line in output.splitlines()], ["cleared", "second-sighting"])


@tap.check("/cli/scan/sign-in-and-codes-may-share-standard-input")
def shared():
    process = MEETING.start("--user", "clerk", "--passphrase-fd", 0, "desk", "scan", "--stdin", "--mode", "return")
    output, _ = process.communicate(f"{msk.PASSPHRASE}\n{TAGS[FIFTH][0]}\n")
    return expect([json.loads(line)["code"] for line in output.splitlines()], ["second-sighting"])


@tap.check("/cli/scan/what-was-answered-is-there-after-kill-9")
def kill():
    desk = msk.Scan(MEETING)
    desk.say(BADGES["㐀明远"])
    answer = desk.say(TAGS[FIFTH][0])
    desk.process.send_signal(signal.SIGKILL)
    desk.end()
    return expect(answer["code"], "issued") + expect(state(FIFTH), ("held", "㐀明远"))


@tap.check("/cli/scan/ends-when-nobody-reads-the-answers")
def deaf():
    process = MEETING.start("desk", "scan", "--stdin", user="clerk")
    process.stdin.write("clear\n")
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    # Standard input stays open: the end must come from the answer that cannot be written.
    try:
        process.stdin.write("clear\n" * 10)
        process.stdin.flush()
    except BrokenPipeError:
        pass
    status = process.wait()
    process.stderr.close()
    try:
        process.stdin.close()
    except BrokenPipeError:
        pass
    return expect(status, 4)


@tap.check("/cli/scan/refused-sign-in-is-one-object-with-json")
def refused():
    answer = MEETING.run("desk", "scan", "--stdin", user="nobody")
    return expect((answer.status, answer.code), (3, "wrong-passphrase"))


@tap.check("/cli/scan/tag-of-another-meeting-and-of-a-spoiled-copy")
def others():
    other = MEETING.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "另一会议"})["meeting"]
    process = MEETING.start("--meeting", other, "desk", "scan", "--stdin", "--mode", "return", user="clerk")
    output, _ = process.communicate(TAGS[FIRST][0] + "\n")
    findings = expect([verdict(json.loads(line)) for line in output.splitlines()], [("alarm", "other-meeting")])

    first = ["--meeting", MEETING.meeting]
    MEETING.good(*first, "copy", "spoil", THIRD, "--from", "-", user="clerk", said={"reason": "墨粉不足"})
    process = MEETING.start(*first, "desk", "scan", "--stdin", "--mode", "check", user="clerk")
    output, _ = process.communicate(TAGS[THIRD][0] + "\n")
    return findings + expect([verdict(json.loads(line)) for line in output.splitlines()], [("refused", "copy-spoiled")])


tap.main()
