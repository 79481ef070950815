#!/usr/bin/python3
"""Exported lists: opened by the real LibreOffice they run nothing, and imported again they are the same people.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import json
import os
import re
import stat
import zipfile

import msk
import spreadsheet
import tap

LONG = "长" * 60
NAMES = ["李一", "=1+1", "=HYPERLINK(\"http://localhost/\"&A1)", "=cmd|' /C calc'!A0", "+1+1", "+86 李", "-1-1", "-张", "@SUM(1)", "＝1+1", "＋甲", "－甲", "＠甲", "﹦1+1",
         "'=1+1", "''+1", "'t Hooft", "O'Neill", "Says \"x\", y; z", "محمد علي", "李🙂", LONG, "𠮷" * 60, "𠮷永昌", "http://localhost/a", "1-2", "007", "1e5", "TRUE",
         "阿依·夏木", "王　五", "_x0041_", "a\\b", "<b>&amp;"]
CAPACITIES = ["delegate", "observer", "staff", "service", "press"]
LEVELS = ["top-secret", "secret", "confidential"]
PEOPLE = [{"name": name, "unit": ["=1+", "-厅", "水务厅"][at % 3] + str(at), "post": ["@处长", "处长", "＋科长"][at % 3], "capacity": CAPACITIES[at % 5],
           "clearance": LEVELS[at % 3]} for at, name in enumerate(NAMES)]
SIGNS = "=+@＝＋－＠﹦-"

VAULT = msk.Vault()
FIRST = VAULT.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)["meeting"]
for person in PEOPLE:
    VAULT.good("attendee", "add", "--accept-warnings", "--from", "-", user="organiser", said=person)

LANGUAGES = ("en", "zh_CN")


def export(language, ending):
    path = VAULT.path / f"list-{language}.{ending}"
    if not path.exists():
        VAULT.good("attendee", "export", path, "--meeting", FIRST, user="organiser", env=msk.environment(VAULT.home, LANGUAGE=language))
    return path


def marked(text):
    return "'" + text if re.match("'*[%s]" % SIGNS, text) else text


def people_of(answer, member):
    return [{key: person[key] for key in ("name", "unit", "post", "capacity", "clearance")} for person in answer[member]]


for language_ in LANGUAGES:
    for ending_ in ("csv", "xlsx"):
        @tap.check(f"/cli/export/{ending_}-in-{language_}-runs-no-formula-and-keeps-every-text")
        def opened(language=language_, ending=ending_):
            sheet = spreadsheet.Sheet(export(language, ending))
            findings = [f"a formula: {one}" for one in sheet.formulas] + [f"a link: {one}" for one in sheet.links]
            wanted = "姓名" if language == "zh_CN" else "Name"
            if sheet.rows[0][0] != wanted:
                findings.append(f"the first heading is {sheet.rows[0][0]}, not {wanted}")
            for person, row, kinds in zip(PEOPLE, sheet.rows[1:], sheet.kinds[1:], strict=True):
                # In a workbook only what bears the mark already gets another.
                texts = [marked(text) if ending == "csv" or text.startswith("'") else text for text in (person["name"], person["unit"], person["post"])]
                # What a spreadsheet makes of a plain number in a CSV is its own affair: it runs nothing.
                for text, found, kind in zip(texts, row, kinds):
                    if kind != "string" and not (ending == "csv" and kind in ("float", "boolean")):
                        findings.append(f"{text!r} is of the type {kind}")
                    # As workbooks are specified an underscore is escaped there; LibreOffice shows the escape.
                    if kind == "string" and found.replace("_x005F_", "_") != text:
                        findings.append(f"{found!r}, not {text!r}")
                if ending == "xlsx" and set(kinds[:11]) - {"string", ""}:
                    findings.append(f"{person['name']}: {kinds}")
            return findings

        @tap.check(f"/cli/export/{ending_}-in-{language_}-imports-as-the-same-people")
        def again(language=language_, ending=ending_):
            other = VAULT.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": f"{language}-{ending}"})["meeting"]
            answer = VAULT.run("attendee", "import", export(language, ending), "--accept-warnings", "--meeting", other, user="organiser")
            if answer.status != 0:
                return [answer.output[:600]]
            found = people_of(VAULT.good("attendee", "list", "--meeting", other, user="organiser"), "attendees")
            return [f"{one}, not {wanted}" for one, wanted in zip(found, PEOPLE, strict=True) if one != wanted]


@tap.check("/cli/export/a-csv-is-utf-8-with-a-mark-and-rfc-4180-lines")
def shape():
    data = export("en", "csv").read_bytes()
    findings = [] if data.startswith(b"\xef\xbb\xbf") else ["no byte order mark"]
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\r\n"):
        findings.append("a line does not end with CR LF")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    if [row[0] for row in rows[1:]] != [marked(name) for name in NAMES]:
        findings.append(f"{[row[0] for row in rows]}")
    return findings + [f"not marked: {field!r}" for row in rows for field in row if field[:1] and field[0] in SIGNS + "\t\r\n"]


@tap.check("/cli/export/a-workbook-has-shared-texts-alone")
def parts():
    with zipfile.ZipFile(export("en", "xlsx")) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.namelist()
    findings = [f"{part} is in it" for part in names if "link" in part.lower() or "calc" in part.lower() or "vba" in part.lower()]
    kinds = {re.search(r't="(\w+)"', cell).group(1) if 't="' in cell else "number" for cell in re.findall(r"<c [^>]*>", sheet)}
    return findings + ([] if kinds == {"s"} and "<f" not in sheet and "<hyperlink" not in sheet else [f"{kinds} {sheet[:300]}"])


@tap.check("/cli/export/is-private-new-in-the-ledger-and-nowhere-else")
def private():
    path = VAULT.path / "private.xlsx"
    aside = VAULT.path / "aside"
    aside.mkdir()
    before = os.stat(aside).st_mtime_ns
    answer = VAULT.good("attendee", "export", path, "--meeting", FIRST, user="leader", env=msk.environment(VAULT.home, TMPDIR=str(aside), TMP=str(aside)))
    findings = [] if stat.S_IMODE(path.stat().st_mode) == 0o600 else [f"{path.stat().st_mode:o}"]
    if os.stat(aside).st_mtime_ns != before:
        findings.append("something of it lay in the folder for temporary files")
    if answer["exported"] != len(PEOPLE) or answer["path"] != str(path):
        findings.append(f"{answer}")
    entry = VAULT.good("ledger", "list", "--max", 1, "--meeting", FIRST, user="auditor")["entries"][0]
    details = json.loads(entry["details"]) if isinstance(entry["details"], str) else entry["details"]
    if entry["act"] != "list-export" or details != {"format": "xlsx", "people": str(len(PEOPLE))}:
        findings.append(f"{entry}")
    content = path.read_bytes()
    second = VAULT.run("attendee", "export", path, "--meeting", FIRST, user="leader")
    if second.code != "file" or path.read_bytes() != content:
        findings.append(f"written over: {second.output[:200]}")
    return findings


@tap.check("/cli/export/who-may-not-make-reports-may-not-export")
def roles():
    path = VAULT.path / "no.csv"
    answer = VAULT.run("attendee", "export", path, "--meeting", FIRST, user="clerk")
    return [] if answer.status == 3 and answer.code == "role" and not path.exists() else [answer.output[:300]]


@tap.check("/cli/export/whom-and-in-which-order-can-be-chosen")
def chosen():
    path = VAULT.path / "some.csv"
    VAULT.good("attendee", "export", path, "--from", "-", "--sort", "pinyin", "--format", "csv", "--meeting", FIRST, user="auditor",
               said={"find": "shuiwu", "capacity": "delegate,press"})
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    wanted = {marked(person["name"]) for person in PEOPLE if person["unit"].startswith("水务厅") and person["capacity"] in ("delegate", "press")}
    findings = [] if {row[0] for row in rows[1:]} == wanted and len(rows) == len(wanted) + 1 else [f"{rows}"]
    nobody = VAULT.run("attendee", "export", VAULT.path / "none.csv", "--from", "-", "--meeting", FIRST, user="auditor", said={"find": "没有这个人"})
    if nobody.code != "not-found":
        findings.append(nobody.output[:200])
    wrong = VAULT.run("attendee", "export", VAULT.path / "none.csv", "--format", "ods", "--meeting", FIRST, user="auditor")
    return findings + ([] if wrong.code == "usage" else [wrong.output[:200]])


tap.main()
