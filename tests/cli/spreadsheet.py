"""Opens a file with the real LibreOffice, as somebody would who double-clicks it, and says what is in its cells.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import tempfile
import xml.etree.ElementTree as xml

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def convert(file, kind, folder):
    """Opens the file with the settings of a new user, and saves it as another kind beside it. What a byte order mark chooses in the question about a CSV
    is said, since nobody is asked: commas, quotes, UTF-8 (76)."""
    told = ["--infilter=CSV:44,34,76,1"] if str(file).endswith(".csv") else []
    done = subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", *told, "--convert-to", kind,
                           "--outdir", str(folder), str(file)], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"})
    made = pathlib.Path(folder) / f"{pathlib.Path(file).stem}.{kind}"
    if not made.exists():
        raise AssertionError(f"LibreOffice made nothing of it: {done.stdout}{done.stderr}")
    return made


def text_of(paragraph):
    words = paragraph.text or ""
    for part in paragraph:
        if part.tag == TEXT + "s":
            words += " " * int(part.get(TEXT + "c", "1"))
        elif part.tag == TEXT + "tab":
            words += "\t"
        else:
            words += text_of(part)
        words += part.tail or ""
    return words


class Sheet:
    """The first sheet of a file: its texts, row by row; what in it would be worked out; what is a link."""

    def __init__(self, file):
        with tempfile.TemporaryDirectory(prefix="msk-office-") as folder:
            root = xml.parse(convert(file, "fods", folder)).getroot()
        table = root.find(f".//{OFFICE}spreadsheet/{TABLE}table")
        self.formulas = [cell.get(TABLE + "formula") for cell in root.iter(TABLE + "table-cell") if cell.get(TABLE + "formula")]
        self.links = [link.attrib for link in root.iter(TEXT + "a")]
        self.rows = []
        self.kinds = []
        for row in table.iter(TABLE + "table-row"):
            texts, kinds = [], []
            for cell in row.iter(TABLE + "table-cell"):
                often = min(int(cell.get(TABLE + "number-columns-repeated", "1")), 32)
                texts += ["\n".join(text_of(one) for one in cell.findall(TEXT + "p"))] * often
                kinds += [cell.get(OFFICE + "value-type", "")] * often
            if any(texts):
                self.rows.append(texts)
                self.kinds.append(kinds)
