#!/usr/bin/python3
"""The list of people in the terminal: found by what is typed, and put into order. SPDX-License-Identifier: GPL-3.0-or-later"""

import msk
import tap

# As they stand on the list. 曾 is zeng as a surname, and 单 shan; 李 and 吕 differ in their vowel, 王五 and 王武 in nothing but the character; 王武 stands there
# twice. No table has a reading for 𠮷, so it comes last.
PEOPLE = [("曾国安", "水务厅"), ("王武", "档案局"), ("单小芳", "发展厅"), ("李一", "水务厅"), ("吕布衣", "财政厅"), ("Ada Long", "发展厅"), ("王五", "教育厅"),
          ("𠮷永昌", "水务厅"), ("王小明", "发展厅"), ("王武", "财政厅"), ("丁一", "档案局")]

VAULT = msk.Vault()
VAULT.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
for name_, unit_ in PEOPLE:
    VAULT.good("attendee", "add", "--accept-warnings", "--from", "-", user="organiser",
               said={"name": name_, "unit": unit_, "post": "处长", "capacity": "observer" if name_ == "李一" else "delegate", "clearance": "secret"})
VAULT.good("attendee", "submit", user="organiser")
VAULT.good("attendee", "return", 1, "--from", "-", user="leader", said={"reason": "补充材料"})


def names(*words, said=None):
    words = (*words, "--from", "-") if said is not None else words
    return [person["name"] for person in VAULT.good("attendee", "list", *words, user="clerk", said=said or "")["attendees"]]


def expect(found, wanted):
    return [] if found == wanted else [f"{found}, not {wanted}"]


ORDERS = {
    "number": [name for name, _ in PEOPLE],
    "pinyin": ["Ada Long", "丁一", "李一", "吕布衣", "单小芳", "王五", "王武", "王武", "王小明", "曾国安", "𠮷永昌"],
    # 丁 has two strokes, 王 four, 吕 six, 李 seven, 单 eight, 曾 twelve.
    "name": ["丁一", "王小明", "王五", "王武", "王武", "吕布衣", "李一", "单小芳", "曾国安", "Ada Long"],
    "unit": ["财政厅", "财政厅", "档案局", "档案局", "发展厅", "发展厅", "发展厅", "教育厅", "水务厅", "水务厅", "水务厅"],
}


@tap.check("/cli/roster/stands-in-the-order-of-the-list")
def plain():
    return expect(names(), ORDERS["number"]) + expect(names("--sort", "number"), ORDERS["number"])


@tap.check("/cli/roster/by-pinyin-surnames-are-read-as-surnames-and-tones-decide-between-the-same")
def pinyin():
    return expect(names("--sort", "pinyin"), ORDERS["pinyin"])


@tap.check("/cli/roster/by-name-strokes-are-counted")
def strokes():
    return expect([name for name in names("--sort", "name") if name != "𠮷永昌"], ORDERS["name"])


@tap.check("/cli/roster/by-unit-and-within-it-by-pinyin")
def unit():
    people = VAULT.good("attendee", "list", "--sort", "unit", user="clerk")["attendees"]
    return expect([person["unit"] for person in people], ORDERS["unit"]) + expect(
        [person["name"] for person in people if person["unit"] == "发展厅"], ["Ada Long", "单小芳", "王小明"])


FINDS = {
    "": len(PEOPLE), "王": 4, "wang": 4, "WangWu": 3, "ww": 3, "zga": 1, "zengguoan": 1, "ceng": 0, "shanxf": 0, "sxf": 1, "水务": 3, "shuiwu": 3, "swt": 3, "处长": len(PEOPLE),
    "王 财政": 1, "lby": 1, "ada": 1, "ＡＤＡ": 1, "没有": 0,
}


@tap.check("/cli/roster/finds-by-name-unit-post-pinyin-and-initials")
def find():
    return [f"{text!r}: {found}" for text, wanted in FINDS.items() if len(found := names(said={"find": text})) != wanted]


@tap.check("/cli/roster/chooses-by-decision-capacity-and-list")
def choose():
    return expect(names(said={"decision": "returned"}), ["曾国安"]) + expect(names(said={"capacity": "observer"}), ["李一"]) + \
        expect(names(said={"list": 2}), []) + expect(len(names(said={"list": 1, "decision": "submitted"})), len(PEOPLE) - 1)


@tap.check("/cli/roster/what-is-looked-for-stands-in-no-command-line")
def hidden():
    answer = VAULT.run("attendee", "list", "--find", "王", user="clerk")
    wrong = [VAULT.run("attendee", "list", "--sort", "age", user="clerk"), VAULT.run("attendee", "list", "--from", "-", user="clerk", said={"name": "王"}),
             VAULT.run("attendee", "list", "--from", "-", user="clerk", said={"decision": "maybe"})]
    return expect([answer.code, *(one.code for one in wrong)], ["usage", "usage", "bad-value", "bad-value"])


@tap.check("/cli/roster/no-badge-without-a-sealed-list")
def badges():
    answer = VAULT.run("attendee", "badge", "--printer", "folder", user="clerk")
    return expect((answer.status, answer.code), (1, "not-on-sealed-list"))


@tap.check("/cli/roster/who-opens-no-meeting-is-sent-to-nobody-who-may-not")
def administrator():
    findings = []
    for words in (("attendee", "export", VAULT.path / "out.csv"), ("duty", "set", "driver", "--from", "-")):
        answer = VAULT.run(*words, user="administrator", said={"chinese": "职责", "english": "Duties"})
        findings += expect((answer.status, answer.code), (3, "role"))
        findings += [f"sent to an {role}" for role in ("auditor", "organiser") if role in answer.json["error"]["message"]]
    return findings


@tap.check("/cli/roster/a-member-that-comes-twice-is-unclear")
def twice():
    answer = VAULT.run("attendee", "return", 2, "--from", "-", user="leader", said='{"reason": "甲", "reason": "乙"}')
    return expect((answer.status, answer.code), (2, "bad-value"))


tap.main()
