# A record leaves in the window: exported, its erasure approved, the meeting erased.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-archive.py LANGUAGE PROGRAM MSK PAPER BREAK-MEDIUM: prints TAP."""

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
PROGRAM, MSK, PAPER, BREAK_MEDIUM = map(os.path.abspath, sys.argv[2:6])
PICTURES = os.environ.get("MSK_PICTURES")
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "archive-%s-%s.png" % (name, LANGUAGE)))


def close_meeting(vault):
    vault.run("guard", "sweep", "start")
    vault.record_measures("after", "guard")
    vault.count_blind()
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


def ask_export(window, path):
    go_to(window, "Meeting")
    window.sees(sentence("not exported"))
    press_mnemonic(window, "Seal and E_xport…")
    window.sees(sentence("Seal and Export"))
    fill_in(window, {"_Recipient, such as the archive": "Archive", "_New file, on the medium that goes there": path,
                     "_Passphrase of the recipient": kit.PASSPHRASE, "The _same once more": kit.PASSPHRASE})


def stand_still(hold):
    """From here on the medium stands still at its next call."""
    if os.path.exists(hold + "-note"):
        os.unlink(hold + "-note")
    with open(hold, "w", encoding="utf-8"):
        pass


def waits_for_standstill(hold):
    """What is stopped before that never met it."""
    desktop.wait_for("the medium that stands still", lambda: os.path.exists(hold + "-note"))


def test_stopped(window, screen, stick, hold):
    """The medium stands still in the midst of an export; the window answers nevertheless, and what is stopped then leaves nothing."""
    stand_still(hold)
    ask_export(window, os.path.join(stick, "stopped"))
    window.keyboard.press("Return")
    waits_for_standstill(hold)
    desktop.wait_for("the file in the making", lambda: glob.glob(os.path.join(stick, ".msk-*.part")))
    window.sees(sentence("Sealing and reading back: %u %%").split("%")[0])
    shoot(screen, "exporting")
    expect((os.path.exists(hold), window.is_sensitive(word("_Cancel"))), (True, True))
    window.keyboard.press("Escape")
    window.misses(word("_Recipient, such as the archive"))
    # The thread is still at it, and nothing else begins before it ended.
    ask_export(window, os.path.join(stick, "second"))
    window.keyboard.press("Return")
    window.sees(sentence("Other work is still going on: wait for it to end."))
    window.keyboard.press("Escape")
    os.unlink(hold)
    desktop.wait_for("the end of the work", lambda: not os.listdir(stick))
    window.misses(word("_Recipient, such as the archive"))
    window.sees(sentence("not exported"))


def test_locked(window, stick, hold):
    """Locking stops it too; the keys go when the work has ended."""
    stand_still(hold)
    ask_export(window, os.path.join(stick, "locked"))
    window.keyboard.press("Return")
    waits_for_standstill(hold)
    window.sees(sentence("Sealing and reading back: %u %%").split("%")[0])
    window.keyboard.press("Control_L", "l")
    window.sees(word("Sign in to go on."))
    os.unlink(hold)
    steps.sign_in(window, "host")
    window.find(word("Places"), "list")
    expect(os.listdir(stick), [])
    go_to(window, "Meeting")
    window.sees(sentence("not exported"))


def test_export(window, screen, vault, path):
    ask_export(window, path)
    shoot(screen, "export")
    window.keyboard.press("Return")
    window.sees(sentence("Record Exported"))
    window.keyboard.press("Return")
    window.misses(sentence("Record Exported"))
    window.sees(sentence("exported for %s") % "Archive")
    done = subprocess.run([MSK, "report", "open", path, "--passphrase-file", vault.secret, "--json"], stdout=subprocess.PIPE)
    expect(done.returncode, 0)


def test_filing(window, screen):
    press_mnemonic(window, "_File…")
    window.sees(sentence("File the Record"))
    fill_in(window, {"Archive _number": "W-2031-7", "_Kept for, in years or permanent": "30", "Put in _order by": "Fang", "_Pages": "12"})
    shoot(screen, "file")
    window.keyboard.press("Return")
    window.sees(sentence("%s · filed under %s") % (sentence("exported for %s") % "Archive", "W-2031-7"))
    window.misses(word("_File…"))
    press_mnemonic(window, "_Hand Over…")
    window.sees(sentence("Hand Over to the Archive"))
    fill_in(window, {"_Taken over by, full name": "Gu", "_Archive": "Province", "_Reference of the list of transfer": "T-3",
                     "_User name of the second person": "clerk", "_Passphrase of the second person": kit.PASSPHRASE})
    shoot(screen, "hand-over")
    window.keyboard.press("Return")
    waits_for_end(window)
    press_mnemonic(window, "Rece_ipt")
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Report Written"))
    shoot(screen, "filed")


def ask_for_loan(window, reader):
    press_mnemonic(window, "Ask for a _Loan…")
    window.sees(sentence("Ask for a Loan"))
    fill_in(window, {"_Reader, full name": reader, "_Unit of the reader": "Office", "_Purpose": "Chronicle"})
    window.keyboard.press("Return")
    waits_for_end(window)


def test_refusal(window, screen):
    """The reason stays in sight, and nothing more can be done with the request."""
    ask_for_loan(window, "Wu")
    change_user(window, "chief")
    go_to(window, "Meeting")
    press_mnemonic(window, "Re_fuse…")
    window.sees(sentence("Refuse the Loan"))
    fill_in(window, {"Reas_on": "not for this work"})
    window.keyboard.press("Return")
    waits_for_end(window)
    window.sees("not for this work")
    window.misses(word("Approve Lo_an…"))
    shoot(screen, "refused")
    change_user(window, "clerk")
    go_to(window, "Meeting")
    window.sees("not for this work")


