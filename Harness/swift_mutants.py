"""Finds the places in Swift source where one small change makes another program.

Source is read lightly: comments, strings, attributes and what traps (preconditions) are passed
over; generics' angle brackets and types are told from comparisons by the blanks around them, which
`swift format` sees to.
"""

import re
from dataclasses import dataclass

# What stands between two values, and what may stand there instead.
BINARY = {
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"],
    "&+": ["&-"], "&-": ["&+"], "&*": ["&+"],
    "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="], "&+=": ["&-="], "&-=": ["&+="],
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    ".<": [".<=", ".>="], ".<=": [".<"], ".>": [".>=", ".<="], ".>=": [".>"], ".==": [".!="],
    "&&": ["||"], "||": ["&&"], "&": ["|"], "|": ["&"], "^": ["&"], "^=": ["|="], "|=": ["&="],
    "<<": [">>"], ">>": ["<<"], "&<<": ["&>>"], "&>>": ["&<<"],
    "..<": ["..."], "...": ["..<"],
}
RANGES = {"..<", "..."}
PREFIX = {"-": "", "!": ""}
WORDS = {"true": "false", "false": "true"}
CALLS = {"min": "max", "max": "min", "prefix": "suffix", "suffix": "prefix",
         "dropFirst": "dropLast", "dropLast": "dropFirst"}
PROPERTIES = {"first": "last", "last": "first"}
# Calls whose arguments are no behavior: traps for our own mistakes, and room made beforehand.
PASSED_OVER = {"precondition", "preconditionFailure", "assert", "assertionFailure", "fatalError",
               "reserveCapacity"}

NUMBER = re.compile(
    r"0x[0-9A-Fa-f_]+(?:\.[0-9A-Fa-f_]+)?(?:[pP][+-]?\d+)?|0b[01_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?")
WORD = re.compile(r"`?[A-Za-z_]\w*`?")
OPERATOR = set("/=-+!*%<>&|^~?")


@dataclass
class Token:
    kind: str  # word, number, operator, mark
    text: str
    start: int
    end: int


@dataclass
class Mutant:
    """One change: in a file, from an offset to an offset."""
    path: str
    line: int
    text: str  # of the whole line, without what it is indented by
    original: str
    mutated: str
    start: int
    end: int
    place: int  # which of the same originals on the line, from 1

    @property
    def change(self):
        number = f" #{self.place}" if self.place > 1 else ""
        return f"{' '.join(self.original.split())} → {' '.join(self.mutated.split()) or 'nothing'}{number}"

    def apply(self, source):
        return source[:self.start] + self.mutated + source[self.end:]


def end_of_string(source, at):
    """Where the string literal that starts at `at` ends."""
    hashes = re.compile("#*").match(source, at).group()
    at += len(hashes)
    quote = '"""' if source.startswith('"""', at) else '"'
    at += len(quote)
    escape = "\\" + hashes
    while at < len(source):
        if source.startswith(quote + hashes, at):
            return at + len(quote) + len(hashes)
        if source.startswith(escape + "(", at):
            at = end_of_brackets(source, at + len(escape))
        elif source.startswith(escape, at):
            at += len(escape) + 1
        else:
            at += 1
    return at


def end_of_brackets(source, at):
    """Where the bracket that opens at `at` is closed again."""
    depth = 0
    while at < len(source):
        if source[at] == '"':
            at = end_of_string(source, at)
            continue
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
        if depth == 0:
            return at
    return at


def end_of_comment(source, at):
    if source.startswith("//", at):
        end = source.find("\n", at)
        return len(source) if end < 0 else end
    depth = 0
    while at < len(source):
        if source.startswith("/*", at):
            depth, at = depth + 1, at + 2
        elif source.startswith("*/", at):
            depth, at = depth - 1, at + 2
            if depth == 0:
                break
        else:
            at += 1
    return at


