#!/usr/bin/python3
"""Vault, accounts, passphrases, roles and the ledger, through the real msk. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import pathlib
import pty
import re
import select
import signal
import subprocess
import time

import msk
import tap

VAULT = msk.Vault()


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


@tap.check("/cli/vault/create-makes-a-security-officer-and-private-files")
def create():
    place = msk.Place()
    answer = place.good("vault", "create", "--cost", "interactive", user="first")
    exposed = [str(path) for path in [place.vault, *place.vault.rglob("*")] if path.stat().st_mode & 0o077]
    return expect(answer, {"vault": str(place.vault), "user": "first", "role": "security-officer"}) + exposed


@tap.check("/cli/vault/create-refuses-a-vault-that-is-there")
def create_again():
    return refused(VAULT.run("vault", "create", "--cost", "interactive", user="security"), 4, "vault-exists")


@tap.check("/cli/vault/create-refuses-a-weak-passphrase-and-an-unknown-cost")
def weak():
    place = msk.Place()
    short = place.write("short", "1234567")
    findings = refused(place.run("vault", "create", "--user", "x", "--passphrase-file", short), 2, "weak-passphrase")
    findings += refused(place.run("vault", "create", "--cost", "none", user="x"), 2, "usage")
    return findings + expect(place.vault.exists(), False)


@tap.check("/cli/vault/status-tells-the-role-of-who-can-unlock-it")
def status():
    return expect(VAULT.good("vault", "status", user="auditor"),
                  {"vault": str(VAULT.vault), "exists": True, "user": "auditor", "role": "auditor"})


@tap.check("/cli/vault/wrong-passphrase-and-unknown-user-are-one-refusal")
def wrong():
    wrong_file = VAULT.write("wrong", msk.PASSPHRASE + "x")
    known = VAULT.run("meeting", "list", "--user", "clerk", "--passphrase-file", wrong_file)
    unknown = VAULT.run("meeting", "list", user="nobody")
    return refused(known, 3, "wrong-passphrase") + expect(unknown.json, known.json) + expect(unknown.status, 3)


@tap.check("/cli/vault/second-process-is-told-that-it-is-in-use")
def in_use():
    meeting = msk.Vault()
    meeting.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
    desk = msk.Scan(meeting)
    desk.say("clear")  # answered, so it holds the vault
    second = meeting.run("meeting", "list", user="organiser")
    desk.end()
    return refused(second, 4, "vault-in-use") + expect(meeting.run("meeting", "list", user="organiser").status, 0)


@tap.check("/cli/vault/readable-by-others-is-refused")
def exposed():
    place = msk.Place()
    place.good("vault", "create", "--cost", "interactive", user="security")
    place.vault.chmod(0o755)
    return refused(place.run("user", "list", user="security"), 4, "vault-exposed")


@tap.check("/cli/vault/a-damaged-register-is-told-of-in-one-sentence")
def damaged():
    """The first register that a process opens is the one where SQLCipher would speak on standard error itself."""
    place = msk.Vault()
    with open(place.vault / "appliance.db", "r+b") as file:
        file.seek(1500)
        byte = file.read(1)
        file.seek(1500)
        file.write(bytes([byte[0] ^ 1]))
    answer = place.run("ledger", "verify", user="auditor")
    plain = place.plain("ledger", "verify", user="auditor")
    return refused(answer, 4, "vault-damaged") + expect(plain.status, 4) + expect(plain.errors.count("\n"), 1) + expect(plain.output, "")


@tap.check("/cli/vault/environment-names-place-user-and-passphrase")
def environment():
    done = subprocess.run([msk.MSK, "--json", "user", "list"], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env=msk.environment(VAULT.home, MSK_VAULT=str(VAULT.vault), MSK_USER="security",
                                              MSK_PASSPHRASE_FILE=str(VAULT.passphrase)))
    return expect({user["name"]: user["role"] for user in json.loads(done.stdout)["users"]}, msk.USERS)


@tap.check("/cli/user/list-remove-and-a-name-is-not-given-again")
def users():
    VAULT.good("user", "add", "late", "--role", "desk-clerk", "--new-passphrase-file", VAULT.passphrase, user="security")
    findings = expect(VAULT.run("meeting", "list", user="late").status, 0)
    VAULT.good("user", "remove", "late", user="security")
    findings += refused(VAULT.run("meeting", "list", user="late"), 3, "wrong-passphrase")
    findings += refused(VAULT.run("user", "add", "late", "--role", "auditor", "--new-passphrase-file", VAULT.passphrase, user="security"),
                        1, "exists")
    return findings + expect([user["removed"] for user in VAULT.good("user", "list", user="security")["users"] if user["name"] == "late"], [True])


@tap.check("/cli/user/no-name-looks-like-another")
def look_alikes():
    """With Cyrillic letters, in capitals, full width, a one for an l."""
    findings = []
    for name in ("s\u0435curity", "SECURITY", "\uff53\uff45\uff43urity", "c1erk", "org\u0430niser"):
        done = VAULT.run("user", "add", name, "--role", "auditor", "--new-passphrase-file", VAULT.passphrase, user="security")
        findings += refused(done, 1, "exists")
    return findings + expect(len(VAULT.good("user", "list", user="security")["users"]), len(msk.USERS) + 1)


@tap.check("/cli/user/the-last-security-officer-stays")
def last():
    return refused(VAULT.run("user", "remove", "security", user="security"), 1, "last-security-officer") + refused(
        VAULT.run("user", "remove", "nobody", user="security"), 2, "not-found")


@tap.check("/cli/user/unknown-role-is-a-mistake-in-the-call")
def unknown_role():
    return refused(VAULT.run("user", "add", "x", "--role", "boss", "--new-passphrase-file", VAULT.passphrase, user="security"), 2, "usage")


@tap.check("/cli/user/both-passphrases-may-come-through-one-descriptor")
def change():
    place = msk.Place()
    place.good("vault", "create", "--cost", "interactive", user="security")
    said = msk.PASSPHRASE + "\nanother one entirely\n"
    done = place.run("user", "passphrase", "--user", "security", "--passphrase-fd", 0, "--new-passphrase-fd", 0, said=said)
    new = place.write("new", "another one entirely")
    return expect(done.status, 0) + refused(place.run("user", "list", user="security"), 3, "wrong-passphrase") + expect(
        place.run("user", "list", "--user", "security", "--passphrase-file", new).status, 0)


ROLES = [
    ("organiser", ["user", "add", "x", "--role", "auditor", "--new-passphrase-file", "PASSPHRASE"], ""),
    ("clerk", ["appliance", "printer-add", "p", "--kind", "folder", "--place", "here"], ""),
    ("security", ["meeting", "create", "--from", "-"], msk.MEETING),
    ("administrator", ["meeting", "show"], ""),
    ("organiser", ["attendee", "approve-rest", "--from", "-"], {"reason": "x"}),
    ("organiser", ["attendee", "seal"], ""),
    ("clerk", ["paper", "approve", "1", "--from", "-"], msk.APPROVAL),
    ("organiser", ["copy", "reserve", "1", "1"], ""),
    ("auditor", ["copy", "confirm", "1"], ""),
    ("leader", ["desk", "issue", "--person", "1", "--copy", "1"], ""),
    ("clerk", ["sweep", "start"], ""),
    ("clerk", ["sweep", "close"], ""),
    ("clerk", ["report", "copies"], ""),
    ("clerk", ["ledger", "list"], ""),
]
VAULT.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
for user, words, said in ROLES:
    @tap.check(f"/cli/role/{user}-may-not-{words[0]}-{words[1]}")
    def role(user=user, words=words, said=said):
        answer = VAULT.run(*[str(VAULT.passphrase) if word == "PASSPHRASE" else word for word in words], user=user, said=said)
        return refused(answer, 3, "role")


@tap.check("/cli/role/a-scan-of-the-wrong-role-ends-with-its-status")
def scan_role():
    desk = msk.Scan(VAULT, user="organiser")
    said = desk.say("12345")
    status, _ = desk.end()
    return expect((said["tone"], said["code"], status), ("alarm", "role", 3))


@tap.check("/cli/process/keeps-no-core-and-makes-private-files")
def hardening():
    desk = msk.Scan(VAULT)
    desk.say("clear")
    limits = pathlib.Path(f"/proc/{desk.process.pid}/limits").read_text()
    mask = re.search(r"^Umask:\s+(\d+)$", pathlib.Path(f"/proc/{desk.process.pid}/status").read_text(), re.M)[1]
    desk.end()
    return expect(re.search(r"^Max core file size\s+(\S+)\s+(\S+)", limits, re.M).groups(), ("0", "0")) + expect(mask, "0077")


class Terminal:
    """msk with a terminal of its own to ask on."""

    def __init__(self, *words):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execve(words[0], words, msk.environment(VAULT.home))
        self.seen = ""

    def read_until(self, wanted):
        while wanted not in self.seen:
            if not select.select([self.master], [], [], 60)[0]:
                raise AssertionError(f"waited in vain for {wanted!r} after {self.seen!r}")
            try:
                data = os.read(self.master, 4096)
            except OSError:
                data = b""
            if not data:
                raise AssertionError(f"ended without {wanted!r}: {self.seen!r}")
            self.seen += data.decode(errors="replace")

    def type(self, text):
        os.write(self.master, text.encode())

    def end(self):
        while True:
            try:
                data = os.read(self.master, 4096)
            except OSError:
                break
            if not data:
                break
            self.seen += data.decode(errors="replace")
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.master)
        return os.waitstatus_to_exitcode(status)


@tap.check("/cli/terminal/asks-twice-for-a-new-passphrase-and-shows-nothing")
def ask():
    place = msk.Place()
    terminal = Terminal(str(msk.MSK), "--vault", str(place.vault), "--user", "security", "vault", "create", "--cost", "interactive")
    terminal.read_until("Passphrase: ")
    terminal.type(msk.PASSPHRASE + "\n")
    terminal.read_until("The same once more: ")
    terminal.type(msk.PASSPHRASE + "\n")
    status = terminal.end()
    return expect(status, 0) + expect(msk.PASSPHRASE in terminal.seen, False) + expect(place.run("user", "list", user="security").status, 0)


@tap.check("/cli/terminal/two-different-passphrases-make-no-vault")
def ask_different():
    place = msk.Place()
    terminal = Terminal(str(msk.MSK), "--vault", str(place.vault), "--user", "security", "vault", "create", "--cost", "interactive")
    terminal.read_until("Passphrase: ")
    terminal.type(msk.PASSPHRASE + "\n")
    terminal.read_until("The same once more: ")
    terminal.type(msk.PASSPHRASE + "x\n")
    return expect(terminal.end(), 2) + expect(place.vault.exists(), False)


@tap.check("/cli/terminal/an-interrupt-leaves-the-terminal-speaking")
def interrupt():
    # A shell lives on after msk, as the user's does, and tells how the terminal was left.
    command = f"{msk.MSK} --vault {VAULT.vault} --user clerk meeting list; stty -a; echo end"
    terminal = Terminal("/bin/bash", "-c", "trap : INT; " + command)
    terminal.read_until("Passphrase: ")
    terminal.type("half of it\x03")
    terminal.read_until("end")
    terminal.end()
    return expect(re.search(r"\s(-?echo)\b", terminal.seen.split("Passphrase: ")[1])[1], "echo") + expect("half" in terminal.seen, False)


@tap.check("/cli/ledger/verify-checks-the-appliance-and-every-meeting")
def verify():
    answer = VAULT.good("ledger", "verify", user="auditor")
    appliance_alone = VAULT.good("ledger", "verify", "--appliance", user="security")
    kinds = [(ledger["ledger"], ledger.get("meeting"), ledger["verified"]) for ledger in answer["ledgers"]]
    return expect(kinds, [("appliance", None, True), ("meeting", 1, True)]) + expect(len(appliance_alone["ledgers"]), 1) + expect(
        answer["verified"], True)


@tap.check("/cli/ledger/list-gives-the-newest-first-and-no-more-than-asked")
def entries():
    found = VAULT.good("ledger", "list", "--appliance", "--max", 3, user="auditor")["entries"]
    numbers = [entry["sequence"] for entry in found]
    return expect(numbers, sorted(numbers, reverse=True)) + expect(len(numbers), 3) + refused(
        VAULT.run("ledger", "list", "--max", 0, user="auditor"), 2, "usage")


def break_ledger(place, which, sequence):
    subprocess.run([os.environ["MSK_BREAK_LEDGER"], place.vault, "auditor", which, str(sequence)], input=msk.PASSPHRASE, text=True, check=True)


for which in ("appliance", "meeting"):
    @tap.check(f"/cli/ledger/one-changed-byte-in-the-{which}s-is-named")
    def broken(which=which):
        place = msk.Vault()
        place.good("meeting", "create", "--from", "-", user="organiser", said=msk.MEETING)
        for title in ("a", "b"):
            place.good("meeting", "agenda-add", "--from", "-", user="organiser", said={"title": title, "level": "secret", "recording": "none"})
        break_ledger(place, which, 2)
        answer = place.run("ledger", "verify", user="auditor")
        plain = place.plain("ledger", "verify", user="auditor")
        findings = refused(answer, 4, "ledger-broken") + expect(plain.status, 4)
        if not re.search(r"\bentry 2\b", answer.json["error"]["message"]) or "entry 2" not in plain.errors:
            findings.append("does not name the entry: " + answer.output)
        wrong = answer.json["ledgers"][-1]
        return findings + expect((wrong["ledger"], wrong["verified"], wrong["wrong_entry"]), (which, False, 2))


tap.main()
