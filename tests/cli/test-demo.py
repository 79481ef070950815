#!/usr/bin/python3
"""The demonstration keeps what it promises, read back from its papers and its vault. SPDX-License-Identifier: GPL-3.0-or-later"""

import csv
import io
import json
import pathlib
import subprocess

import msk
import tag_reader
import tap

PLACE = msk.Place()
DEMO = PLACE.good("demo", "--attendees", 12, "--copies", 4)
PLACE.write("passphrase", DEMO["passphrase"])


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def files(demo, kind):
    return [pathlib.Path(file["path"]) for file in demo["files"] if file["kind"] == kind]


def figures(demo):
    return {key: demo[key] for key in ("attendees", "copies", "balance")}


@tap.check("/cli/demo/its-figures-are-those-of-the-meeting")
def facts():
    return expect(figures(DEMO), {"attendees": {"listed": 12, "approved": 11, "rejected": 1},
                                  "copies": {"approved": 12, "reserved": 12, "good": 12, "issued": 12, "returned": 11, "missing": 1},
                                  "balance": {"holds": True}}) + expect(DEMO["ledger"]["verified"], True) + expect(
        [len(files(DEMO, kind)) for kind in ("copy", "badge", "report", "label")], [12, 11, 6, 1]) + expect(
        DEMO["carriers"], {"registered": 4, "issued": 3, "returned": 3, "holds": True}) + expect(
        DEMO["door"]["admitted"], 11) + expect(DEMO["door"]["stopped"], 1) + expect(
        (DEMO["opened"], DEMO["measures"] > 20, DEMO["devices"], len(files(DEMO, "tag"))), (True, True, {"deposited": 3, "given_back": 3}, 1))


@tap.check("/cli/demo/its-figures-are-those-of-the-register")
def register():
    copies = PLACE.good("copy", "list", user="auditor")["copies"]
    people = PLACE.good("attendee", "list", user="auditor")["attendees"]
    states = [copy["state"] for copy in copies]
    verified = PLACE.good("ledger", "verify", user="auditor")
    findings = expect((len(people), states.count("returned"), states.count("missing"), len(states)), (12, 11, 1, 12))
    findings += expect([person["vetting"] for person in people].count("rejected"), 1)
    # Signing in to look added nothing but what a look adds.
    if sum(ledger["entries"] for ledger in verified["ledgers"]) < DEMO["ledger"]["entries"]:
        findings.append("the ledger has fewer entries than the demonstration counted")
    sweep = PLACE.good("sweep", "status", user="auditor")
    return findings + expect((sweep["sweep"]["missing"], sweep["sweep"]["recovered"], sweep["sweep"]["unexplained"]), (1, 1, 0)) + expect(
        {signature["role"] for signature in sweep["signatures"]}, {"security-officer", "responsible-leader"})


@tap.check("/cli/demo/every-file-is-a-private-pdf-with-its-pages")
def pdfs():
    findings = []
    for file in DEMO["files"]:
        path = pathlib.Path(file["path"])
        if path.read_bytes()[:5] != b"%PDF-" or path.stat().st_mode & 0o077 or path.parent.stat().st_mode & 0o077:
            findings.append(f"{file}: no PDF, or not private")
    known = {file["path"] for file in DEMO["files"]}
    return findings + expect({str(path) for path in PLACE.papers.iterdir()}, known)


def read_demo_tags():
    """Serial and page of every page of every copy of the demonstration, and its codes."""
    found = {}
    for pdf in files(DEMO, "copy"):
        for page, codes in enumerate(tag_reader.read_pages(pdf), start=1):
            if len(codes) != 1:
                raise AssertionError(f"{pdf.name} page {page}: {len(codes)} tags")
            found[codes[0]] = (pdf.name, page)
    return found


TAGS = read_demo_tags()


@tap.check("/cli/demo/every-page-of-every-copy-reads-back")
def readable():
    serials = {copy["serial"]: copy["number"] for copy in PLACE.good("copy", "list", user="auditor")["copies"]}
    findings = expect(len(TAGS), 4 * (4 + 12 + 30))
    for code, (name, page) in TAGS.items():
        if int(code[2:11]) not in serials or int(code[11:15]) != page:
            findings.append(f"{name} page {page} bears a tag of another copy or page")
    return findings


@tap.check("/cli/demo/the-desk-knows-each-of-those-tags-and-refuses-a-changed-digit")
def known():
    # The meeting is closed, so that nothing moves; whose tag it is, the desk still says.
    desk = msk.Scan(PLACE, "--mode", "return")
    findings = []
    for code, (name, page) in TAGS.items():
        answer = desk.say(code)
        if answer["page"] != page or answer["number"] is None or answer["code"] in ("forged-tag", "foreign-code", "void-tag"):
            findings.append(f"{name} page {page}: {answer}")
        changed = code[:-1] + str((int(code[-1]) + 1) % 10)
        if desk.say(changed)["code"] not in ("forged-tag", "foreign-code"):
            findings.append(f"{name} page {page}: a changed digit passed")
    status, _ = desk.end()
    return findings[:5] + expect(status, 0)


