"""The other eight of the fifteen: signals, windows, pastes, screens and pipes."""

import os
import re
import signal
import subprocess
import time

from place import check_plain, leave, submit
from terminal import Home, control, need


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
    # In a low window what is told of the training may take more than a screen.
    t.expect("the session goes on", lambda: t.line.startswith("nn>") or "more:" in t.line)
    if "more:" in t.line:
        t.type("q")
    t.expect_prompt()
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
