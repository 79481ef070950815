# Something to paste: holds what it is given on the clipboard of the display until it is ended, however long it is.
# SPDX-License-Identifier: GPL-3.0-or-later
"""clipboard.py < TEXT: says "there" once it can be pasted."""

import sys

from Xlib import X, Xatom, display
from Xlib.protocol import event

PIECE = 60000  # bytes; what is longer goes piece by piece (INCR), since X has a limit for one


class Clipboard:
    """Owns the selection, and answers whoever asks for it."""

    def __init__(self, text):
        self.display = display.Display()
        self.text = text.encode("utf-8")
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.selection, self.targets, self.utf8, self.incr = map(self.display.intern_atom, ("CLIPBOARD", "TARGETS", "UTF8_STRING", "INCR"))
        self.rests = {}  # by window and property of who asked: what is still to come
        self.window.set_selection_owner(self.selection, X.CurrentTime)
        self.display.sync()

    def is_there(self):
        return self.display.get_selection_owner(self.selection) == self.window

    def run(self):
        while True:
            news = self.display.next_event()
            if news.type == X.SelectionRequest:
                self.answer(news)
            elif news.type == X.PropertyNotify and news.state == X.PropertyDelete:
                self.send_more(news)

    def answer(self, asked):
        prop = asked.property or asked.target
        if asked.target == self.targets:
            asked.requestor.change_property(prop, Xatom.ATOM, 32, [self.targets, self.utf8])
        elif asked.target != self.utf8:
            prop = X.NONE
        elif len(self.text) <= PIECE:
            asked.requestor.change_property(prop, self.utf8, 8, self.text)
        else:
            asked.requestor.change_attributes(event_mask=X.PropertyChangeMask)
            self.rests[asked.requestor.id, prop] = self.text
            asked.requestor.change_property(prop, self.incr, 32, [len(self.text)])
        asked.requestor.send_event(event.SelectionNotify(time=asked.time, requestor=asked.requestor, selection=asked.selection,
                                                         target=asked.target, property=prop))
        self.display.flush()

    def send_more(self, taken):
        """The one before was taken away: the next, and behind the last an empty one."""
        rest = self.rests.pop((taken.window.id, taken.atom), None)
        if rest is None:
            return
        taken.window.change_property(taken.atom, self.utf8, 8, rest[:PIECE])
        if rest:
            self.rests[taken.window.id, taken.atom] = rest[PIECE:]
        self.display.flush()


def main():
    clipboard = Clipboard(sys.stdin.read())
    if not clipboard.is_there():
        return 1
    print("there", flush=True)
    clipboard.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
