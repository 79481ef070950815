# A private desktop for tests of the real window: display, window manager, buses, a keyboard, and eyes.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Xvfb, openbox, a session bus and the accessibility bus of its own, runs the program on them, and takes all of it down again.

Nothing of the user's session is touched: home, configuration and buses are private folders and processes."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

MOST_LINES = 150  # of what is shown when a test fails
WAIT = 60.0  # seconds that something may take on a busy machine before a test gives up


class NotSeen(AssertionError):
    """What a test waited for never came."""


def wait_for(what, look, seconds=WAIT):
    """Looks again and again until look() is true, and gives that; no test depends on how long it took."""
    end = time.monotonic() + seconds
    pause = 0.05
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen("never came: " + what)
        time.sleep(pause)
        pause = min(0.4, pause * 1.5)  # a look at everything that is shown is work, also for the program that is looked at


def die_with_parent():
    """In a child: whatever kills the test takes the display and the buses with it."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Desktop:
    """With statement: inside it the display and the buses are there, and os.environ points at them."""

    def __init__(self, language="C", size="1280x900"):
        self.language = language
        self.size = size
        self.processes = []
        self.saved = None
        self.folder = None

    def __enter__(self):
        self.saved = dict(os.environ)
        self.folder = tempfile.mkdtemp(prefix="msk-desktop-")
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *reason):
        self._stop()

    def _start(self):
        self._set_environment()
        os.environ["DISPLAY"] = ":" + self._start_and_read(
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", self.size + "x24", "-nolisten", "tcp", "-noreset"])
        self._prefer(self.processes[-1])
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_read(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"])
        self._spawn(["openbox", "--sm-disable"])

    def _set_environment(self):
        for name in ("GTK_A11Y", "NO_AT_BRIDGE", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY", "LANGUAGE",
                     "LC_MESSAGES", "LC_CTYPE", "DBUS_SESSION_BUS_ADDRESS", "GTK_IM_MODULE", "XMODIFIERS"):
            os.environ.pop(name, None)
        folders = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache",
                   "XDG_RUNTIME_DIR": "run", "XDG_STATE_HOME": "state"}
        for name, folder in folders.items():
            path = os.path.join(self.folder, folder)
            os.mkdir(path, 0o700)
            os.environ[name] = path
        # Any locale but C itself lets LANGUAGE choose the words.
        os.environ.update({"LC_ALL": "C.UTF-8", "LANGUAGE": self.language, "TZ": "UTC", "GDK_BACKEND": "x11",
                           "GSETTINGS_BACKEND": "memory", "GSK_RENDERER": "cairo", "GTK_USE_PORTAL": "0",
                           "CANBERRA_DRIVER": "null"})
        # Not for the eyes of the test themselves, which warn when a window goes away while they look.
        os.environ.pop("G_DEBUG", None)

    def _spawn(self, command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=die_with_parent,
                                   stdout=subprocess.DEVNULL, stderr=options.pop("stderr", subprocess.DEVNULL), **options)
        self.processes.append(process)
        return process

    def _start_and_read(self, command):
        read_end, write_end = os.pipe()
        self._spawn([word.format(fd=write_end) for word in command], pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            line = answer.readline().strip()
        if not line:
            raise NotSeen("an answer of " + command[0])
        return line

    def _prefer(self, process):
        """The display keeps the time of the scanner's keys, which no busy machine shall stretch. Whoever may not do that, goes without."""
        try:
            os.setpriority(os.PRIO_PROCESS, process.pid, -15)
        except PermissionError:
            pass

    def _stop(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        self.processes = []
        os.environ.clear()
        os.environ.update(self.saved)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, program, *arguments):
        """Starts the program and waits until it can be seen."""
        errors = open(os.path.join(self.folder, "errors"), "ab")
        with errors:
            return Window(self, self._spawn([program, *arguments], stderr=errors))

    def complaints(self):
        """What the program had to complain of: warnings of its own and of the toolkit."""
        with open(os.path.join(self.folder, "errors"), encoding="utf-8", errors="replace") as errors:
            return [line.strip() for line in errors if line.strip()]

    def shoot(self, path):
        """Keeps what the display shows."""
        subprocess.run(["import", "-silent", "-window", "root", path], check=True, stdin=subprocess.DEVNULL)


