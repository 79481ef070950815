#!/usr/bin/python3
"""The ledger's head on paper: seal sheets, and what they say of a vault that was put back. SPDX-License-Identifier: GPL-3.0-or-later"""

import os
import shutil
import subprocess

import msk
import tag_reader
import tap

M = msk.Meeting()
M.fill_room()


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def make_sheet(place=M, user="security", *words):
    """The codes on a new seal sheet: the meeting's, the appliance's."""
    path = place.good("ledger", "seal", *words, user=user)["path"]
    codes = [code for page in tag_reader.read_pages(path, several=True) for code in page]
    return sorted(codes, key=lambda code: code[2:11], reverse=True)


def check(code, place=M, user="security", *words):
    return place.run("ledger", "check-seal", *words, user=user, said=code)


class Kept:
    """The vault as it was, to be put back."""

    def __init__(self, place):
        self.place = place
        self.copy = place.path / "kept"
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(place.vault, self.copy)

    def put_back(self):
        shutil.rmtree(self.place.vault)
        shutil.copytree(self.copy, self.place.vault)


@tap.check("/cli/seal/a-sheet-has-both-heads-and-each-is-contained")
def contained():
    codes = make_sheet()
    findings = expect([(len(code), code[:2], int(code[2:11])) for code in codes], [(125, "15", 1), (125, "15", 0)])
    for code, ledger in zip(codes, ("meeting", "appliance")):
        answer = check(code)
        findings += expect((answer.status, answer.json["contained"], answer.json["seal"]["ledger"]), (0, True, ledger))
        findings += expect(answer.json["seal"]["sequence"], int(code[11:25]))
    return findings


@tap.check("/cli/seal/typed-in-groups-it-is-the-same-and-every-role-but-one-may-check")
def groups():
    code = make_sheet()[0]
    typed = " ".join(code[i:i + 5] for i in range(0, len(code), 5))
    findings = []
    for user in ("organiser", "leader", "clerk", "security", "auditor"):
        findings += expect(check(typed + "\r", user=user).status, 0)
    return findings + refused(check(code, user="administrator"), 3, "role")


@tap.check("/cli/seal/what-happens-later-leaves-it-contained-and-checking-writes-nothing")
def later():
    codes = make_sheet()
    M.good("desk", "issue", "--person", M.people["林怀瑾"], "--copy", M.copies[0], user="clerk")
    before = M.good("ledger", "list", user="auditor")["entries"]
    findings = [str(check(code).output) for code in codes if check(code).status != 0]
    return findings + expect(M.good("ledger", "list", user="auditor")["entries"], before)


@tap.check("/cli/seal/the-register-numbers-every-sheet-and-the-ledger-has-its-entry")
def register():
    before = M.good("ledger", "seals", user="auditor")["seals"]
    code = make_sheet(M, "clerk", "--station", "paper store")[0]
    seals = M.good("ledger", "seals", user="auditor")["seals"]
    last = seals[-1]
    entry = [entry for entry in M.good("ledger", "list", user="auditor")["entries"] if entry["act"] == "ledger-seal"][0]
    return expect(seals[:-1], before) + expect([seal["seal"] for seal in seals], list(range(1, len(seals) + 1))) + expect(
        (last["user"], last["station"], last["occasion"], last["sequence"]), ("clerk", "paper store", "sheet", int(code[11:25]))) + expect(
        (entry["sequence"], entry["subject"], entry["station"]), (last["sequence"], f"seal {last['seal']}", "paper store")) + expect(
        M.plain("report", "seals", "--output", M.path / "seals.pdf", user="auditor").status, 0)


@tap.check("/cli/seal/codes-that-are-none-are-told-apart")
def wrong():
    code = make_sheet()[0]
    other = msk.Meeting()
    changed = code[:30] + str((int(code[30]) + 1) % 10) + code[31:]
    wanted = {"": "foreign-code", "hello": "foreign-code", "11000000001000112345678901234567890": "foreign-code", code[:-1]: "cut-code",
              code + code: "cut-code", code[:-1] + str((int(code[-1]) + 1) % 10): "forged-tag", changed: "forged-tag",
              make_sheet(other)[0]: "forged-tag"}
    return [finding for said, name in wanted.items() for finding in refused(check(said), 1, name)]


