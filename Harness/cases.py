"""The fifteen things that must hold at the prompt, typed as a person would.

Each case is given a `Place`: a type of terminal, a locale and a window. In a terminal that cannot
be written to at will (`TERM=dumb`) the system edits the line, so that there only its part is asked for.
"""

import os
import re
import signal
import subprocess
import time

from terminal import Home, Terminal, control, need


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
        return {"TERM": self.term, **self.locale, **extra}

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


def case_1_columns(place):
    t = place.start()
    t.type("params 30 10")
    t.expect_line("nn> params 30 10", 16)
    if place.plain:
        t.press("backspace")
        t.expect_line("nn> params 30 1", 15)
        submit_plain(t, "params 30 1", "30 + 1 = 31")
        return
    t.press("home")
    t.expect_line("nn> params 30 10", 4)
    t.type("zz")
    t.expect_line("nn> zzparams 30 10", 6)
    t.press("end")
    t.expect_line("nn> zzparams 30 10", 18)
    submit(t, "zzparams 30 10")
    leave(t)


def submit_plain(t, line, reply):
    t.press("enter")
    t.expect("the reply and a prompt", lambda: reply in t.text and t.line == "nn>" and t.column == 4)
    check_plain(t)
    leave(t)


def type_wide(t, place):
    t.type("é σ 漢字 😀x")
    if place.plain:
        t.press("enter")
        t.expect("an error and a prompt", lambda: t.y > 2 and t.line == "nn>" and t.column == 4)
        check_plain(t)
        return
    t.expect("the wide line", lambda: t.line.replace(" ", "").startswith("nn>éσ漢字😀x") and t.column == 16)
    t.press("left", "left")
    t.expect("two columns to the left of it", lambda: t.column == 13)
    t.press("left", "left", "backspace")
    t.expect("a wide character gone", lambda: t.column == 8 and "漢" not in t.line)
    t.press("end")
    t.type("!")
    submit(t, "é σ 字 😀x!")


def case_2_wide(place):
    t = place.start()
    type_wide(t, place)
    leave(t)


def case_3_locales(place):
    bogus = {"LC_ALL": "xx_YY.UTF-8", "LANG": None}
    for locale in ({"LANG": None, "LC_ALL": None}, {"LC_ALL": "C"}, bogus):
        t = place.start(**locale)
        type_wide(t, place)
        leave(t)


def case_4_wrap(place):
    t = place.start()
    room = place.columns - 4
    if place.plain:
        t.type("a" * (room + 5))
        t.press("enter")
        t.expect("an error and a prompt", lambda: t.line == "nn>" and t.column == 4)
        return leave(t)
    t.type("a" * room)
    t.expect("a full row", lambda: t.row(0) == "nn> " + "a" * room and t.y == 1 and t.column == 0)
    t.type("b")
    t.expect("one on the next row", lambda: t.row(1) == "b" and t.column == 1)
    t.press("backspace", "backspace")
    t.expect("the first row again", lambda: t.y == 0 and t.column == place.columns - 1)
    t.type("漢c")
    t.expect("the wide one on the next row",
             lambda: t.row(1).replace(" ", "").startswith("漢c") and t.y == 1 and t.column == 3)
    t.press("left", "left", "left")
    t.expect("back over the margin", lambda: t.y == 0 and t.column == place.columns - 2)
    submit(t, "a" * (room - 1) + "漢c")
    leave(t)


def case_5_completion(place):
    t = place.start()
    if place.plain:
        return leave(t)
    t.type("cla\t")
    t.expect_line("nn> classify", 13)
    t.type(control("u") + "pi\t")
    t.expect_start("nn> pixel")
    t.type(control("u") + "ne\t")
    t.expect("a list", lambda: "\n  network" in t.text and "\n  neuron" in t.text
             and t.line.startswith("nn> ne") and t.column == 6)
    t.type(control("u") + "cla 7")
    t.press("left", "left", "tab")
    t.expect_line("nn> classify 7", 12)
    t.type(control("u") + control("k") + "help" + " " * (place.columns - 6) + "ne\t")
    t.expect("the wrapped line again", lambda: t.line.startswith("  ne") and t.column == 4
             and t.row(t.y - 1) == "nn> help" and "\n  neuron" in t.text)
    t.type(control("c"))
    t.expect_prompt()
    leave(t)


def case_6_suggestion(place):
    t = place.start(Home("y = 784*30", "zebra crossing"))
    if place.plain:
        return leave(t)
    t.type("zeb")
    if not place.colored:
        t.expect_line("nn> zeb", 7)
        need("crossing" not in t.text, "a suggestion without colours")
        return
    t.expect("a suggestion", lambda: t.line == "nn> zebra crossing" and t.column == 7)
    t.press("enter")
    t.expect_taken("zeb")
    t.expect_prompt()
    need(t.row(0) == "nn> zeb", "the suggestion stayed after Enter")
    t.type("zebr")
    t.expect("a suggestion", lambda: t.line == "nn> zebra crossing" and t.column == 8)
    row = t.y
    t.type(control("c"))
    t.expect_prompt()
    need(t.row(row) == "nn> zebr^C", "the suggestion stayed after Ctrl-C")
    t.type("y =")
    t.expect("a suggestion", lambda: t.line == "nn> y = 784*30" and t.column == 7)
    t.press("right")
    t.expect_line("nn> y = 784*30", 14)
    submit(t, "y = 784*30")
    leave(t)


