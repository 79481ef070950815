# Reads tags off printed pages with a real QR reader.
# SPDX-License-Identifier: GPL-3.0-or-later
"""zbar overlooks about one label in fifty of a sheet of them, at each resolution others; a scanner in a hand gets further looks as well."""

import collections
import pathlib
import subprocess
import tempfile
import xml.etree.ElementTree as xml

FIRST, FURTHER = 200, (300, 250)  # dots an inch


def _look(pdf, resolution, range_of_pages):
    """What is on each page."""
    with tempfile.TemporaryDirectory(prefix="msk-tags-") as folder:
        subprocess.run(["pdftoppm", "-r", str(resolution), *range_of_pages, "-gray", str(pdf), f"{folder}/page"], check=True)
        pages = sorted(str(page) for page in pathlib.Path(folder).iterdir())
        # Status 4 says that some page has no symbol.
        said = subprocess.run(["zbarimg", "--quiet", "--nodbus", "--xml", "-Sdisable", "-Sqrcode.enable", *pages], capture_output=True).stdout
        found = {source.get("href"): [data.text for data in source.findall(".//{*}data")] for source in xml.fromstring(said).findall("{*}source")}
        return [found.get(page, []) for page in pages]


def read_pages(pdf, last=None, several=False):
    """The tags on each page of a PDF, or on those up to the last wanted: a list of lists. A page that seems to bear none, or several, is looked at further, and
    each where several are expected."""
    pages = _look(pdf, FIRST, ["-l", str(last)] if last else [])
    for number, tags in enumerate(pages, start=1):
        if several or len(tags) != 1:
            seen = collections.Counter(tags)
            for resolution in FURTHER:
                (again,) = _look(pdf, resolution, ["-f", str(number), "-l", str(number)])
                # A tag of two parts bears its code twice, and each look is to count as many as it saw.
                seen |= collections.Counter(again)
            pages[number - 1] = list(seen.elements())
    return pages


def read_sheet(pdf):
    """Every tag on the first page of a PDF, which may bear several."""
    return read_pages(pdf, last=1, several=True)[0]
