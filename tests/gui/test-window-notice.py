# The no-recording notice on a second display: photographed, measured, and not to be closed by keys.
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-notice.py LANGUAGE PROGRAM MSK PAPER SECOND-MONITOR [FOLDER]: prints TAP; keeps its pictures in FOLDER."""

import collections
import ctypes
import os
import subprocess
import sys
import tempfile

import desktop
import kit
import steps
from steps import expect, go_to, press_mnemonic, sentence

LANGUAGE = sys.argv[1]
PROGRAM, MSK, PAPER, SECOND_MONITOR = map(os.path.abspath, sys.argv[2:6])
PICTURES = sys.argv[6] if len(sys.argv) > 6 else None
BUILD = os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM)))
WIDTH, HEIGHT = 1280, 720  # of each display
RULES = {"none": ("禁止记录", "No notes"), "notebook": ("只准用保密本记录", "Numbered notebook only"), "free": ("可以记录", "Notes allowed")}


def plug(desk, count):
    """Plugs so many displays in, and has the display server tell everybody."""
    from Xlib import display
    with open(desk.monitors, "w", encoding="ascii") as file:
        file.write(str(count))
    output = display.Display().screen().root.xrandr_get_screen_resources().outputs[0]
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype, x11.XInternAtom.restype = ctypes.c_void_p, ctypes.c_ulong
    connection = ctypes.c_void_p(x11.XOpenDisplay(None))
    name = ctypes.c_ulong(x11.XInternAtom(connection, b"MSK_PLUGGED", 0))
    randr.XRRChangeOutputProperty(connection, ctypes.c_ulong(output), name, ctypes.c_ulong(6), 8, 0, bytes([count]), 1)
    x11.XSync(connection, 0)
    x11.XCloseDisplay(connection)


def move_aside():
    """Puts the staff's window on the first display: the window manager knows of one only."""
    from Xlib import X, display
    connection = display.Display()
    root = connection.screen().root
    active = connection.intern_atom("_NET_ACTIVE_WINDOW")
    number = desktop.wait_for("an active window", lambda: (root.get_full_property(active, X.AnyPropertyType) or None)).value[0]
    window = connection.create_resource_object("window", number)
    window.configure(x=0, y=0)
    connection.sync()
    desktop.wait_for("the window on the first display", lambda: window.translate_coords(root, 0, 0).x > -WIDTH // 2)


def photograph(desk, name="notice"):
    """The second display as a list of rows of (red, green, blue)."""
    path = os.path.join(PICTURES or desk.folder, "%s-%s.png" % (name, LANGUAGE))
    desk.shoot(path)
    raw = subprocess.run(["convert", path, "-crop", "%dx%d+%d+0" % (WIDTH, HEIGHT, WIDTH), "+repage", "-depth", "8", "rgb:-"],
                         stdout=subprocess.PIPE, check=True).stdout
    return [raw[3 * WIDTH * row:3 * WIDTH * (row + 1)] for row in range(HEIGHT)]


def luminance(pixel):
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (value / 255 for value in pixel)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def measure(rows):
    """Paper, ink and their contrast: the two colours that most pixels have."""
    counts = collections.Counter(row[at:at + 3] for row in rows for at in range(0, len(row), 3))
    if len(counts) < 2:
        return bytes(3), bytes(3), 1, 0
    paper, ink = sorted(counts, key=counts.get)[-1:-3:-1]
    lights = sorted((luminance(paper), luminance(ink)))
    return paper, ink, (lights[1] + 0.05) / (lights[0] + 0.05), (counts[paper] + counts[ink]) / (WIDTH * HEIGHT)


def heading_height(rows, paper):
    """The first line of text inside the frame: how many rows of pixels it is high."""
    left, right = WIDTH // 10 * 3, WIDTH // 10 * 9 * 3
    written = [any(row[at:at + 3] != paper for at in range(left, right, 3)) for row in rows]
    inside = HEIGHT // 14
    top = next(y for y in range(inside, HEIGHT) if written[y])
    return next(y for y in range(top, HEIGHT) if not written[y]) - top


def shows(window, rule):
    window.find("%s %s" % RULES[rule])


def move(window, mnemonic):
    go_to(window, "Meeting")
    press_mnemonic(window, mnemonic)


def test_photographed(window, desk):
    seen = set()
    for rule in ("notebook", "none", "free"):
        move(window, "Ne_xt Item")
        shows(window, rule)
        desktop.wait_for("the notice on the second display", lambda: measure(photograph(desk, rule))[3] > 0.6)
        rows = photograph(desk, rule)
        paper, ink, contrast, _ = measure(rows)
        expect(contrast >= 7, True)
        expect(heading_height(rows, paper) >= HEIGHT / 14, True)
        seen.add(bytes(paper))
    expect(len(seen), 3)


def test_nothing_secret(window):
    expect([title for title in window.titles() if "密" in title.replace(sentence("Meeting Secrecy Kit"), "")], [])
    expect(sentence("Notice") in window.titles(), True)


def click(window, x, y):
    """Gives the keyboard to the window there."""
    from Xlib import X
    keyboard = window.keyboard
    keyboard.display.screen().root.warp_pointer(x, y)
    for button in (X.ButtonPress, X.ButtonRelease):
        keyboard.xtest.fake_input(keyboard.display, button, 1)
    keyboard.display.sync()


def test_keys(window, desk):
    """Keys that reach the notice itself: it is made the window that has the keyboard."""
    before = measure(photograph(desk))[0]
    click(window, WIDTH + WIDTH // 2, HEIGHT // 2)
    desktop.wait_for("the notice to have the keyboard", lambda: window.keyboard.target() not in (None, window.first_target))
    for keys in (["Escape"], ["Return"], ["space"], ["Tab"], ["q"], ["F11"], ["Alt_L", "F4"], ["Control_L", "w"]):
        window.keyboard.press(*keys)
    window.keyboard.scan("1234567")
    shows(window, "free")
    expect(measure(photograph(desk))[0], before)
    click(window, WIDTH // 4, 20)
    desktop.wait_for("the staff to have the keyboard", lambda: window.keyboard.target() == window.first_target)


def test_locked(window, desk):
    window.keyboard.press("Control_L", "l")
    window.sees(sentence("Meeting Secrecy Kit"))
    shows(window, "free")
    expect(measure(photograph(desk))[3] > 0.6, True)


def test_ended(window):
    steps.sign_in(window, "host")
    move(window, "Sho_w or End Notice")
    desktop.wait_for("the end of the notice", lambda: sentence("Notice") not in window.titles())


def test_plugged_again(window, desk):
    """It leaves with its display rather than lie over the staff's, and comes back with it."""
    move(window, "Sho_w or End Notice")
    shows(window, "free")
    before = measure(photograph(desk))[0]
    unplug(window, desk)
    plug(desk, 2)
    shows(window, "free")
    desktop.wait_for("the notice on the second display", lambda: measure(photograph(desk))[0] == before)
    desktop.wait_for("the staff to have the keyboard", lambda: window.keyboard.target() == window.first_target)


def unplug(window, desk):
    plug(desk, 1)
    desktop.wait_for("the notice to leave", lambda: sentence("Notice") not in window.titles())
    desktop.wait_for("the staff to have the keyboard", lambda: window.keyboard.target() == window.first_target)


def test_one_display_only(window, desk):
    unplug(window, desk)
    move(window, "Sho_w or End Notice")
    window.sees(sentence("No Second Display"))
    press_mnemonic(window, "Show in a _Window")
    shows(window, "free")


def main():
    steps.speak(LANGUAGE, BUILD)
    run = steps.Steps("notice")
    with tempfile.TemporaryDirectory(prefix="msk-notice-") as folder:
        vault = kit.Kit(MSK, PAPER, folder)
        vault.create()
        vault.create_meeting()
        vault.run("host", "meeting", "agenda-add", draft={"title": "其他事项", "level": "secret", "recording": "free"})
        monitors = os.path.join(folder, "monitors")
        with open(monitors, "w", encoding="ascii") as file:
            file.write("2")
        # For the window manager too, which decides how large a full screen is.
        os.environ.update({"MSK_TEST_MONITORS": monitors, "LD_PRELOAD": SECOND_MONITOR})
        with desktop.Desktop(LANGUAGE, "%dx%d" % (2 * WIDTH, HEIGHT)) as desk:
            desk.monitors = monitors
            window = desk.run(PROGRAM, "--vault", vault.vault)
            os.environ.pop("LD_PRELOAD")
            move_aside()
            steps.sign_in(window, "host")
            move(window, "Sho_w or End Notice")
            run.run("follows-the-item-with-contrast-and-large-letters", test_photographed, window, desk)
            run.run("tells-nothing-secret", test_nothing_secret, window)
            run.run("stays-when-keys-are-thrown-at-it", test_keys, window, desk)
            run.run("stays-when-the-kit-locks", test_locked, window, desk)
            run.run("ends-by-the-staffs-action-alone", test_ended, window)
            run.run("leaves-and-comes-back-with-its-display", test_plugged_again, window, desk)
            run.run("says-that-there-is-one-display-only", test_one_display_only, window, desk)
    return run.end()


sys.exit(main())
