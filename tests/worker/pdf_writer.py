"""Writes PDFs by hand, sound and unsound ones, for the scripts beside it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys
import zlib

LETTER = "[0 0 612 792]"
# Something to see at every edge, so that a shift, a turn or a scaling by a pixel shows.
MARKS = """0.9 g 20 20 572 752 re f 0 0 1 RG 4 w 30 30 m 580 700 l S
1 0 0 rg 40 40 120 60 re f 0 0.6 0 rg 400 650 150 90 re f
0 g BT /F1 30 Tf 100 400 Td (Page %d: as it was) Tj ET
"""
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


class Pdf:
    """Objects in the order of their numbers; the first is the catalog, the second the page tree."""

    def __init__(self, version="1.4"):
        self.version = version
        self.objects = []
        self.catalog_extra = ""
        self.trailer_extra = ""
        self.add("")
        self.add("")
        self.font = self.add(FONT)
        self.pages = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, entries="", deflate=False):
        data = data if isinstance(data, bytes) else data.encode("latin-1")
        if deflate:
            data = zlib.compress(data)
            entries += " /Filter /FlateDecode"
        head = "<< /Length %d %s >>\nstream\n" % (len(data), entries)
        return self.add(head.encode("latin-1") + data + b"\nendstream")

    def form(self, data, box="[0 0 100 100]", entries=""):
        return self.stream(data, "/Type /XObject /Subtype /Form /BBox %s %s" % (box, entries))

    def resources(self, extra=""):
        return "<< /Font << /F1 %d 0 R >> %s >>" % (self.font, extra)

    def page(self, content=None, box="/MediaBox " + LETTER, extra="", resources=None, parent=2):
        if content is None:
            content = MARKS % (len(self.pages) + 1)
        if not isinstance(content, str) or not content.startswith("/Contents"):
            content = "/Contents %d 0 R" % self.stream(content, deflate=True)
        if resources is None:
            resources = "/Resources " + self.resources()
        number = self.add("<< /Type /Page /Parent %d 0 R %s %s %s %s >>"
                          % (parent, box, resources, content, extra))
        self.pages.append(number)
        return number

    def finish(self, kids=None, tree_extra="", count=None):
        kids = self.pages if kids is None else kids
        self.objects[1] = ("<< /Type /Pages /Count %d /Kids [%s] %s >>" % (
            len(kids) if count is None else count,
            " ".join(k if isinstance(k, str) else "%d 0 R" % k for k in kids),
            tree_extra)).encode()
        self.objects[0] = ("<< /Type /Catalog /Pages 2 0 R %s >>" % self.catalog_extra).encode()
        out = bytearray(b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % self.version.encode())
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        for offset in offsets:
            out += b"%010d 00000 n \n" % offset
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(offsets) + 1, self.trailer_extra.encode(), start)
        return bytes(out)


FOLDER = sys.argv[1]


def path(name):
    return os.path.join(FOLDER, name + ".pdf")


def save(name, data):
    with open(path(name), "wb") as file:
        file.write(data if isinstance(data, bytes) else data.finish())


def load(name):
    with open(path(name), "rb") as file:
        return file.read()


def qpdf(source, name, *options):
    subprocess.run(["qpdf", "--static-id", *options, path(source), path(name)], check=True)
