"""Writes lists of attendees as offices and attackers save them: CSV in every encoding, xlsx good and bad.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import io
import warnings
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Raw(str):
    """The XML of a cell's inside, with its type before a space: "t=\"n\" <v>1</v>"."""


def letter(index):
    return letter(index // 26 - 1) + letter(index % 26) if index >= 26 else chr(ord("A") + index)


def cell(row, column, value, shared):
    place = f"{letter(column)}{row}"
    if value is None:
        return ""
    if isinstance(value, Raw):
        kind, inside = value.split(" ", 1)
        return f'<c r="{place}" {kind.replace("~", " ")}>{inside}</c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value}</v></c>'
    if shared is None:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    if value not in shared:
        shared.append(value)
    return f'<c r="{place}" t="s"><v>{shared.index(value)}</v></c>'


def sheet(rows, shared, empty=0, merged=(), before="", row_words={}, columns=""):  # row_words: further attributes of a row, by its number
    lines = [f'<row r="{number}"{" " + row_words[number] if number in row_words else ""}>{"".join(cell(number, at, value, shared) for at, value in enumerate(row))}</row>'
             for number, row in enumerate(rows, 1)]
    lines += [f'<row r="{number}" spans="1:6"/>' for number in range(len(rows) + 1, len(rows) + 1 + empty)]
    merges = f'<mergeCells count="{len(merged)}">{"".join(f"""<mergeCell ref="{one}"/>""" for one in merged)}</mergeCells>' if merged else ""
    return f'{XML}{before}<worksheet xmlns="{MAIN}">{f"<cols>{columns}</cols>" if columns else ""}<sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>'


def relations(*targets):
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets, 1)) + "</Relationships>"


def styles(codes):
    formats = "".join(f'<numFmt numFmtId="{200 + at}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for at, code in enumerate(codes))
    xfs = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(codes)))
    return f'{XML}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{xfs}</cellXfs></styleSheet>'


def parts(sheets, shares=True, codes=(), hidden=(), **options):
    """The parts of a workbook; sheets is a list of lists of rows."""
    shared = [] if shares else None
    names = {f"xl/worksheets/sheet{at}.xml": sheet(rows, shared, **(options if at == 1 else {})) for at, rows in enumerate(sheets, 1)}
    book = "".join(f'<sheet name="表{at}" sheetId="{at}" {"state=" + chr(34) + "hidden" + chr(34) if at in hidden else ""} r:id="rId{at}"/>'
                   for at in range(1, len(sheets) + 1))
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{book}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(*(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)),
                                                ("sharedStrings", "sharedStrings.xml"), ("styles", "/xl/styles.xml")),
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}">' + "".join(
            one if isinstance(one, Raw) else f'<si><t xml:space="preserve">{escape(one)}</t></si>' for one in shared or []) + "</sst>",
        "xl/styles.xml": styles(codes),
        **names,
    }


def package(contents, compression=zipfile.ZIP_DEFLATED, twice=None):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, compression)
        if twice:
            warnings.simplefilter("ignore")  # which is what zipfile says of it
            archive.writestr(zipfile.ZipInfo(twice, (2026, 1, 1, 0, 0, 0)), contents[twice], compression)
    return file.getvalue()


def xlsx(*sheets, **options):
    return package(parts(list(sheets), **options))


def quote(field, separator):
    return '"' + field.replace('"', '""') + '"' if any(one in field for one in (separator, '"', "\n")) else field


def csv(rows, encoding="utf-8", separator=",", end="\r\n"):
    return "".join(separator.join(quote(str(field), separator) for field in row) + end for row in rows).encode(encoding)


def encrypted_parts(contents):
    """A package that says of its parts that they are encrypted."""
    file = bytearray(package(contents, zipfile.ZIP_STORED))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = file.find(mark)
        while start >= 0:
            file[start + at] |= 1
            start = file.find(mark, start + 4)
    return bytes(file)