@tap.check("/cli/seal/a-seal-at-the-desk-is-no-copy")
def at_the_desk():
    code = make_sheet()[0]
    with msk.Scan(M) as desk:
        said = desk.say(code)
    return expect((said["code"], said["tone"]), ("foreign-code", "refused"))


@tap.check("/cli/seal/of-another-meeting-is-named-and-found-when-none-was-asked-for")
def other_meeting():
    first = make_sheet(M, "security", "--meeting", "1")[0]
    M.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "密会〔2031〕6号"})
    second = make_sheet(M, "security", "--meeting", "2")[0]
    findings = expect([check(code).status for code in (first, second)], [0, 0])
    answer = check(first, M, "security", "--meeting", "2")
    return findings + refused(answer, 1, "other-meeting") + expect(answer.json["seal"]["meeting"], 1) + refused(
        check(second, M, "security", "--meeting", "1"), 1, "other-meeting")


@tap.check("/cli/seal/an-older-vault-put-back-is-named-by-the-sheet")
def older():
    place = msk.Meeting()
    place.fill_room()
    kept = Kept(place)
    place.good("desk", "issue", "--person", place.people["林怀瑾"], "--copy", place.copies[0], user="clerk")
    codes = make_sheet(place)
    kept.put_back()
    findings = expect(place.good("ledger", "verify", user="auditor")["verified"], True)  # by itself it sees nothing
    answer = check(codes[0], place)
    findings += refused(answer, 1, "seal-not-contained")
    if "older" not in answer.json["error"]["message"]:
        findings.append("not called older: " + answer.json["error"]["message"])
    return findings + expect(answer.json["seal"]["sequence"], int(codes[0][11:25]))


@tap.check("/cli/seal/an-older-vault-that-grew-past-the-seal-is-named-too")
def grown():
    place = msk.Meeting()
    place.fill_room()
    kept = Kept(place)
    place.good("desk", "issue", "--person", place.people["林怀瑾"], "--copy", place.copies[0], user="clerk")
    codes = make_sheet(place)
    kept.put_back()
    for _ in range(4):
        make_sheet(place)
    findings = expect(place.good("ledger", "verify", user="auditor")["verified"], True)
    for code in codes:
        answer = check(code, place)
        findings += refused(answer, 1, "seal-not-contained")
        if "written anew" not in answer.json["error"]["message"]:
            findings.append("not called written anew: " + answer.json["error"]["message"])
    return findings


@tap.check("/cli/seal/a-vault-from-before-the-meeting-is-named")
def before_the_meeting():
    place = msk.Vault()
    kept = Kept(place)
    place.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
    code = make_sheet(place)[0]
    kept.put_back()
    return refused(check(code, place), 1, "seal-not-contained")


@tap.check("/cli/seal/a-broken-chain-below-the-seal-is-broken")
def broken():
    place = msk.Meeting()
    code = make_sheet(place)[0]
    subprocess.run([os.environ["MSK_BREAK_LEDGER"], place.vault, "security", "meeting", "3"], input=msk.PASSPHRASE, text=True, check=True)
    return refused(check(code, place), 4, "ledger-broken")


@tap.check("/cli/seal/the-sweep-report-bears-a-seal")
def sweep():
    place = msk.Meeting()
    place.good("sweep", "start", user="security")
    path = place.good("report", "sweep", user="security")["path"]
    codes = [code for page in tag_reader.read_pages(path, several=True) for code in page]
    return expect([len(code) for code in codes], [125, 125]) + expect([check(code, place).status for code in codes], [0, 0]) + expect(
        place.good("ledger", "seals", user="auditor")["seals"][0]["occasion"], "sweep")


tap.main()