@tap.check("/cli/demo/nothing-of-it-can-be-read-in-the-vault")
def sealed():
    text = (tap.SOURCE / "data/demo/attendees.csv").read_bytes().decode("gb18030")
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:13]
    meeting = PLACE.good("meeting", "show", user="auditor")["meeting"]
    papers = PLACE.good("paper", "list", user="auditor")["papers"]
    words = {field for row in rows for field in row[:3]} | {meeting["title"], meeting["venue"], meeting["leader"], meeting["number"]}
    words |= {paper[key] for paper in papers for key in ("title", "document_number", "originator", "sha256")} | set(TAGS)
    forms = {word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    forms |= {b"%PDF-", b"SQLite format 3"}
    # A single character or two are found in any file of random bytes.
    forms = {form for form in forms if len(form) >= 5}
    contents = {path: path.read_bytes() for path in PLACE.vault.rglob("*") if path.is_file()}
    findings = [f"{path.name} holds {form!r}" for path, content in contents.items() for form in forms if form in content]
    findings += [f"the name {path.name} tells something" for path in [*contents, *PLACE.papers.iterdir()] for word in words if word in path.name]
    # The search would find them where they are open.
    if not any(b"%PDF-" in pdf.read_bytes() for pdf in files(DEMO, "copy")) or len(forms) < 100 or len(contents) < 3:
        findings.append("looked for too little")
    return findings


@tap.check("/cli/demo/refuses-a-place-that-is-taken-and-leaves-it-alone")
def taken():
    before = {path: path.stat().st_mtime_ns for path in PLACE.vault.rglob("*")}
    answer = PLACE.run("demo", "--attendees", 12)
    findings = expect((answer.status, answer.code), (4, "vault-exists")) + expect(
        {path: path.stat().st_mtime_ns for path in PLACE.vault.rglob("*")}, before)
    other = msk.Place()
    other.papers.mkdir()
    answer = other.run("demo", "--attendees", 12)
    return findings + expect((answer.status, answer.code, other.vault.exists()), (4, "vault-exists", False))


@tap.check("/cli/demo/without-a-vault-takes-a-fresh-folder-beside-the-real-one")
def fresh():
    place = msk.Place()
    found = [json.loads(subprocess.run([msk.MSK, "--json", "demo", "--attendees", "3", "--copies", "1"], capture_output=True,
                                       env=msk.environment(place.home)).stdout) for _ in range(2)]
    data = place.home / "data"
    return expect([demo["vault"] for demo in found], [str(data / "meeting-secrecy-kit-demo"), str(data / "meeting-secrecy-kit-demo-2")]) + expect(
        [demo["copies"]["missing"] for demo in found], [1, 1])


SIZES = [((1, 1), {"listed": 1, "approved": 1, "rejected": 0}, {"approved": 3, "reserved": 3, "good": 3, "issued": 3, "returned": 2, "missing": 1}),
         ((130, 2), {"listed": 130, "approved": 120, "rejected": 10}, {"approved": 6, "reserved": 6, "good": 6, "issued": 6, "returned": 5, "missing": 1}),
         ((2, 5), {"listed": 2, "approved": 2, "rejected": 0}, {"approved": 15, "reserved": 15, "good": 15, "issued": 5, "returned": 4, "missing": 1})]
for (people, copies), attendees, wanted in SIZES:
    @tap.check(f"/cli/demo/scales-to-{people}-people-and-{copies}-copies")
    def scaled(people=people, copies=copies, attendees=attendees, wanted=wanted):
        place = msk.Place()
        demo = place.good("demo", "--attendees", people, "--copies", copies)
        names = {person["name"] for person in with_passphrase(place, demo).good("attendee", "list", user="auditor")["attendees"]}
        return expect(figures(demo), {"attendees": attendees, "copies": wanted, "balance": {"holds": True}}) + expect(len(names), people)


def with_passphrase(place, demo):
    place.write("passphrase", demo["passphrase"])
    return place


@tap.check("/cli/demo/in-words-it-says-where-papers-and-reports-lie")
def words():
    place = msk.Place()
    answer = place.plain("demo", "--attendees", 12, "--copies", 4)
    findings = expect((answer.status, answer.errors), (0, ""))
    findings += [f"does not name {name}" for name in (str(place.vault), str(place.papers), DEMO["passphrase"]) if name not in answer.output]
    reports = [line.strip() for line in answer.output.splitlines() if line.startswith("  ")]
    return findings + expect([pathlib.Path(report).read_bytes()[:5] for report in reports], [b"%PDF-"] * 6)


@tap.check("/cli/demo/by-default-has-sixty-people-and-two-copies-to-spare")
def default():
    place = msk.Place()
    demo = place.good("demo")
    copies = demo["copies"]
    return expect(demo["attendees"], {"listed": 60, "approved": 55, "rejected": 5}) + expect(
        (copies["approved"], copies["good"], copies["approved"] - copies["issued"], copies["issued"] - copies["returned"], copies["missing"]),
        (copies["reserved"], copies["reserved"], 6, 1, 1)) + expect((demo["balance"]["holds"], demo["ledger"]["verified"]), (True, True))


tap.main()
