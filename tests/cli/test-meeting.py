#!/usr/bin/python3
"""A meeting from the list to the close, verb by verb, with the refusals on the way. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import pathlib
import signal
import subprocess
import time

import msk
import tag_reader
import tap

M = msk.Meeting()
FIRST, SECOND, THIRD, FOURTH, FIFTH = M.copies
SIXTH = FIFTH + 1


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def reason(text="x"):
    return {"reason": text}


def state(number):
    return M.good("copy", "show", number, user="clerk")["copy"]["state"]


@tap.check("/cli/meeting/show-gives-back-what-was-written")
def show():
    found = M.good("meeting", "show", user="leader")["meeting"]
    wanted = {**msk.MEETING, "id": 1, "state": "open", "starts_at": "2031-03-01T01:00:00Z", "ends_at": "2031-03-01T04:00:00Z"}
    scheme = found.pop("scheme")
    return expect(found, {key: value for key, value in wanted.items() if key not in ("starts", "ends")}) + expect(scheme["name"], "chinese")


@tap.check("/cli/meeting/change-leaves-the-rest-as-it-is")
def change():
    M.good("meeting", "change", "--from", "-", user="organiser", said={"venue": "西厅"})
    found = M.good("meeting", "show", user="organiser")["meeting"]
    return expect((found["venue"], found["title"], found["level"]), ("西厅", msk.MEETING["title"], "secret")) + refused(
        M.run("meeting", "change", "--from", "-", user="organiser", said={"ends": "2031-02-01T09:00"}), 2, "bad-time")


@tap.check("/cli/meeting/level-cannot-fall-below-its-papers")
def level():
    return refused(M.run("meeting", "change", "--from", "-", user="organiser", said={"level": "confidential"}), 1, "mark-forbidden")


@tap.check("/cli/meeting/a-number-is-given-once-and-an-unknown-id-is-named")
def numbers():
    return refused(M.run("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING), 1, "exists") + refused(
        M.run("--meeting", 99, "meeting", "show", user="organiser"), 2, "not-found")


@tap.check("/cli/meeting/agenda-in-order")
def agenda():
    items = [{"title": "甲", "level": "secret", "recording": "none"}, {"title": "乙", "level": "confidential", "recording": "free"}]
    for item in items:
        M.good("meeting", "agenda-add", "--from", "-", user="organiser", said=item)
    return expect(M.good("meeting", "agenda", user="clerk")["agenda"],
                  [{"position": position, **item, "admits": "all", "state": "waiting"} for position, item in enumerate(items, start=1)])


@tap.check("/cli/meeting/of-two-that-go-on-none-is-the-default")
def default():
    vault = msk.Vault()
    vault.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "一"})
    findings = expect(vault.good("meeting", "show", user="organiser")["meeting"]["number"], "一")
    vault.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "二"})
    shown = [vault.good("--meeting", meeting, "meeting", "show", user="organiser")["meeting"]["number"] for meeting in (1, 2)]
    ids = [meeting["id"] for meeting in vault.good("meeting", "list", user="organiser")["meetings"]]
    return findings + refused(vault.run("meeting", "show", user="organiser"), 2, "usage") + expect(shown, ["一", "二"]) + expect(ids, [2, 1])


@tap.check("/cli/meeting/without-any-there-is-none-to-work-on")
def none():
    return refused(msk.Vault().run("attendee", "list", user="organiser"), 2, "not-found")


CSV = "姓名,单位,职务,身份,涉密等级\r\n𠮷永昌,发展厅,厅长,出席,机密\r\n文澜,档案局,处长,列席,秘密\r\n"


@tap.check("/cli/attendee/import-reads-gb18030-and-goes-on-the-next-list")
def import_list():
    path = M.path / "list.csv"
    path.write_bytes(CSV.encode("gb18030"))
    answer = M.good("attendee", "import", path, "--accept-warnings", user="organiser")
    late = [person for person in M.good("attendee", "list", user="organiser")["attendees"] if person["list"] == 2]
    return expect((answer["imported"], answer["n_warnings"], answer["warnings"][0]["code"]), (2, 1, "clearance-low")) + expect([(person["name"], person["vetting"], person["sealed"]) for person in late],
                                                    [("𠮷永昌", "proposed", False), ("文澜", "proposed", False)])


@tap.check("/cli/attendee/import-of-a-bad-row-names-it-and-takes-nobody")
def import_bad():
    text = CSV.replace("厅长,出席", "厅长,嘉宾").replace("𠮷永昌", "新来者")
    before = M.good("attendee", "list", user="organiser")
    answer = M.run("attendee", "import", "-", user="organiser", said=text)
    plain = M.plain("attendee", "import", "-", user="organiser", said=text)
    # People number rows as a spreadsheet does: the headings are row 1.
    named = [(problem["row"], problem["column"], problem["code"]) for problem in answer.json.get("problems", [])] == [
        (2, 4, "capacity-unknown"), (3, 1, "already-listed")]
    return refused(answer, 2, "csv-rows") + expect((named, plain.status, plain.output), (True, 2, "")) + expect(
        M.good("attendee", "list", user="organiser"), before)


@tap.check("/cli/attendee/import-of-foreign-tables")
def import_foreign():
    cases = [("", "csv-empty"), ("a,b\n1,2\n", "csv-columns")]
    return [finding for text, code in cases for finding in refused(M.run("attendee", "import", "-", user="organiser", said=text), 2, code)]


@tap.check("/cli/attendee/a-sealed-decision-stands-and-a-stranger-is-unknown")
def sealed():
    person = M.people["沈知行"]
    return refused(M.run("attendee", "approve", person, "--from", "-", user="leader", said=reason()), 1, "list-sealed") + refused(
        M.run("attendee", "approve", 999, "--from", "-", user="leader", said=reason()), 2, "not-found") + refused(
        M.run("attendee", "badge", person, "--printer", "folder", user="clerk"), 1, "rejected")


@tap.check("/cli/attendee/what-was-decided-before-a-refusal-stands-in-the-answer")
def partly():
    vault = msk.Vault()
    vault.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
    vault.good("attendee", "import", "-", "--accept-warnings", user="organiser", said=CSV)
    vault.good("attendee", "submit", user="organiser")
    answer = vault.run("attendee", "approve", 1, 77, 2, "--from", "-", user="leader", said=reason())
    vetting = [person["vetting"] for person in vault.good("attendee", "list", user="leader")["attendees"]]
    unread = vault.run("attendee", "approve", 2, "x", "--from", "-", user="leader", said=reason())
    return refused(answer, 2, "not-found") + expect(answer.json["approved"], [1]) + expect(vetting, ["approved", "submitted"]) + refused(
        unread, 2, "usage") + refused(vault.run("attendee", "seal", user="leader"), 1, "list-not-decided")


@tap.check("/cli/paper/show-gives-its-mark-its-pages-and-its-balance")
def paper():
    found = M.good("paper", "show", M.paper, user="clerk")
    wanted = {**msk.PAPER, "pages": 4, "approved": 5, "allocated": 5}
    return expect({key: found["paper"][key] for key in wanted}, wanted) + expect(
        (found["balance"]["holds"], found["balance"]["good"], found["balance"]["in-store"]), (True, 5, 5)) + expect(
        len(M.good("paper", "list", user="auditor")["papers"]), 1)


@tap.check("/cli/paper/files-that-are-no-papers")
def foreign_files():
    cases = {"empty": (b"", "pdf-empty"), "text": (b"hello", "pdf-foreign"), "cut": (msk.SAMPLE_PAPER.read_bytes()[:2000], "pdf-damaged")}
    findings = []
    for name, (data, code) in cases.items():
        path = M.path / name
        path.write_bytes(data)
        answer = M.run("paper", "add", path, "--from", M.write("p.json", json.dumps({**msk.PAPER, "document_number": name})), user="organiser")
        findings += [f"{name}: {finding}" for finding in refused(answer, 2, code)]
    return findings + expect(len(M.good("paper", "list", user="auditor")["papers"]), 1)


@tap.check("/cli/paper/marks-that-the-rules-forbid")
def marks():
    cases = [({"level": "confidential", "period": "30年"}, 1, "mark-forbidden"), ({"period": "forever and a day"}, 2, "bad-period"),
             ({}, 1, "exists")]
    findings = []
    for changes, status, code in cases:
        details = M.write("p.json", json.dumps({**msk.PAPER, **({"document_number": "新"} if changes else {}), **changes}))
        findings += refused(M.run("paper", "add", msk.SAMPLE_PAPER, "--from", details, user="organiser"), status, code)
    return findings


@tap.check("/cli/paper/top-secret-is-approved-by-its-originator-alone")
def authority():
    top = M.add_paper(document_number="绝1", level="top-secret", period="", originator="总厅")
    request = M.request(top)
    findings = refused(M.run("paper", "approve", request, "--from", "-", user="leader", said=msk.APPROVAL), 1, "not-the-authority")
    findings += refused(M.run("copy", "reserve", top, 1, user="clerk"), 1, "paper-not-approved")
    answer = M.good("paper", "approve", request, "--from", "-", user="leader", said={**msk.APPROVAL, "organ": "总厅", "copies": 2})
    return findings + expect(answer, {"request": request, "paper": top, "approved": 2})


@tap.check("/cli/paper/who-asks-does-not-decide-and-what-is-decided-stays")
def requests():
    paper = M.add_paper(document_number="复1")
    by_clerk = M.run("paper", "request", paper, "--from", "-", user="clerk", said=msk.REQUEST)
    nowhere = M.run("paper", "request", paper, "--from", "-", user="organiser", said={**msk.REQUEST, "place": "街上"})
    first, second = M.request(paper), M.request(paper, copies=2, place="print room")
    decide = lambda verb, request, said: M.run("paper", verb, request, "--from", "-", user="leader", said=said)
    findings = refused(by_clerk, 3, "role") + refused(nowhere, 2, "bad-value") + refused(
        decide("approve", first, {**msk.APPROVAL, "authority": "方 晓岚"}), 3, "same-person") + refused(
        decide("approve", first, {**msk.APPROVAL, "copies": 6}), 1, "beyond-request") + refused(
        decide("approve", first, {**msk.APPROVAL, "place": "街上"}), 2, "bad-value") + refused(
        decide("refuse", first, {"reason": " "}), 2, "bad-value") + refused(decide("refuse", 999, reason()), 2, "not-found")
    findings += expect(decide("refuse", first, reason("无此必要")).json, {"request": first, "paper": paper, "approved": 0})
    findings += expect(decide("approve", second, {**msk.APPROVAL, "copies": 2}).json, {"request": second, "paper": paper, "approved": 2})
    findings += refused(decide("approve", first, msk.APPROVAL), 1, "already-decided") + refused(
        decide("refuse", second, reason()), 1, "already-decided")
    found = M.good("paper", "requests", paper, user="auditor")["requests"]
    findings += expect([(one["id"], one["state"], one["granted"], one["place"], one["reason"], one["recorded_by"]) for one in found],
                       [(first, "refused", 0, None, "无此必要", "leader"), (second, "approved", 2, "print room", None, "leader")])
    return findings + expect(len(M.good("paper", "requests", user="clerk")["requests"]) > len(found), True)


@tap.check("/cli/paper/copies-are-made-at-the-approved-place-alone")
def place():
    # A vault of its own: that of the sweep below stays small.
    other = msk.Vault()
    for name, where in (("folder", "print room"), ("upstairs", "second floor")):
        other.good("appliance", "printer-add", name, "--kind", "folder", "--target", other.path / name, "--place", where, user="security")
    other.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
    paper = other.add_paper()
    other.approve(paper, copies=2, place="second floor")
    other.good("copy", "reserve", paper, 2, user="clerk")
    findings = refused(other.run("copy", "print", paper, "--printer", "folder", user="clerk"), 1, "place-not-approved")
    result = other.good("copy", "print", paper, "--printer", "upstairs", user="clerk")
    return findings + expect((result["printed"], result["left"]), (2, 0))


@tap.check("/cli/report/the-approval-sheet-says-what-is-asked-and-bears-the-mark")
def sheet():
    request = M.request(M.add_paper(document_number="复3"), purpose="补发给列席人员")
    said = M.good("report", "approval", request, user="organiser")
    text = subprocess.run(["pdftotext", "-layout", said["path"], "-"], capture_output=True, text=True, check=True).stdout
    findings = [f"the sheet lacks {word}" for word in ("机密★10年", "复3", "补发给列席人员", "方晓岚", "Signature", "Page 1 of 1", "Copies allowed at most")
                if word not in text]
    return findings + refused(M.run("report", "approval", 999, user="leader"), 2, "not-found") + refused(
        M.run("report", "approval", request, user="clerk"), 3, "role")


@tap.check("/cli/copy/no-number-beyond-the-approval")
def beyond():
    return refused(M.run("copy", "reserve", M.paper, 1, user="clerk"), 1, "beyond-approval") + refused(
        M.run("copy", "reserve", 99, 1, user="clerk"), 2, "not-found")


@tap.check("/cli/copy/only-designated-printers-and-only-what-is-reserved")
def printers():
    return refused(M.run("copy", "print", M.paper, "--printer", "lobby", user="clerk"), 1, "printer-not-designated") + refused(
        M.run("copy", "print", "--printer", "folder", user="clerk"), 1, "nothing-to-print") + expect(
        [printer["name"] for printer in M.good("appliance", "printer-list", user="clerk")["printers"]], ["folder"])


@tap.check("/cli/copy/printing-is-refused-for-each-reason-by-a-code-of-its-own")
def refusals():
    """Before anything is sent: as many files and ledger entries afterwards as before."""
    unapproved = M.add_paper(document_number="水调〔2031〕99号")
    before = sorted(M.papers.iterdir()), M.good("copy", "list", user="clerk")["copies"]
    said = M.good("ledger", "verify", user="auditor")
    findings = refused(M.run("copy", "print", M.paper, "--printer", "folder", user="clerk"), 1, "beyond-approval")
    findings += refused(M.run("copy", "print", M.paper, "--printer", "lobby", user="clerk"), 1, "printer-not-designated")
    for user in ("organiser", "leader", "security", "auditor"):
        findings += refused(M.run("copy", "print", M.paper, "--printer", "folder", user=user), 3, "role")
    findings += refused(M.run("copy", "print", unapproved, "--printer", "folder", user="clerk"), 1, "paper-not-approved")
    findings += expect((sorted(M.papers.iterdir()), M.good("copy", "list", user="clerk")["copies"]), before)
    return findings + expect(M.good("ledger", "verify", user="auditor"), said)


@tap.check("/cli/copy/a-spoiled-set-stays-registered-and-a-new-number-takes-its-place")
def spoil():
    findings = refused(M.run("copy", "reprint", FIFTH, user="clerk"), 1, "already-good")
    findings += refused(M.run("copy", "spoil", FIFTH, "--from", "-", user="clerk", said={"reason": "墨粉不足", "sheets": 5}), 2, "bad-value")
    part = {"reason": "墨粉不足", "sheets": 3}
    findings += refused(M.run("copy", "spoil", FIFTH, "--from", "-", user="clerk", said=part), 3, "role")
    M.good("copy", "spoil", FIFTH, "--from", "-", user="security", said=part)
    findings += expect(state(FIFTH), "spoiled")
    M.good("copy", "reserve", M.paper, 1, user="clerk")
    findings += refused(M.run("copy", "reprint", FIFTH, user="clerk"), 1, "beyond-approval")
    result = M.good("copy", "print", M.paper, "--printer", "folder", user="clerk")
    findings += expect(result, {"printed": 1, "uncertain": 0, "left": 0, "run": 2, "spool": "empty"}) + expect(state(SIXTH), "printing")
    findings += refused(M.run("copy", "count", 2, 0, user="clerk"), 1, "already-decided")  # none lie there, and none have to
    findings += refused(M.run("copy", "void", SIXTH, "--from", "-", user="clerk", said=reason("没有出纸")), 1, "already-good")
    M.good("copy", "confirm", SIXTH, user="clerk")
    sets = [(one["set"], one["number"], one["kind"], one["sheets"], one["reason"], one["place"], one["registered_by"])
            for one in M.good("copy", "spoiled", user="auditor")["spoiled"]]
    findings += expect(sets, [(1, FIFTH, "spoiled", 3, "墨粉不足", "print room", "security")])
    return findings + expect(state(SIXTH), "in-store") + refused(M.run("copy", "confirm", SIXTH, user="clerk"), 1, "already-good")


@tap.check("/cli/copy/a-void-number-is-out-and-an-unknown-one-unknown")
def void():
    M.fill_room()
    M.approve(M.paper, copies=1)
    number = M.good("copy", "reserve", M.paper, 1, user="clerk")["first"]
    M.good("copy", "void", number, "--from", "-", user="clerk", said=reason("未打印"))
    return expect(state(number), "void") + refused(M.run("desk", "issue", "--person", 1, "--copy", number, user="clerk"), 1, "copy-void") + refused(
        M.run("copy", "show", 400000, user="clerk"), 2, "not-found") + refused(M.run("copy", "confirm", 1 << 40, user="clerk"), 2, "usage")


@tap.check("/cli/copy/an-interrupt-stops-between-two-copies")
def interrupt():
    # A meeting of its own: that of the sweep below stays small.
    place = msk.Meeting()
    place.approve(place.paper, copies=400)
    first = place.good("copy", "reserve", place.paper, 400, user="clerk")["first"]
    before = len(list(place.papers.glob("*.pdf")))
    process = place.start("--json", "copy", "print", place.paper, "--printer", "folder", user="clerk")
    while len(list(place.papers.glob("*.pdf"))) == before and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate()
    answer = msk.Answer(subprocess.CompletedProcess([], process.returncode, output, errors))
    findings = refused(answer, 4, "cancelled")
    counts = {key: answer.json[key] for key in ("printed", "uncertain", "left")}
    files = len(list(place.papers.glob("*.pdf"))) - before
    findings += expect((counts["printed"], counts["uncertain"], sum(counts.values())), (files, 0, 400))
    if counts["left"] == 0:
        findings.append("was not interrupted")
    left = [copy["number"] for copy in place.good("copy", "list", user="clerk")["copies"] if copy["attempt"] == "reserved"]
    findings += expect(left, list(range(first + counts["printed"], first + 400)))
    return findings


@tap.check("/cli/desk/by-hand-with-the-refusals-of-the-desk")
def by_hand():
    people = M.people
    cases = [(people["沈知行"], FIRST, 1, "rejected"), (people["陈阿秀"], FIRST, 1, "outside-scope"),
             (people["周砚秋"], FIRST, 1, "clearance-too-low"), (999, FIRST, 2, "not-found"), (people["林怀瑾"], 400000, 2, "not-found"),
             (people["林怀瑾"], 0, 2, "usage")]
    findings = []
    for person, copy, status, code in cases:
        findings += refused(M.run("desk", "issue", "--person", person, "--copy", copy, user="clerk"), status, code)
    issued = M.good("desk", "issue", "--person", people["林怀瑾"], "--copy", FIRST, user="clerk")["verdict"]
    findings += expect((issued["tone"], issued["code"], issued["number"], issued["person"]), ("done", "issued", FIRST, "林怀瑾"))
    findings += refused(M.run("desk", "issue", "--person", people["㐀明远"], "--copy", FIRST, user="clerk"), 1, "already-issued")
    findings += refused(M.run("desk", "issue", "--person", people["林怀瑾"], "--copy", SECOND, user="clerk"), 1, "already-holds-paper")
    findings += refused(M.run("desk", "return", "--copy", SECOND, user="clerk"), 1, "second-sighting")
    return findings + expect(M.good("desk", "return", "--copy", FIRST, user="clerk")["verdict"]["code"], "returned")


def collect_command_lines(process, seen):
    """What any process of the machine shows of this run while it lasts."""
    while process.poll() is None:
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            for name in ("cmdline", "comm", "environ"):
                try:
                    if os.getsid(int(folder.name)) == process.pid:
                        seen.add((folder / name).read_bytes())
                except OSError:
                    pass  # ended meanwhile, or closed to us as it should be


@tap.check("/cli/process/no-command-line-or-environment-shows-a-secret")
def command_lines():
    details = M.write("p.json", json.dumps({**msk.PAPER, "document_number": "露〔2031〕1号"}))
    seen = set()
    for words, user, said in [(["paper", "add", msk.SAMPLE_PAPER, "--from", details], "organiser", None),
                              (["attendee", "add", "--accept-warnings", "--from", "-"], "organiser",
                               {"name": "韩立诚", "unit": "档案局", "post": "处长", "capacity": "delegate", "clearance": "secret"})]:
        process = M.start("--json", *words, user=user)
        if said is not None:
            process.stdin.write(json.dumps(said, ensure_ascii=False))
        process.stdin.close()
        collect_command_lines(process, seen)
        if process.wait() != 0:
            return [f"{words}: {process.stdout.read()}"]
        process.stdout.close()
        process.stderr.close()
    if not any(b"msk-worker" in line for line in seen) or len(seen) < 3:
        return [f"saw too little: {len(seen)}"]
    words = [*msk.PAPER.values(), "露〔2031〕1号", "韩立诚", msk.PASSPHRASE]
    return [f"{word!r} in {line!r}" for word in words for line in seen if word.encode() in line and word not in ("secret", "10年", "delegate,observer")]


@tap.check("/cli/report/list-and-copies-are-private-new-pdfs")
def reports():
    findings = []
    for kind in ("list", "copies"):
        path = pathlib.Path(M.good("report", kind, user="security")["path"])
        findings += expect((path.parent, path.read_bytes()[:5], path.stat().st_mode & 0o777), (M.papers, b"%PDF-", 0o600))
    target = M.path / "mine.pdf"
    M.good("report", "copies", "--output", target, user="security")
    before = target.read_bytes()
    answer = M.run("report", "copies", "--output", target, user="security")
    return findings + expect((answer.status, target.read_bytes() == before), (4, True)) + refused(
        M.run("report", "sweep", user="security"), 1, "sweep-not-started")


@tap.check("/cli/sweep/from-the-start-to-the-close")
def sweep():
    person = M.people["㐀明远"]
    M.good("desk", "issue", "--person", person, "--copy", SECOND, user="clerk")
    M.good("desk", "issue", "--person", M.people["林怀瑾"], "--copy", THIRD, user="clerk")
    findings = refused(M.run("sweep", "sign", user="security"), 1, "sweep-not-started")
    findings += refused(M.run("sweep", "missing", SECOND, "--from", "-", user="security", said={"told": "x", "remark": "y"}), 1, "sweep-not-started")
    started = M.good("sweep", "start", user="security")["sweep"]
    findings += refused(M.run("sweep", "start", user="security"), 1, "sweep-started")
    findings += refused(M.run("desk", "return", "--copy", SECOND, user="clerk"), 1, "sweep-started")

    copies = M.good("copy", "list", user="clerk")["copies"]
    findings += expect(started["expected"], len(copies))
    tags = {}
    for pdf in M.papers.glob("*.pdf"):
        # Reports lie there too, and have none; the second digit tells a copy from a badge.
        for code in tag_reader.read_pages(pdf)[0]:
            if code[1] == "1":
                tags[int(code[2:11])] = code
    desk = msk.Scan(M, "--mode", "sweep")
    for copy in copies:
        if copy["number"] != SECOND and copy["serial"] in tags:
            desk.say(tags[copy["serial"]])
    desk.end()

    findings += refused(M.run("sweep", "missing", THIRD, "--from", "-", user="security", said={"told": "x", "remark": "y"}), 1, "already-scanned")
    findings += refused(M.run("sweep", "recover", SECOND, "--from", "-", user="security", said={"remark": "y"}), 1, "not-issued")
    open_lines = {line["number"]: line for line in M.good("sweep", "list", user="security")["copies"]}
    findings += expect((open_lines[SECOND]["class"], open_lines[SECOND]["holder"], open_lines[SECOND]["issued_at"] is not None), ("out", "㐀明远", True))
    findings += expect(open_lines[THIRD]["class"], "found")
    findings += refused(M.run("sweep", "close", user="security"), 1, "people-inside")
    M.empty_room()
    findings += refused(M.run("sweep", "close", user="security"), 1, "sweep-unexplained")
    findings += refused(M.run("sweep", "sign", user="security"), 1, "sweep-unexplained")

    M.good("sweep", "missing", SECOND, "--from", "-", user="security", said={"told": "保密局值班室", "remark": "未见"})
    for number, line in open_lines.items():
        if number != SECOND and line["class"] in ("found", "in-print") and line["sightings"] > 0:
            M.good("sweep", "recover", number, "--from", "-", user="security", said={"remark": "座位下"})
    for number, line in open_lines.items():
        if line["class"] == "in-print" and line["sightings"] == 0:
            M.good("sweep", "missing", number, "--from", "-", user="security", said={"told": "保密局值班室", "remark": "未打印"})
    findings += refused(M.run("sweep", "close", user="security"), 1, "counts-open")
    M.record_measures("after", "security")
    M.count_blind()
    M.good("sweep", "sign", user="security")
    findings += refused(M.run("sweep", "sign", user="security"), 1, "already-signed")
    findings += refused(M.run("sweep", "close", user="security"), 1, "signatures-missing")
    M.good("sweep", "sign", user="leader")
    status = M.good("sweep", "status", user="auditor")
    findings += expect([signature["user"] for signature in status["signatures"]], ["security", "leader"])
    closed = M.good("sweep", "close", user="security")["sweep"]
    findings += expect((closed["unexplained"], closed["closed_at"] is not None), (0, True))
    findings += expect(state(SECOND), "missing") + expect(state(THIRD), "returned")
    findings += refused(M.run("desk", "issue", "--person", person, "--copy", FOURTH, user="clerk"), 1, "meeting-closed")
    findings += refused(M.run("sweep", "start", user="security"), 1, "meeting-closed")
    findings += expect(M.good("paper", "show", M.paper, user="auditor")["balance"]["holds"], True)
    M.good("report", "sweep", user="security")
    return findings + expect(M.good("ledger", "verify", user="auditor")["verified"], True)


tap.main()
