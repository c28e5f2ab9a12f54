"""A program in a pseudo-terminal of its own (pexpect), and the screen it writes to (pyte), for pictures
of what it shows. What it does is tested in Swift (Tests/nn-replTests)."""

import os
import select
import signal
import tempfile
import time

import pexpect
import pyte

PATIENCE = float(os.environ.get("NN_REPL_TEST_PATIENCE", "30"))

class Missed(AssertionError):
    """Something expected did not come, or something came that must not."""


def control(letter):
    """What Ctrl with a letter sends."""
    return chr(ord(letter.upper()) & 0x1F)


def heed_signals():
    """A shell that starts us in the background has us ignore two, which programs inherit."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Home:
    """The user's files, in a folder that lasts as long as the case."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="nn-repl-pictures-")
        self.path = self.folder.name

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
            dimensions=(rows, columns), preexec_fn=heed_signals)
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

    def expect(self, what, is_so):
        """Waits until something is so, never for a time."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > deadline or not self.read(0.1):
                if is_so():
                    return
                raise Missed(
                    f"expected: {what}\n{self.text}\ncursor at row {self.y}, column {self.column}")

    def close(self):
        if self.child.isalive():
            try:
                self.child.kill(signal.SIGKILL)
            except OSError:
                pass
        self.child.close(force=True)
