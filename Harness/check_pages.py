"""Pages as the program writes them: whether they are HTML, XML and self-contained, and how they look."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import html5lib

COMMANDS = os.path.join(os.path.dirname(__file__), "contact-sheet.txt")
XHTML = "{http://www.w3.org/1999/xhtml}"
WIDTHS = {"wide": 1280, "phone": 390}
FORBIDDEN = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a", "use"}
# As tall as a picture of a page is useful.
HEIGHT = 4000


def lines_of(file):
    with open(file, encoding="utf-8") as lines:
        kept = (line.rstrip("\n") for line in lines)
        return [line for line in kept if line and not line.startswith("#")]


def written(program, arguments):
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8",
                       "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        done = subprocess.run([program, "--format", "html", *arguments], env=environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8")


def problems(page):
    """All that is wrong with a page."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page)
    for (line, column), error, facts in parser.errors:
        # Inside SVG a slash ends an element; elsewhere it is allowed and means nothing.
        if error != "non-void-element-with-trailing-solidus":
            yield f"{line}:{column}: {error} {facts}"
    try:
        root = xml.fromstring(page)
    except xml.ParseError as error:
        yield f"no XML: {error}"
        return
    for element in root.iter():
        name = element.tag.split("}")[-1]
        if name in FORBIDDEN:
            yield f"an element {name}"
        for attribute, value in element.attrib.items():
            if attribute.startswith("on") or attribute in ("src", "href"):
                yield f"an attribute {attribute}={value}"
    for figure in root.iter(XHTML + "figure"):
        caption = figure.find(XHTML + "figcaption")
        if caption is None or not "".join(caption.itertext()).strip():
            yield "a figure without a sentence"
    identities = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
    if len(identities) != len(set(identities)):
        yield "an id that two elements have"
    if re.search(r"url\((?!#)|@import", page):
        yield "a style that fetches something"
    if len(list(root.iter(XHTML + "h1"))) != 1 or len(list(root.iter(XHTML + "main"))) != 1:
        yield "not one title and one main part"


class Browser:
    """Chromium without a window."""

    def __init__(self, program):
        self.program = program

    def run(self, *words):
        done = subprocess.run(
            [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--allow-file-access-from-files", *words],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120, check=True)
        return done.stdout.decode("utf-8")

    def frame(self, page, width, script=""):
        """A page with the page in a frame, as no window can be as narrow as a phone's."""
        file = page + ".frame.html"
        with open(file, "w", encoding="utf-8") as out:
            out.write(f"<!DOCTYPE html><style>body{{margin:0}}iframe{{border:0;width:{width}px;"
                      f"height:{HEIGHT}px}}</style><iframe src='file://{page}'></iframe>{script}")
        return file

    def height_and_overflow(self, page, width):
        script = ("<p id='found'></p><script>onload = () => { const page = frames[0].document."
                  "documentElement; found.textContent = page.querySelector('body').offsetHeight + "
                  "' ' + (page.scrollWidth - page.clientWidth) }</script>")
        shown = self.run("--dump-dom", "file://" + self.frame(page, width, script))
        return map(int, re.search(r'id="found">(-?\d+) (-?\d+)<', shown).groups())

    def shoot(self, page, width, theme, height, image):
        file = self.frame(page, width)
        dark = ["--force-dark-mode"] if theme == "dark" else []
        self.run(*dark, f"--window-size={max(width, 500)},{min(height, HEIGHT)}",
                 f"--screenshot={image}", "file://" + file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--out", default=".build/pages")
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("chrome"))
    parser.add_argument("--no-shots", action="store_true")
    parser.add_argument("what", nargs="*", help="lines to type on one page; commands and lessons")
    options = parser.parse_intermixed_args()
    program = os.path.abspath(options.program)
    pages = {}
    if options.what:
        pages["page"] = [word for line in options.what for word in ("-c", line)]
    else:
        pages["commands"] = ["--keep-going"] + [
            word for line in lines_of(COMMANDS) for word in ("-c", line)]
        course = subprocess.run([program, "--json", "lessons"], stdout=subprocess.PIPE, check=True)
        for name in re.findall(r'"id":"([^"]+)"', course.stdout.decode("utf-8")):
            pages[f"lesson-{name}"] = ["lesson", name, "--auto"]
    os.makedirs(options.out, exist_ok=True)
    browser = None if options.no_shots else Browser(options.browser)
    count = 0
    for name, arguments in pages.items():
        page = written(program, arguments)
        file = os.path.abspath(os.path.join(options.out, name + ".html"))
        with open(file, "w", encoding="utf-8") as out:
            out.write(page)
        found = list(problems(page))
        for device, width in WIDTHS.items() if browser else []:
            height, overflow = browser.height_and_overflow(file, width)
            if overflow > 0:
                found.append(f"{overflow} pixels more than the {width} of the window")
            for theme in ("dark", "light"):
                browser.shoot(file, width, theme, height,
                              os.path.join(options.out, f"{name}-{device}-{theme}.png"))
        if os.path.exists(file + ".frame.html"):
            os.remove(file + ".frame.html")
        for problem in found:
            print(f"{file}: {problem}")
        count += len(found)
    print(f"{len(pages)} pages, {count} problems; see {options.out}")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
