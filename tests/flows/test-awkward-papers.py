"""Adds every awkward PDF with msk, prints a copy of each that is taken, and looks at every page of it as a reader and as a scanner.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import concurrent.futures
import json
import math
import os
import pathlib
import queue
import re
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import cairo

import msk
import tap

FOLDERS = [pathlib.Path(os.environ["MSK_WORKER_FIXTURES"]), pathlib.Path(os.environ["MSK_OFFICE_FIXTURES"])]

# What is refused, and under which name; whatever is not here must be stamped.
REFUSED = {
    "pdf-empty": ["empty"],
    "pdf-foreign": ["foreign"],
    "pdf-damaged": ["header-only", "lost-font", "lost-content", "lost-field", "lost-font-bad-table", "lost-field-bad-table",
                    "lost-content-bad-table", "lost-page", "loop", "broken-deflate", "cut-deflate", "wrong-checksum", "broken-object",
                    "null-content", "absent-content", "nested-object", "everything-appended", "everything-no-table"],
    "pdf-encrypted": ["user-password-40", "user-password-128", "user-password-256"],
    "pdf-no-pages": ["no-pages"],
    "pdf-signed": ["signed", "signed-below", "certified"],
    "pdf-form": ["form-bare", "form-stale", "form-xfa"],
    "pdf-unstampable": ["unknown-filter", "outside-stream", "number-content", "no-area", "bare-annotation", "boxes", "tiny-page"],
    "pdf-too-heavy": ["drawing-bomb", "drawing-bomb-unbalanced", "deep-forms"],
    "file-too-large": ["too-many-pages"],
    "worker": ["memory-bomb"],
}
CODES = {name: code for code, names in REFUSED.items() for name in names}

# A long paper is looked at here and there.
PAGES_MAX = 40
SAMPLE = (1, 2, 500, 999, 1000)

LOOK = 100  # dots an inch, for eyes
SCAN = 150  # and for a scanner that is no better than most
STAMP = re.compile(rb"\n\d+ 0 obj\n<< /Type /XObject /Subtype /Form /BBox \[0 0 ([\d.]+) ([\d.]+)\] /Matrix [^>]*>>\nstream\n1 g\n"
                   rb"((?:[\d. ]+re\n)+)f\n")
TAG = re.compile(r"11(\d{9})(\d{4})\d{20}")


def run(*words, fine=(0,)):
    done = subprocess.run([str(word) for word in words], capture_output=True)
    if done.returncode not in fine:
        raise AssertionError(f"{words[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[:300]}")
    return done.stdout


class Stamp:
    """The size of a page in points, and the boxes that its stamp covers, upright from the lower left corner."""

    def __init__(self, width, height, boxes):
        self.width, self.height = float(width), float(height)
        self.boxes = [tuple(map(float, line.split()[:4])) for line in boxes.splitlines()]


def render(pdf, page, resolution, folder, *options):
    """The width, height and bytes of a page."""
    run("pdftoppm", "-q", "-cropbox", "-singlefile", "-r", resolution, "-f", page, "-l", page, *options, pdf, folder / "page")
    (file,) = folder.glob("page.*")
    data = file.read_bytes()
    file.unlink()
    head = re.match(rb"P[56]\n(\d+) (\d+)\n255\n", data)
    return int(head[1]), int(head[2]), bytearray(data[head.end():])


def blank(width, height, pixels, stamp):
    """Takes the boxes of a stamp out, with a pixel more on every side for what the edges share with the paper."""
    across, up = width / stamp.width, height / stamp.height
    for x, y, box_width, box_height in stamp.boxes:
        left, right = max(0, int(x * across) - 1), min(width, int((x + box_width) * across) + 2)
        top, bottom = max(0, int(height - (y + box_height) * up) - 1), min(height, int(height - y * up) + 2)
        for row in range(top, bottom):
            start = 3 * (row * width + left)
            pixels[start:start + 3 * (right - left)] = bytes(3 * (right - left))


def compare(original, copy, page, stamp, folder):
    """What is wrong with the copy of a page, for eyes."""
    width, height, before = render(original, page, LOOK, folder)
    *size, after = render(copy, page, LOOK, folder)
    if size != [width, height]:
        return [f"page {page}: {width} x {height} became {size}"]
    if before == after:
        return [f"page {page}: nothing was stamped"]
    blank(width, height, before, stamp)
    blank(width, height, after, stamp)
    wrong = 0 if before == after else sum(before[at:at + 3] != after[at:at + 3] for at in range(0, len(before), 3))
    return [f"page {page}: {wrong} pixels differ outside the stamp"] if wrong else []


def worsen(width, height, pixels, target):
    """Writes a grey picture as a bad scanner sees it: blurred with a standard deviation of one pixel, and turned by two degrees."""
    ink = cairo.ImageSurface(cairo.FORMAT_A8, width, height)
    rows = pixels.translate(bytes(range(255, -1, -1)))
    for row in range(height):
        ink.get_data()[row * ink.get_stride():row * ink.get_stride() + width] = rows[row * width:(row + 1) * width]
    ink.mark_dirty()
    for across, down in ((1, 0), (0, 1)):
        blurred = cairo.ImageSurface(cairo.FORMAT_A8, width, height)
        context = cairo.Context(blurred)
        context.set_operator(cairo.OPERATOR_ADD)
        for step, weight in zip(range(-2, 3), (1, 4, 6, 4, 1)):
            context.set_source_surface(ink, across * step, down * step)
            context.paint_with_alpha(weight / 16)
        ink = blurred
    wide, high = width + height // 20, height + width // 20
    turned = cairo.ImageSurface(cairo.FORMAT_A8, wide, high)
    context = cairo.Context(turned)
    context.translate(wide / 2, high / 2)
    context.rotate(math.radians(2))
    context.set_source_surface(ink, -width / 2, -height / 2)
    context.paint()
    turned.flush()
    found, stride = bytes(turned.get_data()).translate(bytes(range(255, -1, -1))), turned.get_stride()
    target.write_bytes(b"P5\n%d %d\n255\n" % (wide, high) + b"".join(found[row * stride:row * stride + wide] for row in range(high)))


def read_codes(pictures):
    said = run("zbarimg", "--quiet", "--xml", "--nodbus", "-Sdisable", "-Sqrcode.enable", *pictures, fine=(0, 4))
    found = {source.get("href"): [data.text for data in source.findall(".//{*}data")]
             for source in xml.fromstring(said).findall("{*}source")}
    return [found.get(str(picture), []) for picture in pictures]


def read_page(copy, page, stamp, folder):
    """The codes on a page as a bad scanner reads them, and whether it had to be pointed at the tag."""
    # poppler takes no notice of a page whose unit is not a point; a printer does.
    resolution = SCAN * stamp.width / (render(copy, page, 72, folder)[0])
    width, height, pixels = render(copy, page, f"{resolution:.3f}", folder, "-gray")
    worsen(width, height, pixels, folder / "scan.pgm")
    (codes,) = read_codes([folder / "scan.pgm"])
    if codes:
        return codes, False
    rows = [pixels[row * width + width // 2:(row + 1) * width] for row in range(height // 2, height)]
    worsen(width - width // 2, len(rows), bytearray().join(rows), folder / "scan.pgm")
    return *read_codes([folder / "scan.pgm"]), True


class Office(msk.Vault):
    """A meeting that takes papers in and prints a copy of each."""

    def __init__(self):
        super().__init__()
        self.good("appliance", "printer-add", "folder", "--kind", "folder", "--place", "print room", user="security")
        self.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)

    def add(self, file):
        details = self.write("paper.json", json.dumps({**msk.PAPER, "document_number": file.stem}))
        return self.run("paper", "add", file, "--from", details, user="organiser")

    def print_copy(self, paper):
        before = set(self.papers.glob("*.pdf"))
        self.approve(paper, copies=1)
        self.good("copy", "reserve", paper, 1, user="clerk")
        self.good("copy", "print", paper, "--printer", "folder", user="clerk")
        (copy,) = set(self.papers.glob("*.pdf")) - before
        return copy


def look(original, copy):
    """All that is wrong with the copy of a paper, and the pages on which the scanner had to be pointed at the tag."""
    findings, pointed, serials = [], [], set()
    stamps = [Stamp(*found) for found in STAMP.findall(copy.read_bytes())]
    run("qpdf", "--check", copy)
    with tempfile.TemporaryDirectory(prefix="msk-look-") as name:
        folder = pathlib.Path(name)
        for page, stamp in enumerate(stamps, start=1):
            if len(stamps) > PAGES_MAX and page not in SAMPLE:
                continue
            findings += compare(original, copy, page, stamp, folder)
            codes, aimed = read_page(copy, page, stamp, folder)
            tags = [TAG.fullmatch(code) for code in codes]
            if len(tags) != 1 or tags[0] is None or int(tags[0][2]) != page:
                findings.append(f"page {page}: the scanner reads {codes}")
            else:
                serials.add(tags[0][1])
            pointed += [page] if aimed else []
    if len(serials) != 1:
        findings.append(f"the pages are of the attempts {sorted(serials)}")
    return findings, pointed


def judge(office, file):
    expected = CODES.get(file.stem, "pdf-damaged" if file.stem.startswith("cut-") else None)
    answer = office.add(file)
    if expected is not None:
        return ([] if answer.code == expected and answer.status in (2, 4) else [f"status {answer.status}: {answer.output}"]), []
    if answer.status != 0:
        return [f"refused: {answer.output}{answer.errors}"], []
    # poppler cannot draw some that are sound; then there is one beside it that looks as it should.
    original = file.with_name(file.stem + "-expected.pdf")
    return look(original if original.exists() else file, office.print_copy(answer.json["paper"]))


def corpus():
    """All files but those that only say how another should look; of the forty cuts of a file, each tenth."""
    for file in (file for folder in FOLDERS for file in sorted(folder.glob("*.pdf"))):
        cut = re.fullmatch(r"cut-.*-(\d+)", file.stem)
        if not file.stem.endswith("-expected") and (cut is None or int(cut[1]) % 10 == 0):
            yield file


def main():
    workers = os.cpu_count() or 1
    offices = queue.SimpleQueue()

    def judge_in_turn(file):
        office = offices.get() if not offices.empty() else Office()
        try:
            return judge(office, file)
        finally:
            offices.put(office)

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for file in corpus():
            future = pool.submit(judge_in_turn, file)

            @tap.check(f"/flows/awkward/{file.stem}-is-{'refused' if file.stem in CODES or file.stem.startswith('cut-') else 'stamped'}")
            def result(future=future):
                findings, pointed = future.result()
                if pointed:
                    print(f"# the scanner had to be pointed at the tag on pages {pointed}")
                return findings

        tap.main()


main()
