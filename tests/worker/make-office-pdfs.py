"""Writes the PDFs of an office that sends everything there is; all but a few are sound, and all are awkward.

Usage: make-office-pdfs.py FOLDER STAMP-FILE
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import zlib

sys.dont_write_bytecode = True
from pdf_writer import FOLDER, LETTER, MARKS, Pdf, load, qpdf, save  # noqa: E402

A3 = "[0 0 841.89 1190.55]"
A4 = "[0 0 595.28 841.89]"
A5 = "[0 0 419.53 595.28]"
A6 = "[0 0 297.64 419.53]"
SMALL_PRINT = ("BT /F1 %g Tf %g TL 40 %g Td " + "(All that the quick brown fox told the lazy dog at the meeting, once more from the "
               "beginning, and then again.) Tj T* " * 60 + "ET\n")


def marks(width, height):
    """A frame, a diagonal and a line of small text, to see where a page begins and ends."""
    return ("0.9 g 20 20 %g %g re f 0 0 1 RG 4 w 30 30 m %g %g l S 0 g BT /F1 9 Tf 40 %g Td (Size %g by %g) Tj ET\n"
            % (width - 40, height - 40, width - 30, height - 30, height / 2, width, height))


def make_sizes():
    pdf = Pdf()
    for box in (A4, A3, A5, LETTER, "[0 0 1190.55 841.89]", "[0 0 841.89 595.28]", "[0 0 420 1000]", "[0 0 1684 2384]"):
        left, bottom, right, top = (float(number) for number in box[1:-1].split())
        for angle in (0, 90):
            pdf.page(marks(right - left, top - bottom), "/MediaBox " + box, "/Rotate %d" % angle)
    save("mixed-sizes", pdf)
    pdf = Pdf()
    pdf.page(marks(297, 419), "/MediaBox " + A6)
    pdf.page(marks(297, 419), "/MediaBox " + A6, "/Rotate 270")
    save("small-pages", pdf)
    pdf = Pdf()
    pdf.page(marks(100, 80), "/MediaBox [0 0 100 80]")
    save("tiny-page", pdf)


def make_boxes():
    pdf = Pdf()
    for box in ("[612 792 0 0]", "[0 792 612 0]", "[-1000 -2000 -388 -1208]", "[+1000 2000. 1612 2792]", "[0.25 0.75 612.5 792.125]"):
        left, bottom = (float(number) for number in box[1:-1].split()[:2])
        shift = "q 1 0 0 1 %g %g cm " % (left if left not in (612, ) else 0, bottom if bottom != 792 else 0)
        for angle in (0, 90, 180, 270):
            pdf.page(shift + MARKS % 1 + "Q", "/MediaBox " + box, "/Rotate %d" % angle)
    save("odd-origins", pdf)
    pdf = Pdf()
    for crop in ("[50 60 500 700]", "[500 700 50 60]", "[-50 -60 500 2000]", "[30.5 40.5 580.3 750.7]"):
        for angle in (0, 90, -90, -180):
            pdf.page(None, "/MediaBox %s /CropBox %s /TrimBox [100 100 200 200] /BleedBox [0 0 99 99] /ArtBox [5 5 7 7]" % (LETTER, crop),
                     "/Rotate %d" % angle)
    save("crop-boxes", pdf)
    pdf = Pdf("1.6")
    for unit in ("1", "1.5", "2.0", "0.75"):
        pdf.page(None, extra="/UserUnit %s" % unit)
        pdf.page(None, "/MediaBox %s /CropBox [20 30 600 770]" % LETTER, "/Rotate 90 /UserUnit %s" % unit)
    save("user-units", pdf)
    pdf = Pdf()
    for angle in (1, 45, 89, 91, -45, 720, 1000, 36000090):
        pdf.page(extra="/Rotate %d" % angle)
    for angle in ("90.0", "/None", "(90)", "null"):
        pdf.page(extra="/Rotate " + angle)
    save("odd-angles", pdf)


def make_resources():
    pdf = Pdf()
    inherited = pdf.add("")
    indirect = pdf.add(pdf.resources())
    box = pdf.add("[0 0 600 500]")
    angle = pdf.add("90")
    pdf.pages = [pdf.page(box="", resources="", parent=inherited),
                 pdf.page(box="", resources="/Resources %d 0 R" % indirect, parent=inherited),
                 pdf.page(box="/MediaBox %d 0 R" % box, resources="/Resources %d 0 R" % indirect, extra="/CropBox [5 5 600 500] /Rotate %d 0 R" % angle,
                          parent=inherited),
                 pdf.page(MARKS.split("BT")[0] % (), box="", resources="/Resources << >>", parent=inherited)]
    pdf.objects[inherited - 1] = ("<< /Type /Pages /Parent 2 0 R /Count 4 /Kids [%s] /Rotate 180 /MediaBox [0 0 700 800] /CropBox [10 20 650 750]"
                                  " /Resources %s >>" % (" ".join("%d 0 R" % page for page in pdf.pages), pdf.resources())).encode()
    nothing = pdf.page("0.5 g 100 100 200 200 re f", resources="")
    save("inherited", pdf.finish([inherited, nothing], count=5))

    pdf = Pdf()
    shared = pdf.add(pdf.resources())
    content = pdf.stream(MARKS % 7)
    first = pdf.page("/Contents %d 0 R" % content, resources="/Resources %d 0 R" % shared)
    second = pdf.page("/Contents %d 0 R" % content, resources="/Resources %d 0 R" % shared, extra="/Rotate 90")
    # The first page stands three times in the tree.
    save("shared-pages", pdf.finish([first, second, first, second, first]))

    pdf = Pdf()
    pdf.page((MARKS % 1).replace("/F1", "/F#2e1#20x"), resources="/Resources << /Font << /F#2e1#20x %d 0 R >> >>" % pdf.font)
    save("escaped-names", pdf)


def make_streams():
    whole = (MARKS % 1) + "q 1 0 1 rg 300 300 120.5 80.25 re f Q BT /F1 14 Tf 100 200 Td [(split) -250 (in ) 30 (pieces)] TJ ET "
    pdf = Pdf()
    # White space is implied between streams, so a number may be cut only where it stays one; readers that join the bytes differ from those
    # that do not, hence the cut between an operand and its operator, inside an array, and in the middle of a text object.
    cuts = [whole.index("300 300"), whole.index("80.25") + 6, whole.index("[(split)") + 8, whole.index("30 (pieces)"), whole.index("ET ", 150)]
    parts = [whole[start:end] for start, end in zip([0] + cuts, cuts + [len(whole)])]
    for deflate in (False, True):
        pdf.page("/Contents [%s]" % " ".join("%d 0 R" % pdf.stream(part, deflate=deflate) for part in parts))
    array = pdf.add("[%s]" % " ".join("%d 0 R" % pdf.stream(part + "\n") for part in parts))
    pdf.page("/Contents %d 0 R" % array)
    letters = [pdf.stream(word + " ") for word in whole.replace("(Page 1: as it was)", "(Page)").split(" ")]
    pdf.page("/Contents [%s]" % " ".join("%d 0 R" % letter for letter in letters))
    save("split-content", pdf)

    # Cut inside a word: what it then says hangs on the reader.
    pdf = Pdf()
    at = whole.index("/F1 30") + 2
    pdf.page("/Contents [%s]" % " ".join("%d 0 R" % pdf.stream(part) for part in (whole[:at], whole[at:])))
    save("split-token", pdf)

    pdf = Pdf()
    pdf.page(MARKS % 1 + "% the end of this page is a remark")
    pdf.page((MARKS % 1).rstrip())
    pdf.page((MARKS % 1).replace("\n", "\r"))
    pdf.page((MARKS % 1).replace(" ", "\r\n\t "))
    save("loose-ends", pdf)

    import base64
    pdf = Pdf()
    text = (MARKS % 1).encode()
    pdf.page("/Contents %d 0 R" % pdf.stream(text.hex() + ">", "/Filter /ASCIIHexDecode"))
    pdf.page("/Contents %d 0 R" % pdf.stream(base64.a85encode(zlib.compress(text)) + b"~>", "/Filter [/ASCII85Decode /FlateDecode]"))
    runs = b"".join(bytes([len(text[i:i + 128]) - 1]) + text[i:i + 128] for i in range(0, len(text), 128)) + b"\x80"
    pdf.page("/Contents %d 0 R" % pdf.stream(runs, "/Filter /RunLengthDecode"))
    save("filters", pdf)


def make_drawing():
    pdf = Pdf()
    shapes = " ".join("/%s %d 0 R" % (name, pdf.stream(text)) for name, text in (
        ("a", "1000 0 0 0 750 750 d1 0 0 750 750 re f"), ("b", "1000 0 d0 1 0 0 rg 0 0 m 375 750 l 750 0 l f")))
    type3 = pdf.add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << %s >> /Encoding"
                    " << /Type /Encoding /Differences [97 /a /b] >> /FirstChar 97 /LastChar 98 /Widths [1000 1000] /Resources << >> >>" % shapes)
    pdf.page(MARKS % 1 + "BT /T3 60 Tf 100 300 Td (abab) Tj ET", resources="/Resources << /Font << /F1 %d 0 R /T3 %d 0 R >> >>"
             % (pdf.font, type3))
    save("type3-font", pdf)

    pdf = Pdf("1.5")
    head = "/Type /XObject /Subtype /Image /Width 64 /Height 64 "
    soft = pdf.stream(bytes(range(0, 256, 4)) * 64, head + "/ColorSpace /DeviceGray /BitsPerComponent 8", deflate=True)
    colours = bytes(value for y in range(64) for x in range(64) for value in (4 * x, 4 * y, 128))
    stencil = pdf.stream(b"\xf0\x0f\xcc\x33\xaa\x55\xff\x00" * 64, head + "/ImageMask true /BitsPerComponent 1")
    names = {"Plain": pdf.stream(colours, head + "/ColorSpace /DeviceRGB /BitsPerComponent 8", deflate=True),
             "Soft": pdf.stream(colours, head + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask %d 0 R" % soft, deflate=True),
             "Hard": pdf.stream(colours, head + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Mask %d 0 R" % stencil, deflate=True),
             "Key": pdf.stream(colours, head + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Mask [0 99 0 99 0 255]", deflate=True),
             "Stencil": stencil}
    drawn = "".join("q 150 0 0 150 %d %d cm /%s Do Q " % (60 + 160 * (i % 3), 60 + 160 * (i // 3), name) for i, name in enumerate(names))
    objects = "/XObject << %s >>" % " ".join("/%s %d 0 R" % pair for pair in names.items())
    pdf.page(MARKS % 1 + "0 0.5 0 rg " + drawn, resources="/Resources " + pdf.resources(objects))
    pdf.page(MARKS % 1 + "0 0.5 0 rg " + drawn + "q", resources="/Resources " + pdf.resources(objects), extra="/Rotate 90")
    save("image-masks", pdf)

    pdf = Pdf("1.6")
    inner = pdf.form("1 0 0 rg 0 0 60 60 re f 0 0 1 rg 30 30 60 60 re f", entries="/Group << /S /Transparency /I true /K true >>")
    light = pdf.form("0.5 g 0 0 100 100 re f", entries="/Group << /S /Transparency /CS /DeviceGray >>")
    states = ("/ExtGState << /Half << /ca 0.5 /CA 0.5 >> /Dark << /BM [/Darken /Multiply] >> /Masked << /SMask << /S /Luminosity /G %d 0 R >> >> "
              "/Bare << /SMask /None /BM /Normal >> >>" % light)
    text = "/Half gs q 1 0 0 1 100 100 cm /X Do Q /Dark gs q 1 0 0 1 200 200 cm /X Do Q /Masked gs q 2 0 0 2 0 0 cm /X Do Q "
    for tail in ("", "q ", "/Bare gs "):
        pdf.page(MARKS % 1 + text + tail, extra="/Group << /S /Transparency /CS /DeviceRGB >>",
                 resources="/Resources " + pdf.resources(states + " /XObject << /X %d 0 R >>" % inner))
    save("soft-masks", pdf)

    pdf = Pdf("1.4")
    axial = "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 400 0] /Function << /FunctionType 2 /N 1 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] >> >>"
    tile = pdf.stream("0 1 0 rg 0 0 10 10 re f", "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20"
                      " /Resources << >>")
    pdf.page(MARKS % 1 + "q 100 100 300 100 re W n 1 0 0 1 100 100 cm /Sh sh Q /Pattern cs /P scn 100 300 200 200 re f",
             resources="/Resources " + pdf.resources("/Shading << /Sh %s >> /Pattern << /P %d 0 R >>" % (axial, tile)))
    save("patterns", pdf)

    pdf = Pdf()
    form = pdf.form("0.3 0.3 0.8 rg 0 0 100 100 re f BT /F1 20 Tf 5 40 Td (nested) Tj ET", entries="/Resources " + pdf.resources())
    for _ in range(12):
        form = pdf.form("q 0.95 0 0 0.95 3 2 cm /N Do Q 0 0 1 RG 0 0 100 100 re S", entries="/Resources << /XObject << /N %d 0 R >> >>" % form)
    pdf.page("q 5 0 0 5 50 100 cm /N Do Q", resources="/Resources << /XObject << /N %d 0 R >> >>" % form)
    save("nested-forms", pdf)


def make_default_colours():
    """Pages that say how grey is to be drawn: as nothing, and as white."""
    pdf = Pdf()
    nothing = pdf.stream("{ pop 1 }", "/FunctionType 4 /Domain [0 1] /Range [0 1]")
    for space in ("[/Separation /None /DeviceGray %d 0 R]" % nothing, "[/Indexed /DeviceGray 1 <FFFF>]", "[/Separation /All /DeviceGray %d 0 R]" % nothing):
        pdf.page("0.2 0.4 0.6 rg BT /F1 30 Tf 100 400 Td (Grey is nothing here) Tj ET",
                 resources="/Resources " + pdf.resources("/ColorSpace << /DefaultGray %s >>" % space))
    save("default-gray", pdf)


def make_covered():
    pdf = Pdf()
    cover = pdf.form("1 1 0 rg 0 0 612 792 re f 0 g BT /F1 40 Tf 60 300 Td (covers it all) Tj ET", LETTER, "/Resources " + pdf.resources())
    blend = pdf.form("/M gs 0 1 1 rg 0 0 612 792 re f", LETTER, "/Resources << /ExtGState << /M << /BM /Multiply >> >> >>"
                     " /Group << /S /Transparency >>")
    for angle in (0, 90, 180, 270):
        for appearance in (cover, blend):
            pdf.page(extra="/Rotate %d /Annots [<< /Type /Annot /Subtype /Stamp /Rect %s /F 4 /AP << /N %d 0 R >> >>]"
                     % (angle, LETTER, appearance))
    save("covered-pages", pdf)


def make_large():
    pdf = Pdf()
    text = pdf.stream(MARKS % 1, deflate=True)
    for _ in range(1000):
        pdf.page("/Contents %d 0 R" % text, "/MediaBox " + A4)
    save("thousand-pages", pdf)
    pdf = Pdf()
    for size in (10, 6, 4.5):
        pdf.page(SMALL_PRINT % (size, size * 1.2, 800), "/MediaBox " + A4)
    save("dense-print", pdf)


# What qpdf makes of a paper with something of everything.
VARIANTS = {
    "object-streams": ["--object-streams=generate", "--compress-streams=y", "--recompress-flate"],
    "plain-text": ["--qdf"],
    "linear": ["--linearize", "--object-streams=generate"],
    "newest": ["--force-version=2.0", "--object-streams=generate"],
    "oldest": ["--force-version=1.1", "--object-streams=disable"],
    "coalesced": ["--coalesce-contents"],
    "turned": ["--rotate=+90:1-z", "--flatten-rotation"],
    "turned-back": ["--rotate=-90:1-z"],
    "open-for-all": ["--encrypt", "", "owner", "256", "--print=none", "--modify=none", "--"],
    "repeated": ["--pages", ".", "1,1,2,1", "--"],
}


def make_variants():
    qpdf("mixed-sizes", "everything", "--pages", ".", "1-2", os.path.join(FOLDER, "image-masks.pdf"), "1", os.path.join(FOLDER, "type3-font.pdf"),
         os.path.join(FOLDER, "covered-pages.pdf"), "1", os.path.join(FOLDER, "soft-masks.pdf"), "1", "--")
    for name, options in VARIANTS.items():
        qpdf("everything", "everything-" + name, *options)
    whole = load("everything-object-streams")
    save("everything-appended", whole + b"\n9999 0 obj\n(not in any table)\nendobj\n")
    at = whole.rindex(b"startxref\n") + len(b"startxref\n")
    save("everything-no-table", whole[:at] + b"17\n%%EOF\n")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    make_sizes()
    make_boxes()
    make_resources()
    make_streams()
    make_drawing()
    make_default_colours()
    make_covered()
    make_large()
    make_variants()
    with open(sys.argv[2], "w", encoding="ascii") as file:
        file.write("\n".join(sorted(os.listdir(FOLDER))) + "\n")


main()