def tokens(source):
    """The tokens that may be changed, in order."""
    result, at = [], 0
    while at < len(source):
        char = source[at]
        if char.isspace():
            at += 1
        elif source.startswith(("//", "/*"), at):
            at = end_of_comment(source, at)
        elif char == '"' or re.compile('#+"').match(source, at):
            start, at = at, end_of_string(source, at)
            result.append(Token("mark", "string", start, at))
        elif char == "@":
            at = WORD.match(source, at + 1).end()
            if source.startswith("(", at):
                at = end_of_brackets(source, at)
        elif match := WORD.match(source, at):
            if match.group() in PASSED_OVER and source.startswith("(", match.end()):
                at = end_of_brackets(source, match.end())
                continue
            result.append(Token("word", match.group(), at, match.end()))
            at = match.end()
        elif char == "$":
            at = re.compile(r"\$\w+").match(source, at).end()
            result.append(Token("mark", "$", at - 2, at))
        elif match := NUMBER.match(source, at):
            # `pair.0` is no number.
            if not (result and result[-1].text == "." and result[-1].end == at):
                result.append(Token("number", match.group(), at, match.end()))
            at = match.end()
        elif char in OPERATOR or char == "." and source[at + 1:at + 2] in OPERATOR | {"."}:
            allowed = OPERATOR | {"."} if char == "." else OPERATOR
            end = at
            while end < len(source) and source[end] in allowed:
                end += 1
            result.append(Token("operator", source[at:end], at, end))
            at = end
        else:
            result.append(Token("mark", char, at, at + 1))
            at += 1
    return result


def other_numbers(text):
    """What may stand in a number's place."""
    plain = text.replace("_", "")
    if "p" in plain.lower() and plain.startswith("0x"):
        head, power = re.split("[pP]", plain)
        return [f"{head}p{int(power) + 1}"]
    if plain.startswith(("0x", "0b")):
        return [hex(int(plain, 0) + 1)]
    if any(mark in plain for mark in ".eE"):
        value = float(plain)
        return [repr(value * 10), repr(value * 1.5)] if value else ["1.0"]
    value = int(plain)
    return [str(value + 1)] + ([str(value - 1)] if value > 0 else [])


def fixity(source, token):
    """Whether an operator stands before, after or between values."""
    before = token.start == 0 or source[token.start - 1].isspace() or source[token.start - 1] in "([{,;:"
    after = token.end == len(source) or source[token.end].isspace() or source[token.end] in ")]},;:."
    if before == after:
        return "binary" if before or token.text in RANGES else "none"
    return "prefix" if before else "postfix"


def conditions(stream):
    """The clauses of `if`, `guard` and `while` that are true or false: from a token to a token."""
    for number, token in enumerate(stream):
        if token.kind != "word" or token.text not in ("if", "guard", "while"):
            continue
        if token.text == "while" and number and stream[number - 1].text == "}":
            continue  # `repeat { … } while` ends where its line does.
        first, depth = number + 1, 0
        for at in range(number + 1, len(stream)):
            text = stream[at].text if stream[at].kind != "operator" else ""
            ends = depth == 0 and (text in ("{", ",") or text == "else" and token.text == "guard")
            if ends:
                clause = stream[first:at]
                if clause and clause[0].text not in ("let", "var", "case", "#", "try"):
                    if not any(t.kind == "operator" and t.text in BINARY for t in clause):
                        yield clause
                if text != ",":
                    break
                first = at + 1
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text, 0)
            if depth < 0:  # `while` was the label of a parameter.
                break


def sites(path, source):
    """Every place that may be changed, each with all that may stand there."""
    stream = tokens(source)
    found = []
    for number, token in enumerate(stream):
        before = stream[number - 1] if number else None
        following = source[token.end:token.end + 1]
        others = []
        if token.kind == "operator" and not (before and before.text == "func"):
            kind = fixity(source, token)
            if kind == "binary" or kind == "prefix" and token.text in RANGES:
                others = BINARY.get(token.text, [])
            elif kind == "prefix" and token.text in PREFIX:
                others = [PREFIX[token.text]]
        elif token.kind == "number":
            others = other_numbers(token.text)
        elif token.kind == "word" and token.text in WORDS:
            others = [WORDS[token.text]]
        elif token.kind == "word" and token.text in CALLS and following == "(":
            others = [CALLS[token.text]] if not (before and before.text == "func") else []
        elif token.kind == "word" and token.text in PROPERTIES and before and before.text == ".":
            others = [PROPERTIES[token.text]] if following not in ("(", " {") else []
        if others:
            found.append((token.start, token.end, others))
    for clause in conditions(stream):
        start, end = clause[0].start, clause[-1].end
        found.append((start, end, [f"!({source[start:end]})"]))
    return [mutants(path, source, *site) for site in sorted(found)]


def mutants(path, source, start, end, others):
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", start)
    original = source[start:end]
    line = source[line_start:line_end if line_end >= 0 else len(source)]
    place = line[:start - line_start].count(original) + 1
    number = source.count("\n", 0, start) + 1
    return [Mutant(path, number, line.strip(), original, other, start, end, place) for other in others]
