"""What people read and sign on paper, through a real cupsd of its own: posters of the notice, texts for signatures, duty cards, receipts; and the reports on them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess

import msk
import tap
from print_room import Cups, PrintRoom

RULES = {"none": ("禁止记录", "No notes"), "notebook": ("只准用保密本记录", "Numbered notebook only"), "free": ("可以记录", "Notes allowed")}
POINTS = {"a4": (842, 595), "a3": (1191, 842)}  # lying on their side
SECRETS = [msk.MEETING["title"], msk.MEETING["number"], msk.MEETING["venue"], msk.MEETING["leader"], msk.MEETING["organiser"]]
# A printer on a cable that takes A3.
BIG = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "BIG.PPD"
*Manufacturer: "Venue"
*Product: "(Big)"
*ModelName: "Big"
*ShortNickName: "Big"
*NickName: "Big"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A4
*PageSize A4: ""
*PageSize A3: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4: ""
*PageRegion A3: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "12 12 583 830"
*ImageableArea A3: "12 12 830 1179"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension A3: "842 1191"
"""


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def read(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout


def size(path):
    said = subprocess.run(["pdfinfo", path], capture_output=True, check=True, encoding="utf-8").stdout
    return tuple(round(float(number)) for number in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", said).groups())


def entries(room, act):
    return [entry for entry in room.good("ledger", "list", user="auditor")["entries"] if entry["act"] == act]


def tells(room, words):
    """Files of the printing system, besides the paper itself, that say one of the words."""
    kept = [room.cups.folder / name for name in ("log", "spool", "cache", "state")]
    return [str(file.relative_to(room.cups.folder)) for folder in kept for file in folder.rglob("*") if file.is_file()
            for word in words if word.encode() in file.read_bytes()]


@tap.check("/flows/sheets/a-poster-of-each-rule-and-size-goes-into-a-file")
def files():
    findings = []
    with PrintRoom(1, reserved=0) as room:
        for rule, headings in RULES.items():
            for paper in POINTS:
                answer = room.good("notice", "poster", rule, paper, user="clerk")
                path = pathlib.Path(answer["path"])
                text = read(path)
                findings += expect((path.stat().st_mode & 0o777, size(path), answer["version"]), (0o600, POINTS[paper], 1))
                findings += [f"{rule} lacks {heading}" for heading in headings if heading not in text]
                findings += [f"{rule} tells {word}" for word in SECRETS if word in text]
                findings += expect(path.name.startswith("poster-"), True)
        made = entries(room, "poster-make")
        findings += expect(len(made), len(RULES) * len(POINTS))
        findings += expect(made[0]["details"], '{"rule":"free","size":"a3","version":"1"}')
        findings += refused(room.run("notice", "poster", "loud", "a4", user="clerk"), 2, "usage")
        findings += refused(room.run("notice", "poster", "none", "a5", user="clerk"), 2, "usage")
        findings += refused(room.run("notice", "poster", "none", "a4", user="leader"), 3, "role")
        findings += refused(room.run("notice", "poster", "none", "a4", "--printer", "cellar", user="clerk", env=room.environment()), 1, "printer-not-designated")
    return findings


@tap.check("/flows/sheets/a-poster-comes-out-under-a-name-that-says-nothing")
def printed():
    with PrintRoom(1, reserved=0) as room:
        answer = room.run("notice", "poster", "none", "a4", "--printer", "venue", user="clerk", env=room.environment())
        findings = expect(answer.status, 0)
        (sheet,) = room.cups.received.glob("*.pdf")
        findings += expect(re.fullmatch(r"report-1-\d+\.pdf", sheet.name) is not None, True)
        findings += [f"it lacks {heading}" for heading in RULES["none"] if heading not in read(sheet)]
        findings += expect((len(room.cups.sheets()), size(sheet), list((room.cups.folder / "spool").glob("d*"))), (1, POINTS["a4"], []))
        findings += tells(room, [*SECRETS, *RULES["none"], "poster", "notice"])
        findings += expect(tells(room, [sheet.stem]) != [], True)  # the search sees what is there
        newest = entries(room, "poster-make")[0]
        findings += expect((newest["subject"], '"outcome":"printed"' in newest["details"]), (sheet.stem, True))
    return findings


@tap.check("/flows/sheets/a-size-is-asked-of-the-printer-and-refused-where-it-is-not-offered")
def sizes():
    with PrintRoom(1, reserved=0) as room:
        answer = room.run("notice", "poster", "free", "a3", "--printer", "venue", user="clerk", env=room.environment())
        findings = refused(answer, 1, "media-not-offered") + expect("A3" in answer.json["error"]["message"], True)
        findings += expect(list(room.cups.began.glob("*")), [])
        room.administer("lpadmin", "-p", "big", "-E", "-v", "usb://Paper/Path", "-P", str(room.write("big.ppd", BIG)), "-o",
                        "printer-error-policy=abort-job", "-o", "printer-is-shared=false")
        room.good("appliance", "printer-add", "big", "--kind", "cups", "--target", "big", "--place", "print room", user="security")
        answer = room.run("notice", "poster", "free", "a3", "--printer", "big", user="clerk", env=room.environment())
        findings += expect((answer.status, answer.output.strip()), (0, '{"printer":"big"}'))
        # What cupsd handed to the backend that drives the printer.
        handed = re.findall(r'argv\[5\]="([^"]*)"', (room.cups.folder / "log" / "error_log").read_text())
        findings += expect(["media=iso_a3_297x420mm" in options.split() for options in handed], [True])
        findings += expect([size(sheet) for sheet in room.cups.received.glob("*.pdf")], [POINTS["a3"]])
    return findings


@tap.check("/flows/sheets/a-poster-of-a-version-that-is-not-in-force-is-refused")
def versions():
    with PrintRoom(1, reserved=0) as room:
        text = room.good("notice", "text", "notice", user="organiser")["text"]
        changed = {key: text[key].replace("手表", "眼镜").replace("watch", "pair of glasses") for key in ("chinese", "english")}
        room.good("notice", "set", "notice", "--from", "-", user="organiser", said=changed)
        findings = refused(room.run("notice", "poster", "none", "a4", "--text-version", "1", user="clerk"), 1, "text-not-in-force")
        answer = room.good("notice", "poster", "none", "a4", "--text-version", "2", user="clerk")
        findings += expect(("眼镜" in read(answer["path"]), "Version 2" in read(answer["path"])), (True, True))
    return findings


def pages(path):
    """The text of each page."""
    return read(path).rstrip("\f").split("\f")


def approve_people(room, *names):
    """A list of people, approved; their ids."""
    for name in names:
        room.good("attendee", "add", "--from", "-", user="organiser",
                  said={"name": name, "unit": "水务厅", "post": "处长", "capacity": "delegate", "clearance": "secret"})
    room.good("attendee", "submit", user="organiser")
    room.good("attendee", "approve-rest", "--from", "-", user="leader", said={"reason": "同意"})
    return [person["id"] for person in room.good("attendee", "list", user="organiser")["attendees"]]


# What a sheet of the pledge says to each, whoever it is.
PLEDGE = ["保密承诺书", "Pledge of secrecy", "四、妥善保管本人签收的文件和保密本", "I go on keeping these duties after the meeting.", "version 1",
          "Place of the signature", "Reference of this sheet", "Date and time", "Page 1 of 1", "机密"]


@tap.check("/flows/sheets/a-pledge-sheet-for-each-who-owes-it-and-none-for-others")
def pledge_sheets():
    place = msk.Meeting()
    ids = place.people
    approved = [name for name in ids if name != "沈知行"]  # who was rejected
    answer = place.good("notice", "sheets", "pledge", "--all", user="clerk")
    path = pathlib.Path(answer["path"])
    sheets = pages(path)
    findings = expect((answer["version"], answer["sheets"], len(sheets)), (1, len(approved), len(approved)))
    findings += expect((path.stat().st_mode & 0o777, re.fullmatch(r"sheets-1-\d{3}\.pdf", path.name) is not None), (0o600, True))
    for name, sheet in zip(approved, sheets):
        findings += [f"the sheet of {name} lacks {word}" for word in [name, "水务厅", msk.MEETING["number"], *PLEDGE] if word not in sheet]
        findings += [f"the sheet of {name} tells of {other}" for other in ids if other != name and other in sheet]
        findings += [f"the sheet of {name} tells {word}" for word in (msk.MEETING["title"], msk.MEETING["venue"]) if word in sheet]
    made = entries(place, "text-sheet-make")[0]
    findings += expect((made["subject"], made["details"]), ("text", '{"kind":"pledge","post":"none","version":"1","sheets":"4"}'))
    # Chosen people get one each, once; whoever has signed is not among those who owe it.
    someone = ids["林怀瑾"]
    findings += expect(len(pages(place.good("notice", "sheets", "pledge", someone, someone, user="organiser")["path"])), 1)
    place.good("notice", "signed", "pledge", someone, "--from", "-", user="clerk", said={"reference": "承密17"})
    rest = read(place.good("notice", "sheets", "pledge", "--all", user="clerk")["path"])
    findings += expect(("林怀瑾" in rest, "陈阿秀" in rest), (False, True))
    findings += refused(place.run("notice", "sheets", "pledge", ids["沈知行"], user="clerk"), 1, "rejected")
    findings += refused(place.run("notice", "sheets", "pledge", 99, user="clerk"), 2, "not-found")
    findings += refused(place.run("notice", "sheets", "pledge", user="clerk"), 2, "usage")
    findings += refused(place.run("notice", "sheets", "duty", "--all", user="clerk"), 2, "usage")
    findings += refused(place.run("notice", "sheets", "pledge", "--all", "--text-version", "2", user="clerk"), 1, "text-not-in-force")
    findings += refused(place.run("notice", "sheets", "pledge", "--all", user="leader"), 3, "role")
    place.good("notice", "heard", "pledge", "--all", user="clerk")
    findings += refused(place.run("notice", "sheets", "pledge", "--all", user="clerk"), 1, "nothing-to-sign")
    # Those who are in the room, and nobody is.
    findings += refused(place.run("notice", "sheets", "briefing", "--inside", user="clerk"), 1, "nothing-to-sign")
    return findings


@tap.check("/flows/sheets/a-duty-card-for-whoever-has-the-post-or-by-itself")
def duty_cards():
    place = msk.Meeting()
    someone = place.people["陈阿秀"]
    findings = refused(place.run("duty", "sheets", "driver", someone, user="clerk"), 2, "bad-value")  # no such post of theirs
    findings += refused(place.run("duty", "sheets", "driver", "--all", user="clerk"), 1, "nothing-to-sign")
    place.good("duty", "assign", "driver", someone, user="organiser")
    (sheet,) = pages(place.good("duty", "sheets", "driver", "--all", user="clerk")["path"])
    card = ["驾驶员岗位保密职责", "Duties of a driver", "每次出车后检查车内有无遗留文件", "driver", "version 1"]
    asked = ["Place of the signature", "Read and signed by", "Signature"]
    findings += [f"the sheet lacks {word}" for word in [*card, *asked, "陈阿秀", "水务厅", "Page 1 of 1"] if word not in sheet]
    answer = place.good("duty", "card", "driver", user="clerk")
    (alone,) = pages(answer["path"])
    findings += [f"the card lacks {word}" for word in card if word not in alone]
    findings += [f"the card asks {word}" for word in [*asked, *place.people] if word in alone]
    findings += expect((answer["version"], answer["sheets"]), (1, 1))
    findings += expect(entries(place, "text-sheet-make")[0]["details"], '{"kind":"duty","post":"driver","version":"1","sheets":"1"}')
    findings += refused(place.run("duty", "card", "none", user="clerk"), 2, "usage")
    findings += refused(place.run("duty", "card", "driver", user="security"), 3, "role")
    said = place.plain("notice", "sheets", "undertaking", "--all", user="clerk")
    return findings + expect((said.status, "msk notice signed" in place.plain("notice", "sheets", "notice", someone, user="clerk").output), (1, True))


@tap.check("/flows/sheets/a-text-of-many-pages-goes-on-behind-with-its-lines-to-sign-on-last")
def long_text():
    place = msk.Meeting()
    lines = [f"{number}. " + "A paragraph that goes on and on. " * 4 for number in range(1, 50)]
    place.good("notice", "set", "pledge", "--from", "-", user="organiser", said={
        "chinese": "承诺书\n" + "\n".join(f"第{number}条 " + "严格遵守各项保密规定。" * 10 for number in range(1, 60)),
        "english": "Pledge\n" + "\n".join(lines)})
    sheets = pages(place.good("notice", "sheets", "pledge", place.people["陈阿秀"], place.people["林怀瑾"], user="clerk")["path"])
    half = len(sheets) // 2
    findings = expect((len(sheets) % 2, half > 2), (0, True))
    for number in range(half):
        findings += [f"page {number} does not say so" for sheet in (sheets[number], sheets[half + number]) if f"Page {number + 1} of {half}" not in sheet]
        findings += expect(["Place of the signature" in sheets[number], "机密" in sheets[number]], [number == half - 1, True])
    whole = "".join(sheets[:half])
    return findings + [f"{word} is missing" for word in ("第1条", "第59条", "1. A para", "49. A para") if word not in whole]


@tap.check("/flows/sheets/pledge-sheets-come-out-under-a-name-that-says-nothing")
def printed_pledges():
    with PrintRoom(1, reserved=0) as room:
        first, second = approve_people(room, "𠮷永昌", "㐀佳宁")
        answer = room.run("notice", "sheets", "pledge", first, second, "--printer", "venue", user="clerk", env=room.environment())
        findings = expect(answer.status, 0)
        (sheet,) = room.cups.received.glob("*.pdf")
        findings += expect(re.fullmatch(r"report-1-\d+\.pdf", sheet.name) is not None, True)
        findings += expect([name in page for name, page in zip(("𠮷永昌", "㐀佳宁"), pages(sheet))], [True, True])  # as they are written
        findings += expect((len(room.cups.sheets()), list((room.cups.folder / "spool").glob("d*"))), (2, []))
        findings += tells(room, [*SECRETS, "𠮷永昌", "㐀佳宁", "pledge", "承诺"])
        newest = entries(room, "text-sheet-make")[0]
        findings += expect((newest["subject"], '"sheets":"2"' in newest["details"], '"outcome":"printed"' in newest["details"]), (sheet.stem, True, True))
        answer = room.run("duty", "card", "driver", "--printer", "cellar", user="clerk", env=room.environment())
        findings += refused(answer, 1, "printer-not-designated")
    return findings


@tap.check("/flows/sheets/receipts-come-out-two-to-a-sheet-under-a-name-that-says-nothing")
def printed_receipts():
    place = msk.Meeting()
    place.fill_room()
    place.cups = Cups()
    names = ("㐀明远", "林怀瑾")
    try:
        place.good("appliance", "printer-add", "venue", "--kind", "cups", "--target", place.cups.facts["queue"], "--place", "print room", user="security")
        for copy, name in zip(place.copies, names):
            place.good("desk", "issue", "--person", place.people[name], "--copy", copy, user="clerk")
        system = msk.environment(place.home, CUPS_SERVER=place.cups.facts["server"], CUPS_SERVERROOT=str(place.cups.folder / "conf"))
        answer = place.run("desk", "receipts", "issue", "--printer", "venue", user="clerk", env=system)
        findings = expect(answer.status, 0)
        (sheet,) = place.cups.received.glob("*.pdf")
        findings += expect((re.fullmatch(r"report-1-\d+\.pdf", sheet.name) is not None, len(pages(sheet))), (True, 1))
        findings += [f"the sheet lacks {part}" for part in (*names, msk.PAPER["document_number"], "000001", "000002") if part not in read(sheet)]
        findings += expect((len(place.cups.sheets()), list((place.cups.folder / "spool").glob("d*"))), (1, []))
        findings += tells(place, [*SECRETS, *names, msk.PAPER["document_number"], "receipt"])
        findings += expect(tells(place, [sheet.stem]) != [], True)  # the search sees what is there
        findings += expect('"outcome":"printed"' in entries(place, "receipt-make")[0]["details"], True)
        findings += expect([(line["person"], line["signed_at"]) for line in place.good("desk", "register", user="clerk")["receipts"]], [(name, None) for name in names])
    finally:
        place.cups.end()
    return findings


class Reports(msk.Meeting):
    """What the reports on the texts, the exceptions and the agenda say."""

    def report(self, name):
        return read(self.good("report", name, user="security")["path"])


@tap.check("/flows/sheets/who-took-note-of-what-and-who-did-not-is-on-paper")
def reports():
    place = Reports()
    findings = [f"{name} of an empty meeting does not say so" for name in ("briefings", "pledges", "notices", "exceptions", "agenda")
                if "None." not in place.report(name)]
    for title, rule in (("听取汇报", "notebook"), ("讨论", "none")):
        place.good("meeting", "agenda-add", "--from", "-", user="organiser", said={"title": title, "level": "secret", "recording": rule})
    place.open_meeting()
    someone, other = place.people["林怀瑾"], "陈阿秀"
    place.good("notice", "heard", "briefing", "--all", user="clerk")
    place.good("notice", "signed", "pledge", someone, "--from", "-", user="clerk", said={"reference": "承密17"})
    place.good("notice", "except", "recorder", 1, someone, "--from", "-", user="leader", said={"authority": "罗崇文", "reference": "批3号"})
    place.good("meeting", "agenda-next", user="clerk")
    place.good("meeting", "agenda-next", user="clerk")
    lacking, register = place.report("pledges").split("Register\n")
    findings += expect((other in lacking, "林怀瑾" in lacking, "林怀瑾" in register, "承密17" in register), (True, False, True, True))
    lacking, register = place.report("briefings").split("Register\n")
    findings += expect(("None." in lacking, other in register), (True, True))
    findings += expect(("林怀瑾" in place.report("notices"), "沈知行" in place.report("notices")), (True, False))  # one was rejected
    findings += [f"the exceptions lack {word}" for word in ("林怀瑾", "罗崇文", "批3号", "recorder") if word not in place.report("exceptions")]
    findings += [f"the agenda lacks {word}" for word in ("1. 听取汇报", "2. 讨论", "no notes", "clerk") if word not in place.report("agenda")]
    return findings + refused(place.run("report", "pledges", user="clerk"), 3, "role")


tap.main()
