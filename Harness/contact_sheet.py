"""Contact sheets: the screens of the real program, in windows of several sizes and kinds."""

import argparse
import os
import re
import sys

from screen_image import GROUNDS, ScreenImage, sheet
from terminal import Terminal, control

SIZES = ["40x24", "80x24", "120x40", "200x60"]
COLORS = ["truecolor", "256", "16", "never", "ascii"]
COMMANDS = os.path.join(os.path.dirname(__file__), "contact-sheet.txt")
PROMPT = re.compile(r"^(nn|\S+ \d+/\d+)>$")
PAUSE = re.compile(r"^(—|-+) \d+ more")
# As many screens as one can look at on one sheet.
PER_SHEET = {"40x24": 12, "80x24": 8, "120x40": 4, "200x60": 2}


class Window(Terminal):
    """A terminal that says what colour its ground is when it is asked."""

    theme = "dark"

    def read(self, patience):
        before = len(self.raw)
        alive = super().read(patience)
        if b"\x1b]11;?" in self.raw[before:]:
            ground = GROUNDS[self.theme][0]
            color = "/".join(ground[i:i + 2] * 2 for i in (0, 2, 4))
            self.type(f"\x1b]11;rgb:{color}\x1b\\")
        return alive

    def row(self, index):
        # One row alone: a look at all of them would take most of the time.
        cells = self.screen.buffer[index]
        return "".join(cells[x].data for x in range(self.screen.columns)).rstrip()

    @property
    def typed(self):
        """What stands before the cursor, through rows that are wrapped."""
        rows = (self.row(y).ljust(self.screen.columns) for y in range(self.y + 1))
        return "".join(rows)[:self.y * self.screen.columns + self.column]

    @property
    def is_at_prompt(self):
        return bool(PROMPT.match(self.line)) and self.column == len(self.line) + 1

    def settle(self):
        """Waits for the prompt, a pause or a screen of its own that asks for a key."""
        def done():
            return self.is_at_prompt or PAUSE.match(self.line) or self.hides_cursor
        self.expect("a prompt or a pause", done)
        while True:
            before = len(self.raw)
            self.read(0.05)
            if len(self.raw) == before:
                return

    @property
    def hides_cursor(self):
        return not self.mode(25)


class Session:
    """One run of the program in one kind of window; collects an image a screen."""

    def __init__(self, program, size, color, theme):
        columns, rows = (int(part) for part in size.split("x"))
        words = [os.path.abspath(program), "--color", "never" if color == "ascii" else color]
        words += ["--ascii"] if color == "ascii" else []
        # A picture is taken of what is at rest: what moves would look like a screen of its own.
        words += ["--no-motion"]
        environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        Window.theme = theme
        self.theme = theme
        self.window = Window(words, environment, columns, rows)
        self.window.settle()
        self.images = []
        self.pauses = []
        self.bytes = {}

    def show(self, line):
        """Types a line at the top of the window and takes a picture of every page of the reply."""
        window = self.window
        window.type(control("l"))
        window.expect("the prompt at the top", lambda: window.y == 0 and window.is_at_prompt)
        asked = window.line
        window.type(line)
        window.expect("the line", lambda: window.typed.endswith(line))
        start = len(window.raw)
        window.type("\r")
        window.expect("the line is taken", lambda: not window.typed.endswith(line))
        window.settle()
        self.bytes[line] = len(window.raw) - start
        self.take()
        while PAUSE.match(window.line) or window.hides_cursor:
            if window.hides_cursor:
                window.type("q")
            else:
                self.pauses.append(f"{asked} {line}")
                window.type(" ")
            before = window.line
            window.read(0.1)
            window.expect("another page", lambda: window.line != before)
            window.settle()
            self.take()

    def take(self):
        self.images.append(ScreenImage(self.window.screen, self.theme).drawn())

    def lesson(self, name):
        """Every step of a lesson, each question passed by."""
        self.show(f"lesson {name}")
        place = None
        while self.window.line != "nn>" and self.window.line != place:
            place = self.window.line
            self.show("skip")
        if self.window.line != "nn>":
            self.show("leave")


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def main():
    parser = argparse.ArgumentParser(prog="contact-sheet")
    parser.add_argument("program", help=argparse.SUPPRESS)
    parser.add_argument("--size", action="append")
    parser.add_argument("--color", action="append", choices=COLORS)
    parser.add_argument("--theme", action="append", choices=list(GROUNDS))
    parser.add_argument("--out", default=".build/contact-sheets")
    parser.add_argument("--one", action="store_true", help="all screens of a kind on one sheet")
    parser.add_argument("what", nargs="*")
    options = parser.parse_intermixed_args()
    os.makedirs(options.out, exist_ok=True)
    for size in options.size or SIZES:
        for color in options.color or COLORS:
            for theme in options.theme or list(GROUNDS):
                make(options, size, color, theme)
    return 0


def make(options, size, color, theme):
    session = Session(options.program, size, color, theme)
    for what in options.what or ["commands", "lessons"]:
        if what == "commands":
            for line in lines(COMMANDS):
                session.show(line)
        elif what == "lessons":
            for number in range(1, 18):
                session.lesson(number)
        elif what.startswith("lesson "):
            session.lesson(what.split()[1])
        else:
            session.show(what)
    session.window.close()
    count = len(session.images) if options.one else PER_SHEET.get(size, 4)
    columns = max(1, 1450 // session.images[0].width)
    for page, start in enumerate(range(0, len(session.images), count)):
        name = f"{options.out}/{size}-{color}-{theme}-{page + 1}.png"
        sheet(session.images[start:start + count], columns).save(name)
    most = max(session.bytes, key=session.bytes.get)
    print(f"{size} {color} {theme}: {len(session.images)} screens, {len(session.pauses)} pauses; "
          f"most bytes: {session.bytes[most]} for '{most}'", flush=True)
    # A pause a page; a reply is named once.
    for line in dict.fromkeys(session.pauses):
        print(f"    paused: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
