"""What others do to the program: hostile files, signals while nobody reads, odd windows and streams."""

import fcntl
import os
import signal
import subprocess
import time

from place import check_plain, leave
from terminal import Home, Terminal, control, need

RESET = ((1049, False), (1002, False), (1006, False), (2004, False), (2026, False), (25, True), (7, True))


def check_reset(t, why):
    need(t.cooked, f"the terminal is left raw by {why}")
    for mode, is_on in RESET:
        need(t.mode(mode) == is_on, f"mode {mode} is left {'off' if is_on else 'on'} by {why}")


def show(t, what):
    """Brings the program to one of the places where keys are waited for."""
    if what == "prompt":
        t.type("abc")
        t.expect("the line", lambda: t.line.startswith("nn> abc"))
    elif what == "search":
        t.type(control("r") + "x")
        t.expect("the search", lambda: "line with" in t.text)
    elif what == "pager":
        t.type("pixels\r")
        t.expect("the pager", lambda: "Space goes on" in t.text)
    else:
        t.type("step\r" if what == "step" else "train drawn epochs=5000\r")
        t.expect("the screen", lambda: t.mode(1049))


PLACES = ("prompt", "search", "pager", "step", "training")


def case_22_hostile_history(place):
    home = Home()
    with open(home.data + "/history", "wb") as file:
        file.write(b"zz\x1b[7mX\nzy\xc2\x9b31mA\xe2\x80\xaeB\x07\x7f\nzx\rb\r\n\xcc\x81zw\n\xff\x9b\n")
    t = place.start(home)
    t.type("z")
    if not place.plain:
        t.press("up", "up", "up", "up")
        t.type(control("r") + "z" + control("g"))
        t.expect("the oldest line", lambda: t.line.startswith("nn> zz[7mX"))
    t.type(control("u") + "history\r")
    t.expect("the history", lambda: "zz[7mX" in t.text and t.line == "nn>")
    for bad in (b"\x1b[7m", b"\xc2\x9b", b"\xe2\x80\xae", b"\xcc\x81"):
        need(bad not in t.raw, f"{bad!r} came from the history")
    leave(t)


def case_23_no_history(place):
    def link(target):
        return lambda path: os.symlink(target, path)

    def locked(path):
        file = open(path, "w", encoding="utf-8")  # pylint: disable=consider-using-with
        fcntl.flock(file, fcntl.LOCK_EX)
        return file

    def huge(path):
        with open(path, "wb") as file:
            file.truncate(1 << 30)

    for make in (os.mkfifo, os.mkdir, link("/dev/zero"), link("/dev/tty"), link("/nowhere/at/all"), locked, huge):
        home = Home()
        kept = make(home.data + "/history")
        t = place.start(home)
        t.type("params 30 10\r")
        t.expect("a reply", lambda: "310" in t.text and t.line == "nn>")
        leave(t)
        del kept


def case_24_nobody_reads(place):
    if place.plain:
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        t = place.start()
        show(t, "training")
        time.sleep(2)
        t.kill(number)
        deadline = time.monotonic() + 20
        while t.child.isalive():
            need(time.monotonic() < deadline, f"signal {number} does not end it")
            time.sleep(0.01)
        need(t.wait() == -number, "it ended otherwise")
        check_reset(t, f"signal {number}")
        t.close()
    t = place.start()
    show(t, "training")
    time.sleep(2)
    os.write(t.child.child_fd, b"\x03")
    t.expect("the end of the training", lambda: not t.mode(1049) and b"kept" in t.raw and t.mode(7))
    settle(t)
    t.type(control("l"))
    t.expect_prompt()
    leave(t)


def case_25_signals_everywhere(place):
    if place.plain:
        return
    script = """ulimit -c 0; sh -c 'echo $$ >"$HOME/pid"; exec "$0"' "$0"; echo "ended $?\""""
    for what in PLACES:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1):
            t = place.start(command=["/bin/sh", "-c", script, place.program])
            t.expect_prompt()
            show(t, what)
            with open(t.home.path + "/pid", encoding="ascii") as file:
                os.kill(int(file.read()), number)
            t.expect("the end", lambda: f"ended {128 + number}" in t.text)
            check_reset(t, f"signal {number} in {what}")
            t.close()


def case_26_keys_everywhere(place):
    if place.plain:
        return
    for what in PLACES:
        t = place.start(command=["/bin/bash", "--norc", "--noediting", "-i"], PS1="shell> ")
        t.expect_line("shell>", 7)
        t.type(f"'{place.program}'\r")
        t.expect_prompt()
        show(t, what)
        t.type(control("z"))
        t.expect("the shell", lambda: t.line == "shell>" and t.cooked)
        check_reset(t, f"Ctrl-Z in {what}")
        t.type("echo sane$((1 + 1))\r")
        t.expect("a shell that answers", lambda: "\nsane2" in t.text and t.line == "shell>")
        t.type("fg\r")
        t.expect("it goes on", lambda: not t.cooked)
        if what in ("step", "training"):
            t.expect("the screen", lambda: t.mode(1049))
        t.type(control("c"))
        t.expect_prompt()
        t.type(control("d"))
        t.expect("the shell", lambda: t.line == "shell>" and t.cooked)
        t.close()


