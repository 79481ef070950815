"""What printing leaves behind: after a batch nothing of a paper is in the spool, the logs, the temporary folders or the vault.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import signal
import tempfile
import zlib

import msk
import tap
from pdf_writer import Pdf
from print_room import PAGES, PrintRoom

TEXT = "Evacuate the lower valley"
DETAILS = {"document_number": "汛密〔2031〕77号", "title": "下游分洪区转移方案", "originator": "防汛指挥部办公室"}
WORDS = [TEXT, *DETAILS.values()]
ENCODINGS = ["utf-8", "gb18030", "utf-16-le", "utf-16-be"]
# What has come out of the printers is paper, however it lies there, and "printer" is the memory of the printer itself, which no program on the
# laptop can see into. The rest is what a printing system keeps.
NOT_OURS = ("received", "began", "tray", "printer")


def write_paper(folder):
    pdf = Pdf()
    title = DETAILS["title"].encode("utf-16").hex()
    pdf.trailer_extra = f"/Info {pdf.add(f'<< /Title <{title}> >>')} 0 R"
    for page in range(PAGES):
        pdf.page(f"BT /F1 20 Tf 100 400 Td ({TEXT}, page {page + 1}) Tj ET")
    path = pathlib.Path(folder, "paper.pdf")
    path.write_bytes(pdf.finish())
    return path


def unpacked(data):
    """The bytes themselves, and what compressed streams in them unpack to."""
    yield data
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            yield zlib.decompressobj().decompress(data[start.end():])
        except zlib.error:
            pass


def find_traces(*folders):
    """Every file that says a word of the paper, or is a document at all."""
    needles = [word.encode(encoding) for word in WORDS for encoding in ENCODINGS]
    found = []
    for folder in folders:
        for file in sorted(pathlib.Path(folder).rglob("*")):
            if not file.is_file() or file.is_symlink() or file.relative_to(folder).parts[0] in NOT_OURS:
                continue
            data = file.read_bytes()
            said = any(needle in text for text in unpacked(data) for needle in needles)
            if said or data.startswith(b"%PDF") and "banners" not in file.parts:
                found.append(f"{file.relative_to(folder)} in {pathlib.Path(folder).name}")
    return found


class Ways:
    """How a batch of three copies ends."""

    def whole(room, printing):
        room.cups.tell("behave print")

    def cancelled(room, printing):
        printing.send_signal(signal.SIGINT)
        printing.wait()
        room.cups.tell("behave print")

    def queue_stopped(room, printing):
        room.administer("cupsdisable", "venue")
        printing.wait()
        room.restore("venue")

    def program_killed(room, printing):
        os.killpg(printing.pid, signal.SIGKILL)
        printing.wait()
        room.restore("venue")
        room.good("copy", "clear", room.runs()[-1]["run"], user="clerk", env=room.environment())

    def cupsd_restarted(room, printing):
        room.cups.tell("stop-server")
        room.cups.tell("start-server")
        room.cups.tell("behave print")


def check_way(way, findings):
    with tempfile.TemporaryDirectory(prefix="msk-traces-") as folder, PrintRoom(3, file=write_paper(folder), **DETAILS) as room:
        (room.path / "paper.json").unlink()  # the organiser's own
        places = [room.cups.folder, room.temporary(), room.home, room.vault]
        room.cups.tell("behave hold 2 2")
        printing = room.start_printing()
        room.cups.wait_for_sheets(PAGES + 2)
        while_printing = find_traces(*places)
        if not any(place.startswith("spool/") for place in while_printing):
            findings.append(f"the search sees nothing even while a copy is printed: {while_printing}")
        way(room, printing)
        printing.communicate()
        room.cups.settle()
        findings += [f"{way.__name__}: {trace}" for trace in find_traces(*places)]


def make_check(name):
    @tap.check(f"/flows/traces/none-after-a-batch-that-was-{name.replace('_', '-')}")
    def check():
        findings = []
        check_way(getattr(Ways, name), findings)
        return findings


for way_name in [name for name in vars(Ways) if not name.startswith("_")]:
    make_check(way_name)
tap.main()
