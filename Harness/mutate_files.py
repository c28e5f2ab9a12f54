"""Changes files of every format at random and has the program read them: mutate_files.py PROGRAM N [SEED].

N files of each format. Each is read by a process of its own, which may find it sound or say what is
wrong, but may not trap, hang, let an escape through, or take more than 64 MB of memory above the
file's size: the peak is that of the process, as the system counts it. Ends with 1 if one does, and
keeps the file.
"""

import concurrent.futures
import glob
import gzip
import json
import os
import random
import resource
import shutil
import struct
import sys
import tempfile
import time

ROOM = 64 << 20
NUMBERS = [b"0", b"-1", b"1e999", b"18446744073709551616", b"9223372036854775807", b"NaN", b"4294967295"]


def idx(sizes, body):
    return struct.pack(">BBBB", 0, 0, 8, len(sizes)) + b"".join(
        struct.pack(">I", size) for size in sizes) + body


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def seeds(root):
    """For each format sound files, the name to give a changed one, and how to have it read."""
    read = lambda pattern: [contents(name) for name in sorted(glob.glob(f"{root}/{pattern}"))]
    pictures = idx([10, 28, 28], bytes(range(196)) * 40)
    labels = idx([10], bytes(range(10)))
    progress = json.dumps({"version": 1, "last": "counting", "lessons": {"counting": {
        "done": ["start", "into-layer-1"], "finished": True,
        "questions": {"into-layer-1": {"missed": 2, "mastered": 1}}}}}, indent=1).encode()
    history = "params 784 16 10\nx = 1\\ny = 2\nσ(W1[5]·a0)\n\\\\n\n".encode() * 20
    config = b"# mine\ncolor never\nwidth 60\n--ascii\nseed 7\n"
    data = lambda test, labels_file: {"t10k-images-idx3-ubyte": test, "t10k-labels-idx1-ubyte": labels_file}
    return {
        "idx": ([pictures], lambda b: data(b, labels), ["--data", ".", "digit", "test", "3"]),
        "idx-labels": ([labels], lambda b: data(pictures, b), ["--data", ".", "accuracy", "test"]),
        "gzip": ([gzip.compress(pictures, 9), gzip.compress(bytes(7840), 1)],
                 lambda b: {"t10k-images-idx3-ubyte.gz": b, "t10k-labels-idx1-ubyte": labels},
                 ["--data", ".", "digit", "test", "3"]),
        "safetensors": (read("lessons/network/*.safetensors"), lambda b: {"net": b},
                        ["--network", "net", "-c", "network", "-c", "classify 3", "-c", "params"]),
        "lesson": (read("lessons/*.md"), lambda b: {"course/01-a.md": b}, ["check", "course"]),
        "progress": ([progress], lambda b: {"nn-repl/progress": b}, ["-c", "lessons", "-c", "lesson"]),
        "history": ([history], lambda b: {"nn-repl/history": b}, ["history"]),
        "config": ([config], lambda b: {"nn-repl/config": b}, ["params"]),
    }


def mutated(chance, sound):
    """A file with a few changes."""
    data = bytearray(chance.choice(sound))
    for _ in range(chance.choice([1, 1, 2, 4, 16])):
        at = chance.randrange(len(data) + 1)
        if chance.random() < 0.4:
            at = min(at, chance.randrange(400))  # headers matter most
        kind = chance.randrange(8)
        length = chance.choice([1, 2, 4, 8, 100])
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at:at + length] = chance.randbytes(length)
        elif kind == 2:
            del data[at:at + length]
        elif kind == 3:
            data[at:at] = chance.randbytes(length)
        elif kind == 4:
            del data[at:]
        elif kind == 5:
            other = chance.choice(sound)
            start = chance.randrange(len(other))
            data[at:at] = other[start:start + 50 * length]
        elif kind == 6:
            data[at:at + length] = chance.choice([b"\xff", b"\x00", b"\x1b[2J", b"[", b"{\"a\":"]) * length
        else:
            data[at:at + length] = chance.choice(NUMBERS)
    return bytes(data)


def run(command, folder):
    """The status, the peak of memory in bytes, and what it printed."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8",
                   "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    process = os.fork()
    if process == 0:
        os.chdir(folder)
        output = os.open("output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.execve(command[0], command, environment)
    _, status, usage = os.wait4(process, 0)
    with open(folder + "/output", "rb") as file:
        return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024, file.read()


def play(program, name, seed, count, root):
    """Tries so many files of a format: the largest need of memory, and what went wrong."""
    chance = random.Random(seed)
    sound, layout, arguments = seeds(root)[name]
    worst, wrong = 0, []
    for number in range(count):
        folder = tempfile.mkdtemp(prefix=f"nn-repl-mutated-{name}-")
        data = sound[number % len(sound)] if number == 0 else mutated(chance, sound)
        for path, contents in layout(data).items():
            os.makedirs(os.path.dirname(f"{folder}/{path}"), exist_ok=True)
            with open(f"{folder}/{path}", "wb") as file:
                file.write(contents)
        status, peak, output = run([program, "--keep-going", *arguments], folder)
        worst = max(worst, peak - len(data))
        faults = []
        if status not in (0, 1, 2):
            faults.append(f"ended with {status}")
        if number == 0 and status != 0:
            faults.append(f"the sound file is refused: {output.decode(errors='replace')}")
        if peak - len(data) > ROOM:
            faults.append(f"took {(peak - len(data)) >> 20} MB above the file's size")
        if b"\x1b" in output:
            faults.append("an escape went through")
        if faults:
            wrong.append(f"{name} in {folder}: {', '.join(faults)}")
        else:
            shutil.rmtree(folder)
    return worst, wrong


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
    start = time.monotonic()
    print(f"seed {seed}")
    failed = False
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        parts = 4
        results = {name: [pool.submit(play, program, name, f"{seed} {name} {part}",
                                      max(count // parts, 1), root) for part in range(parts)]
                   for name in seeds(root)}
        for name, futures in results.items():
            outcomes = [future.result() for future in futures]
            worst = max(worst for worst, _ in outcomes)
            wrong = [line for _, lines in outcomes for line in lines]
            print(f"{name:<12} {parts * max(count // parts, 1):>5} files, {len(wrong)} wrong, "
                  f"at most {worst / (1 << 20):.1f} MB above the file's size", flush=True)
            for line in wrong[:5]:
                print("  " + line)
            failed |= bool(wrong)
    print(f"{time.monotonic() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
