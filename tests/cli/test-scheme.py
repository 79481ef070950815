#!/usr/bin/python3
"""Schemes of marks and active content, through the real msk: who may change them, and what they do to papers and copies. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import pathlib
import subprocess

import msk
import tap

FIXTURES = pathlib.Path(os.environ["MSK_BUILD_ROOT"]) / "tests" / "worker" / "fixtures"


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def levels(answer):
    return {level["level"]: (level["word"], level["years"], level["authority"]) for level in answer["scheme"]["levels"]}


def make_meeting(vault, **changes):
    return vault.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, **changes})["meeting"]


def add(vault, *words, file=msk.SAMPLE_PAPER, **changes):
    details = vault.write("paper.json", json.dumps({**msk.PAPER, **changes}))
    return vault.run("paper", "add", file, "--from", details, *words, user="organiser")


def read_text(pdf, *options):
    return subprocess.run(["pdftotext", "-layout", *options, pdf, "-"], check=True, capture_output=True, text=True).stdout


@tap.check("/cli/scheme/list-and-show-what-the-program-comes-with")
def shown():
    vault = msk.Vault()
    listed = vault.good("appliance", "scheme-list", user="clerk")
    findings = expect(([scheme["name"] for scheme in listed["schemes"]], listed["chosen"]), (["chinese", "english"], "chinese"))
    findings += expect(levels(vault.good("appliance", "scheme-show", user="security")),
                       {"top-secret": ("绝密", 30, "originator"), "secret": ("机密", 20, "county-leader"), "confidential": ("秘密", 10, "county-leader")})
    findings += expect(levels(vault.good("appliance", "scheme-show", "english", user="security"))["secret"], ("SECRET", 20, "county-leader"))
    findings += expect("绝密★30年" in vault.plain("appliance", "scheme-show", user="security").output, True)
    return findings + refused(vault.run("appliance", "scheme-show", "klingon", user="security"), 2, "not-found")


@tap.check("/cli/scheme/only-the-security-officer-changes-it-and-the-ledger-says-so")
def changed():
    vault = msk.Vault()
    change = {"rule": "national", "secret_years": 15, "confidential_authority": "originator"}
    findings = []
    for user in msk.USERS:
        if user != "security":
            findings += refused(vault.run("appliance", "scheme-set", "--from", "-", user=user, said=change), 3, "role")
    findings += expect(levels(vault.good("appliance", "scheme-set", "--from", "-", user="security", said=change)),
                       {"top-secret": ("绝密", 30, "originator-or-superior"), "secret": ("机密", 15, "unit-leader"),
                        "confidential": ("秘密", 10, "originator")})
    for wrong in ({"secret_years": 21}, {"top_secret_authority": "unit-leader"}, {"rule": "none"}, {"secret_years": 0}):
        findings += refused(vault.run("appliance", "scheme-set", "--from", "-", user="security", said=wrong), 2, "bad-value")
    findings += refused(vault.run("appliance", "scheme-set", "--from", "-", user="security", said={"scheme": "klingon"}), 2, "not-found")
    entries = [entry for entry in vault.good("ledger", "list", "--appliance", user="auditor")["entries"] if entry["act"] == "scheme-change"]
    return findings + expect([json.loads(entry["details"])["secret"] for entry in entries], ["15 unit-leader"])


@tap.check("/cli/scheme/a-mark-that-the-scheme-forbids-is-refused-with-its-reason")
def marks():
    vault = msk.Vault()
    make_meeting(vault)
    findings = []
    for level, period, reason in (("confidential", "30年", "at most 10 years"), ("confidential", "秘密★30年", "at most 10 years"),
                                  ("secret", "长期", "unlimited"), ("secret", "机密★长期", "unlimited"),
                                  ("secret", "20年★机密", "wrong way round"), ("secret", "绝密★20年", "correct one of the two")):
        answer = add(vault, level=level, period=period)
        findings += refused(answer, 1, "mark-forbidden") + expect(reason in answer.json["error"]["message"], True)
    paper = add(vault, period="机密★10年").json["paper"]
    return findings + expect(vault.good("paper", "show", paper, user="organiser")["paper"]["period"], "10年")


@tap.check("/cli/scheme/a-meeting-keeps-the-scheme-that-it-was-made-with")
def kept():
    vault = msk.Vault()
    first = make_meeting(vault)
    vault.good("appliance", "scheme-set", "--from", "-", user="security", said={"secret_years": 5})
    second = make_meeting(vault, number="二")
    findings = expect(add(vault, "--meeting", second).code, "mark-forbidden")
    shown = [vault.good("meeting", "show", "--meeting", meeting, user="organiser")["meeting"]["scheme"] for meeting in (first, second)]
    findings += expect([scheme["levels"][1]["years"] for scheme in shown], [20, 5])
    details = vault.write("paper.json", json.dumps(msk.PAPER))
    vault.good("paper", "add", msk.SAMPLE_PAPER, "--from", details, "--meeting", first, user="organiser")
    return findings


@tap.check("/cli/scheme/copying-is-approved-by-who-the-scheme-names")
def approved():
    findings = []
    for rule, standing, status in (("strict", None, 1), ("strict", "unit", 1), ("strict", "county", 0), ("national", None, 0)):
        vault = msk.Vault()
        vault.good("appliance", "scheme-set", "--from", "-", user="security", said={"rule": rule})
        make_meeting(vault, number=f"{rule} {standing}")
        paper = add(vault).json["paper"]
        approval = {**msk.APPROVAL, "standing": standing} if standing else {key: value for key, value in msk.APPROVAL.items() if key != "standing"}
        answer = vault.run("paper", "approve", vault.request(paper), "--from", "-", user="leader", said=approval)
        findings += expect((answer.status, answer.code), (status, "not-the-authority" if status else None))
    return findings


@tap.check("/cli/scheme/english-copies-say-their-level-their-mark-and-copy-n-of-m")
def english():
    vault = msk.Vault()
    vault.good("appliance", "scheme-set", "--from", "-", user="security", said={"scheme": "english"})
    vault.good("appliance", "printer-add", "folder", "--kind", "folder", "--place", "print room", user="security")
    make_meeting(vault)
    paper = add(vault, level="top-secret", period="TOP SECRET ★ 25 years").json["paper"]
    findings = []
    for copies, seen in ((3, ["Copy 1 of 3", "Copy 2 of 3", "Copy 3 of 3"]), (2, ["Copy 4 of 5", "Copy 5 of 5"])):
        before = set(vault.papers.glob("*.pdf")) if vault.papers.exists() else set()
        vault.approve(paper, copies=copies)
        vault.good("copy", "reserve", paper, copies, user="clerk")
        vault.good("copy", "print", paper, "--printer", "folder", user="clerk")
        printed = sorted(set(vault.papers.glob("*.pdf")) - before)
        findings += expect(len(printed), copies)
        for file, words in zip(printed, seen):
            text = read_text(file, "-f", "1", "-l", "1")
            findings += expect((text.count("TOP SECRET"), "TOP SECRET ★ 25 years" in text, words in text, "绝密" in text), (3, True, True, False))
    return findings


@tap.check("/cli/content/what-a-file-does-is-removed-and-kept-on-record-or-a-reason-to-refuse-it")
def content():
    vault = msk.Vault()
    make_meeting(vault)
    findings = expect(vault.good("appliance", "content-show", user="organiser"), {"active_content": "remove"})
    answer = add(vault, file=FIXTURES / "links-out.pdf").json
    findings += expect(answer["warnings"], ["Removed from the file: links out of the file."])
    findings += expect(vault.good("paper", "show", answer["paper"], user="clerk")["paper"]["removed"], ["external-link"])
    vault.good("report", "copies", "--output", vault.path / "report.pdf", user="organiser")
    findings += expect("links out of the file" in read_text(vault.path / "report.pdf"), True)
    findings += refused(vault.run("appliance", "content-set", "refuse", user="administrator"), 3, "role")
    findings += refused(vault.run("appliance", "content-set", "keep", user="security"), 2, "usage")
    vault.good("appliance", "content-set", "refuse", user="security")
    refusal = add(vault, file=FIXTURES / "active.pdf", document_number="二")
    findings += refused(refusal, 2, "pdf-active-content")
    findings += expect(all(word in refusal.json["error"]["message"] for word in ("scripts", "the start of a program", "files within the file")), True)
    findings += expect(add(vault, file=FIXTURES / "links-within.pdf", document_number="三").status, 0)
    acts = [entry["act"] for entry in vault.good("ledger", "list", "--appliance", user="auditor")["entries"]]
    return findings + expect(acts.count("active-content-change"), 1)


tap.main()
