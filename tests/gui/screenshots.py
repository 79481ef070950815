# Pictures of every page, empty and full, in each language, for somebody to look at.
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER BUILD [LANGUAGE…]: makes two vaults through msk, an empty one and one in the middle of a meeting, signs in as each role and
keeps a picture of each place and of the forms. Run it with the system's python3. Nothing is judged here: the pictures are for looking at."""

import os
import sys
import tempfile
import time

import desktop
import kit

FOLDER, BUILD = sys.argv[1:3]
LANGUAGES = sys.argv[3:] or ["C", "zh_CN"]
PROGRAM = os.path.join(BUILD, "src", "gui", "meeting-secrecy-kit")
MSK = os.path.join(BUILD, "src", "cli", "msk")
PAPER = os.path.join(BUILD, "data", "demo", "notice.pdf")
SETTLED = 0.7  # seconds for animations to end; a picture taken too early is only a worse picture


class Camera:
    """Signs in, walks through the window and takes pictures."""

    def __init__(self, screen, language, stage):
        self.screen, self.language, self.stage = screen, language, stage
        self.window = None

    def shoot(self, name):
        time.sleep(SETTLED)
        self.screen.shoot(os.path.join(FOLDER, "%s-%s-%s.png" % (self.stage, name, self.language)))

    def open(self, vault):
        self.window = self.screen.run(PROGRAM, "--vault", vault)
        self.shoot("unlock")

    def sign_in(self, user):
        keyboard = self.window.keyboard
        keyboard.type(user)
        keyboard.press("Tab")
        keyboard.type(kit.PASSPHRASE + "\n")
        desktop.wait_for("the end of the sign-in", lambda: not self.window.find_all(role="text"))

    def places(self, user, count):
        for number in range(1, count + 1):
            self.window.keyboard.press("Control_L", str(number))
            self.shoot("%s-%d" % (user, number))

    def lock(self):
        self.window.keyboard.press("Control_L", "l")
        desktop.wait_for("the field for the passphrase", lambda: self.window.find_all(role="text"))

    def form(self, name, letter):
        """A form that a button with this mnemonic opens."""
        self.window.keyboard.press("Alt_L", letter)
        self.shoot("form-" + name)
        self.window.keyboard.press("Escape")
        time.sleep(SETTLED)


ROLES = (("guard", 7), ("host", 5), ("chief", 5), ("clerk", 7), ("reader", 6), ("keeper", 1))


def shoot_all_roles(camera):
    for user, count in ROLES:
        camera.sign_in(user)
        camera.places(user, count)
        camera.lock()


def shoot_forms(camera):
    press = camera.window.keyboard.press
    camera.sign_in("host")
    press("Control_L", "1")
    for name, letter in (("meeting", "h"), ("agenda", "a")):
        camera.form(name, letter)
    press("Control_L", "2")
    camera.form("attendee", "a")
    camera.lock()
    camera.sign_in("guard")
    press("Control_L", "7")
    for name, letter in (("user", "a"), ("printer", "d")):
        camera.form(name, letter)
    press("Control_L", "5")
    camera.form("sweep", "s")
    camera.lock()
    camera.sign_in("clerk")
    press("Control_L", "4")
    camera.form("carrier", "r")
    camera.lock()


def shoot_desk(camera, codes):
    window = camera.window
    camera.sign_in("clerk")
    window.keyboard.press("Control_L", "5")
    time.sleep(SETTLED)
    for name, code in (("waiting", codes["badges"][2]), ("issued", codes["copies"][0]), ("forged", codes["copies"][1][:-1] + "x"),
                       ("cut", codes["copies"][1][:20]), ("again", codes["copies"][0])):
        window.keyboard.scan(code)
        camera.shoot("desk-" + name)
    window.keyboard.press("Control_L", "6")
    window.keyboard.scan(codes["copies"][0])
    camera.shoot("desk-returned")
    window.keyboard.press("Control_L", "2")
    window.keyboard.scan(codes["copies"][0])
    camera.shoot("no-scans-here")
    window.keyboard.press("Control_L", "3")
    window.keyboard.press("Down")
    window.keyboard.press("Return")
    camera.shoot("paper")
    camera.form("print", "p")
    camera.lock()


def shoot_requests(camera, vault):
    """A request that waits, one that is approved, one that is refused; the forms that ask and decide."""
    for purpose in ("补发列席人员", "存档备查"):
        last = vault.run("host", "paper", "request", "1", draft={
            "copies": 2, "purpose": purpose, "applicant": "吴越", "place": "print-room"})["request"]
    vault.run("chief", "paper", "refuse", str(last), draft={"reason": "可使用会议用份"})
    camera.open(vault.vault)
    for user, letter in (("host", "a"), ("chief", "v")):
        camera.sign_in(user)
        camera.window.keyboard.press("Control_L", "3")
        camera.shoot("requests-waiting-" + user)
        camera.window.keyboard.press("Down")
        camera.window.keyboard.press("Return")
        camera.shoot("requests-" + user)
        camera.form("request-" + user, letter)
        camera.lock()
    camera.window.close()


def shoot_sweep(camera, vault, codes):
    vault.run("guard", "sweep", "start")
    camera.open(vault.vault)
    camera.sign_in("guard")
    camera.window.keyboard.press("Control_L", "5")
    time.sleep(SETTLED)
    for code in codes["copies"][1:3]:
        camera.window.keyboard.scan(code)
        time.sleep(SETTLED)
    camera.shoot("sweep")
    camera.window.close()


def main():
    os.makedirs(FOLDER, exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="msk-shots-") as folder, desktop.Desktop(language) as screen:
            camera = Camera(screen, language, "none")
            camera.open(os.path.join(folder, "nothing"))
            camera.window.close()
            empty = kit.Kit(MSK, PAPER, folder)
            empty.create()
            camera = Camera(screen, language, "empty")
            camera.open(empty.vault)
            shoot_all_roles(camera)
            camera.window.close()
            full = kit.Kit(MSK, PAPER, os.path.join(folder, "full"))
            codes = full.prepare(5)
            camera = Camera(screen, language, "full")
            camera.open(full.vault)
            shoot_all_roles(camera)
            shoot_forms(camera)
            shoot_desk(camera, codes)
            camera.window.close()
            shoot_requests(camera, full)
            shoot_sweep(camera, full, codes)


if __name__ == "__main__":
    main()