def settle(t):
    """Leaves whatever is shown, until the prompt waits; in a small window that is hard to see."""
    deadline = time.monotonic() + (30 if t.screen.columns > 20 else 1)
    while time.monotonic() < deadline and not t.ended:
        t.type("q" + control("c"))
        time.sleep(0.02)
        t.read(0.05)
        if not t.mode(1049) and not t.cooked and t.raw.endswith((b"nn>\x1b[0m ", b"nn> ", b"nn>")):
            return


def case_27_small_windows(place):
    for columns, rows in ((1, 1), (5, 2), (20, 5)):
        t = Terminal([place.program], place.environment(), columns, rows)
        t.expect("the start", lambda: not t.cooked or place.plain and b"nn>" in t.raw)
        for line in ("digit", "step", "plot sigmoid", "x = [1, 2]", "pixels", "lessons"):
            t.type(line + "\r")
            t.read(0.1)
            if not place.plain:
                settle(t)
                t.type("\x1b[200~a\nb\x1b[201~" + control("r") + "x")
                t.resize(columns + 1, rows)
                settle(t)
                t.resize(columns, rows)
        t.resize(80, 24)
        if not place.plain:
            settle(t)
            t.type(control("l"))
        t.type("params 30 10\r")
        t.expect("a reply", lambda: "310" in t.text and t.line == "nn>" and t.column == 4)
        leave(t)


def run(place, *arguments, home=None, data=b"", **options):
    home = home or Home()
    return subprocess.run(
        [place.program, *arguments], input=data, capture_output=True, timeout=60, check=False,
        cwd=home.path, env=home.environment(place.environment()), **options)


def case_28_arguments(place):
    for arguments, answer in (
            (["x = 3"], b"x = 3"), (["digit 7"], b"drawing 0 of a 7"), (["help neuron"], b"neuron: "),
            (["-c", "-1+2"], b"1\n"), (["--", "-1+2"], b"1\n"), (["-c=2*3"], b"6\n"), (["--help", "neuron"], b"neuron: "),
            (["params", "30", "10", "--json"], b'"total":310')):
        result = run(place, *arguments)
        need(result.returncode == 0 and answer in result.stdout, f"{arguments}: {result}")
    for arguments, message in (
            (["--jsno"], b"Did you mean '--json'?"), (["--width", "0"], b"--width"), (["--seed", "-1"], b"--seed"),
            (["--color", "purple"], b"--color"), (["-c"], b"nn-repl -c"), (["-1+2"], b"nn-repl -- -1+2")):
        result = run(place, *arguments)
        need(result.returncode == 2 and message in result.stderr and not result.stdout, f"{arguments}: {result}")


def case_29_places(place):
    home = Home()
    with open(home.path + "/a.nn", "w", encoding="utf-8") as file:
        file.write("params 30 10\n\nneuron 9.9\n")
    for arguments, data, start in (
            (["a.nn"], b"", b"a.nn:3: There"), ([], b"x = 1\nneuron 9.9\n", b"standard input:2: There"),
            (["-c", "neuron 9.9"], b"", b"neuron 9.9: There"), (["neuron", "9.9"], b"", b"There")):
        result = run(place, *arguments, home=home, data=data)
        need(result.returncode == 1 and result.stderr.startswith(start), f"{arguments}: {result}")
    os.makedirs(home.path + "/config/nn-repl")
    path = home.path + "/config/nn-repl/config"
    with open(path, "w", encoding="utf-8") as file:
        file.write("# mine\nascii\nwidth 7\n")
    result = run(place, "params", home=home)
    need(result.returncode == 2 and result.stderr.startswith(path.encode() + b":3: "), f"the configuration: {result}")
    os.unlink(path)
    os.mkfifo(path)
    need(run(place, "params", home=home).returncode == 0, "a pipe as the configuration")


def case_30_streams(place):
    home = Home()
    for redirection, statuses in (("<&-", (2,)), ("</", (2,)), ("2>&-", (0,)), ("<&- 2>&-", (2,))):
        script = f"'{place.program}' {redirection}"
        if redirection == "2>&-":
            script = f"'{place.program}' -c params {redirection}"
        result = subprocess.run(["/bin/sh", "-c", script], capture_output=True, timeout=60, check=False,
                                env=home.environment(place.environment()), stdin=subprocess.DEVNULL)
        need(result.returncode in statuses, f"{redirection}: {result}")
    for script in (f"'{place.program}' -c params >&-", f"'{place.program}' -c params | true"):
        result = subprocess.run(["/bin/sh", "-c", script], capture_output=True, timeout=60, check=False,
                                env=home.environment(place.environment()))
        need(b"Fatal" not in result.stderr and b"rror:" not in result.stderr, f"{script}: {result}")
    t = place.start()
    if place.plain:
        check_plain(t)
    leave(t)
