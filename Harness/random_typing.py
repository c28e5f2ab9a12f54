"""Types, pastes, resizes and signals at random: random_typing.py PROGRAM N [SEED].

N runs, each of some steps at a program in a pseudo-terminal that is read only now and then. Each run
ends by a signal at a random moment, after which the terminal has to be as it was, or by leaving in
good order, before which the prompt has to answer. Ends with 1 at the first run that fails.
"""

import os
import random
import signal
import sys
import time

import terminal
from hardening_cases import check_reset, settle
from terminal import Home, Terminal, control, need

LINES = ["params 30 10", "digit 7", "step", "train drawn epochs=30", "pixels", "x = [1, 2", "plot sigmoid", "help",
         "lesson counting", "history", "nope", "digit 漢😀é", "σ(W1·a0 + b1)", "back", "clear", "undo"]
KEYS = list(terminal.KEYS.values()) + [control(letter) for letter in "abcefghklnprtuwyz"] + ["\x1b[3~", "\x1bb", " ", "q"]


def paste(chance):
    end = chance.choice(["\n", "\r", "\r\n"])
    lines = [chance.choice(LINES + ["", "# a comment", "\ttab", "a" * chance.randrange(200)])
             for _ in range(chance.randrange(1, 30))]
    return "\x1b[200~" + end.join(lines) + "\x1b[201~"


def step(chance, t):
    kind = chance.randrange(10)
    if kind < 3:
        t.type(chance.choice(LINES) + "\r")
    elif kind < 6:
        t.type("".join(chance.choice(KEYS) for _ in range(chance.randrange(1, 12))))
    elif kind < 7:
        t.type(paste(chance))
    elif kind < 8:
        t.resize(chance.choice([1, 2, 5, 20, 40, 80, 200]), chance.choice([1, 2, 5, 12, 24, 60]))
    elif kind < 9:
        t.kill(chance.choice([signal.SIGINT, signal.SIGWINCH, signal.SIGCONT]))
    else:
        time.sleep(chance.random() * 0.2)
    # A stop would last for ever where no shell goes on with it.
    t.kill(signal.SIGCONT)
    if chance.random() < 0.7:
        t.read(chance.choice([0, 0.01, 0.05]))


def end_by_signal(chance, t):
    number = chance.choice([signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
    t.kill(number)
    t.kill(signal.SIGCONT)
    status = t.wait()
    need(status == -number, f"signal {number}, yet it ended with {status}")
    check_reset(t, f"signal {number}")


def end_in_order(t):
    t.resize(80, 24)
    settle(t)
    t.type(control("l") + "leave\r")
    settle(t)
    t.type("params 70 10\r")
    # A lone q, which stops a screen, is the start of quit at the prompt.
    t.expect("a reply", lambda: t.ended or "710" in t.text and t.line == "nn>")
    left = not t.ended
    t.type(control("d"))
    need(t.wait() == 0, "it did not end in order")
    check_reset(t, "leaving")
    return "left" if left else "ended"


def play(program, seed):
    chance = random.Random(seed)
    home = Home(*(chance.choice(LINES) for _ in range(5)))
    term = chance.choice(["xterm-256color", "screen", "linux", "vt100"])
    t = Terminal([program], {"TERM": term, "LANG": "C.UTF-8"}, chance.choice([5, 40, 80]), chance.choice([3, 24]), home)
    try:
        t.expect("a prompt", lambda: b"nn>" in t.raw or b"Space" in t.raw)
        for _ in range(chance.randrange(1, 25)):
            if not t.child.isalive():
                break
            step(chance, t)
        if not t.child.isalive():
            need(t.wait() == 0, f"it ended with {t.wait()}")
            return "ended"
        if chance.random() < 0.6:
            end_by_signal(chance, t)
            return "killed"
        return end_in_order(t)
    finally:
        t.close()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    endings = {"ended": 0, "killed": 0, "left": 0}
    start = time.monotonic()
    for number in range(count):
        try:
            endings[play(program, seed + number)] += 1
        except terminal.Missed as missed:
            print(f"seed {seed + number}: {missed}")
            return 1
    print(f"{count} runs in {time.monotonic() - start:.0f} s from seed {seed}: {endings['killed']} killed, "
          f"{endings['left']} left in order, {endings['ended']} left by a key")
    return 0


if __name__ == "__main__":
    sys.exit(main())
