"""The first seven of the fifteen things that must hold at the prompt: editing a line.

In a terminal that cannot be written to at will (`TERM=dumb`) the system edits the line, so that there
only its part is asked for.
"""

from place import check_plain, leave, submit
from terminal import Home, control, need


def case_1_columns(place):
    t = place.start()
    t.type("params 30 10")
    t.expect_line("nn> params 30 10", 16)
    if place.plain:
        t.press("backspace")
        t.expect_line("nn> params 30 1", 15)
        submit_plain(t, "params 30 1", "30 + 1 = 31")
        return
    t.press("home")
    t.expect_line("nn> params 30 10", 4)
    t.type("zz")
    t.expect_line("nn> zzparams 30 10", 6)
    t.press("end")
    t.expect_line("nn> zzparams 30 10", 18)
    submit(t, "zzparams 30 10")
    leave(t)


def submit_plain(t, line, reply):
    t.press("enter")
    t.expect("the reply and a prompt", lambda: reply in t.text and t.line == "nn>" and t.column == 4)
    check_plain(t)
    leave(t)


def type_wide(t, place):
    t.type("é σ 漢字 😀x")
    if place.plain:
        t.press("enter")
        t.expect("an error and a prompt", lambda: t.y > 2 and t.line == "nn>" and t.column == 4)
        check_plain(t)
        return
    t.expect("the wide line", lambda: t.line.replace(" ", "").startswith("nn>éσ漢字😀x") and t.column == 16)
    t.press("left", "left")
    t.expect("two columns to the left of it", lambda: t.column == 13)
    t.press("left", "left", "backspace")
    t.expect("a wide character gone", lambda: t.column == 8 and "漢" not in t.line)
    t.press("end")
    t.type("!")
    submit(t, "é σ 字 😀x!")


def case_2_wide(place):
    t = place.start()
    type_wide(t, place)
    leave(t)


def case_3_locales(place):
    bogus = {"LC_ALL": "xx_YY.UTF-8", "LANG": None}
    for locale in ({"LANG": None, "LC_ALL": None}, {"LC_ALL": "C"}, bogus):
        t = place.start(**locale)
        type_wide(t, place)
        leave(t)


def case_4_wrap(place):
    t = place.start()
    room = place.columns - 4
    if place.plain:
        t.type("a" * (room + 5))
        t.press("enter")
        t.expect("an error and a prompt", lambda: t.line == "nn>" and t.column == 4)
        return leave(t)
    t.type("a" * room)
    t.expect("a full row", lambda: t.row(0) == "nn> " + "a" * room and t.y == 1 and t.column == 0)
    t.type("b")
    t.expect("one on the next row", lambda: t.row(1) == "b" and t.column == 1)
    t.press("backspace", "backspace")
    t.expect("the first row again", lambda: t.y == 0 and t.column == place.columns - 1)
    t.type("漢c")
    t.expect("the wide one on the next row",
             lambda: t.row(1).replace(" ", "").startswith("漢c") and t.y == 1 and t.column == 3)
    t.press("left", "left", "left")
    t.expect("back over the margin", lambda: t.y == 0 and t.column == place.columns - 2)
    submit(t, "a" * (room - 1) + "漢c")
    leave(t)


def case_5_completion(place):
    t = place.start()
    if place.plain:
        return leave(t)
    t.type("cla\t")
    t.expect_line("nn> classify", 13)
    t.type(control("u") + "pi\t")
    t.expect_start("nn> pixel")
    t.type(control("u") + "ne\t")
    t.expect("a list", lambda: "\n  network" in t.text and "\n  neuron" in t.text
             and t.line.startswith("nn> ne") and t.column == 6)
    t.type(control("u") + "cla 7")
    t.press("left", "left", "tab")
    t.expect_line("nn> classify 7", 12)
    t.type(control("u") + control("k") + "help" + " " * (place.columns - 6) + "ne\t")
    t.expect("the wrapped line again", lambda: t.line.startswith("  ne") and t.column == 4
             and t.row(t.y - 1) == "nn> help" and "\n  neuron" in t.text)
    t.type(control("c"))
    t.expect_prompt()
    leave(t)


def case_6_suggestion(place):
    t = place.start(Home("y = 784*30", "zebra crossing"))
    if place.plain:
        return leave(t)
    t.type("zeb")
    if not place.colored:
        t.expect_line("nn> zeb", 7)
        need("crossing" not in t.text, "a suggestion without colours")
        return
    t.expect("a suggestion", lambda: t.line == "nn> zebra crossing" and t.column == 7)
    t.press("enter")
    t.expect_taken("zeb")
    t.expect_prompt()
    need(t.row(0) == "nn> zeb", "the suggestion stayed after Enter")
    t.type("zebr")
    t.expect("a suggestion", lambda: t.line == "nn> zebra crossing" and t.column == 8)
    row = t.y
    t.type(control("c"))
    t.expect_prompt()
    need(t.row(row) == "nn> zebr^C", "the suggestion stayed after Ctrl-C")
    t.type("y =")
    t.expect("a suggestion", lambda: t.line == "nn> y = 784*30" and t.column == 7)
    t.press("right")
    t.expect_line("nn> y = 784*30", 14)
    submit(t, "y = 784*30")
    leave(t)


def case_7_search(place):
    t = place.start(Home("alpha one", "beta two", "alpha three"))
    if place.plain:
        return leave(t)
    t.type("typed" + control("r") + "alpha")
    t.expect("the latest", lambda: t.line.endswith(": alpha three"))
    t.type(control("r"))
    t.expect("the one before", lambda: t.line.endswith(": alpha one"))
    t.type(control("r"))
    t.expect("no more", lambda: t.line.startswith("no "))
    t.type(control("g"))
    t.expect_line("nn> typed", 9)
    t.type(control("c"))
    t.expect_prompt()
    t.type(control("r") + "two")
    t.expect("the line with it", lambda: t.line.endswith(": beta two"))
    t.press("left")
    t.expect_line("nn> beta two", 8)
    t.type(control("c"))
    t.expect_prompt()
    t.type(control("r") + "one")
    t.expect("the line with it", lambda: t.line.endswith(": alpha one"))
    t.type(control("c"))
    t.expect_prompt()
    leave(t)
