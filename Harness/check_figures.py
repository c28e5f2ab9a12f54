"""Saves a figure of every kind with the real program, and looks at the files with other eyes.

A PNG is read by a decoder of its own and must have the size of its SVG, in two pixels a point. The SVG must be
XML that loads nothing from elsewhere. Chromium's picture of it must then be that of the PNG: where
there is no text, pixel by pixel but for the smoothing of edges; where there is text, with about as
much ink, for the letters are others.
"""

import os
import re
import struct
import subprocess
import sys
import tempfile
import xml.dom.minidom
import zlib

FIGURES = {
    "picture": ["digit 4"], "marked": ["pixel 14 13"], "signed": ["weights 1.3"],
    "gallery": ["W1"], "row": ["neuron 2.3"], "several": ["neuron 1.5"], "bars": ["classify 3"],
    "diverging": ["biases 3"], "grid": ["pixels"], "plot": ["plot sigmoid(x), tanh(x), x^2/10"],
    "pole": ["plot 1/x"], "tangent": ["gradient W3[0,4]"], "histogram": ["histogram W1"],
    "neurons": ["step to 2.5"], "training": ["train drawn epochs=6 seed=1"],
    "network": ["network"], "wide": ["new 784 300 40 10 seed 1", "network"], "layers": ["forward"],
}
SCALE = 2
FOREIGN = re.compile(r"href|url\(|@import|<script|<image|<foreignObject|\son\w+=", re.IGNORECASE)


def decoded(data):
    """Width, height and the rows of an 8-bit RGB or RGBA picture, as lists of RGB."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    place, header, packed = 8, None, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + length]
        check, = struct.unpack(">I", data[place + 8 + length:place + 12 + length])
        assert check == zlib.crc32(kind + body), f"the check sum of {kind} is wrong"
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        if kind == b"IDAT":
            packed += body
        place += 12 + length
    width, height, depth, color, *rest = header
    assert depth == 8 and color in (2, 6) and rest == [0, 0, 0], f"another kind of PNG: {header}"
    count = 3 if color == 2 else 4
    raw = zlib.decompress(packed)
    stride = width * count
    rows, before = [], bytearray(stride)
    for y in range(height):
        kind, *_ = raw[y * (stride + 1):y * (stride + 1) + 1]
        row = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        if kind:
            unfilter(kind, row, before, count)
        rows.append(row)
        before = row
    return width, height, count, rows


def unfilter(kind, row, above, count):
    for i, value in enumerate(row):
        left = row[i - count] if i >= count else 0
        up = above[i]
        corner = above[i - count] if i >= count else 0
        if kind == 4:
            guess = left + up - corner
            order = sorted(((abs(guess - p), n) for n, p in enumerate((left, up, corner))))
            guess = (left, up, corner)[order[0][1]]
        else:
            guess = (0, left, up, (left + up) // 2)[kind]
        row[i] = (value + guess) & 255


def numbers(element, *names):
    return [float(element.getAttribute(name) or 0) for name in names]


def text_boxes(svg):
    """Where text is, in points: left, top, right, bottom."""
    for text in svg.getElementsByTagName("text"):
        x, y, size, length = numbers(text, "x", "y", "font-size", "textLength")
        length = length or size
        left = x - {"": 0, "middle": length / 2, "end": length}[text.getAttribute("text-anchor")]
        yield left - 2, y - size - 1, left + length + 2, y + 0.35 * size + 1


def screenshot(chromium, svg, width, height, folder):
    page = os.path.join(folder, "page.html")
    shot = os.path.join(folder, "shot.png")
    with open(page, "w", encoding="utf-8") as file:
        file.write("<!DOCTYPE html><meta charset=utf-8>"
                   "<style>body{margin:0}svg{display:block}</style>" + svg)
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--force-device-scale-factor={SCALE}", f"--window-size={width},{height}",
         f"--user-data-dir={folder}/profile", f"--screenshot={shot}", "file://" + page],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    with open(shot, "rb") as file:
        return decoded(file.read())


def compare(ours, theirs, boxes):
    """What differs, in words; nothing where the two show the same."""
    width, height, count, rows = ours
    _, _, their_count, their_rows = theirs
    is_text = [bytearray(width) for _ in range(height)]
    for box in boxes:
        left, top, right, bottom = (max(int(SCALE * side), 0) for side in box)
        for y in range(top, min(bottom + 1, height)):
            end = min(right + 1, width)
            is_text[y][left:end] = b"\1" * max(end - left, 0)
    differing = shapes = 0
    ink = [0, 0]
    for y in range(height):
        if y >= len(their_rows):
            return f"Chromium's picture has only {len(their_rows)} rows"
        one, other = rows[y], their_rows[y]
        if is_text[y].find(1) < 0 and count == their_count and one == other:
            shapes += width
            continue
        for x in range(width):
            a, b = one[count * x:count * x + 3], other[their_count * x:their_count * x + 3]
            if is_text[y][x]:
                ink[0] += 765 - sum(a)
                ink[1] += 765 - sum(b)
                continue
            shapes += 1
            if a != b and max(abs(p - q) for p, q in zip(a, b)) > 64:
                differing += 1
    if differing > 0.001 * shapes:
        return f"{differing} of {shapes} pixels without text differ"
    if ink[1] and not 0.75 < ink[0] / ink[1] < 1.33:
        return f"text has {ink[0] / ink[1]:.2f} times the ink of Chromium's"
    return None


def check(program, name, lines, chromium, folder):
    files = {kind: os.path.join(folder, f"{name}.{kind}") for kind in ("svg", "png", "txt")}
    typed = [part for line in lines + [f"figure save {path}" for path in files.values()]
             for part in ("-c", line)]
    subprocess.run([program, *typed], check=True, stdout=subprocess.DEVNULL)
    with open(files["svg"], encoding="utf-8") as file:
        text = file.read()
    svg = xml.dom.minidom.parseString(text.encode())
    found = FOREIGN.search(re.sub(r"<desc>.*?</desc>", "", text, flags=re.DOTALL))
    assert not found, f"the SVG has {found.group(0) if found else ''}"
    assert svg.getElementsByTagName("desc")[0].firstChild, "nothing says what one sees"
    width, height = numbers(svg.documentElement, "width", "height")
    with open(files["png"], "rb") as file:
        ours = decoded(file.read())
    size = tuple(-int(-SCALE * side // 1) for side in (width, height))
    assert ours[:2] == size, f"the PNG is {ours[:2]}, not {size}"
    assert all(row[3::4].count(255) == ours[0] for row in ours[3]), "the PNG has holes"
    if chromium:
        shot = screenshot(chromium, text, -int(-width // 1), -int(-height // 1), folder)
        return compare(ours, shot, text_boxes(svg))
    return None


def main():
    program, chromium = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    wanted = sys.argv[3:] or FIGURES
    fails = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        for name in wanted:
            try:
                problem = check(program, name, FIGURES[name], chromium, folder)
            except AssertionError as error:
                problem = str(error)
            print(f"{name}: {problem or 'the same'}", flush=True)
            fails += problem is not None
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(main())