def test_loan(window, screen):
    change_user(window, "host")
    go_to(window, "Meeting")
    ask_for_loan(window, "Lin")
    change_user(window, "chief")
    go_to(window, "Meeting")
    press_mnemonic(window, "Approve Lo_an…")
    window.sees(sentence("Approve the Loan"))
    fill_in(window, {"_Reference of the decision": "L-9"})
    window.keyboard.press("Return")
    waits_for_end(window)
    change_user(window, "clerk")
    go_to(window, "Meeting")
    press_mnemonic(window, "L_end…")
    window.sees(sentence("Lend in the Reading Room"))
    fill_in(window, {"_Full name, as the reader signs it": "Lin"})
    window.keyboard.press("Return")
    waits_for_end(window)
    shoot(screen, "lent")


def test_outstanding(window, screen, vault):
    """Who lends sees what is out; who may make reports writes the letters."""
    change_user(window, "host")
    go_to(window, "Meeting")
    press_mnemonic(window, "Still _Out…")
    window.sees(sentence("Still Out over All Meetings"))
    window.sees("Office · Lin")
    shoot(screen, "outstanding")
    press_mnemonic(window, "Write Chase _Letters")
    window.sees(sentence("Report Written"))
    window.keyboard.press("Return")
    window.misses(sentence("Report Written"))
    expect(len(glob.glob(os.path.join(vault.vault + "-papers", "meetings-letters-*.pdf"))), 1)


def take_back(window, pages):
    press_mnemonic(window, "Take _Back…")
    window.sees(sentence("Take the Dossier Back"))
    fill_in(window, {"_Pages that were counted": pages, "_Condition": "whole"})
    window.keyboard.press("Return")
    waits_for_end(window)


def part(pages):
    return sentence("back in part: %u of %u pages").replace("%u", "%s") % (pages, 12)


def test_part(window, screen):
    """Two of twelve pages keep it open, more of them too; the leader settles the last."""
    change_user(window, "clerk")
    go_to(window, "Meeting")
    take_back(window, "2")
    window.sees(part(2))
    shoot(screen, "part")
    take_back(window, "9")
    window.sees(part(11))
    change_user(window, "chief")
    go_to(window, "Meeting")
    press_mnemonic(window, "_Settle…")
    window.sees(sentence("Settle the Difference"))
    fill_in(window, {"Reas_on": "burnt before two"})
    shoot(screen, "settle")
    window.keyboard.press("Return")
    waits_for_end(window)
    window.misses(part(11))


def test_approve(window):
    change_user(window, "chief")
    go_to(window, "Meeting")
    press_mnemonic(window, "Appro_ve Erasure…")
    window.sees(sentence("Approve the Erasure"))
    fill_in(window, {"_Reference of the decision": "2026-7", "_Where what still exists is kept": "room 3"})
    window.keyboard.press("Return")
    waits_for_end(window)


def ask_erase(window):
    go_to(window, "Meeting")
    press_mnemonic(window, "Er_ase…")
    window.sees(sentence("Erase the Meeting"))


def test_no_export(window, screen, path):
    """Without its file the meeting stays; where it was written to stands in the form when it is there."""
    change_user(window, "guard")
    os.rename(path, path + "-away")
    ask_erase(window)
    fill_in(window, {"_File of the export, on its medium": path, "_User name": "clerk", "_Passphrase": kit.PASSPHRASE + "\n"})
    window.sees(sentence("This file cannot be read, or is not the newest export as it was verified, and nothing was changed: put the medium with the "
                         "export in, or export again."))
    shoot(screen, "no-export")
    window.keyboard.press("Escape")
    window.misses(word("_File of the export, on its medium"))
    os.rename(path + "-away", path)


def test_erase(window, screen, vault):
    ask_erase(window)
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
        stick, hold = (os.path.join(folder, name) for name in ("stick", "hold"))
        os.mkdir(stick)
        with desktop.Desktop(LANGUAGE) as screen:
            # From the third call there, in the midst of writing, the medium stands still as long as somebody wants it to.
            os.environ.update({"LD_PRELOAD": BREAK_MEDIUM, "MSK_BREAK_BELOW": stick, "MSK_BREAK_AT": "3", "MSK_BREAK_WITH": "hold", "MSK_BREAK_STAYS": "1",
                               "MSK_BREAK_HOLD": hold, "MSK_BREAK_NOTE": hold + "-note"})
            window = screen.run(PROGRAM, "--vault", vault.vault)
            os.environ.pop("LD_PRELOAD")
            steps.sign_in(window, "host")
            window.find(word("Places"), "list")
            run.run("certificate-and-dossier-are-made", test_documents, window, screen, vault)
            run.run("the-window-answers-while-it-exports-and-what-is-stopped-leaves-nothing", test_stopped, window, screen, stick, hold)
            run.run("locking-stops-an-export", test_locked, window, stick, hold)
            run.run("the-record-is-exported-and-verified", test_export, window, screen, vault, os.path.join(stick, "record"))
            run.run("it-is-filed-and-handed-over", test_filing, window, screen)
            run.run("a-loan-is-refused-and-the-reason-shows", test_refusal, window, screen)
            run.run("the-dossier-is-lent-step-by-step", test_loan, window, screen)
            run.run("what-is-out-is-listed-and-written-about", test_outstanding, window, screen, vault)
            run.run("a-dossier-that-is-back-in-part-stays-open", test_part, window, screen)
            run.run("the-leader-approves", test_approve, window)
            run.run("without-its-export-it-is-not-erased", test_no_export, window, screen, os.path.join(stick, "record"))
            run.run("the-officer-erases-beside-a-witness", test_erase, window, screen, vault)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
