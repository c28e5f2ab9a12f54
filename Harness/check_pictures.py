"""Writes pictures of real digits, has the program read them, and says how many it reads.

A digit is turned, its strokes are made thicker or thinner, and it lies somewhere on a larger sheet, dark
on light or light on dark. Rendered pictures have even or stained paper and may have a shadow;
photographs have uneven light, a shadow's edge, grain, a soft lens and noise.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image, ImageFilter

HELD_OUT = 10_000


def digits(folder):
    """The held-out pictures and labels, and the index of the first."""
    def content(name, header):
        path = os.path.join(folder, name)
        with gzip.open(path + ".gz") if os.path.exists(path + ".gz") else open(path, "rb") as file:
            return np.frombuffer(file.read(), np.uint8, offset=header)
    pictures = content("train-images-idx3-ubyte", 16).reshape(-1, 28, 28)
    labels = content("train-labels-idx1-ubyte", 8)
    return pictures[-HELD_OUT:], labels[-HELD_OUT:], len(labels) - HELD_OUT


def resized(values, width, height):
    image = Image.fromarray(np.asarray(values, np.float32))
    return np.asarray(image.resize((width, height), Image.BICUBIC))


def ink(digit, random, sides):
    """A sheet with a digit on it: 0 is paper, 1 ink."""
    side = int(np.exp(random.uniform(*np.log(sides))))
    image = Image.fromarray(digit).resize((112, 112), Image.BICUBIC)
    pen = int(random.integers(-1, 3))
    if pen:
        image = image.filter((ImageFilter.MaxFilter if pen > 0 else ImageFilter.MinFilter)(4 * abs(pen) + 1))
    image = image.rotate(float(random.uniform(-10, 10)), Image.BICUBIC)
    strokes = np.clip(resized(np.asarray(image, np.float32) / 255, side, side), 0, 1)
    height, width = (int(side * factor) for factor in random.uniform(1, 2.5, 2))
    sheet = np.zeros((height, width), np.float32)
    x, y = random.integers(0, width - side + 1), random.integers(0, height - side + 1)
    sheet[y:y + side, x:x + side] = strokes
    return sheet


def light(shape, random, depth):
    """Light that grows less to one side, and often a shadow with a more or less soft edge."""
    y, x = np.mgrid[0:shape[0], 0:shape[1]] / np.reshape(shape, (2, 1, 1)) - 0.5

    def across():
        angle = random.uniform(0, 2 * np.pi)
        return x * np.cos(angle) + y * np.sin(angle)
    result = 1 - depth * random.uniform(0.3, 1) * (0.5 + across())
    if random.random() < 0.6:
        edge = (across() - random.uniform(-0.35, 0.35)) / random.uniform(0.01, 0.15)
        result *= 1 - 0.9 * depth * random.uniform(0.3, 1) / (1 + np.exp(-np.clip(edge, -30, 30)))
    return result


def stains(shape, random, size):
    small = random.normal(0, 1, [max(2, length // size) for length in shape])
    return resized(small, shape[1], shape[0])


def rendered(digit, random):
    sheet = ink(digit, random, (40, 600))
    paper = random.uniform(0.6, 1)
    pen = random.uniform(0, paper - 0.45)
    if random.random() < 0.5:
        paper, pen = 1 - paper, 1 - pen
    background = paper + (0.03 * stains(sheet.shape, random, 12) if random.random() < 0.4 else 0)
    picture = background * (1 - sheet) + pen * sheet
    return picture * light(sheet.shape, random, 0.45) if random.random() < 0.7 else picture


def photograph(digit, random):
    sheet = ink(digit, random, (150, 700))
    paper, pen = random.uniform(0.65, 0.95), random.uniform(0.05, 0.35)
    grain = 1 + 0.03 * stains(sheet.shape, random, 3) + 0.03 * stains(sheet.shape, random, 40)
    picture = (paper * grain * (1 - sheet) + pen * sheet) * light(sheet.shape, random, 0.5)
    image = Image.fromarray(as_bytes(picture)).filter(ImageFilter.GaussianBlur(float(random.uniform(0.5, 2))))
    noise = random.normal(0, random.uniform(0.01, 0.05), sheet.shape)
    return np.asarray(image, np.float32) / 255 + noise


def as_bytes(picture):
    return np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8)


def as_image(picture, random):
    """In one of the ways a PNG file can have it."""
    values = as_bytes(picture)
    kind = random.integers(5)
    if kind == 0:
        return Image.fromarray(values.astype(np.uint16) * 257)
    image = Image.fromarray(values)
    return image if kind == 1 else image.convert(["RGB", "RGBA", "P"][kind - 2])


def replies(program, folder, lines):
    run = subprocess.run([program, "--json", "--keep-going", "--data", folder], text=True,
                         input="".join(line + "\n" for line in lines), capture_output=True)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(found) == len(lines), run.stderr
    return [reply.get("digit") for reply in found]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    options = parser.parse_args()
    out = options.out or tempfile.mkdtemp()
    os.makedirs(out, exist_ok=True)
    pictures, labels, first = digits(options.data)
    is_good = True
    for name, count, draw, most in (("rendered", 200, rendered, 3), ("photographs", 40, photograph, 6)):
        random = np.random.default_rng([options.seed, count])
        chosen = random.choice(HELD_OUT, count, replace=False)
        paths = []
        for index in chosen:
            paths.append(os.path.join(out, f"{name}-{labels[index]}-{first + index}.png"))
            as_image(draw(pictures[index], random), random).save(paths[-1])
        wanted = labels[chosen]
        read = replies(options.program, options.data, [f'classify "{path}"' for path in paths])
        original = replies(options.program, options.data, [f"classify train {first + i}" for i in chosen])
        shares = [100 * np.mean([a == b for a, b in zip(some, wanted)]) for some in (read, original)]
        print(f"{name}: {shares[0]:.1f} % of {count} are read, of the digits themselves {shares[1]:.1f} %; "
              f"{sum(digit is None for digit in read)} without an answer")
        is_good = is_good and shares[1] - shares[0] <= most
    sys.exit(0 if is_good else 1)


main()
