#!/usr/bin/python3
"""Receipts: signed on a pad, on paper, by whom, and what is not signed for, through msk. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib
import signal
import subprocess
import tempfile

import msk
import tap

MEETING = msk.Meeting()
MEETING.fill_room()
FIRST, SECOND, UNCLEARED, REJECTED = (MEETING.people[name] for name in ("㐀明远", "林怀瑾", "周砚秋", "沈知行"))
STROKES = "1:400;100,200,0 300,-50,40 10,60,60;500,100,900 0,200,100"


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def clerk(*words, said=None, user="clerk"):
    return MEETING.run("desk", *words, *(["--from", "-"] if said is not None else []), user=user, said="" if said is None else said)


def sign(kind, person, *signer, strokes=STROKES, user="clerk"):
    return clerk("sign", kind, person, *signer, said={"strokes": strokes}, user=user)


def unsigned():
    return [(group["person_id"], group["kind"], [line["number"] for line in group["lines"]])
            for group in MEETING.good("desk", "unsigned", user="clerk")["unsigned"]]


def issue(person, number):
    MEETING.good("desk", "issue", "--person", person, "--copy", number, user="clerk")


def text_of(path, *options):
    return subprocess.run(["pdftotext", "-layout", *options, path, "-"], check=True, capture_output=True, encoding="utf-8").stdout


@tap.check("/cli/receipts/issued-is-not-yet-signed-for")
def on_screen():
    findings = expect(unsigned(), [])
    issue(FIRST, 1)
    findings += expect(unsigned(), [(FIRST, "issue", [1])])
    receipt = sign("issue", FIRST).json["receipt"]
    findings += expect((receipt["signed"], receipt["way"], receipt["signer"], receipt["strokes"]), (True, "screen", "㐀明远", STROKES))
    return findings + expect(unsigned(), []) + expect(sign("issue", FIRST).code, "nothing-to-sign")


REFUSED = {
    "an-empty-scrawl": (("issue", SECOND), {"strokes": "1:400;1,1,0"}, 2, "bad-signature"),
    "what-is-no-strokes": (("issue", SECOND), {"strokes": "<svg/>"}, 2, "bad-signature"),
    "a-signature-for-another": (("issue", SECOND, FIRST), {}, 1, "not-designated"),
    "somebody-rejected": (("issue", SECOND, REJECTED), {}, 1, "not-designated"),
    "somebody-who-is-not-there": (("issue", SECOND, 99), {}, 2, "not-found"),
    "a-kind-that-is-none": (("loan", SECOND), {}, 2, "usage"),
    "a-return-that-never-was": (("return", SECOND), {}, 1, "nothing-to-sign"),
}

@tap.check("/cli/receipts/refuses/nothing-before-something-is-issued")
def issued():
    issue(SECOND, 2)
    return expect(unsigned(), [(SECOND, "issue", [2])])


for subject, (words, changes, status, code) in REFUSED.items():
    @tap.check("/cli/receipts/refuses/" + subject)
    def refuse(words=words, changes=changes, status=status, code=code):
        before = MEETING.good("desk", "register", user="clerk")["receipts"]
        answer = sign(*words, **changes)
        return expect((answer.status, answer.code), (status, code)) + expect(unsigned(), [(SECOND, "issue", [2])]) + expect(
            MEETING.good("desk", "register", user="clerk")["receipts"], before)


@tap.check("/cli/receipts/printed-two-to-a-sheet-and-entered-by-number")
def on_paper():
    with tempfile.TemporaryDirectory(prefix="msk-receipts-") as folder:
        path = pathlib.Path(folder) / "receipts.pdf"
        MEETING.good("desk", "return", "--copy", 1, user="clerk")
        MEETING.good("desk", "receipts", "issue", "--output", path, user="clerk")
        words = text_of(path)
        findings = [word for word in ("水调〔2031〕12号", "000002", "机密", "Secret", "Receipt no. ", "Page 1 of 1", "林怀瑾") if word not in words]
        findings += expect("000001" in words, False)  # which was signed for
    number = MEETING.good("desk", "unsigned", "--person", SECOND, user="clerk")["unsigned"][0]["receipt"]
    findings += expect((clerk("signed", number, FIRST).code, clerk("signed", 99).code), ("not-designated", "not-found"))
    findings += expect(clerk("signed", number).json["receipt"]["way"], "paper")
    findings += expect((clerk("signed", number).code, unsigned()), ("already-signed", [(FIRST, "return", [1])]))
    return findings + expect(clerk("receipts", "issue").code, "nothing-to-sign")


@tap.check("/cli/receipts/whom-the-leader-designated-signs")
def designated():
    said = {"reference": "领批3号"}
    findings = expect([clerk("designate", FIRST, SECOND, said=said, user=user).code for user in ("clerk", "organiser", "security", "auditor")], ["role"] * 4)
    designation = clerk("designate", FIRST, SECOND, said=said, user="leader").json["designation"]
    findings += expect((clerk("designate", FIRST, SECOND, said=said, user="leader").code, clerk("designate", FIRST, REJECTED, said=said, user="leader").code,
                        clerk("designate", FIRST, FIRST, said=said, user="leader").code), ("nothing-changed", "rejected", "bad-value"))
    receipt = sign("return", FIRST, SECOND).json["receipt"]
    findings += expect((receipt["person"], receipt["signer"], receipt["reference"]), ("㐀明远", "林怀瑾", "领批3号"))
    findings += expect(clerk("designate-end", designation, user="leader").status, 0)
    [ended] = MEETING.good("desk", "designations", "--all", user="clerk")["designations"]
    return findings + expect((MEETING.good("desk", "designations", user="clerk")["designations"], ended["collector"], ended["ended_at"] is not None), ([], "林怀瑾", True))


@tap.check("/cli/receipts/the-meeting-says-whether-they-are-asked-for")
def signing():
    findings = expect(clerk("signing").json["signing"], "printed")
    findings += expect((clerk("signing", "none").code, clerk("signing", "never", user="leader").code), ("role", "usage"))
    issue(FIRST, 4)
    findings += expect(unsigned(), [(FIRST, "issue", [4])])
    findings += expect((clerk("signing", "none", user="security").status, unsigned()), (0, []))
    return findings + expect((clerk("signing", "screen", user="leader").status, unsigned()), (0, [(FIRST, "issue", [4])]))


@tap.check("/cli/receipts/killed-while-somebody-signs-it-is-signed-or-it-is-not")
def killed():
    findings = []
    whole = {"screen": 0, "nothing": 0}
    for turn in range(12):
        process = MEETING.start("--json", "desk", "sign", "issue", FIRST, "--from", "-", user="clerk")
        process.stdin.write('{"strokes": "%s"}' % STROKES)
        process.stdin.close()
        try:
            process.wait(0.02 * turn)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        process.stderr.close()
        left = unsigned()
        receipts = MEETING.good("desk", "register", user="clerk")["receipts"]
        signed = [receipt for receipt in receipts if [line["number"] for line in receipt["lines"]] == [4] and receipt["signed"]]
        findings += expect((len(signed), bool(left)), (0, True) if left else (1, False))
        findings += expect([receipt["strokes"] for receipt in signed], [STROKES] * len(signed))
        findings += expect(MEETING.good("copy", "show", 4, user="clerk")["copy"]["state"], "held")
        whole["screen" if signed else "nothing"] += 1
        if signed:
            break
    findings += expect(MEETING.run("ledger", "verify", user="auditor").status, 0)
    return findings + ([] if whole["nothing"] else ["never killed in the middle: %r" % whole])


@tap.check("/cli/receipts/the-history-of-a-copy-has-its-signatures")
def history():
    lines = [(line["act"], (line.get("receipt") or {}).get("signer"), (line.get("receipt") or {}).get("strokes"))
             for line in MEETING.good("copy", "history", 1, user="clerk")["history"]][-2:]
    return expect(lines, [("copy-issue", "㐀明远", STROKES), ("copy-return", "林怀瑾", STROKES)]) + expect(
        MEETING.run("copy", "history", 99, user="clerk").code, "not-found")


@tap.check("/cli/receipts/the-register-is-a-report")
def report():
    with tempfile.TemporaryDirectory(prefix="msk-receipts-") as folder:
        path = pathlib.Path(folder) / "register.pdf"
        MEETING.good("report", "receipts", "--output", path, user="leader")
        words = " ".join(text_of(path, "-raw").split())
        return [word for word in ("Register of receipts", "㐀明远", "林怀瑾", "领批3号", "on paper", "on the screen", "Not signed for") if word not in words]


tap.main()
