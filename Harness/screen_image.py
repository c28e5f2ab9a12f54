"""A terminal's screen (pyte) as an image (Pillow), each block element exactly where it belongs."""

import os

from PIL import Image, ImageDraw, ImageFont

CELL = (9, 18)
GROUNDS = {"dark": ("121214", "d0d0d0"), "light": ("ffffff", "202020")}
SIXTEEN = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff").split()
NAMES = "black red green brown blue magenta cyan white".split()
FOLDERS = ("/usr/share/fonts/truetype/dejavu/", "/usr/share/fonts/dejavu/", "")

# Parts of a cell in eighths: left, top, right, bottom.
BLOCKS = {
    "█": [(0, 0, 8, 8)], "▀": [(0, 0, 8, 4)], "▌": [(0, 0, 4, 8)], "▐": [(4, 0, 8, 8)],
    **{chr(0x2580 + n): [(0, 8 - n, 8, 8)] for n in range(1, 8)},
    **{chr(0x2590 - n): [(0, 0, n, 8)] for n in range(1, 8)},
    "▘": [(0, 0, 4, 4)], "▝": [(4, 0, 8, 4)], "▖": [(0, 4, 4, 8)], "▗": [(4, 4, 8, 8)],
    "▚": [(0, 0, 4, 4), (4, 4, 8, 8)], "▞": [(4, 0, 8, 4), (0, 4, 4, 8)],
    "▛": [(0, 0, 8, 4), (0, 4, 4, 8)], "▜": [(0, 0, 8, 4), (4, 4, 8, 8)],
    "▙": [(0, 0, 4, 8), (4, 4, 8, 8)], "▟": [(4, 0, 8, 8), (0, 4, 4, 8)],
}
SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
# Lines from the middle of a cell: left, right, up, down; 1 thin, 3 thick.
LINES = {
    "─": (1, 1, 0, 0), "━": (3, 3, 0, 0), "╸": (3, 0, 0, 0), "╺": (0, 3, 0, 0),
    "│": (0, 0, 1, 1), "┃": (0, 0, 3, 3), "┌": (0, 1, 0, 1), "┐": (1, 0, 0, 1),
    "└": (0, 1, 1, 0), "┘": (1, 0, 1, 0), "├": (0, 1, 1, 1), "┤": (1, 0, 1, 1),
    "┬": (1, 1, 0, 1), "┴": (1, 1, 1, 0), "┼": (1, 1, 1, 1), "╭": (0, 1, 0, 1),
    "╮": (1, 0, 0, 1), "╰": (0, 1, 1, 0), "╯": (1, 0, 1, 0), "╴": (1, 0, 0, 0),
    "╶": (0, 1, 0, 0), "╵": (0, 0, 1, 0), "╷": (0, 0, 0, 1),
}
DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))


def rgb(color):
    return tuple(int(color[i:i + 2], 16) for i in (0, 2, 4))


def mixed(back, front, share):
    return tuple(round(b + (f - b) * share) for b, f in zip(back, front))


class Fonts:
    def __init__(self):
        self.plain = self.find("DejaVuSansMono.ttf")
        self.bold = self.find("DejaVuSansMono-Bold.ttf")

    @staticmethod
    def find(name):
        for folder in FOLDERS:
            if os.path.exists(folder + name) or not folder:
                return ImageFont.truetype(folder + name, 15)
        return None


class ScreenImage:
    """Draws one screen."""

    fonts = None

    def __init__(self, screen, theme):
        ScreenImage.fonts = ScreenImage.fonts or Fonts()
        self.screen = screen
        self.ground, self.ink = (rgb(color) for color in GROUNDS[theme])
        self.image = Image.new("RGB", (screen.columns * CELL[0], screen.lines * CELL[1]), self.ground)
        self.draw = ImageDraw.Draw(self.image)

    def drawn(self):
        for y in range(self.screen.lines):
            for x in range(self.screen.columns):
                self.cell(x, y, self.screen.buffer[y][x])
        return self.image

    def color(self, name, usual):
        if name == "default":
            return usual
        if name.startswith(("bright", "bfight")):
            return rgb(SIXTEEN[8 + NAMES.index(name[6:].replace("yellow", "brown"))])
        return rgb(SIXTEEN[NAMES.index(name)]) if name in NAMES else rgb(name)

    def cell(self, x, y, char):
        front = self.color(char.fg, self.ink)
        back = self.color(char.bg, self.ground)
        if char.reverse:
            front, back = back, front
        if char.bold and char.fg == "default":
            front = (255, 255, 255) if sum(self.ground) < 380 else (0, 0, 0)
        left, top = x * CELL[0], y * CELL[1]
        box = (left, top, left + CELL[0] - 1, top + CELL[1] - 1)
        if back != self.ground:
            self.draw.rectangle(box, fill=back)
        text = char.data
        if text in BLOCKS:
            for part in BLOCKS[text]:
                self.part(left, top, part, front)
        elif text in SHADES:
            self.draw.rectangle(box, fill=mixed(back, front, SHADES[text]))
        elif text in LINES:
            self.lines(left, top, LINES[text], front)
        elif text and 0x2800 <= ord(text[0]) < 0x2900:
            for bit, (column, row) in enumerate(DOTS):
                if ord(text[0]) - 0x2800 >> bit & 1:
                    dot = (left + 1 + column * 5, top + 1 + row * 4.5)
                    self.draw.rectangle((dot[0], dot[1], dot[0] + 2, dot[1] + 2), fill=front)
        elif text.strip():
            font = self.fonts.bold if char.bold else self.fonts.plain
            self.draw.text((left, top + 1), text, font=font, fill=front)

    def part(self, left, top, part, color):
        x0, y0, x1, y1 = part
        self.draw.rectangle(
            (left + x0 * CELL[0] // 8, top + y0 * CELL[1] // 8,
             left + x1 * CELL[0] // 8 - 1, top + y1 * CELL[1] // 8 - 1), fill=color)

    def lines(self, left, top, ends, color):
        x, y = left + CELL[0] // 2, top + CELL[1] // 2
        for weight, (x0, y0, x1, y1) in zip(ends, (
                (left, y, x, y), (x, y, left + CELL[0] - 1, y),
                (x, top, x, y), (x, y, x, top + CELL[1] - 1))):
            if weight:
                spread = weight // 2
                flat = y0 == y1
                self.draw.rectangle(
                    (x0 - (0 if flat else spread), y0 - (spread if flat else 0),
                     x1 + (0 if flat else spread), y1 + (spread if flat else 0)), fill=color)


def sheet(images, columns, gap=10):
    """Images in rows, as many side by side as said."""
    rows = [images[i:i + columns] for i in range(0, len(images), columns)]
    width = max(sum(i.width + gap for i in row) for row in rows) - gap
    height = sum(max(i.height for i in row) + gap for row in rows) - gap
    result = Image.new("RGB", (width, height), (92, 92, 98))
    top = 0
    for row in rows:
        left = 0
        for image in row:
            result.paste(image, (left, top))
            left += image.width + gap
        top += max(i.height for i in row) + gap
    return result