def case_7_search(place):
    t = place.start(Home("alpha one", "beta two", "alpha three"))
    if place.plain:
        return leave(t)
    t.type("typed" + control("r") + "alpha")
    t.expect("the latest", lambda: t.line.endswith(": alpha three"))
    t.type(control("r"))
    t.expect("the one before", lambda: t.line.endswith(": alpha one"))
    t.type(control("r"))
    t.expect("no more", lambda: t.line.startswith("no "))
    t.type(control("g"))
    t.expect_line("nn> typed", 9)
    t.type(control("c"))
    t.expect_prompt()
    t.type(control("r") + "two")
    t.expect("the line with it", lambda: t.line.endswith(": beta two"))
    t.press("left")
    t.expect_line("nn> beta two", 8)
    t.type(control("c"))
    t.expect_prompt()
    t.type(control("r") + "one")
    t.expect("the line with it", lambda: t.line.endswith(": alpha one"))
    t.type(control("c"))
    t.expect_prompt()
    leave(t)


def case_8_interrupt(place):
    t = place.start()
    t.type("x" * place.columns)
    t.expect("a wrapped line", lambda: t.line.endswith("xxxx") and t.column == 4)
    t.type(control("c"))
    t.expect_prompt()
    t.type("train drawn epochs=1000\r")
    t.expect("it trains", lambda: "epoch" in t.text.split("epochs=1000")[-1].lower())
    time.sleep(0.2)
    t.type(control("c"))
    t.expect("the session goes on", lambda: t.line == "nn>" and t.column == 4)
    t.type("params 30 10\r")
    t.expect("a reply", lambda: "310" in t.text and t.line == "nn>" and t.column == 4)
    if place.plain:
        check_plain(t)
    leave(t)


def case_9_end(place):
    t = place.start()
    t.type("abc")
    t.expect_line("nn> abc", 7)
    if not place.plain:
        t.type(control("d"))
        t.type("d")
        t.expect_line("nn> abcd", 8)
    t.type(control("u"))
    t.expect_prompt()
    leave(t)


def case_10_stop(place):
    for shell in (["/bin/dash", "-i"], ["/bin/bash", "--norc", "--noediting", "-i"]):
        if not os.path.exists(shell[0]):
            continue
        t = place.start(command=shell, PS1="shell> ", ENV="")
        t.expect_line("shell>", 7)
        t.type(f"'{place.program}'\r")
        t.expect_prompt()
        t.type("par")
        t.expect("the line", lambda: t.line.startswith("nn> par") and t.column == 7)
        t.type(control("z"))
        t.expect("the shell", lambda: t.line == "shell>" and t.cooked)
        need(not t.mode(2004), "pastes are still marked in the shell")
        t.type("echo sane$((1 + 1))\r")
        t.expect("a shell that answers", lambda: "\nsane2" in t.text and t.line == "shell>")
        t.type("fg\r")
        if place.plain:
            t.type("\r")
        else:
            t.expect("the line again", lambda: t.line.startswith("nn> par") and t.column == 7)
            t.type(control("c"))
        t.expect_prompt()
        t.type(control("d"))
        t.expect("the shell", lambda: t.line == "shell>" and t.cooked)
        t.close()


def case_11_resize(place):
    # Without colours: what is painted just as the window changes lands elsewhere in any terminal.
    t = place.start(NO_COLOR="1")
    text = "0123456789abcdefghijklmnopqrstuvwxyz"[:place.columns - 6]
    if place.plain:
        t.resize(30, place.rows)
        t.type("params 30 10\r")
        t.expect("a reply", lambda: "310" in t.text and t.line == "nn>")
        return leave(t)
    for at_bottom in (False, True):
        if at_bottom:
            for number in range(place.rows):
                t.type(f"line {number}\r")
                t.expect_taken(f"line {number}")
            t.expect_prompt()
        t.type(text)
        t.expect_line("nn> " + text, 4 + len(text))
        t.resize(30, place.rows)
        t.expect("the line wrapped anew", lambda: t.row(t.y - 1) + t.row(t.y) == "nn> " + text
                 and t.column == len(text) - 26)
        t.resize(place.columns, place.rows)
        t.expect_line("nn> " + text, 4 + len(text))
        need(sum(row.startswith("nn> 01") for row in t.screen.display) == 1, "the line is there twice")
        t.type(control("c"))
        t.expect_prompt()
    leave(t)


