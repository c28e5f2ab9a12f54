"""A program in a pseudo-terminal of its own (pexpect), and the screen it writes to (pyte)."""

import os
import select
import signal
import tempfile
import termios
import time

import pexpect
import pyte

PATIENCE = float(os.environ.get("NN_REPL_TEST_PATIENCE", "30"))

KEYS = {
    "left": "\x1b[D", "right": "\x1b[C", "up": "\x1b[A", "down": "\x1b[B", "home": "\x1b[H",
    "end": "\x1b[F", "backspace": "\x7f", "tab": "\t", "enter": "\r", "escape": "\x1b",
}


class Missed(AssertionError):
    """Something expected did not come, or something came that must not."""


def control(letter):
    """What Ctrl with a letter sends."""
    return chr(ord(letter.upper()) & 0x1F)


class Home:
    """The user's files, in a folder that lasts as long as the case."""

    def __init__(self, *history):
        self.folder = tempfile.TemporaryDirectory(prefix="nn-repl-harness-")
        self.path = self.folder.name
        self.data = self.path + "/data/nn-repl"
        os.makedirs(self.data)
        if history:
            with open(self.data + "/history", "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in history)

    @property
    def history(self):
        try:
            with open(self.data + "/history", encoding="utf-8") as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []

    def environment(self, extra):
        """A bare environment with `extra` on top; None takes a variable out."""
        bare = {
            "PATH": "/usr/bin:/bin", "HOME": self.path, "XDG_DATA_HOME": self.path + "/data",
            "XDG_CONFIG_HOME": self.path + "/config",
        }
        return {name: value for name, value in {**bare, **extra}.items() if value is not None}


class Terminal:
    """One program, the keys typed at it and the screen it draws."""

    def __init__(self, command, environment, columns, rows, home=None):
        self.home = home or Home()
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child = pexpect.spawn(
            command[0], command[1:], env=self.home.environment(environment), cwd=self.home.path,
            dimensions=(rows, columns))
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.02
        self.child.delayafterclose = self.child.delayafterterminate = 0.02
        self.ended = False

    # What the person does

    def type(self, text):
        data = text.encode()
        while data:
            self.read(0)
            part, data = data[:256], data[256:]
            try:
                os.write(self.child.child_fd, part)
            except OSError:
                return

    def press(self, *names):
        self.type("".join(KEYS[name] for name in names))

    def resize(self, columns, rows):
        self.read(0)
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def kill(self, number):
        os.kill(self.child.pid, number)

    # What the person sees

    def read(self, patience):
        """Takes in what comes within so many seconds; False at the end."""
        if self.ended:
            return False
        ready, _, _ = select.select([self.child.child_fd], [], [], patience)
        if not ready:
            return True
        try:
            data = os.read(self.child.child_fd, 65536)
        except OSError:
            data = b""
        self.ended = not data
        self.raw += data
        self.stream.feed(data)
        return not self.ended

    def row(self, index):
        return self.screen.display[index].rstrip()

    @property
    def line(self):
        return self.row(self.screen.cursor.y)

    @property
    def column(self):
        return self.screen.cursor.x

    @property
    def y(self):
        return self.screen.cursor.y

    @property
    def text(self):
        return "\n".join(row.rstrip() for row in self.screen.display)

    def mode(self, number):
        """Whether a private mode of the terminal is on."""
        return number << 5 in self.screen.mode

    @property
    def cooked(self):
        flags = termios.tcgetattr(self.child.child_fd)[3]
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return flags & wanted == wanted

    def expect(self, what, is_so):
        """Waits until something is so, never for a time."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > deadline or not self.read(0.1):
                if is_so():
                    return
                raise Missed(
                    f"expected: {what}\n{self.text}\ncursor at row {self.y}, column {self.column}")

    def expect_line(self, line, column):
        self.expect(f"the line {line!r}, the cursor in column {column}",
                    lambda: self.line == line and self.column == column)

    def expect_start(self, line):
        """Waits for a line with the cursor at its end; a suggestion may follow."""
        self.expect(f"the line {line!r}, the cursor after it",
                    lambda: self.line.startswith(line) and self.column == len(line))

    def expect_prompt(self):
        self.expect_line("nn>", 4)

    def expect_taken(self, line):
        self.expect(f"{line!r} is the latest line of the history",
                    lambda: self.home.history[-1:] == [line])

    def wait(self):
        """Waits for the end: the exit status, or minus the number of the signal."""
        deadline = time.monotonic() + PATIENCE
        while self.child.isalive():
            if time.monotonic() > deadline:
                raise Missed(f"expected: the program ends\n{self.text}")
            self.read(0.02)
        while self.read(0):
            if not select.select([self.child.child_fd], [], [], 0)[0]:
                break
        return -self.child.signalstatus if self.child.signalstatus else self.child.exitstatus

    def close(self):
        if self.child.isalive():
            try:
                self.child.kill(signal.SIGKILL)
            except OSError:
                pass
        self.child.close(force=True)


def need(condition, what):
    if not condition:
        raise Missed(what)