class Keyboard:
    """Presses keys through XTest, as a keyboard or a barcode scanner on USB would."""

    SHIFTED = {'_': 'minus', ':': 'semicolon', '?': 'slash', '"': 'apostrophe', '+': 'equal', '~': 'grave',
               '<': 'comma', '>': 'period', '!': '1', '@': '2', '#': '3', '$': '4', '%': '5', '^': '6', '&': '7', '*': '8',
               '(': '9', ')': '0', '{': 'bracketleft', '}': 'bracketright', '|': 'backslash'}
    NAMES = {' ': 'space', '\n': 'Return', '\t': 'Tab', '-': 'minus', '.': 'period', ',': 'comma', '/': 'slash',
             ';': 'semicolon', "'": 'apostrophe', '=': 'equal', '[': 'bracketleft', ']': 'bracketright', '\\': 'backslash',
             '`': 'grave'}

    def __init__(self):
        from Xlib import X, XK, display, error
        from Xlib.ext import xtest
        self.display = display.Display()
        self.X, self.XK, self.xtest, self.errors = X, XK, xtest, error
        self.breath = 0.0  # when the program no longer takes a key for the end of the last burst

    def _code(self, name):
        keysym = self.XK.string_to_keysym(name)
        code = self.display.keysym_to_keycode(keysym)
        if code == 0:
            raise ValueError("no such key: " + name)
        return code

    def _send(self, kind, name, wait=0):
        """Lets the display press or release a key after so many milliseconds."""
        self.xtest.fake_input(self.display, kind, self._code(name), wait)

    def target(self):
        """The window that gets the keys, by its number; None while none does, or while the window manager keeps them to itself."""
        focus = self.display.get_input_focus().focus
        if isinstance(focus, int) or focus.id == self.display.screen().root.id:
            return None
        try:
            # A program's window, or the one inside it through which the toolkit takes its keys.
            classes = [window.get_wm_class() for window in (focus, focus.query_tree().parent)]
        except self.errors.XError:
            return None  # it closed while it was looked at
        return focus.id if any(any(names or ()) for names in classes) else None

    def _wait_for_target(self):
        """Keys that come while one window hands them to another reach nobody, and no hand is as quick as that."""
        end = time.monotonic() + 3
        while self.target() is None and time.monotonic() < end:
            time.sleep(0.02)

    def press(self, *names):
        """Presses keys together: press('Control_L', 'l')."""
        self._wait_for_hand()
        self._wait_for_target()
        for name in names:
            self._send(self.X.KeyPress, name)
        for name in reversed(names):
            self._send(self.X.KeyRelease, name)
        self.display.sync()
        time.sleep(0.02)

    def _wait_for_hand(self):
        """Nobody's hand is as quick after a scan as this test would be."""
        time.sleep(max(0.0, self.breath - time.monotonic()))

    def _keys(self, letter):
        if letter in self.SHIFTED:
            return ['Shift_L', self.SHIFTED[letter]]
        if letter.isalpha() and letter.isupper():
            return ['Shift_L', letter.lower()]
        return [self.NAMES.get(letter, letter)]

    def type(self, text):
        """Types as a fast person does. The display keeps the time between the keys, so that a busy machine makes no scanner of it."""
        self._wait_for_hand()
        self._send_each([self._keys(letter) for letter in text], 0.09)
        time.sleep(0.1)

    def scan(self, code, gap=0.0, end='\n'):
        """One burst of a scanner, without pauses: a display on a busy machine can't keep the time of short ones, and makes two codes of one. What
        reading does with the pauses of real scanners is tested where that is the question."""
        self.burst([self._keys(letter) for letter in code + end], gap)

    def burst(self, keys, gap):
        """Keys that are pressed together, one lot after the other."""
        self._send_each(keys, gap)
        self.breath = time.monotonic() + 0.25

    def _send_each(self, keys, gap):
        self._wait_for_target()
        wait = 0
        for names in keys:
            for name in names:
                self._send(self.X.KeyPress, name, wait)
                wait = 0
            for name in reversed(names):
                self._send(self.X.KeyRelease, name)
            wait = round(gap * 1000)
        self.display.sync()

    def scan_with(self, modifier, letters, code, gap=0.001):
        """A burst that says these letters with a modifier held down, in the middle of a code."""
        half = len(code) // 2
        self.burst([self._keys(letter) for letter in code[:half]] + [[modifier, *self._keys(letter)] for letter in letters]
                   + [self._keys(letter) for letter in code[half:] + "\n"], gap)


