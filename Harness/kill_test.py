"""Kills the program at random moments of a course and of saving: kill_test.py PROGRAM N [SEED].

After each kill the files must be whole and no older than what was seen on the screen: every step
that was left behind is in the progress, the saved network is the last one that was told of or a
later one, and there are no more files than before. Ends with 1 at the first that is not so.
"""

import json
import os
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

from terminal import Home, Terminal

LESSON = "counting"
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[78]")
PLACE = re.compile(rb"counting (\d+)/(\d+)> ")
KEPT = {"history", "history.new", "progress", "progress.lock", "progress.part"}


class Lost(AssertionError):
    """Something that was seen is not in the files, or a file is not whole."""


def steps(source):
    """The ids of the lesson's steps in order, and the lines that answer all questions."""
    with open(source, encoding="utf-8") as file:
        parts = re.split(r"^## .*\{#([\w-]+)\}", file.read(), flags=re.M)
    lines = []
    for text in parts[::2]:
        for solution in re.findall(r"^solution: (.*)", text, re.M):
            lines += ["17", solution]
        lines.append("")
    return ["start"] + parts[1::2], lines


class Course:
    """A course that is gone through, and begun anew from time to time."""

    def __init__(self, program, home, source):
        self.program, self.home = program, home
        self.ids, answers = steps(source)
        self.script = [f"lesson {LESSON}"] + answers + ["params"]
        self.known = set()

    @property
    def file(self):
        return self.home.data + "/progress"

    def prepare(self, chance):
        if chance.random() < 0.5 and os.path.exists(self.file):
            os.unlink(self.file)
            self.known = set()
        if chance.random() < 0.1 and os.path.exists(self.home.data + "/history"):
            os.unlink(self.home.data + "/history")

    def run(self, moment):
        terminal = Terminal(
            [self.program], {"TERM": "xterm-256color", "LANG": "C.UTF-8"}, 80, 24, self.home)
        terminal.stream.feed = lambda data: None
        deadline = time.monotonic() + moment
        terminal.type("".join(line + "\r" for line in self.script))
        while time.monotonic() < deadline:
            if not terminal.read(max(deadline - time.monotonic(), 0)):
                break
        terminal.kill(signal.SIGKILL)
        while terminal.read(0.01) and not terminal.ended:
            if not terminal.child.isalive() and terminal.read(0.01) and terminal.ended:
                break
        terminal.close()
        return ESCAPES.sub(b"", terminal.raw)

    def check(self, seen):
        places = [int(number) for number, _ in PLACE.findall(seen)]
        left_behind = set(self.ids[:max(places, default=1) - 1])
        wanted = self.known | left_behind
        done = set()
        if os.path.exists(self.file):
            with open(self.file, "rb") as file:
                data = file.read()
            try:
                done = set(json.loads(data)["lessons"].get(LESSON, {"done": []})["done"])
            except (ValueError, KeyError) as problem:
                raise Lost(f"progress does not parse: {data!r}") from problem
        if not wanted <= done:
            raise Lost(f"steps are lost: {sorted(wanted - done)}\n{seen[-3000:].decode(errors='replace')}")
        self.known = done
        strays = set(os.listdir(self.home.data)) - KEPT
        if strays:
            raise Lost(f"stray files: {sorted(strays)}")
        typed = set(self.script)
        for line in self.home.history:
            if line not in typed:
                raise Lost(f"a line that nobody typed is in the history: {line!r}")


class Saving:
    """A network that is changed and saved again and again, under one name."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.file = folder + "/net.safetensors"
        self.newest = 0

    def prepare(self, chance):
        if chance.random() < 0.1 and os.path.exists(self.file):
            os.unlink(self.file)

    def run(self, moment):
        first = self.newest + 1
        lines = "".join(f"set b1[0] = {first + index}\nsave net.safetensors\n" for index in range(60))
        with open(self.folder + "/seen", "wb") as output:
            process = subprocess.Popen(
                [self.program], stdin=subprocess.PIPE, stdout=output, stderr=output, cwd=self.folder,
                env={"PATH": "/usr/bin:/bin", "HOME": self.folder, "LANG": "C.UTF-8"})
            process.stdin.write(lines.encode())
            process.stdin.flush()
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdin.close()
        with open(self.folder + "/seen", "rb") as file:
            seen = file.read()
        os.unlink(self.folder + "/seen")
        return first, seen

    def check(self, outcome):
        first, seen = outcome
        told = seen.count(b"Wrote ")
        strays = [name for name in os.listdir(self.folder) if name.endswith("part")]
        if len(strays) > 1:
            raise Lost(f"stray files: {strays}")
        if not os.path.exists(self.file):
            if told:
                raise Lost("a network that was said to be written is not there")
            return
        with open(self.file, "rb") as file:
            data = file.read()
        value = first_bias(data)
        if told and value < first + told - 1:
            raise Lost(f"the saved network is older than the last that was told of: {value}")
        self.newest = max(self.newest, first + told, int(value))


def first_bias(data):
    """b1[0] of a whole safetensors file."""
    try:
        (length,) = struct.unpack("<Q", data[:8])
        header = json.loads(data[8:8 + length])
        end = max(entry["data_offsets"][1] for name, entry in header.items() if name[0] != "_")
        if len(data) != 8 + length + end:
            raise Lost(f"the saved network has {len(data)} bytes, not {8 + length + end}")
        start = 8 + length + header["layers.1.bias"]["data_offsets"][0]
        return struct.unpack("<f", data[start:start + 4])[0]
    except (struct.error, ValueError, KeyError) as problem:
        raise Lost("the saved network does not parse") from problem


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    chance = random.Random(seed)
    lessons = os.path.join(os.path.dirname(__file__), "..", "lessons", "08-counting.md")
    folder = tempfile.mkdtemp(prefix="nn-repl-kill-")
    course, saving = Course(program, Home(), lessons), Saving(program, folder)
    start = time.monotonic()
    landed = {"course": 0, "saving": 0}
    print(f"seed {seed}")
    for number in range(count):
        name, kind = ("course", course) if number % 2 else ("saving", saving)
        kind.prepare(chance)
        outcome = kind.run(chance.uniform(0, 0.25))
        landed[name] += (b"Wrote" in outcome[1]) if kind is saving else bool(PLACE.search(outcome))
        try:
            kind.check(outcome)
        except Lost as loss:
            print(f"kill {number + 1} of the {name}: {loss}")
            return 1
    shutil.rmtree(folder)
    print(f"{count} kills in {time.monotonic() - start:.0f} s, nothing lost or half-written; "
          f"{landed['course']} in the midst of the course, {landed['saving']} of saving")
    return 0


if __name__ == "__main__":
    sys.exit(main())
