"""Several lines at once: pasted, recalled, moved among, and typed ahead."""

import time

from place import check_plain, leave
from terminal import Home, control, need


def paste(text):
    return "\x1b[200~" + text + "\x1b[201~"


def case_16_pasted_lines(place):
    if place.plain:
        return
    for end in ("\n", "\r", "\r\n"):
        home = Home()
        t = place.start(home)
        t.type(paste(end.join(["x = 2", "y = x^2", "x + y"]) + end))
        t.expect("three rows", lambda: [t.row(index) for index in range(3)] == ["nn> x = 2", "y = x^2", "x + y"]
                 and (t.y, t.column) == (2, 5))
        for key, place_of_cursor in (("home", (2, 0)), ("up", (1, 0)), ("end", (1, 7)), ("up", (0, 9)),
                                     ("home", (0, 4)), ("down", (1, 0)), ("down", (2, 0)), ("end", (2, 5))):
            t.press(key)
            t.expect(f"{key} leads to {place_of_cursor}", lambda: (t.y, t.column) == place_of_cursor)
        t.press("up", "end", "left")
        t.type("1")
        t.expect("a character in the middle", lambda: t.row(1) == "y = x^12" and t.row(2) == "x + y"
                 and (t.y, t.column) == (1, 7))
        t.press("backspace", "enter")
        t.expect("a reply to each", lambda: "\ny = 4" in t.text and "\n6" in t.text and t.line == "nn>")
        need(home.history == ["x = 2\\ny = x^2\\nx + y"], f"the history: {home.history}")
        t.press("up")
        t.expect("all lines again", lambda: t.line == "x + y" and t.row(t.y - 2) == "nn> x = 2" and t.column == 5)
        t.type(control("c"))
        t.expect_prompt()
        leave(t)


def case_17_failing_line(place):
    if place.plain:
        return
    t = place.start()
    t.type(paste("x = 2\nnope(\n\n# a comment\nx + 40\nx + 50") + "\r")
    t.expect("where it stopped", lambda: "stopped at line 2 of 4" in " ".join(t.text.split()))
    t.expect_prompt()
    need("42" not in t.text, "a line after the one that failed was run")
    t.type("ab")
    t.press("left")
    t.type(paste("1\n2"))
    t.expect("a paste in the middle", lambda: t.row(t.y - 1) == "nn> a1" and t.line == "2b" and t.column == 1)
    t.type(control("c"))
    t.expect_prompt()
    t.type(control("r") + paste("x\n= "))
    t.expect("a search for it", lambda: t.line.startswith("no earlier"))
    t.type(control("g"))
    t.expect_prompt()
    leave(t)


def case_18_resized_lines(place):
    if place.plain:
        return
    t = place.start(NO_COLOR="1")
    t.type(paste("a" * 30 + "\nbbbb\n" + "c" * 30))
    t.expect("three lines", lambda: t.line.startswith("c"))
    for columns in (20, 33, 80, 20, 60):
        t.resize(columns, place.rows)
        t.expect("the lines anew", lambda: t.column == 30 % columns and t.line == "c" * (30 % columns or 30)
                 and [row for row in t.text.split("\n") if row[:1] == "b"] == ["bbbb"])
    t.type(control("c"))
    t.expect_prompt()
    leave(t)


def case_19_many_lines(place):
    if place.plain:
        return
    home = Home()
    t = place.start(home)
    lines = [f"x{index} = {index}" for index in range(200)]
    t.type(paste("\n".join(lines)) + "\r")
    t.expect("all are run", lambda: "x199 = 199" in t.text and t.line == "nn>" and t.column == 4)
    need(home.history == ["\\n".join(lines)], "the history does not hold the lines as one entry")
    leave(t)


def case_20_lesson(place):
    t = place.start()
    t.type("lesson counting\r")
    t.expect("the lesson", lambda: t.line.startswith("counting 1/"))
    if place.plain:
        # Where the system edits the line, it has both halves of a line end for one line each.
        return leave(t)
    t.type("params 30 10\r\nparams 20 10\r\n")
    t.expect("both replies", lambda: "210" in t.text and t.line.startswith("counting"))
    need(t.line.startswith("counting 1/"), "half of a line end went on in the lesson")
    t.type(paste("params 40 10\n\nparams 50 10\n") + "\r")
    t.expect("both replies", lambda: "510" in t.text and t.line.startswith("counting"))
    need(t.line.startswith("counting 1/"), "a blank line went on in the lesson")
    leave(t)


def case_21_typed_ahead(place):
    t = place.start()
    t.type("train drawn epochs=20\rparams 30 10\r")
    t.expect("both replies", lambda: "310" in t.text and t.line == "nn>")
    if place.plain:
        check_plain(t)
        return leave(t)
    t.type(control("l") + "train drawn epochs=400\r")
    t.expect("the view", lambda: t.mode(1049))
    time.sleep(0.1)
    t.type("params 40 10\rxy")
    t.type(control("c"))
    t.expect("the line typed in the view", lambda: "410" in t.text and t.line == "nn>" and t.column == 4)
    leave(t)