class Pointer:
    """Writes with a mouse through XTest, as with any pointer that a display has."""

    def __init__(self, keyboard):
        self.keyboard = keyboard
        self.display, self.X, self.xtest = keyboard.display, keyboard.X, keyboard.xtest

    def move(self, x, y):
        self.xtest.fake_input(self.display, self.X.MotionNotify, x=round(x), y=round(y))
        self.display.sync()
        time.sleep(0.015)

    def rest(self):
        """Lies in a corner: what opens under a pointer takes it for a hand that points at it."""
        self.move(0, self.display.screen().height_in_pixels - 1)

    def stroke(self, points):
        """Presses at the first place, goes along the others, and lets go."""
        self.move(*points[0])
        self.xtest.fake_input(self.display, self.X.ButtonPress, 1)
        for point in points[1:]:
            self.move(*point)
        self.xtest.fake_input(self.display, self.X.ButtonRelease, 1)
        self.display.sync()
        time.sleep(0.05)


class Window:
    """The program as somebody sees it who sees through the accessibility bus."""

    def __init__(self, desktop, process):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        self.desktop = desktop
        self.process = process
        self.keyboard = Keyboard()
        self.pointer = Pointer(self.keyboard)
        self.pointer.rest()
        self.application = wait_for("the program on the accessibility bus", self._find_application)
        wait_for("an active window", lambda: any(self._has(f, Atspi.StateType.ACTIVE) for f in self._frames()))
        self.first_target = wait_for("the window to get the keys", self.keyboard.target)

    def _find_application(self):
        if self.process.poll() is not None:
            raise NotSeen("the program ended with status %d" % self.process.returncode)
        root = self.atspi.get_desktop(0)
        for index in range(root.get_child_count()):
            child = root.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def _frames(self):
        return [self.application.get_child_at_index(i) for i in range(self.application.get_child_count())]

    def _has(self, node, state):
        return node is not None and node.get_state_set().contains(state)

    def walk(self, node=None):
        """Everything that is shown, from the top: the window takes out of the bus what it does not show."""
        node = node or self.application
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is None:
                continue
            yield child
            yield from self.walk(child)

    def titles(self):
        """What the window manager, and so a shared screen, is told of each window."""
        names = []
        for frame in self._frames():
            try:
                names.append(frame.get_name())
            except self.error():
                pass  # it closed while it was looked at
        return names

    def _collect(self, top, wanted):
        """What is shown below a node and is wanted."""
        try:
            return [node for node in self.walk(top) if wanted(node)]
        except self.error():
            return []  # the window changed while it was looked at

    def _first(self, top, wanted):
        """The first of it, without a look at the rest; None while there is none."""
        try:
            return next((node for node in self.walk(top) if wanted(node)), None)
        except self.error():
            return None

    def has_focus(self, node):
        return self._has(node, self.atspi.StateType.FOCUSED)

    def focused(self):
        """What has the keyboard, in whichever window or menu."""
        return self._collect(self.application, self.has_focus)

    def is_sensitive(self, name, role="push button"):
        """Whether a button that is shown can be pressed."""
        return self._has(self.find(name, role), self.atspi.StateType.SENSITIVE)

    def focused_in_front(self):
        """What has the keyboard in a window that lies in front of the first."""
        return [node for frame in self._frames()[1:] if frame is not None
                for node in self._collect(frame, self.has_focus)]

    def waits_for_front(self):
        """Waits until the keys go to a window in front of the first, to whichever of its fields."""
        wait_for("a window in front", lambda: self.keyboard.target() not in (None, self.first_target))

    def waits_for_keyboard(self):
        """Waits until the first window has the keyboard: keys that come while one in front of it goes away reach nobody."""
        wait_for("the keyboard in the first window",
                 lambda: self._first(self._frames()[0], self.has_focus))

    def find_all(self, name=None, role=None, part=None):
        """What is shown and has a name (or a part of one) and a role (as Atspi writes it: 'push button')."""
        return self._collect(self.application, self._called(name, role, part))

    @staticmethod
    def _called(name, role, part):
        def wanted(node):
            own = node.get_name() or ""
            return (name is None or own == name) and (part is None or part in own) and (role is None or node.get_role_name() == role)
        return wanted

    @staticmethod
    def error():
        from gi.repository import GLib
        return GLib.GError

    def find(self, name=None, role=None, part=None):
        """Waits until it is shown, and gives it."""
        node = wait_for("%s %r" % (role or "something called", name or part), lambda: self._first(self.application, self._called(name, role, part)))
        self._let_front_take_keys(node)
        return node

    def _let_front_take_keys(self, node):
        """A window that opens shows its texts before it takes keys, and one that closes is gone before the first has them again; whoever reads them would
        not press one so soon. One that never takes any, as the notice, is not waited for long."""
        frames = self._frames()
        if len(frames) == 1:
            self._wait_a_little(lambda: self.keyboard.target() == self.first_target)
            return
        while (above := node.get_parent()) is not None and above != self.application:
            node = above
        if node != frames[0]:
            self._wait_a_little(lambda: self.keyboard.target() not in (None, self.first_target) and self.focused_in_front())

    def _wait_a_little(self, look):
        try:
            wait_for("the keyboard", look, 3)
        except (NotSeen, self.error()):
            pass

    def sees(self, part):
        """Waits until a text is shown."""
        return self.find(part=part)

    def is_shown(self, part):
        return self._first(self.application, self._called(None, None, part)) is not None

    def misses(self, part):
        """Waits until a text is no longer shown."""
        wait_for("the end of %r" % part, lambda: not self.is_shown(part))
        if len(self._frames()) == 1:
            wait_for("the keyboard in the first window", lambda: self.keyboard.target() == self.first_target)

    def press(self, name, role="push button"):
        """Presses a button, through its action."""
        called = self._called(name, role, None)
        node = wait_for("%s %r to press" % (role, name), lambda: self._first(
            self.application, lambda node: called(node) and self._has(node, self.atspi.StateType.SENSITIVE)))
        if not node.do_action(0):
            raise AssertionError("can't be pressed: " + name)

    def press_menu(self, name):
        self.press(name, "menu item")

    def place_of(self, node):
        """Where a thing of the window in front lies on the display: left, upper edge, width, height."""
        box = node.get_component_iface().get_extents(self.atspi.CoordType.WINDOW)
        front = self.keyboard.display.create_resource_object("window", self.keyboard.target())
        origin = front.translate_coords(front.query_tree().root, 0, 0)
        return box.x - origin.x, box.y - origin.y, box.width, box.height

    def describe(self):
        """What is shown and who has the keyboard, for whoever mends a test that saw something else."""
        holder = "nobody" if self.keyboard.target() is None else "the first window" if self.keyboard.target() == self.first_target else "another window"
        lines = ["The keyboard goes to %s; windows: %r." % (holder, self.titles())]
        for node in self._collect(self.application, lambda node: node.get_name()):
            try:
                lines.append("%s %r%s" % (node.get_role_name(), node.get_name(), " has the keyboard" if self.has_focus(node) else ""))
            except self.error():
                pass  # it went away while it was looked at
        return "\n".join(lines[:MOST_LINES])

    def close(self):
        """Ends the program as a person does; gives its exit status."""
        self._wait_a_little(lambda: len(self._frames()) == 1 and self.keyboard.target() == self.first_target)
        self.keyboard.press('Control_L', 'q')
        try:
            return self.process.wait(WAIT)
        except subprocess.TimeoutExpired:
            raise NotSeen("the end of the program")
