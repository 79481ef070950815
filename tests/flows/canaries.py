"""Words that stand nowhere else, and the search for them in whatever files there are, however they are written there.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import random
import re
import stat
import subprocess
import tempfile
import zlib

LARGEST = 64 * 1024 * 1024


def make(count, seed):
    """As many words, one half of letters and one half Chinese; no two runs have the same, so that what another run keeps is not found."""
    dice = random.Random(seed)
    letters, chinese = set(), set()
    while len(letters) < count - count // 2:
        letters.add("Z" + "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(6)))
    while len(chinese) < count // 2:
        word = "".join(chr(dice.randrange(0x4e00, 0x6000)) for _ in range(6))
        # What is looked for stands in lines of its own.
        if not any(b"\n" in form for form in forms(word)):
            chinese.add(word)
    return sorted(letters), sorted(chinese)


def forms(word):
    """As text files, registers and document properties have it, and as a PDF writes it in hexadecimal."""
    plain = {word.encode(encoding) for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")}
    digits = {one.hex().encode() for one in plain}
    return plain | digits | {one.upper() for one in digits}


def inflated(data):
    """What compressed streams unpack to, of documents, of gzip files and of what was cut."""
    for start in re.finditer(rb"stream\r?\n|\x1f\x8b\x08", data):
        window = 31 if data[start.start()] == 0x1f else 15
        at = start.start() if window == 31 else start.end()
        try:
            yield zlib.decompressobj(window).decompress(data[at:], LARGEST)
        except zlib.error:
            pass


def as_read(document):
    """What a reader of PDFs makes of one: glyphs say nothing to who searches bytes."""
    with tempfile.NamedTemporaryFile(prefix="msk-read-", suffix=".pdf") as file:
        file.write(document)
        file.flush()
        for command in (["pdftotext", file.name, "-"], ["qpdf", "--qdf", "--object-streams=disable", file.name, "-"]):
            yield subprocess.run(command, capture_output=True).stdout


def unpacked(data):
    yield data
    yield from inflated(data)
    # Also in the midst of another file, as a spool's or a log's may be.
    if (at := data.find(b"%PDF-")) >= 0:
        yield from as_read(data[at:])
    # A workbook is an archive whose parts are compressed without a mark of their own.
    for part in re.finditer(rb"PK\x03\x04", data):
        name, extra = (int.from_bytes(data[part.start() + place:part.start() + place + 2], "little") for place in (26, 28))
        try:
            yield zlib.decompressobj(-15).decompress(data[part.start() + 30 + name + extra:], LARGEST)
        except zlib.error:
            pass


class Search:
    """A search for words in bytes and files; "grep" looks for all their forms at once."""

    def __init__(self, words):
        self.word_of = {form: word for word in words for form in forms(word)}
        self.words = set(words)
        self.list = tempfile.NamedTemporaryFile(prefix="msk-list-")
        self.list.write(b"".join(form + b"\n" for form in sorted(self.word_of)))
        self.list.flush()

    def match(self, data):
        command = ["grep", "--text", "--only-matching", "--fixed-strings", "--file", self.list.name]
        said = subprocess.run(command, input=data, capture_output=True, env={**os.environ, "LC_ALL": "C"})
        if said.returncode > 1:
            raise AssertionError(f"grep: {said.stderr}")
        return {self.word_of[form] for form in said.stdout.split(b"\n") if form}

    def seen_in(self, data):
        """The words that somebody finds who has these bytes. Digits of a document may stand apart."""
        texts = [text for text in unpacked(data) if text]
        return self.match(b"\n".join([*texts, *(re.sub(rb"\s", b"", text) for text in texts)])) if texts else set()

    def look(self, *places, since=None, but=()):
        """What is seen where: of each file below the places, by its path, also in its name. Of files that changed since a time alone, when one is given."""
        found = {}
        apart = {pathlib.Path(self.list.name), *but}
        for place in places:
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if pathlib.Path(folder, name) not in apart]
                for path in (pathlib.Path(folder, name) for name in [*names, *folders]):
                    if path not in apart and (seen := self.look_at(path, since)):
                        found[str(path)] = seen
        return found

    def look_at(self, path, since):
        try:
            facts = path.lstat()
            if since and facts.st_mtime < since:
                return set()
            named = {word for word in self.words if word in str(path.name)}
            if not stat.S_ISREG(facts.st_mode) or facts.st_size > LARGEST:
                return named
            return named | self.seen_in(path.read_bytes())
        except OSError:
            # Somebody else's that went away, or that nobody else may read.
            return set()
