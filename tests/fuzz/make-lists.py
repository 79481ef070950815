"""Small workbooks as seeds for the fuzzer: what offices save, and what attackers do.

SPDX-License-Identifier: GPL-3.0-or-later

usage: make-lists.py FOLDER LIST     (LIST is written last and names what was made)
"""

import pathlib
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import list_writer as write  # noqa: E402

LIST = [["姓名", "单位", "职务", "身份", "涉密等级", "座位"], ["𠮷永昌", "发展厅", "厅长", "出席", "机密", "1排1"], ["阿依·夏木", "档案局", "处长", "列席", "绝密", ""]]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
NUMBERS = [LIST[0], ["甲", "乙厅", 12, "出席", "机密", write.Raw('s="1" <v>7</v>')]]
RICH = write.Raw('<si><r><t>姓</t></r><r><t>名</t></r><rPh sb="0" eb="1"><t>xing</t></rPh></si>')


def with_part(name, change):
    contents = write.parts([LIST])
    return write.package({**contents, name: change(contents[name])})


def without(name):
    return write.package({part: text for part, text in write.parts([LIST]).items() if part != name})


def seeds():
    plain = write.xlsx(LIST)
    return {
        "plain": plain,
        "stored": write.package(write.parts([LIST]), zipfile.ZIP_STORED),
        "inline-strings": write.xlsx(LIST, shares=False),
        "rich-strings": with_part("xl/sharedStrings.xml", lambda text: text.replace("</sst>", RICH + "</sst>")),
        "two-sheets": write.xlsx([["x"]], LIST),
        "hidden-sheet": write.xlsx([["x"]], LIST, hidden=(1,)),
        "numbers": write.xlsx(NUMBERS, codes=("000", "yyyy-mm-dd")),
        "merged": write.xlsx(LIST, merged=("B2:B3",)),
        "merged-below": write.xlsx(LIST, merged=("A9:C9",)),
        "hidden": write.xlsx(LIST, row_words={2: 'hidden="1" ht="0"'}, columns='<col min="2" max="3" width="0" hidden="true"/>'),
        "formula": write.xlsx([*LIST, [write.Raw('t="str" <f>A1</f><v>x</v>')]]),
        "error": write.xlsx([*LIST, [write.Raw('t="e" <v>#N/A</v>')]]),
        "truth": write.xlsx([*LIST, [write.Raw('t="b" <v>1</v>')]]),
        "escapes": write.xlsx([*LIST, ["_x0041__x000D__xD800_"]]),
        "entities": with_part("xl/sharedStrings.xml", lambda text: text.replace("<sst", LAUGHS + "<sst")),
        "entities-in-the-sheet": write.xlsx(LIST, before=LAUGHS),
        "nested": with_part("xl/worksheets/sheet1.xml", lambda text: text.replace("<sheetData>", "<x>" * 100 + "<sheetData>")),
        "far-cell": with_part("xl/worksheets/sheet1.xml", lambda text: text.replace('r="B2"', 'r="XFD2"')),
        "rows-out-of-order": with_part("xl/worksheets/sheet1.xml", lambda text: text.replace('<row r="3">', '<row r="1">')),
        "no-such-text": with_part("xl/worksheets/sheet1.xml", lambda text: text.replace("<v>5</v>", "<v>4294967296</v>")),
        "empty-rows": write.xlsx(LIST, empty=50),
        "no-strings": without("xl/sharedStrings.xml"),
        "no-styles": without("xl/styles.xml"),
        "no-relations": without("xl/_rels/workbook.xml.rels"),
        "bomb": write.package({**write.parts([LIST]), "xl/sharedStrings.xml": "<sst>" + " " * 4_000_000 + "</sst>"}),
        "twice": write.package(write.parts([LIST]), twice="xl/worksheets/sheet1.xml"),
        "macro": write.package({**write.parts([LIST]), "xl/vbaProject.bin": "x"}),
        "encrypted": write.encrypted_parts(write.parts([LIST])),
        "compound": write.COMPOUND + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "cut-off": plain[:-300],
        "cut-off-early": plain[:200],
        "no-directory": plain[:plain.rindex(b"PK\x01\x02")],
        "broken-deflate": plain[:120] + b"\xff" * 40 + plain[160:],
    }


def main(folder, listing):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = seeds()
    for name, content in made.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    pathlib.Path(listing).write_text("".join(f"{name}\n" for name in made), encoding="utf-8")


main(*sys.argv[1:])