def case_12_paste(place):
    home = Home()
    t = place.start(home)
    if place.plain:
        t.type("params 30 10\rparams 20 10\rquit\r")
        need(t.wait() == 0 and t.raw.count(b"knobs") == 2, f"the pasted lines are run: {t.raw!r}")
        return check_plain(t)
    t.type("\x1b[200~x = 1\r\ny = 2\rz = 3\x1b[201~")
    t.expect("three rows", lambda: (t.row(0), t.row(1), t.line) == ("nn> x = 1", "y = 2", "z = 3"))
    submit(t, "x = 1\\ny = 2\\nz = 3")
    t.press("up")
    t.expect("three rows again", lambda: t.line == "z = 3" and t.row(t.y - 2) == "nn> x = 1")
    t.type("4")
    submit(t, "x = 1\\ny = 2\\nz = 34")
    t.type("\x1b[200~a\x1b[31mb\tc\x07\x1b[201~")
    t.expect_start("nn> a[31mb c")
    t.type(control("u"))
    long = "".join(chr(97 + index % 26) for index in range(8192))
    t.type("\x1b[200~" + long + "\x1b[201~")
    submit(t, long)
    t.type("one\rtwo\rthree")
    t.expect_line("nn> three", 9)
    need(home.history[-2:] == ["one", "two"], "lines pasted without marks are run")
    t.type(control("c"))
    t.expect_prompt()
    leave(t)


def case_13_screen(place):
    t = place.start()
    t.type("step to 2.3\r")
    if place.plain:
        t.expect("a reply and the prompt", lambda: t.line == "nn>" and t.column == 4)
        return check_plain(t)
    t.expect("the screen", lambda: t.mode(1049) and t.row(0).startswith("Layer 2, neuron 3"))
    t.type("n")
    t.expect("the next neuron", lambda: t.row(0).startswith("Layer 2, neuron 4"))
    t.type("q")
    t.expect("the prompt", lambda: t.line == "nn>" and t.column == 4 and not t.mode(1049))
    for mode in (1000, 1002, 1003, 1006):
        need(not t.mode(mode), f"mode {mode} is still on")
    need(t.mode(25), "the cursor is hidden")
    t.type("abc")
    t.expect("the line", lambda: t.line.startswith("nn> abc") and t.column == 7)
    t.type(control("c"))
    t.expect_prompt()
    leave(t)


ENDINGS = ("TERM", "HUP", "QUIT", "TRAP", "SEGV")


def case_14_signals(place):
    script = """ulimit -c 0; sleep 60 & sibling=$!
    sh -c 'echo $$ >"$HOME/pid"; exec "$0"' "$0"
    echo "ended $?"; kill -0 $sibling && echo 'the sibling lives'; kill $sibling"""
    for name in ENDINGS:
        for on_screen in (False, True):
            t = place.start(command=["/bin/sh", "-c", script, place.program])
            t.expect_prompt()
            if on_screen and not place.plain:
                t.type("step\r")
                t.expect("the screen", lambda: t.mode(1049))
            with open(t.home.path + "/pid", encoding="ascii") as file:
                process = int(file.read())
            number = getattr(signal, "SIG" + name)
            os.kill(process, number)
            t.expect(f"SIG{name} ended it, alone",
                     lambda: f"ended {128 + number}" in t.text and "the sibling lives" in t.text)
            need(t.cooked, f"the terminal is left raw by SIG{name}")
            need(not t.mode(2004) and not t.mode(1049) and t.mode(25), f"modes are left on by SIG{name}")
            t.close()


def run_piped(place, data, *arguments, **extra):
    home = Home()
    result = subprocess.run(
        [place.program, *arguments], input=data, capture_output=True, timeout=60, check=False,
        env=home.environment(place.environment(**extra)))
    need(b"\x1b" not in result.stdout + result.stderr, "an escape went into a pipe")
    return result


def case_15_pipes(place):
    result = run_piped(place, b"params 30 10\r\n\r\nparams 20 10")
    need(result.returncode == 0 and b"310" in result.stdout and b"210" in result.stdout, "CRLF")
    need(run_piped(place, b"").returncode == 0, "empty input")
    need(run_piped(place, b"\xff\xfe\x00\x1b[2J\n", "--keep-going").returncode == 1, "bytes of no text")
    for term in ("dumb", None, "no-such-terminal"):
        t = place.start(command=[place.program], TERM=term)
        t.expect_prompt()
        t.type("params 30 10\r")
        t.expect("a reply", lambda: "310" in t.text and t.line == "nn>" and t.column == 4)
        check_plain(t)
        leave(t)
    shell = ["/bin/sh", "-c", f"'{place.program}' | cat"]
    t = place.start(command=shell)
    t.type("params 30 10\r")
    t.type(control("d"))
    need(t.wait() == 0 and "310" in t.text, "| cat")
    check_plain(t)
    t = place.start(command=["/bin/sh", "-c", f"'{place.program}'; read line; echo got: $line"])
    t.expect_prompt()
    t.type("quit\rnext words\r")
    t.expect("what was typed after quit", lambda: re.search("^got: next words", t.text, re.M))


CASES = [value for name, value in sorted(
    globals().items(), key=lambda item: int(re.sub(r"\D", "", item[0]) or 0)) if name.startswith("case_")]
