# Incidents in the window: registered, reported, written up, closed by two; and the line at the foot of every page.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-incidents.py LANGUAGE PROGRAM MSK PAPER: prints TAP. MSK_PICTURES=FOLDER keeps pictures."""

import os
import sys
import tempfile

import desktop
import kit
import steps
from steps import change_user, expect, fill_in, go_to, press_mnemonic, sentence, waits_for_end, word

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER = map(os.path.abspath, sys.argv[2:5])
PICTURES = os.environ.get("MSK_PICTURES")
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
HEADINGS = ("discovery", "responsible", "course", "harm", "handling", "remedies", "cause", "dealt", "measures", "taught")


def shoot(screen, name):
    if PICTURES:
        screen.shoot(os.path.join(PICTURES, "incidents-%s-%s.png" % (name, LANGUAGE)))


def foot(count):
    return steps.WORDS.ngettext("%u incident is open", "%u incidents are open", count) % count


def test_register(window, screen):
    go_to(window, "Incidents")
    window.sees(foot(1))
    press_mnemonic(window, "_Register One…")
    window.waits_for_front()
    window.sees(sentence("Register an Incident"))
    window.keyboard.type("page seen in the corridor")
    shoot(screen, "register")
    press_mnemonic(window, "_Register")
    waits_for_end(window)
    window.sees(foot(2))
    shoot(screen, "list")


def select_older(window):
    """The newest stands first, so the other is below it."""
    steps.enter_table(window, "Incidents")
    window.keyboard.press("End")
    window.sees("lost on the way")


def test_told(window, screen):
    select_older(window)
    window.sees(sentence("Report it to the secrecy department, and write down who was told."))
    press_mnemonic(window, "Who Was _Told…")
    window.waits_for_front()
    window.sees(sentence("The secrecy department is told first, within 24 hours. Without a time, now."))
    shoot(screen, "told")
    fill_in(window, {"_Person there": "Zhao"})
    window.keyboard.press("Return")
    waits_for_end(window)
    window.sees("Zhao")


def test_refused(window):
    press_mnemonic(window, "_Close…")
    window.sees(sentence("The Incident Can’t Be Closed Yet"))
    window.keyboard.press("Return")
    window.misses(sentence("The Incident Can’t Be Closed Yet"))


def test_written(window, screen):
    press_mnemonic(window, "_Write…")
    window.waits_for_front()
    window.sees(sentence("Write on Record"))
    window.keyboard.type("one page, Secret")
    shoot(screen, "write")
    press_mnemonic(window, "_Write")
    waits_for_end(window)
    window.sees(sentence("Everything is on record: the security officer closes it, with the responsible leader beside."))
    window.sees("one page, Secret")
    shoot(screen, "record")


def test_closed(window, screen):
    press_mnemonic(window, "_Close…")
    window.waits_for_front()
    shoot(screen, "close")
    fill_in(window, {"_User name": "chief", "_Passphrase": kit.PASSPHRASE + "\n"})
    waits_for_end(window)
    window.sees(sentence("This incident is closed."))
    window.sees(foot(1))
    shoot(screen, "closed")


def test_other_roles(window, screen):
    change_user(window, "clerk")
    window.sees(foot(1))
    shoot(screen, "foot")
    go_to(window, "Incidents")
    press_mnemonic(window, "_Register One…")
    window.waits_for_front()
    window.keyboard.press("Escape")
    waits_for_end(window)


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("incidents")
    with tempfile.TemporaryDirectory(prefix="msk-incidents-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.create_meeting()
        vault.run("guard", "incident", "open", draft={"text": "lost on the way"})
        for heading in HEADINGS:
            vault.run("guard", "incident", "set", "1", heading, draft={"text": heading})
        with desktop.Desktop(LANGUAGE) as screen:
            window = screen.run(PROGRAM, "--vault", vault.vault)
            steps.sign_in(window, "guard")
            window.find(word("Places"), "list")
            run.run("one-is-registered-by-hand", test_register, window, screen)
            run.run("the-secrecy-department-was-told", test_told, window, screen)
            run.run("what-is-missing-keeps-it-open", test_refused, window)
            run.run("a-text-is-written", test_written, window, screen)
            run.run("the-leader-signs-beside", test_closed, window, screen)
            run.run("every-page-says-what-is-open", test_other_roles, window, screen)
            run.run("the-program-ends-well", lambda: expect(window.close(), 0))
            run.run("the-program-complained-of-nothing", lambda: expect(screen.complaints(), []))
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
