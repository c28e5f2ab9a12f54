"""Where a case is played, and what all cases share."""

from terminal import Terminal, control, need


class Place:
    """Where a case is played."""

    def __init__(self, program, term, locale, columns, rows):
        self.program, self.term, self.locale = program, term, locale
        self.columns, self.rows = columns, rows

    @property
    def plain(self):
        return self.term == "dumb"

    @property
    def colored(self):
        return self.term not in ("dumb", "vt100")

    def environment(self, **extra):
        # Where the toolchain is at hand, Swift would stop to ask before it shows where a program
        # without a guard crashed, as one in a plain terminal is.
        quiet = {"SWIFT_BACKTRACE": "enable=no"} if self.plain else {}
        return {"TERM": self.term, **self.locale, **quiet, **extra}

    def start(self, home=None, command=None, **extra):
        """The program at its prompt, the prompt at the top of the window."""
        terminal = Terminal(
            command or [self.program], self.environment(**extra), self.columns, self.rows, home)
        if command:
            return terminal
        terminal.expect_prompt()
        if not self.plain:
            terminal.type(control("l"))
            terminal.expect("the prompt at the top", lambda: terminal.y == 0 and terminal.line == "nn>")
        return terminal


def submit(terminal, line):
    terminal.press("enter")
    terminal.expect_taken(line)
    terminal.expect_prompt()


def leave(terminal):
    terminal.type(control("d"))
    status = terminal.wait()
    need(status == 0, f"it ended with {status}")
    need(terminal.cooked, "the terminal is left raw")
    need(not terminal.mode(2004), "pastes are still marked")


def check_plain(terminal):
    need(b"\x1b" not in terminal.raw, f"an escape came: {terminal.raw!r}")
