"""Writes the PDFs that the worker's tests read, sound and unsound ones, into a folder.

Usage: make-pdfs.py FOLDER STAMP-FILE
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import zlib

sys.dont_write_bytecode = True
from pdf_writer import FOLDER, LETTER, MARKS, Pdf, load, qpdf, save  # noqa: E402


def make_plain():
    pdf = Pdf()
    for _ in range(3):
        pdf.page()
    save("plain", pdf)
    pdf = Pdf()
    pdf.page(content="/Dummy 0")
    pdf.page(content="")
    save("no-content", pdf)
    qpdf("plain", "object-streams", "--object-streams=generate")
    qpdf("plain", "linearized", "--linearize")
    save("junk-around", b"junk before\n" + load("plain") + b"\n\0\0junk after\n")


def make_geometry():
    pdf = Pdf()
    for angle in (0, 90, 180, 270, -90, 450, 45):
        pdf.page(extra="/Rotate %d" % angle)
        pdf.page(box="/MediaBox [-100 50 500 450]", extra="/Rotate %d" % angle)
    save("rotated", pdf)
    pdf = Pdf()
    pdf.page(box="/MediaBox [0 0 612 792] /CropBox [50 60 400 500]")
    pdf.page(box="/MediaBox [612 792 0 0]")
    pdf.page(box="/MediaBox [0 0 612 792] /CropBox [400 500 50 60] /Rotate 90")
    pdf.page(box="/MediaBox [0 0 612 792] /CropBox [-50 -60 300 2000]")
    pdf.page(box="")
    pdf.page(box="/MediaBox [10.5 20.25 400.75 300.5] /Rotate 270")
    pdf.page(box="/MediaBox [0 0 1191 842]")
    pdf.page(box="/MediaBox [0 0 30 20]")
    save("boxes", pdf)
    pdf = Pdf("1.6")
    pdf.page(extra="/UserUnit 2 /Rotate 90")
    save("user-unit", pdf)
    pdf = Pdf()
    pdf.page(box="/MediaBox [0 0 612 792] /CropBox [700 800 900 900]")
    save("no-area", pdf)


def make_trees():
    pdf = Pdf()
    parent = 2
    nodes = []
    for _ in range(500):
        nodes.append(pdf.add(""))
    page = pdf.page(box="", resources="", parent=nodes[-1])
    direct = ("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>" % pdf.stream(MARKS % 2))
    for i, node in enumerate(nodes):
        below = nodes[i + 1] if i + 1 < len(nodes) else page
        pdf.objects[node - 1] = ("<< /Type /Pages /Parent %d 0 R /Count 1 /Kids [%d 0 R] >>"
                                 % (nodes[i - 1] if i else parent, below)).encode()
    save("deep-tree", pdf.finish([nodes[0], direct, page], count=77, tree_extra=(
        "/MediaBox [0 0 500 500] /Rotate 90 /Resources " + pdf.resources())))
    # poppler believes the count and shows no page that is a direct object, so it cannot draw the one above for comparison.
    pdf = Pdf()
    for i in (1, 2, 1):
        pdf.page(MARKS % i, box="/MediaBox [0 0 500 500]", extra="/Rotate 90")
    save("deep-tree-expected", pdf)
    pdf = Pdf()
    save("no-pages", pdf.finish([]))
    save("lost-page", pdf.finish(["99 0 R"]))
    pdf = Pdf()
    loop = pdf.add("<< /Type /Pages /Count 1 /Kids [2 0 R] >>")
    save("loop", pdf.finish([pdf.page(), loop]))
    pdf = Pdf()
    page = pdf.page("")
    save("too-many-pages", pdf.finish([page] * 10000))


UNCLEAN = {
    "missing-restore": "q 0.5 0 0 0.5 100 100 cm q 1 0 0 rg ",
    "surplus-restore": "Q Q Q ",
    "open-text": "BT /F1 12 Tf 1 0 0 1 50 50 Tm (open) Tj ",
    "open-marked": "/Span << /MCID 0 >> BDC ",
    "open-string": "BT /F1 12 Tf (never closed ",
    "open-path": "100 100 m 200 200 l ",
    "loose-operands": "1 2 3 ",
    "unknown-operator": "4 5 foo ",
    "clip": "100 100 200 200 re W n 3 Tr ",
    "broken-array": "[1 2 ",
    "stray-bracket": "> ] ",
}


def make_content():
    pdf = Pdf()
    # At 100 dots an inch such a page ends inside a pixel.
    ragged = "/MediaBox [0.3 0.3 595.276 841.89]"
    for tail in UNCLEAN.values():
        pdf.page(MARKS % 1 + "0.5 g 0 0 9999 9999 re f " + tail, box=ragged)
    for tail in UNCLEAN.values():
        streams = [pdf.stream(MARKS % 1), pdf.stream("q"), pdf.stream(tail, deflate=True)]
        pdf.page("/Contents [" + " ".join("%d 0 R" % s for s in streams) + "]")
    save("unclean", pdf)

    pdf = Pdf()
    stamp = pdf.form("1 0 1 rg 0 0 90 90 re f")
    names = "/XObject << /MskStamp1 %d 0 R /MskNote1 %d 0 R /MskContent %d 0 R >>" % (3 * (stamp,))
    used = "q /MskStamp1 Do Q q 1 0 0 1 200 0 cm /MskNote1 Do Q q 2 0 0 2 0 300 cm /MskContent Do Q "
    pdf.page(MARKS % 1 + used, resources="/Resources " + pdf.resources(names))
    pdf.page(MARKS % 1 + used + "q ", resources="/Resources " + pdf.resources(names))
    save("same-names", pdf)

    pdf = Pdf()
    image = b"q 200 0 0 200 300 100 cm BI /W 4 /H 4 /BPC 8 /CS /G ID " + b"ab EI q q\xff\x80cd12" + b" EI Q\n"
    pdf.page((MARKS % 1).encode() + image)
    pdf.page((MARKS % 1).encode() + image + b"q ")
    save("inline-image", pdf)

    pdf = Pdf("1.6")
    state = "/ExtGState << /G1 << /BM /Multiply /ca 0.5 >> >>"
    for group in ("", "/Group << /S /Transparency /CS /DeviceRGB /I true >>",
                  "/Group << /S /Transparency /CS /DeviceRGB /K true >>"):
        for tail in ("", " q"):
            pdf.page(MARKS % 1 + "/G1 gs 0 0 1 rg 100 30 400 700 re f" + tail, extra=group,
                     resources="/Resources " + pdf.resources(state))
    save("groups", pdf)

    pdf = Pdf("1.5")
    on, off = (pdf.add("<< /Type /OCG /Name (%s) >>" % name) for name in ("on", "off"))
    pdf.catalog_extra = ("/OCProperties << /OCGs [%d 0 R %d 0 R] /D << /ON [%d 0 R] /OFF [%d 0 R] >> >>"
                         % (on, off, on, off))
    layered = "/OC /P1 BDC 1 0 0 rg 300 100 99 99 re f EMC /OC /P2 BDC 0 1 0 rg 300 300 99 99 re f EMC "
    for tail in ("", "q "):
        pdf.page(MARKS % 1 + layered + tail, resources="/Resources " + pdf.resources(
            "/Properties << /P1 %d 0 R /P2 %d 0 R >>" % (on, off)))
    save("layers", pdf)


def make_unreadable_content():
    pdf = Pdf()
    pdf.page("/Contents %d 0 R" % pdf.stream("AAAA", "/Filter /NoSuchDecode"))
    save("unknown-filter", pdf)
    pdf = Pdf()
    data = bytearray(zlib.compress((MARKS % 1).encode() * 20))
    data[len(data) // 2] ^= 0xff
    pdf.page("/Contents %d 0 R" % pdf.stream(bytes(data), "/Filter /FlateDecode"))
    save("broken-deflate", pdf)
    # Neither of these stops a reader, or qpdf.
    for name, broken in (("cut-deflate", lambda d: d[:len(d) * 2 // 3]),
                         ("wrong-checksum", lambda d: d[:-1] + bytes([d[-1] ^ 1]))):
        pdf = Pdf()
        pdf.page("/Contents %d 0 R" % pdf.stream(broken(zlib.compress((MARKS % 1).encode() * 20)),
                                                 "/Filter /FlateDecode"))
        save(name, pdf)
    pdf = Pdf()
    pdf.page("/Contents %d 0 R" % pdf.stream("q Q", "/F (other.bin)"))
    save("outside-stream", pdf)
    pdf = Pdf()
    pdf.page("/Contents 12")
    save("number-content", pdf)
    for name, item in (("null-content", "null"), ("absent-content", "99 0 R")):
        pdf = Pdf()
        pdf.page("/Contents [%d 0 R %s]" % (pdf.stream(MARKS % 1), item))
        save(name, pdf)


ANNOTATION = "<< /Type /Annot /Subtype /%s /Rect %s /F %d /AP << /N %d 0 R >> %s >>"


def make_annotations():
    pdf = Pdf()
    cover = pdf.form("0.2 0.8 0.8 rg 0 0 100 100 re f 0 g 10 10 30 5 re f")
    turned = pdf.form("0.8 0.2 0.8 rg 0 0 100 100 re f 0 g 10 10 30 5 re f",
                      entries="/Matrix [0 2 -1 0 30 40]")
    for angle in (0, 90):
        turn = "/Rotate %d" % angle
        pdf.page(extra=turn + " /Annots [" + ANNOTATION % ("Stamp", LETTER, 4, cover, "") + "]")
        pdf.page(extra=turn + " /Annots [" + ANNOTATION % ("Square", "[300 200 100 500]", 4, turned, "")
                 + ANNOTATION % ("Ink", "[310 200 400 210]", 4, cover, "") + " null]")
        pdf.page(MARKS % 1 + "q 3 0 0 3 0 0 cm ", extra=turn + " /Annots ["
                 + ANNOTATION % ("Stamp", "[300 300 400 350]", 4, cover, "") + "]")
    save("annotations", pdf)

    # What does not print, and what only looks as if it showed: expected is the page without them.
    for name, annotated in (("annotations-dropped", True), ("annotations-dropped-expected", False)):
        pdf = Pdf("1.5")
        cover = pdf.form("0.2 0.8 0.8 rg 0 0 100 100 re f")
        off = pdf.add("<< /Type /OCG /Name (off) >>")
        pdf.catalog_extra = "/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] >> >>" % (off, off)
        notes = (ANNOTATION % ("Stamp", LETTER, 0, cover, "") + ANNOTATION % ("Stamp", LETTER, 6, cover, "")
                 + ANNOTATION % ("Popup", LETTER, 4, cover, "")
                 + ANNOTATION % ("Stamp", LETTER, 4, cover, "/OC %d 0 R" % off)
                 + ANNOTATION % ("Stamp", "[0 0 0 0]", 4, cover, "")
                 + "<< /Type /Annot /Subtype /Link /Rect [50 50 300 300] /Border [0 0 0] /F 4 >>"
                 + "<< /Type /Annot /Subtype /Text /Rect [50 50 300 300] /F 0 /Contents (note) >>")
        pdf.page(extra="/Annots [%s]" % notes if annotated else "")
        save(name, pdf)

    # An annotation that stays upright on a page that is turned: drawn by hand where it must be.
    for name, annotated in (("upright-note", True), ("upright-note-expected", False)):
        pdf = Pdf()
        cover = pdf.form("0.2 0.8 0.8 rg 0 0 100 50 re f 0 g 10 10 30 5 re f", "[0 0 100 50]")
        if annotated:
            pdf.page(extra="/Rotate 90 /Annots [" + ANNOTATION % ("Stamp", "[300 300 400 350]", 20, cover, "")
                     + "]")
        else:
            pdf.page(MARKS % 1 + "q 0 1 -1 0 350 350 cm /X Do Q", extra="/Rotate 90",
                     resources="/Resources " + pdf.resources("/XObject << /X %d 0 R >>" % cover))
        save(name, pdf)

    pdf = Pdf()
    pdf.page(extra="/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 300] /F 4"
             " /DA (/F1 12 Tf) /Contents (drawn by the reader) >>]")
    save("bare-annotation", pdf)


def make_forms():
    pdf = Pdf()
    on = pdf.form("0 0.5 0 rg 0 0 100 100 re f")
    off = pdf.form("0.5 0 0 rg 20 20 60 60 re f")
    text = pdf.form("/Tx BMC BT /F1 40 Tf 5 30 Td (typed) Tj ET EMC")
    states = "/AP << /N << /On %d 0 R /Off %d 0 R >> >>" % (on, off)
    widget = "<< /Type /Annot /Subtype /Widget /F 4 /Rect %s %s >>"
    fields = [pdf.add(widget % (rect, more)) for rect, more in (
        ("[50 100 100 150]", "/FT /Btn /T (a) /V /On /AS /On " + states),
        ("[150 100 200 150]", "/FT /Btn /T (b) /V /Off /AS /Off " + states),
        ("[250 100 300 150]", "/FT /Btn /T (c) /AS /Neither " + states),
        ("[350 100 450 200]", "/FT /Tx /T (d) /V (typed) /AP << /N %d 0 R >>" % text),
        ("[50 300 150 350]", "/FT /Tx /T (e)"),
        ("[50 400 150 450]", "/FT /Sig /T (f)"),
    )]
    references = " ".join("%d 0 R" % field for field in fields)
    pdf.catalog_extra = ("/AcroForm << /Fields [%s] /DR << /Font << /F1 %d 0 R >> >> >>"
                         % (references, pdf.font))
    pdf.page(extra="/Annots [%s]" % references)
    save("form", pdf)

    for name, field, form, catalog in (
        ("form-bare", "/FT /Tx /T (a) /V (typed)", "", ""),
        ("form-stale", "/FT /Tx /T (a) /V (typed) /AP << /N %d 0 R >>", "/NeedAppearances true", ""),
        ("form-xfa", "/FT /Tx /T (a)", "/XFA (x)", "/NeedsRendering true"),
        ("signed", "/FT /Sig /T (a) /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] >>", "", ""),
        ("certified", "/FT /Tx /T (a)", "", "/Perms << /DocMDP << /Type /Sig >> >>"),
    ):
        pdf = Pdf()
        appearance = pdf.form("0 g 0 0 9 9 re f")
        number = pdf.add(widget % ("[50 100 100 150]", field % appearance if "%d" in field else field))
        pdf.catalog_extra = catalog + " /AcroForm << /Fields [%d 0 R] %s >>" % (number, form)
        pdf.page(extra="/Annots [%d 0 R]" % number)
        save(name, pdf)
    pdf = Pdf()
    parent = pdf.add("<< /FT /Sig /T (a) /V << /Type /Sig >> /Kids [] >>")
    pdf.page(extra="/Annots [" + widget % ("[0 0 0 0]", "/Parent %d 0 R" % parent) + "]")
    save("signed-below", pdf)


def make_active():
    pdf = Pdf("1.5")
    script = "<< /S /JavaScript /JS (app.alert\\(SECRET-SCRIPT\\)) >>"
    attached = pdf.add("<< /Type /Filespec /F (a.exe) /EF << /F %d 0 R >> >>" % pdf.stream("SECRET-ATTACHED"))
    postscript = pdf.stream("SECRET-POSTSCRIPT", "/Type /XObject /Subtype /PS")
    private = pdf.form("0 1 1 rg 0 0 50 50 re f", entries="/PieceInfo << /App << /Private (SECRET-PIECE) >> >>"
                       " /Metadata %d 0 R /Back 1 0 R" % pdf.stream("SECRET-XMP"))
    info = pdf.add("<< /Title (SECRET-TITLE) /Author (SECRET-AUTHOR) >>")
    pdf.trailer_extra = "/Info %d 0 R /Custom (SECRET-TRAILER)" % info
    pdf.catalog_extra = ("/OpenAction %s /AA << /WC %s >> /Names << /JavaScript << /Names [(a) %s] >>"
                         " /EmbeddedFiles << /Names [(a) %d 0 R] >> >> /Metadata %d 0 R /Outlines << /Title"
                         " (SECRET-OUTLINE) >>" % (script, script, script, attached, pdf.stream("SECRET-META")))
    pdf.page(MARKS % 1 + "/P Do /Q Do", resources="/Resources " + pdf.resources(
        "/XObject << /P %d 0 R /Q %d 0 R >>" % (postscript, private)),
        extra="/AA << /O %s >> /PieceInfo << /A << /Private (SECRET-PAGE) >> >> /Annots ["
        "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [0 0 9 9] /A << /S /Launch /F (SECRET-LAUNCH) >> >>"
        "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [0 0 9 9] /A << /S /SubmitForm /F (SECRET-SUBMIT) >> >>]"
        % script)
    save("active", pdf)

    # Links out of the file: to an address, to another file, and to a page, which leads nowhere.
    pdf = Pdf()
    link = "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [0 0 9 9] /A << /S /%s >> >>"
    pdf.page(MARKS % 1, extra="/Annots [" + link % "URI /URI (https://SECRET-ADDRESS.example)"
             + link % "GoToR /F (SECRET-OTHER.pdf) /D [0 /Fit]" + "]")
    save("links-out", pdf)
    # What acts from other places: a bookmark below a bookmark, the leaving of a page, a field; a film and a file that print as pictures.
    pdf = Pdf()
    below = pdf.add("<< /Title (a) /A << /S /Launch /F (SECRET-BOOKMARK) >> >>")
    above = pdf.add("<< /Title (b) /First %d 0 R /Last %d 0 R >>" % (below, below))
    pdf.catalog_extra = "/Outlines << /First %d 0 R /Last %d 0 R >>" % (above, above)
    pdf.page(MARKS % 1)
    save("acts-bookmark", pdf)
    pdf = Pdf()
    pdf.page(MARKS % 1, extra="/AA << /C << /S /JavaScript /JS (SECRET-LEAVING) >> >>")
    save("acts-page", pdf)
    pdf = Pdf()
    picture = pdf.form("0 g 0 0 9 9 re f")
    pdf.page(MARKS % 1, extra="/Annots [" + "".join(
        "<< /Type /Annot /Subtype /%s /F 4 /Rect [9 9 18 18] /AP << /N %d 0 R >> %s >>" % (kind, picture, more)
        for kind, more in (("FileAttachment", "/FS << /Type /Filespec /F (SECRET-FILE) >>"), ("Screen", ""))) + "]")
    save("acts-pictures", pdf)
    pdf = Pdf()
    pdf.page(MARKS % 1, extra="/Annots [" + link % "GoTo /D [0 /Fit]" + "]")
    save("links-within", pdf)

    # An earlier revision of a page stays in the file until it is written anew.
    pdf = Pdf()
    pdf.page("/Contents %d 0 R" % pdf.stream("BT /F1 20 Tf 50 50 Td (SECRET-EARLIER) Tj ET"))
    first = pdf.finish()
    start = len(first)
    update = b"4 0 obj\n<< /Length 20 >>\nstream\n0 g 10 10 300 9 re f \nendstream\nendobj\n"
    at = start + len(update)
    save("revised", first + update + b"xref\n4 1\n%010d 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\n"
         b"startxref\n%d\n%%%%EOF\n" % (start, first.rindex(b"xref\n0"), at))


def make_damaged():
    plain = load("plain")
    save("empty", b"")
    save("foreign", b"PK\x03\x04 this is no PDF at all " * 50)
    save("header-only", b"%PDF-1.7\n")
    table = plain.rindex(b"xref\n0")
    save("bad-table", plain[:table].replace(b"%PDF-1.4\n", b"%PDF-1.4\n%moved\n") + plain[table:])
    save("bad-length", plain.replace(b"/Length ", b"/Length 9", 1))
    save("broken-object", plain.replace(b"/BaseFont /Helvetica", b"/BaseFont ]Helvetica"))
    hole = plain.index(b"/BaseFont")
    start = plain.rindex(b"3 0 obj", 0, hole)
    end = plain.index(b"endobj", hole) + 6
    save("lost-font", plain[:start] + b" " * (end - start) + plain[end:])
    form = load("form")
    start = form.index(b"7 0 obj")
    end = form.index(b"endobj", start) + 6
    save("lost-field", form[:start] + b" " * (end - start) + form[end:])
    start = plain.index(b"4 0 obj")
    end = plain.index(b"endobj", start) + 6
    save("lost-content", plain[:start] + b" " * (end - start) + plain[end:])
    # With a table that leads nowhere, qpdf does not know what there was to be found.
    for name in ("lost-font", "lost-field", "lost-content"):
        save(name + "-bad-table", load(name).replace(b"startxref\n", b"startxref\n9", 1))
    for name in ("plain", "object-streams", "linearized", "revised"):
        data = load(name)
        for i in range(1, 40):
            save("cut-%s-%d" % (name, i), data[:len(data) * i // 40])


def make_encrypted():
    for bits in ("40", "128", "256"):
        weak = ["--allow-weak-crypto"] if bits != "256" else []
        qpdf("plain", "owner-password-" + bits, *weak, "--encrypt", "", "owner", bits, "--")
        qpdf("plain", "user-password-" + bits, *weak, "--encrypt", "user", "owner", bits, "--")
    qpdf("plain", "owner-password-aes", "--allow-weak-crypto", "--encrypt", "", "owner", "128",
         "--use-aes=y", "--")


def make_bombs():
    # A flushed block may be repeated: four gigabytes of harmless operators in a few megabytes.
    deflate = zlib.compressobj(9)
    head = deflate.compress(b"0 0 m ") + deflate.flush(zlib.Z_FULL_FLUSH)
    block = deflate.compress(b"0 0 m " * 700000) + deflate.flush(zlib.Z_FULL_FLUSH)
    pdf = Pdf()
    pdf.page("/Contents %d 0 R" % pdf.stream(head + block * 1000, "/Filter /FlateDecode"))
    save("memory-bomb", pdf)
    pdf = Pdf()
    pdf.page("[" * 200000)
    pdf.page("<<" * 200000)
    save("nested-content", pdf)
    pdf = Pdf()
    pdf.add("[" * 200000)
    pdf.page(extra="/Group %d 0 R" % len(pdf.objects))
    save("nested-object", pdf)


def make_fonts():
    """Text in fonts that are not in the file, as offices save it, and in one that nobody can know."""
    hanzi = "<cad5cad5>"  # 收收 as GBK-EUC-H has it

    def cid_font(pdf, encoding, ordering):
        descriptor = pdf.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800"
                             " /Descent -200 /CapHeight 800 /StemV 80 >>")
        child = pdf.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor %d 0 R /DW 1000"
                        " /CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 4 >> >>" % (descriptor, ordering))
        return pdf.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /%s /DescendantFonts [%d 0 R] >>" % (encoding, child))

    for name, encoding, ordering, text in (("chinese-outside", "GBK-EUC-H", "GB1", hanzi), ("unknowable-font", "Identity-H", "Identity", hanzi)):
        pdf = Pdf()
        font = cid_font(pdf, encoding, ordering)
        pdf.page("BT /F9 96 Tf 100 400 Td %s Tj ET" % text, resources="/Resources << /Font << /F9 %d 0 R >> >>" % font)
        save(name, pdf)


def nest_forms(depth, calls):
    pdf = Pdf()
    inner = pdf.form("0 0 m 100 100 l S")
    for _ in range(depth):
        inner = pdf.form(calls, entries="/Resources << /XObject << /X %d 0 R >> >>" % inner)
    pdf.page("/X Do", resources="/Resources << /XObject << /X %d 0 R >> >>" % inner)
    return pdf


def make_drawing_bombs():
    """Each form draws the next one ten times: all of them are soon read, and drawing them takes years."""
    save("drawing-bomb", nest_forms(12, "/X Do " * 10))
    save("drawing-bomb-unbalanced", nest_forms(12, ") /X Do " + "/X Do " * 9))
    save("deep-forms", nest_forms(300, "/X Do"))
    save("forms-in-forms", nest_forms(4, "/X Do " * 10))


def main():
    os.makedirs(FOLDER, exist_ok=True)
    make_plain()
    make_geometry()
    make_trees()
    make_content()
    make_unreadable_content()
    make_annotations()
    make_forms()
    make_active()
    make_damaged()
    make_encrypted()
    make_bombs()
    make_fonts()
    make_drawing_bombs()
    with open(sys.argv[2], "w", encoding="ascii") as file:
        file.write("\n".join(sorted(os.listdir(FOLDER))) + "\n")


main()
