"""Drawings as a hand makes them on the pad, and how many of them the program reads.

    python3 Harness/check_drawings.py PROGRAM DRAWINGS [--count N] [--seed N] [--cells 28x14] [--out DIR]

Each is one of the program's own drawings, with its strokes placed anew: turned, slanted, stretched, as
large as it comes and anywhere on the sheet, by a hand that trembles. What is kept of it are the cells
that a mouse goes through, as terminals tell them. The program draws it with `draw FILE.strokes`, the
same way as the pad does.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

# What a hand does, in hundredths of the drawing's square; degrees for the turn.
TURN = 10
SLANT = 0.2
STRETCH = 0.12
TREMOR = 1.5
AIM = 4
SIZES = (0.45, 0.95)
# Half the width of the pad's brushes; the second is the usual one.
BRUSHES = (0.7, 1.1, 1.1, 1.1, 1.6)
LEAST = 0.97


def drawings(path):
    """Each drawing of a file: its digit and its strokes."""
    found = []
    for line in path.read_text().splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] == "digit":
            found.append((int(words[1]), []))
        else:
            found[-1][1].append([tuple(map(float, word.split(","))) for word in words[1:]])
    return found


def spline(points, steps):
    """The curve through points, as the program draws it."""
    path = [points[0]]
    for start in range(len(points) - 1):
        around = [points[min(max(start + k, 0), len(points) - 1)] for k in (-1, 0, 1, 2)]
        for step in range(1, steps + 1):
            t = step / steps
            path.append(
                tuple(
                    b + t * ((c - a) + t * ((2 * a - 5 * b + 4 * c - d) + t * ((d - a) + 3 * (b - c)))) / 2
                    for a, b, c, d in zip(*around)
                )
            )
    return path


def tremble(path, chance):
    """A path with a slow shake and a fast one."""
    waves = [
        (chance.uniform(0, 2 * math.pi), chance.uniform(0.05, 0.6), chance.gauss(0, TREMOR), axis)
        for axis in (0, 1)
        for _ in range(3)
    ]
    shaken = []
    for index, point in enumerate(path):
        moved = list(point)
        for phase, pace, size, axis in waves:
            moved[axis] += size * math.sin(phase + pace * index) / math.sqrt(3)
        shaken.append(tuple(coordinate + chance.gauss(0, TREMOR / 4) for coordinate in moved))
    return shaken


def cells(path, columns, rows):
    """The middles of the cells that a path goes through, each run of the same one once."""
    middles = []
    for x, y in path:
        column = min(max(int(x / 100 * columns), 0), columns - 1)
        row = min(max(int(y / 100 * rows), 0), rows - 1)
        middle = ((column + 0.5) * 100 / columns, (row + 0.5) * 100 / rows)
        if not middles or middles[-1] != middle:
            middles.append(middle)
    return middles


def drawn(strokes, chance, columns, rows):
    """Strokes as a hand draws them on the sheet, in its hundredths."""
    turn = math.radians(chance.uniform(-TURN, TURN))
    slant = chance.uniform(-SLANT, SLANT)
    wide, high = (1 + chance.uniform(-STRETCH, STRETCH) for _ in "xy")
    size = chance.uniform(*SIZES)
    # Where strokes meet they do so in the same point.
    aims = {}

    def placed(point):
        if point not in aims:
            x, y = ((p - 50 + chance.gauss(0, AIM / 2)) for p in point)
            x, y = x * wide + slant * y, y * high
            aims[point] = (
                x * math.cos(turn) - y * math.sin(turn),
                x * math.sin(turn) + y * math.cos(turn),
            )
        return aims[point]

    paths = [[placed(point) for point in stroke] for stroke in strokes]
    paths = [tremble(spline(path, 12), chance) for path in paths]
    low = [min(p[k] for path in paths for p in path) for k in (0, 1)]
    high = [max(p[k] for path in paths for p in path) for k in (0, 1)]
    scale = 100 * size / max(high[0] - low[0], high[1] - low[1])
    corner = [chance.uniform(2, max(98 - scale * (high[k] - low[k]), 2)) for k in (0, 1)]
    return [
        cells(
            [tuple(corner[k] + scale * (p[k] - low[k]) for k in (0, 1)) for p in path], columns, rows
        )
        for path in paths
    ]


def text(digit, strokes, brush):
    """A drawing as a file of strokes has it."""
    lines = [f"digit {digit} pen {brush}"]
    for stroke in strokes:
        lines.append("stroke " + " ".join(f"{x:.2f},{y:.2f}" for x, y in stroke))
    return "\n".join(lines) + "\n"


def read(program, files):
    """What the program makes of files: a reply for each."""
    script = "".join(f"draw {path}\n" for path in files)
    done = subprocess.run(
        [program, "--format", "json"], input=script, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("drawings", type=Path)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--cells", default="28x14", help="of the pad: 28x14 at 80x24, 56x28 at 120x40")
    options.add_argument("--out", type=Path)
    options = options.parse_args()
    columns, rows = map(int, options.cells.split("x"))
    templates = drawings(options.drawings)
    chance = random.Random(options.seed)
    folder = options.out or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    files, meant = [], []
    for number in range(options.count):
        digit, strokes = templates[chance.randrange(len(templates))]
        path = folder / f"{number:05}.strokes"
        path.write_text(text(digit, drawn(strokes, chance, columns, rows), chance.choice(BRUSHES)))
        files.append(path)
        meant.append(digit)
    replies = read(options.program, files)
    if len(replies) != len(files):
        sys.exit(f"{len(files)} drawings, {len(replies)} replies")
    wrong = Counter((d, r["digit"]) for d, r in zip(meant, replies) if d != r["digit"])
    right = len(files) - sum(wrong.values())
    share = right / len(files)
    print(f"{right} of {len(files)} drawings are read: {100 * share:.1f} %")
    for (digit, said), count in wrong.most_common(8):
        print(f"  a {digit} was read as a {said}: {count}")
    if options.out:
        (folder / "replies.json").write_text(json.dumps([dict(r, meant=d) for d, r in zip(meant, replies)]))
    sys.exit(share < LEAST)


if __name__ == "__main__":
    main()
