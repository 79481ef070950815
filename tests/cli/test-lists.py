#!/usr/bin/python3
"""Lists as they come, good and bad, each named by its outcome. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import signal
import zipfile

import list_writer as write
import msk
import tap
from list_writer import Raw

HEADER = ["姓名", "单位", "职务", "身份", "涉密等级", "座位"]
PEOPLE = [["𠮷永昌", "发展厅", "厅长", "出席", "机密", "1排1"], ["阿依·夏木", "档案局", "处长", "列席人员", "绝密", "1排2"],
          ["王　五", "水务厅", "科长", "工作人员", "机密", ""], ["=HYPERLINK(\"x\")", "@单位", "-职务", "新闻", "机密", ""]]
LIST = [HEADER, *PEOPLE]
ENGLISH = [["clearance", "Capacity", "UNIT", "Full name"], ["Secret", "delegate", "Office", "A B"]]
LONG = "长" * 60

VAULT = msk.Vault()
VAULT.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)


@tap.check("/cli/lists/no-pipe-is-waited-for-and-no-device-read")
def no_files():
    pipe = VAULT.path / "pipe"
    os.mkfifo(pipe, 0o600)
    findings = []
    for path in (pipe, VAULT.path, "/dev/zero"):
        for words in (("attendee", "check", path), ("attendee", "import", path), ("paper", "add", path, "--from", "-"), ("meeting", "create", "--from", path)):
            answer = VAULT.run(*words, user="organiser", said=msk.PAPER)
            findings += [] if (answer.status, answer.code) == (2, "file-refused") else [f"{words}: {answer.output}"]
    return findings


def one(**changes):
    """A list of one person."""
    person = dict(zip(HEADER, ["甲", "乙厅", "处长", "出席", "机密", ""]), **changes)
    return [HEADER, [person[column] for column in HEADER]]


def put(row, column, value, rows=LIST):
    changed = [list(each) for each in rows]
    changed[row - 1][column - 1] = value
    return changed


def replaced(part, old, new):
    contents = write.parts([LIST])
    changed = contents[part].replace(old, new)
    assert changed != contents[part]
    return write.package({**contents, part: changed})


def bomb():
    return write.package({**write.parts([LIST]), "xl/sharedStrings.xml": "<sst>" + " " * 40_000_000 + "</sst>"})


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
WORKBOOK = write.parts([LIST])

# What becomes of each: "good", or the code of the refusal; then, of the first problem or warning, its code, row and column.
CASES = {
    "good-utf-8": write.csv(LIST),
    "good-utf-8-with-a-mark": write.csv(LIST, "utf-8-sig"),
    "good-utf-16-le": write.csv(LIST, "utf-16-le"),
    "good-utf-16-be": write.csv(LIST, "utf-16-be"),
    "good-utf-16-le-with-a-mark": b"\xff\xfe" + write.csv(LIST, "utf-16-le"),
    "good-utf-16-be-with-a-mark": b"\xfe\xff" + write.csv(LIST, "utf-16-be"),
    "good-gb18030": write.csv(LIST, "gb18030"),
    "good-semicolons": write.csv(LIST, separator=";"),
    "good-tabs": write.csv(LIST, separator="\t", end="\n"),
    "good-tabs-utf-16-as-excel-saves-it": b"\xff\xfe" + write.csv(LIST, "utf-16-le", separator="\t"),
    "good-english-in-another-order": write.csv([ENGLISH[0] + ["post"], ENGLISH[1] + ["Head"]]),
    "good-xlsx": write.xlsx(LIST),
    "good-xlsx-texts-in-cells": write.xlsx(LIST, shares=False),
    "good-xlsx-stored": write.package(WORKBOOK, zipfile.ZIP_STORED),
    "good-xlsx-200000-empty-rows": write.xlsx(LIST, empty=200_000),
    "good-xlsx-first-sheet-hidden": write.xlsx([["x"]], LIST, hidden=(1,)),
    "good-xlsx-strict": replaced("xl/worksheets/sheet1.xml", write.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    "good-xlsx-merged-below-the-list": write.xlsx(LIST, merged=("A9:C9",)),
    "good-xlsx-hidden-rows-and-columns-of-nothing": write.xlsx([*LIST, [" "]], row_words={len(LIST) + 1: 'hidden="1"'}, columns='<col min="7" max="99" hidden="1"/>'),
    "good-xlsx-rows-that-say-they-are-shown": write.xlsx(LIST, row_words={2: 'hidden="0" ht="15"'}, columns='<col min="1" max="6" width="9" hidden="false"/>'),
    "good-xlsx-numbers": write.xlsx(put(2, 6, Raw('s="1" <v>7</v>'), put(3, 6, 12)), codes=("000",)),
    "good-csv-200000-empty-rows": write.csv(LIST) + b",,,,,\r\n" * 200_000,
    "good-name-of-one-character": write.csv(one(姓名="李")),
    "good-name-of-60-characters": write.csv(one(姓名=LONG)),
    "good-name-of-one-rare-character": write.csv(one(姓名="𪚥")),
    "good-name-of-60-rare-characters": write.csv(one(姓名="𠮷" * 60)),
    "good-name-of-60-rare-characters-gb18030": write.csv(one(姓名="𠮷" * 60), "gb18030"),
    "good-name-of-60-rare-characters-utf-16": b"\xff\xfe" + write.csv(one(姓名="𠮷" * 60), "utf-16-le"),
    "good-xlsx-name-of-60-rare-characters": write.xlsx(one(姓名="𠮷" * 60)),
    "good-xlsx-name-of-one-character": write.xlsx(one(姓名="李")),
    "good-xlsx-name-that-begins-with-equals": write.xlsx(one(姓名="=1+1")),
    "good-name-marked-as-text": write.csv(one(姓名="'=1+1")),
    "good-name-right-to-left": write.csv(one(姓名="محمد علي")),
    "good-name-with-emoji": write.csv(one(姓名="李🙂")),
    "good-name-that-begins-with-equals": write.csv(one(姓名="=1+1")),
    "good-full-width-words": write.csv(one(身份="ｄｅｌｅｇａｔｅ", 涉密等级="机　密")),
    "csv-empty nothing": b"",
    "csv-empty only-a-header": write.csv([HEADER]),
    "csv-empty xlsx-of-nothing": write.xlsx([[]]),
    "csv-encoding broken-utf-8": write.csv(LIST)[:-40] + b"\xe5\n" + write.csv(LIST)[-30:],
    "csv-encoding nuls": b"a\0b\0\0\0\n",
    "csv-syntax open-quote": write.csv(LIST) + b'"x,y\n',
    "csv-syntax control-character": write.csv(one(姓名="甲\x1b[2J")),
    "csv-syntax a-paste-of-1-MB": write.csv(one(姓名="粘" * 350_000)),
    "csv-syntax xlsx-a-paste-of-1-MB": write.xlsx(one(姓名="粘" * 350_000)),
    "csv-syntax a-paste-of-1-MB-into-the-header": write.csv([[*HEADER[:5], "粘" * 350_000]]),
    "csv-syntax a-paste-of-1-MB-without-an-end": b"\xe7\xb2\x98" * 350_000,
    "csv-columns no-clearance column-missing 1": write.csv([row[:4] for row in LIST]),
    "csv-columns two-names column-twice 1": write.csv([["姓名", "name", *HEADER[1:]], ["甲", "甲", "乙", "丙", "出席", "机密", ""]]),
    "csv-rows no-name name-missing 3 1": write.csv(put(3, 1, " ")),
    "csv-rows unknown-capacity capacity-unknown 2 4": write.csv(put(2, 4, "嘉宾")),
    "csv-rows unknown-clearance clearance-unknown 5 5": write.csv(put(5, 5, "内部")),
    "csv-rows somebody-twice already-listed 6 1": write.csv([*LIST, ["王五", "水务厅", "科长", "列席", "机密", ""]]),
    "csv-rows a-seat-twice seat-unusable 3 6": write.csv(put(3, 6, "１排１")),
    "csv-rows unseen-character field-unreadable 2 1": write.csv(put(2, 1, "甲\u202e乙")),
    "csv-rows name-of-201-characters field-unreadable 2 1": write.csv(put(2, 1, "长" * 201)),
    "csv-rows xlsx-a-date-for-a-seat cell-not-text 2 6": write.xlsx(put(2, 6, Raw('s="1" <v>46000</v>')), codes=("yyyy-mm-dd",)),
    "csv-rows xlsx-an-error cell-not-text 3 2": write.xlsx(put(3, 2, Raw('t="e" <v>#N/A</v>'))),
    "list-doubtful same-name same-name 6 1": write.csv([*LIST, ["王五", "另一厅", "科长", "列席", "机密", ""]]),
    "list-doubtful looks-the-same looks-like 3 4": write.csv([ENGLISH[0] + ["post"], *(["secret", "delegate", "Unit", name, "Head"] for name in ("Anna Cole", "Аnna Cole"))]),
    "list-doubtful looks-the-same-in-capitals-alone looks-like 3 4": write.csv([ENGLISH[0] + ["post"], *(["secret", "delegate", "Unit", name, "Head"] for name in ("Bob Two", "Вob  Two"))]),
    "list-doubtful no-unit unit-missing 2 2": write.csv(put(2, 2, "")),
    "list-doubtful no-post post-missing 2 3": write.csv(put(2, 3, "")),
    "list-doubtful no-column-of-posts post-missing 1": write.csv(ENGLISH),
    "list-doubtful low-clearance clearance-low 4 5": write.csv(put(4, 5, "秘密")),
    "list-foreign xls": write.COMPOUND + b"\0" * 600,
    "list-foreign ods": write.package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
    "list-foreign docx": write.package({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}),
    "list-foreign xlsb": write.package({**WORKBOOK, "_rels/.rels": write.relations(("officeDocument", "xl/workbook.bin"))}),
    "list-foreign pdf": b"%PDF-1.7\n",
    "list-foreign zip": write.package({"a.txt": "x"}),
    "xlsx-encrypted password": write.COMPOUND + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "xlsx-encrypted zip-with-a-password": write.encrypted_parts(WORKBOOK),
    "xlsx-macro": write.package({**WORKBOOK, "xl/vbaProject.bin": "x"}),
    "xlsx-formula": write.xlsx(put(3, 3, Raw("t=\"str\" <f>A1</f><v>x</v>"))),
    "xlsx-merged header": write.xlsx(LIST, merged=("B1:C1",)),
    "xlsx-merged title-over-the-header": write.xlsx([["会议名单"], *LIST], merged=("A1:F1",)),
    "xlsx-merged units": write.xlsx(LIST, merged=("B2:B3",)),
    "xlsx-hidden row": write.xlsx(LIST, row_words={3: 'hidden="1"'}),
    "xlsx-hidden row-as-another-program-says-it": write.xlsx(LIST, row_words={3: 'hidden="true"'}),
    "xlsx-hidden row-without-height": write.xlsx(LIST, row_words={3: 'ht="0" customHeight="1"'}),
    "xlsx-hidden header": write.xlsx(LIST, row_words={1: 'hidden="1"'}),
    "xlsx-hidden column": write.xlsx(LIST, columns='<col min="5" max="6" hidden="1"/>'),
    "xlsx-hidden column-without-width": write.xlsx(LIST, columns='<col min="2" max="2" width="0" customWidth="1"/>'),
    "xlsx-hidden every-sheet": write.xlsx(LIST, hidden=(1,)),
    "xlsx-damaged row-beyond-the-last": replaced("xl/worksheets/sheet1.xml", '<row r="3">', '<row r="1048577">'),
    "xlsx-entities": replaced("xl/sharedStrings.xml", "<sst", LAUGHS + "<sst"),
    "xlsx-entities in-the-sheet": write.xlsx(LIST, before=LAUGHS),
    "xlsx-bomb": bomb(),
    "xlsx-bomb nested": replaced("xl/worksheets/sheet1.xml", "<sheetData>", "<x>" * 200 + "<sheetData>"),
    "xlsx-damaged cut-off": write.xlsx(LIST)[:-300],
    "xlsx-damaged no-sheet": write.package({name: part for name, part in WORKBOOK.items() if "sheet1" not in name}),
    "xlsx-damaged two-sheets-of-one-name": write.package(WORKBOOK, twice="xl/worksheets/sheet1.xml"),
    "xlsx-damaged no-such-text": replaced("xl/worksheets/sheet1.xml", "<v>5</v>", "<v>999</v>"),
    "xlsx-damaged rows-out-of-order": replaced("xl/worksheets/sheet1.xml", '<row r="3">', '<row r="1">'),
}


def look(content, *options, verb="check"):
    path = VAULT.path / "list"
    path.write_bytes(content)
    return VAULT.run("attendee", verb, path, *options, user="organiser")


def judge(name, content):
    outcome, *words = name.split(" ")
    answer = look(content)
    if outcome.startswith("good"):
        return [] if answer.status == 0 else [f"{answer.status} {answer.output[:300]}"]
    findings = [] if answer.code == outcome else [f"{answer.output[:300]}"]
    message = answer.json["error"]["message"]
    if not message.endswith(".") or not any(mark in message for mark in ":;"):
        findings.append(f"it is not said what to do: {message}")
    if len(words) > 1:
        found = (answer.json["problems"] or answer.json["warnings"])[0]
        places = [found["code"], *(str(found[key]) for key in ("row", "column")[:len(words) - 2])]
        if places != words[1:]:
            findings.append(f"{places}, not {words[1:]}")
    return findings


for case_name, case_content in CASES.items():
    @tap.check(f"/cli/lists/{case_name.replace(' ', '-')}")
    def case(name=case_name, content=case_content):
        return judge(name, content)


def people_of(content):
    return look(content).json["people"]


@tap.check("/cli/lists/the-same-people-in-every-form-are-the-same-list")
def same():
    wanted = people_of(CASES["good-utf-8"])
    names = [person["name"] for person in wanted]
    findings = [] if names == [row[0] for row in PEOPLE] else [f"{names}"]
    for name in ("good-utf-8-with-a-mark", "good-utf-16-le", "good-utf-16-be-with-a-mark", "good-gb18030", "good-semicolons", "good-tabs", "good-xlsx",
                 "good-xlsx-texts-in-cells", "good-xlsx-200000-empty-rows", "good-xlsx-strict"):
        if people_of(CASES[name]) != wanted:
            findings.append(f"{name} gives other people")
    return findings


@tap.check("/cli/lists/names-are-kept-as-they-are-written")
def kept():
    wanted = {"good-name-of-one-rare-character": "𪚥", "good-name-of-60-rare-characters": "𠮷" * 60, "good-name-of-60-rare-characters-gb18030": "𠮷" * 60,
              "good-name-of-60-rare-characters-utf-16": "𠮷" * 60, "good-xlsx-name-of-60-rare-characters": "𠮷" * 60, "good-xlsx-name-of-one-character": "李",
              "good-name-of-60-characters": LONG, "good-name-right-to-left": "محمد علي", "good-name-with-emoji": "李🙂", "good-name-that-begins-with-equals": "=1+1",
              "good-xlsx-name-that-begins-with-equals": "=1+1", "good-name-marked-as-text": "=1+1"}
    return [f"{case}: {found}" for case, name in wanted.items() if (found := [person["name"] for person in people_of(CASES[case])]) != [name]]


@tap.check("/cli/lists/a-paste-of-1-mb-into-the-form-or-the-search-is-refused-or-finds-nobody")
def pasted():
    person = {"name": "甲", "unit": "乙厅", "post": "处长", "capacity": "delegate", "clearance": "secret"}
    before = len(VAULT.good("attendee", "list", user="organiser")["attendees"])
    findings = []
    for key in ("name", "unit", "post", "nominating_unit"):
        for length, code in ((340_000, "bad-value"), (360_000, "file-too-large")):
            answer = VAULT.run("attendee", "add", "--from", "-", user="organiser", said={**person, key: "粘" * length})
            if answer.code != code:
                findings.append(f"{key}, {length}: {answer.output[:200]}")
    if VAULT.good("attendee", "list", "--from", "-", user="organiser", said={"find": "粘" * 340_000})["attendees"]:
        findings.append("somebody is called so")
    after = len(VAULT.good("attendee", "list", user="organiser")["attendees"])
    return findings + ([] if before == after else [f"{after - before} more people"])


@tap.check("/cli/lists/by-hand-as-in-a-file-what-is-doubtful-wants-an-answer")
def by_hand():
    person = {"name": "乐某", "unit": "乙厅", "post": "处长", "capacity": "delegate", "clearance": "secret"}
    add = lambda *options, **changes: VAULT.run("attendee", "add", "--from", "-", *options, user="organiser", said={**person, **changes})  # noqa: E731
    first = add()
    findings = [] if first.status == 0 and first.json["attendee"] > 0 and first.json["warnings"] == [] else [first.output]
    for codes, changes in (["same-name"], {"unit": "丙厅"}), (["unit-missing", "post-missing"], {"name": "乐二", "unit": "", "post": ""}), (
            ["clearance-low"], {"name": "乐三", "clearance": "confidential"}):
        answer = add(**changes)
        if (answer.status, answer.code, [one["code"] for one in answer.json["warnings"]]) != (1, "list-doubtful", codes):
            findings.append(f"{codes}: {answer.output}")
        # Every one of them is in the sentence too.
        findings += [f"{one} is not said" for one in answer.json["warnings"] if one["message"] not in answer.json["error"]["message"]]
        taken = add("--accept-warnings", **changes)
        if taken.status != 0 or taken.json["attendee"] <= first.json["attendee"]:
            findings.append(taken.output)
    change = ("attendee", "change", first.json["attendee"], "--from", "-")
    if VAULT.run(*change, user="organiser", said={"post": ""}).code != "list-doubtful":
        findings.append("a post is taken away without a word")
    findings += [] if VAULT.run(*change, "--accept-warnings", user="organiser", said={"post": ""}).status == 0 else ["it is not taken"]
    entries = VAULT.good("ledger", "list", user="auditor")["entries"]
    accepted = [json.loads(one["details"]).get("warnings") for one in entries if one["act"] in ("attendee-add", "attendee-change")][:5]
    return findings + ([] if accepted == ["2", "1", "2", "1", None] else [f"the ledger says {accepted}"])


@tap.check("/cli/lists/a-formula-and-merged-cells-are-named-by-their-cell")
def cells():
    found = [look(CASES[name]).json["error"]["message"] for name in ("xlsx-formula", "xlsx-merged units")]
    return [] if "C3" in found[0] and "B2" in found[1] else found


@tap.check("/cli/lists/hidden-and-damaged-rows-are-named")
def rows_named():
    found = {name: look(CASES[name]).json["error"]["message"] for name in ("xlsx-hidden row", "xlsx-hidden column", "xlsx-damaged row-beyond-the-last",
                                                                           "xlsx-damaged rows-out-of-order")}
    return [f"{name}: {message}" for (name, message), place in zip(found.items(), ("Row 3 ", "E1 ", "Row 1048577 ", "Row 1 ")) if place not in message]


@tap.check("/cli/lists/numbers-are-what-the-sheet-shows")
def numbers():
    seats = [person["seat"] for person in people_of(CASES["good-xlsx-numbers"])[:2]]
    return [] if seats == ["007", "12"] else [f"{seats}"]


@tap.check("/cli/lists/another-sheet-and-another-encoding-can-be-chosen")
def chosen():
    book = write.xlsx([["x"]], LIST)
    findings = [] if look(book).code == "csv-columns" and look(book, "--sheet", 2).status == 0 else ["the second sheet is not read"]
    hidden = write.xlsx(LIST, LIST, hidden=(2,))
    if look(hidden).status != 0 or look(hidden, "--sheet", 2).code != "xlsx-hidden":
        findings.append("a hidden sheet is read")
    if look(book, "--sheet", 3).code != "list-sheet":
        findings.append("a third sheet is read")
    text = write.csv(LIST, "gb18030")
    if look(text, "--encoding", "utf-8").code != "csv-encoding" or look(text, "--encoding", "gb18030").json["encoding"] != "gb18030":
        findings.append("the encoding is not as it was chosen")
    return findings + ([] if look(text, "--encoding", "latin-1").code == "usage" else ["latin-1 is an encoding"])


@tap.check("/cli/lists/columns-chosen-by-hand-are-remembered-once-the-list-was-taken")
def columns():
    rows = [["谁", "哪里", "做什么", "怎么来", "几级"], ["手选人", "乙厅", "处长", "出席", "机密"]]
    words = ("--columns", "name=1,unit=2,post=C,capacity=4,clearance=5")
    findings = [] if look(write.csv(rows)).code == "csv-columns" and look(write.csv(rows), *words).status == 0 else ["not chosen"]
    if look(write.csv(rows)).code != "csv-columns":
        findings.append("a look was remembered")
    if look(write.csv(rows), *words, verb="import").status != 0:
        findings.append("not imported")
    rows[1][0] = "又一人"
    again = look(write.csv(rows))
    return findings + ([] if again.status == 0 and again.json["columns_remembered"] else [again.output[:300]])


@tap.check("/cli/lists/nothing-is-stored-by-a-look-a-refusal-or-an-import-that-was-killed")
def interrupted():
    def listed():
        return [person["name"] for person in VAULT.good("attendee", "list", user="organiser")["attendees"]]

    before = listed()
    path = VAULT.path / "many"
    path.write_bytes(write.csv([HEADER, *([f"人{at}", "乙厅", "处长", "出席", "机密", ""] for at in range(15_000))]))
    for wait in (0.1, 0.5, 1, 2):
        process = VAULT.start("--json", "attendee", "import", path, user="organiser")
        try:
            process.communicate(timeout=wait)
        except Exception:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        found = listed()
        if found != before:
            return [] if len(found) == len(before) + 15_000 else [f"{len(found) - len(before)} people of 15000"]
    doubtful = look(CASES["list-doubtful no-unit unit-missing 2 2"], verb="import")
    return ([] if doubtful.code == "list-doubtful" else [doubtful.output[:300]]) + ([] if listed() == before else ["somebody was listed"])


@tap.check("/cli/lists/doubts-that-were-accepted-stand-in-the-ledger-by-their-number")
def accepted():
    answer = look(write.csv(one(姓名="存疑人", 单位="")), "--accept-warnings", verb="import")
    entries = VAULT.good("ledger", "list", "--max", 1, user="auditor")["entries"]
    found = json.loads(entries[0]["details"]) if isinstance(entries[0]["details"], str) else entries[0]["details"]
    return [] if answer.json["imported"] == 1 and found.get("warnings") == "1" else [f"{answer.output[:200]} {entries}"]


tap.main()
