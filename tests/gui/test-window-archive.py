# A record leaves in the window: exported, its erasure approved, the meeting erased.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-archive.py LANGUAGE PROGRAM MSK PAPER [PICTURES]: prints TAP."""

import glob
import os
import subprocess
import sys
import tempfile

import desktop
import kit
import steps
from steps import change_user, expect, fill_in, go_to, press_mnemonic, sentence, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = sys.argv[5] if len(sys.argv) > 5 else None
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "archive-%s-%s.png" % (name, LANGUAGE)))


def close_meeting(vault):
    vault.run("guard", "sweep", "start")
    vault.record_measures("after", "guard")
    vault.run("guard", "sweep", "sign")
    vault.run("chief", "sweep", "sign")
    vault.run("guard", "sweep", "close")


def test_documents(window, screen, vault):
    """The certificate and the dossier of a closed meeting; who may not see the door makes no dossier."""
    change_user(window, "chief")
    go_to(window, "Meeting")
    window.sees(word("Closing documents"))
    press_mnemonic(window, "Cer_tificate…")
    window.sees(sentence("Make a Report"))
    press_mnemonic(window, "_Write a File")
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Report Written"))
    press_mnemonic(window, "_Dossier…")
    window.sees(sentence("Make the Dossier"))
    fill_in(window, {"Archive _number": "DA-0031"})
    shoot(screen, "dossier")
    window.keyboard.press("Return")
    window.sees(sentence("Dossier Made"))
    shoot(screen, "dossier-made")
    window.keyboard.press("Return")
    window.misses(sentence("Dossier Made"))
    made = glob.glob(os.path.join(vault.vault + "-papers", "dossier-*.pdf"))
    expect((len(made), len(glob.glob(os.path.join(vault.vault + "-papers", "report-certificate-*.pdf")))), (1, 1))
    expect("DA-0031" in subprocess.run(["pdftotext", "-l", "1", made[0], "-"], stdout=subprocess.PIPE, encoding="utf-8").stdout, True)
    shoot(screen, "documents")
    change_user(window, "host")
    go_to(window, "Meeting")
    window.sees(word("Closing documents"))
    window.misses(word("_Dossier…"))


def test_export(window, screen, vault, path):
    go_to(window, "Meeting")
    window.sees(sentence("not exported"))
    press_mnemonic(window, "Seal and E_xport…")
    window.sees(sentence("Seal and Export"))
    fill_in(window, {"_Recipient, such as the archive": "Archive", "_New file, on the medium that goes there": path,
                     "_Passphrase of the recipient": kit.PASSPHRASE, "The _same once more": kit.PASSPHRASE})
    shoot(screen, "export")
    window.keyboard.press("Return")
    window.sees(sentence("Record Exported"))
    window.keyboard.press("Return")
    window.misses(sentence("Record Exported"))
    window.sees(sentence("exported for %s") % "Archive")
    done = subprocess.run([MSK, "report", "open", path, "--passphrase-file", vault.secret, "--json"], stdout=subprocess.PIPE)
    expect(done.returncode, 0)


def test_approve(window):
    change_user(window, "chief")
    go_to(window, "Meeting")
    press_mnemonic(window, "Appro_ve Erasure…")
    window.sees(sentence("Approve the Erasure"))
    fill_in(window, {"_Reference of the decision": "2026-7", "_Where what still exists is kept": "room 3"})
    window.keyboard.press("Return")
    waits_for_end(window)


def test_erase(window, screen, vault):
    change_user(window, "guard")
    go_to(window, "Meeting")
    press_mnemonic(window, "Er_ase…")
    window.sees(sentence("Erase the Meeting"))
    shoot(screen, "erase")
    fill_in(window, {"_User name": "clerk", "_Passphrase": kit.PASSPHRASE + "\n"})
    window.sees(sentence("The Meeting Is Gone"))
    shoot(screen, "gone")
    window.keyboard.press("Return")
    window.misses(sentence("The Meeting Is Gone"))
    window.sees(word("erased"))
    expect(glob.glob(os.path.join(vault.vault, "meetings", "*")), [])
    expect(len(glob.glob(os.path.join(vault.vault + "-papers", "erasure-*.pdf"))), 1)


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("archive")
    with tempfile.TemporaryDirectory(prefix="msk-archive-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.create_meeting()
        close_meeting(vault)
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("certificate-and-dossier-are-made", test_documents, window, screen, vault)
            run.run("the-record-is-exported-and-verified", test_export, window, screen, vault, os.path.join(folder, "record"))
            run.run("the-leader-approves", test_approve, window)
            run.run("the-officer-erases-beside-a-witness", test_erase, window, screen, vault)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
