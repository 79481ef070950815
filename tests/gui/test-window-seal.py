# Seals of the ledger on its page: sheets made, scanned, forged, and a vault that was put back.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-seal.py LANGUAGE PROGRAM MSK PAPER [PICTURES]: prints TAP."""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

import desktop
import kit
import steps
import tag_reader
from steps import expect, expect_verdict, go_to, press_mnemonic, sentence, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = sys.argv[5] if len(sys.argv) > 5 else None
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def sheets(vault):
    return set(glob.glob(os.path.join(vault.vault + "-papers", "report-seal-*.pdf")))


def read_codes(path):
    """Both codes of a sheet: the meeting's, the appliance's."""
    return sorted(tag_reader.read_sheet(path), key=lambda code: code[2:11], reverse=True)


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "seal-%s-%s.png" % (name, LANGUAGE)))


def make_sheet(window, vault):
    before = sheets(vault)
    go_to(window, "Ledger")
    press_mnemonic(window, "Make a _Seal Sheet…")
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Report Written"))
    (path,) = sheets(vault) - before
    return read_codes(path)


def test_make_and_scan(window, screen, vault, kept):
    kept["codes"] = make_sheet(window, vault)
    expect([len(code) for code in kept["codes"]], [125, 125])
    for code in kept["codes"]:
        window.keyboard.scan(code)
        expect_verdict(window, sentence("The seal is contained"), str(int(code[11:25])))
    shoot(screen, "contained")


def test_no_seal(window, screen, kept):
    code = kept["codes"][0]
    window.keyboard.scan(code[:-1] + str((int(code[-1]) + 1) % 10))
    expect_verdict(window, sentence("The seal is not contained"))
    window.keyboard.scan("11000000001000112345678901234567890")
    expect_verdict(window, sentence("Not checked"))


def test_older_vault(window, screen, vault, kept):
    """While the window is locked, the vault is put back as it was before the sheet."""
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    shutil.rmtree(vault.vault)
    shutil.copytree(kept["older"], vault.vault)
    steps.sign_in(window, "guard")
    window.find(word("Places"), "list")
    go_to(window, "Ledger")
    window.sees(sentence("Make a _Seal Sheet…").replace("_", "").split("(")[0].rstrip("…"))
    window.keyboard.scan(kept["codes"][0])
    expect_verdict(window, sentence("The seal is not contained"))
    shoot(screen, "not-contained")


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("seal")
    with tempfile.TemporaryDirectory(prefix="msk-seal-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.create_meeting()
        kept = {"older": os.path.join(folder, "older")}
        shutil.copytree(vault.vault, kept["older"])
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "guard")
            window.find(word("Places"), "list")
            run.run("a-sheet-is-made-and-each-code-is-contained", test_make_and_scan, window, screen, vault, kept)
            run.run("a-forged-code-and-a-tag-are-told-apart", test_no_seal, window, screen, kept)
            run.run("an-older-vault-is-named-by-the-sheet", test_older_vault, window, screen, vault, kept)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
