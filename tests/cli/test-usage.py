#!/usr/bin/python3
"""What msk says to command lines and inputs that it can't use. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import pathlib
import re
import subprocess

import msk
import tap

PLACE = msk.Place()


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code)) + (
        [] if answer.json["error"]["message"].endswith(".") else ["the message is no sentence: " + answer.output])


def listed(help_text, heading):
    """The first words of the lines below a heading."""
    block = help_text.split(heading + "\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in block.splitlines()]


COMMANDS = {}
for command in listed(PLACE.plain("--help").output, "Commands:"):
    text = PLACE.plain(command, "--help").output
    COMMANDS[command] = listed(text, "Verbs:") if "Verbs:" in text else []


@tap.check("/cli/help/lists-every-command-of-the-main-job")
def commands():
    wanted = {"demo": [], "vault": ["create", "status"], "user": ["add", "remove", "list", "passphrase", "badge", "no-badge"],
              "appliance": ["content-set", "content-show", "printer-add", "printer-list", "printer-remove", "scheme-list", "scheme-set", "scheme-show"],
              "meeting": ["create", "change", "show", "list", "open", "agenda-add", "agenda", "agenda-change", "agenda-bind", "agenda-free", "agenda-next", "agenda-break",
                          "agenda-end", "room", "agenda-history", "export", "approve-erasure", "erase", "certificate"],
              "measure": ["list", "record", "history", "liaison", "liaisons"],
              "attendee": ["import", "check", "list", "export", "add", "change", "submit", "approve", "approve-rest", "approve-press", "return", "reject", "seal",
                           "withdraw", "badge", "badge-confirm", "badge-reissue", "badge-void", "badge-lost", "badges"],
              "notice": ["texts", "text", "set", "heard", "signed", "sheets", "status", "register", "annul", "show", "poster", "except", "withdraw", "exceptions"],
              "duty": ["list", "show", "set", "assign", "end", "heard", "signed", "sheets", "card"],
              "paper": ["add", "request", "requests", "approve", "refuse", "list", "show", "attach", "revise", "narrow", "counting", "recalled", "preview"],
              "copy": ["reserve", "request", "reproduce", "tree", "recall", "print", "list", "show", "history", "confirm", "spoil", "twice", "never", "never-agree", "spoiled", "void", "reprint",
                       "runs", "clear", "count", "explain"],
              "room": ["enter", "leave", "log"],
              "plan": ["seat", "make", "show", "set", "clear", "names", "no-names"],
              "carrier": ["add", "list", "show", "label", "issue", "override", "return", "spoil", "void", "recover", "missing"],
              "incident": ["list", "show", "open", "told", "set", "close", "report"],
              "door": ["scan", "in", "out", "out-holding", "annul", "count", "log", "inside", "refusals"],
              "desk": ["scan", "issue", "override", "overrides", "return", "parts", "unsigned", "sign", "receipts", "receipt", "signed", "register", "signing", "designate", "designate-end",
                       "designations"],
              "device": ["deposit", "none", "tag", "tag-confirm", "scan", "return", "list", "unclaimed", "found", "claim", "void"], "sweep": ["start", "status", "list", "recover", "missing", "found-late", "spoiled", "spoiled-seen",
                                                                    "spoiled-missing", "zones", "papers", "count", "counts", "damage", "damaged", "left", "left-list", "left-handled", "obstacles", "sign", "close"],
              "handover": ["start", "count", "figure", "status", "compare", "discrepancies", "explain", "incident", "end", "custody", "custody-end", "cancel", "list"],
              "destroy": ["start", "add", "take-out", "propose", "approve", "refuse", "cancel", "begin", "scan", "end", "status", "list", "originator", "originators"],
              "archive": ["file", "hand-over", "list", "request", "approve", "refuse", "lend", "return", "settle", "outstanding"],
              "circulate": ["scan", "start", "override", "end", "list", "due", "slip", "slip-back", "slips"],
              "permit": ["grant", "withdraw", "take", "receipt", "list"],
              "report": ["list", "badges", "copies", "sweep", "carriers", "plan", "packs", "runs", "spoiled", "room", "devices", "unclaimed", "measures", "venue-check", "liaison",
                         "door", "refusals", "inside",
                         "circulation", "chase", "permits", "permit", "loan-slip", "approval", "seals", "briefings", "pledges", "notices", "exceptions", "agenda", "issues", "returns", "handovers", "handover-slip", "destruction", "destructions", "originator", "receipts", "certificate", "dossier",
                         "archive", "archive-card", "archive-receipt", "outstanding", "chase-letters", "open"], "ledger": ["verify", "list", "seal", "seals", "check-seal"]}
    return expect(COMMANDS, wanted)


@tap.check("/cli/help/every-verb-explains-itself")
def verbs():
    findings = []
    for command, names in COMMANDS.items():
        for words in [[command, name] for name in names] or [[command]]:
            answer = PLACE.plain(*words, "--help")
            if answer.status != 0 or answer.errors or f"msk [OPTION…] {' '.join(words)}" not in answer.output or "--json" not in answer.output:
                findings.append(f"{words}: {answer.status} {answer.output[:200]} {answer.errors}")
            # Whoever reads --from is told what to write.
            if ("--from" in answer.output) != ("Members of the JSON object" in answer.output):
                findings.append(f"{words}: --from without its members")
    return findings


@tap.check("/cli/help/describes-the-members-of-a-secret-object")
def members():
    text = PLACE.plain("attendee", "add", "--help").output
    return [f"{name} is not explained" for name in ("name", "unit", "post", "capacity", "clearance") if not re.search(rf"^  {name} ", text, re.M)]


# What an option that does another thing at each verb says there, and what it does not.
OPTIONS = {
    ("notice", "heard", "all"): ("record it for everybody", "list"), ("notice", "signed", "all"): ("record it for everybody", "list"),
    ("duty", "heard", "all"): ("record it for everybody", "list"), ("duty", "signed", "all"): ("record it for everybody", "list"),
    ("notice", "sheets", "all"): ("make one for everybody", "list"), ("duty", "sheets", "all"): ("make one for everybody", "list"),
    ("notice", "texts", "all"): ("every version", "explained"), ("notice", "status", "all"): ("lacks nothing", "explained"),
    ("notice", "exceptions", "all"): ("withdrawn", "explained"), ("archive", "list", "all"): ("over", "explained"),
    ("circulate", "list", "all"): ("turns", "explained"), ("circulate", "slips", "all"): ("slips", "explained"),
    ("desk", "designations", "all"): ("ended", "explained"), ("device", "list", "all"): ("went back", "explained"),
    ("permit", "list", "all"): ("permits", "explained"), ("room", "log", "all"): ("inside", "explained"),
    ("sweep", "list", "all"): ("explained", "record"), ("sweep", "spoiled", "all"): ("sets", "explained"),
    ("desk", "scan", "mode"): ("issue (the default), return, check, sweep, spoil, twice or circulate", "deposit"),
    ("device", "scan", "mode"): ("deposit (the default) or return", "sweep"), ("door", "scan", "mode"): ("in (the default) or out", "issue"),
    ("report", "open", "output"): ("folder", "file"), ("report", "copies", "output"): ("new file", "folder"),
}


@tap.check("/cli/help/an-option-says-what-it-does-at-this-verb")
def options():
    findings = []
    for command, names in COMMANDS.items():
        for name in names:
            lines = re.findall(r"^ +(?:-h, )?--([a-z-]+)(?:=\S+)? *(.*)$", PLACE.plain(command, name, "--help").output, re.M)
            for option, text in lines:
                wanted, unwanted = OPTIONS.pop((command, name, option), ("", "\0"))
                if not text or wanted not in text or unwanted in text:
                    findings.append(f"{command} {name} --{option}: {text}")
    return findings + [f"{words} is not there" for words in OPTIONS]


@tap.check("/cli/help/version-is-that-of-the-project")
def version():
    wanted = re.search(r"version: '([^']+)'", tap.read("meson.build"))[1]
    return expect(PLACE.plain("--version").output, f"msk {wanted}\n")


USAGE = {
    "no-command": [],
    "unknown-command": ["frobnicate"],
    "a-command-of-a-later-issue": ["door", "scan"],
    "no-verb": ["paper"],
    "unknown-verb": ["paper", "shred"],
    "unknown-option": ["paper", "list", "--frobnicate"],
    "option-of-another-verb": ["paper", "list", "--printer", "folder"],
    "missing-argument": ["paper", "show"],
    "surplus-argument": ["paper", "list", "7"],
    "missing-option": ["copy", "print", "1"],
    "missing-object": ["attendee", "reject", "1"],
    "a-number-that-is-none": ["demo", "--copies", "many"],
    "nought-people": ["demo", "--attendees", "0"],
    "a-million-copies": ["demo", "--copies", "1000000"],
    "a-code-as-an-argument": ["desk", "scan", "11000000001000112345678901234567890"],
    "scan-without-its-input": ["desk", "scan"],
    "no-user": ["--passphrase-file", str(PLACE.passphrase), "meeting", "list"],
}
for subject, words in USAGE.items():
    @tap.check("/cli/usage/" + subject)
    def usage(words=words, user=None if subject == "no-user" else "organiser"):
        # With somebody named: a mistake that goes unnoticed would get as far as the missing vault.
        plain = PLACE.plain(*words, user=user)
        return refused(PLACE.run(*words, user=user), 2, "usage") + expect((plain.status, plain.output), (2, "")) + (
            [] if plain.errors.startswith("msk: ") and plain.errors.count("\n") == 1 else [f"said {plain.errors!r}"])


@tap.check("/cli/usage/json-may-stand-anywhere-also-behind-a-mistake")
def json_anywhere():
    answer = PLACE.plain("paper", "--bogus", "list", "--json")
    return refused(answer, 2, "usage")


@tap.check("/cli/usage/words-that-are-not-utf8")
def not_utf8():
    done = subprocess.run([*PLACE.command("--json", "user", "remove", user="x"), b"\xff\xfe"], env=msk.environment(PLACE.home),
                          capture_output=True, text=True)
    return refused(msk.Answer(done), 2, "usage")


@tap.check("/cli/usage/an-answer-that-cannot-be-written-is-a-failure")
def full():
    with open("/dev/full", "w", encoding="utf-8") as full_disk:
        done = subprocess.run(PLACE.command("--json", "vault", "status"), env=msk.environment(PLACE.home), stdout=full_disk,
                              stderr=subprocess.PIPE, text=True)
    return expect(done.returncode, 4)


# Objects for "msk meeting create --from -", which are judged before anybody signs in; a good one gets as far as the missing vault.
GOOD = msk.MEETING
DRAFTS = {
    "a-good-one": (json.dumps(GOOD), 4, "no-vault"),
    "times-in-utc": (json.dumps({**GOOD, "starts": "2031-03-01T01:00:00Z"}), 4, "no-vault"),
    "chinese-level": (json.dumps({**GOOD, "level": "机密"}), 4, "no-vault"),
    "empty": ("", 2, "bad-value"),
    "no-json": ("title=x", 2, "bad-value"),
    "an-array": ("[]", 2, "bad-value"),
    "cut-off": (json.dumps(GOOD)[:-1], 2, "bad-value"),
    "not-utf8": (json.dumps(GOOD, ensure_ascii=False).encode("gb18030").decode("latin-1"), 2, "bad-value"),
    "unknown-member": (json.dumps({**GOOD, "tittle": "x"}), 2, "bad-value"),
    "missing-member": (json.dumps({key: value for key, value in GOOD.items() if key != "title"}), 2, "bad-value"),
    "number-for-a-text": (json.dumps({**GOOD, "title": 7}), 2, "bad-value"),
    "list-for-a-text": (json.dumps({**GOOD, "title": ["x"]}), 2, "bad-value"),
    "null-for-a-text": (json.dumps({**GOOD, "title": None}), 2, "bad-value"),
    "unknown-level": (json.dumps({**GOOD, "level": "cosmic"}), 2, "bad-value"),
    "control-characters": (json.dumps({**GOOD, "title": "a\x1b[2Jb"}), 2, "bad-value"),
    "nul-in-a-text": (json.dumps({**GOOD, "title": "a\0b"}), 2, "bad-value"),
    "no-time": (json.dumps({**GOOD, "starts": "tomorrow"}), 2, "bad-time"),
    "impossible-time": (json.dumps({**GOOD, "starts": "2031-02-30T09:00"}), 2, "bad-time"),
    "over-a-mebibyte": (json.dumps({**GOOD, "title": "x" * (1 << 20)}), 2, "file-too-large"),
}
for subject, (said, status, code) in DRAFTS.items():
    @tap.check("/cli/from/" + subject)
    def draft(said=said, status=status, code=code):
        answer = run_bytes(["meeting", "create", "--from", "-"], said)
        findings = refused(answer, status, code)
        if GOOD["title"] in answer.output or "tittle" in answer.output:
            findings.append("the refusal quotes the secret: " + answer.output)
        return findings


def run_bytes(words, said):
    data = said.encode("latin-1" if max(map(ord, said), default=0) < 256 else "utf-8")
    done = subprocess.run([*PLACE.command("--json", *words, user="organiser")], input=data, env=msk.environment(PLACE.home), capture_output=True)
    return msk.Answer(subprocess.CompletedProcess(words, done.returncode, done.stdout.decode(), done.stderr.decode()))


@tap.check("/cli/from/a-file-that-is-not-there")
def no_file():
    return refused(PLACE.run("meeting", "create", "--from", "/nowhere/x.json", user="organiser"), 4, "file")


@tap.check("/cli/from/a-count-is-a-whole-number-from-one")
def count():
    findings = []
    for copies in (0, -3, 1.5, "5", True, 1 << 40):
        answer = PLACE.run("paper", "approve", 1, "--from", "-", user="leader", said={**msk.APPROVAL, "copies": copies})
        findings += [f"{copies!r}: {finding}" for finding in refused(answer, 2, "bad-value")]
    return findings + refused(PLACE.run("paper", "approve", 1, "--from", "-", user="leader", said=msk.APPROVAL), 4, "no-vault")


def passphrase_file(*words):
    return PLACE.run("meeting", "list", "--user", "x", "--passphrase-file", *words)


@tap.check("/cli/passphrase/a-file-that-others-can-read-is-refused")
def exposed():
    findings = []
    for mode in (0o644, 0o640, 0o604, 0o620, 0o602):
        path = PLACE.write("exposed", msk.PASSPHRASE, mode)
        findings += [f"{mode:o}: {finding}" for finding in refused(passphrase_file(path), 2, "file-refused")]
    return findings


@tap.check("/cli/passphrase/a-private-file-is-taken")
def private():
    return refused(passphrase_file(PLACE.write("private", msk.PASSPHRASE, 0o400)), 4, "no-vault")


@tap.check("/cli/passphrase/a-pipe-in-its-place-is-refused-and-not-waited-for")
def pipe():
    path = PLACE.path / "pipe"
    os.mkfifo(path, 0o600)
    return refused(passphrase_file(path), 2, "file-refused") + refused(passphrase_file(PLACE.home), 2, "file-refused")


@tap.check("/cli/passphrase/a-file-that-is-not-there")
def absent():
    return refused(passphrase_file(PLACE.path / "nothing"), 4, "file")


@tap.check("/cli/passphrase/too-long-or-with-a-nul-is-refused")
def awkward():
    return refused(passphrase_file(PLACE.write("long", "x" * 1025)), 2, "bad-value") + refused(
        passphrase_file(PLACE.write("nul", "abcdefgh\0ijkl")), 2, "bad-value") + refused(
        passphrase_file(PLACE.write("longest", "x" * 1024)), 4, "no-vault")


@tap.check("/cli/passphrase/a-descriptor-that-is-not-open")
def closed():
    return refused(PLACE.run("meeting", "list", "--user", "x", "--passphrase-fd", 99), 4, "file")


@tap.check("/cli/passphrase/without-a-terminal-it-has-to-be-given")
def unasked():
    return refused(PLACE.run("meeting", "list", "--user", "x"), 2, "usage")


@tap.check("/cli/draft/an-object-that-nests-without-end-is-refused")
def nested():
    """The parser calls itself for each bracket; nothing that is asked for nests."""
    place = PLACE
    findings = []
    for text in ("[" * 200000, '{"reason":' * 100000, '{"reason":"' + "[" * 100000 + '"}'):
        answer = place.run("copy", "spoil", 1, "--from", "-", "--user", "x", "--passphrase-file", place.passphrase, said=text)
        wanted = (4, "no-vault") if text.endswith("}") else (2, "bad-value")
        findings += expect((answer.status, answer.code), wanted)
    return findings


@tap.check("/cli/vault/status-of-no-vault")
def status():
    answer = PLACE.run("vault", "status")
    return expect((answer.status, answer.json), (0, {"vault": str(PLACE.vault), "exists": False}))


@tap.check("/cli/vault/default-place-and-environment")
def places():
    def where(*words, **more):
        done = subprocess.run([msk.MSK, "--json", *words, "vault", "status"], env=msk.environment(PLACE.home, **more), capture_output=True, text=True)
        return json.loads(done.stdout)["vault"]

    return expect([where(), where(MSK_VAULT="/nowhere/a"), where("--vault", "/nowhere/b", MSK_VAULT="/nowhere/a"), where("--vault", "x/../y")],
                  [str(PLACE.home / "data/meeting-secrecy-kit"), "/nowhere/a", "/nowhere/b", str(pathlib.Path.cwd() / "y")])


tap.main()
