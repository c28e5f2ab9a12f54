#!/usr/bin/env python3
"""Writes expressions.txt: 10,000 expressions with what NumPy makes of them.

    python3 make_expressions.py > expressions.txt        (NumPy 2; the same bytes each time)

Expressions are grown as trees, written out with as few brackets as the grammar needs (and now and
then one more), and evaluated here from the tree, so nothing is shared with the Swift parser or
evaluator. Every operation is done in float64, as the language computes; the network's own numbers
are float32, and so is what is compared with them: there every operation is rounded to float32.

How far a result may differ is measured, not guessed: each tree is evaluated again with noise of a
few units in the last place on every result that is not exact. The spread gives the tolerance. A
tree whose value, shape or refusal changes with the noise says nothing and is left out, and so is
one without computed activations that noise moves by more than 1e-12 of its size.

Lines: "@name rows columns entries…" (0 columns a vector, 0 rows a number), entries row by row;
then "expression TAB shape TAB entries TAB tolerance", or "expression TAB !" where it must be
refused.
"""

import random
import re
import sys

import numpy as np

COUNT = 10_000
BROKEN = 600
SIZES = [4, 3, 5, 2]
SINGLE, DOUBLE = 6e-8, 1.2e-16
NEVER_SINGLE = {"count", "rows", "columns", "shape", "argmax", "argmin", "argsort", "any", "all"}
COMPARISONS = {"==", "≠", "<", ">", "≤", "≥"}

chance = random.Random(20240601)
noise = np.random.default_rng(7)


class Refuse(Exception):
    """The language has no value for this."""


class Discard(Exception):
    """Too near an edge to say anything."""


def f32(x):
    with np.errstate(all="ignore"):
        return np.asarray(x, dtype=np.float64).astype(np.float32).astype(np.float64)


# --- names ---------------------------------------------------------------------------------------


def constants():
    draw = np.random.default_rng(1)
    entries = lambda *shape: np.round(draw.normal(size=shape), 2)
    given = {}
    for layer in range(1, len(SIZES)):
        given[f"W{layer}"] = f32(entries(SIZES[layer], SIZES[layer - 1]))
        given[f"b{layer}"] = f32(entries(SIZES[layer]))
    given["a0"] = f32([0, 0.25, 1, 0.6])
    given |= {"s": np.asarray(0.75), "t": np.asarray(-2.5), "u": np.asarray([1.0, -2, 3]), "v": entries(3)}
    given |= {"w": entries(5), "M": entries(3, 3), "N": entries(3, 4), "R": entries(1, 4)}
    return given


GIVEN = constants()
LAYERS = range(1, len(SIZES))
SHAPES = {name: value.shape for name, value in GIVEN.items()}
SHAPES |= {f"{letter}{k}": (SIZES[k],) for letter in "az" for k in LAYERS}


def of_network(tree):
    """Whether a tree's value comes from the network."""
    if isinstance(tree, (np.ndarray, np.generic)):
        return False
    kind, *rest = tree
    if kind == "name":
        return re.fullmatch(r"[Wbza]\d", rest[0]) is not None
    if kind in ("number", "negation") or kind == "binary" and rest[0] in COMPARISONS | {"and", "or"}:
        return False
    if kind == "call":
        return rest[0] not in NEVER_SINGLE and any(map(of_network, rest[1:]))
    if kind == "index":
        return of_network(rest[0])
    if kind == "along":
        return rest[0] not in NEVER_SINGLE and of_network(rest[2])
    return any(map(of_network, rest[1:] if kind == "binary" else rest))


class Machine:
    """Evaluates trees, with noise or without, in float64 or, where it has a parent that does so, in
    float32."""

    # Whether a vector may divide, and be an exponent, entry by entry.
    divides_by_vectors = False

    def __init__(self, noisy, parent=None):
        self.noisy = noisy
        self.parent = parent
        self.single = True
        if parent:
            self.names = parent.names
            return
        self.names = dict(GIVEN)
        for k in LAYERS:
            z = self.product(GIVEN[f"W{k}"], self.names[f"a{k - 1}"])
            self.names[f"z{k}"] = self.rounded(z + GIVEN[f"b{k}"])
            self.names[f"a{k}"] = self.sigmoid(self.names[f"z{k}"])
        self.twin = Machine(noisy, self)
        self.single = False

    def compared(self, *trees):
        """The values of what is compared: in float32 where one comes from the network."""
        machine = self.parent or self
        values = [machine.value(t) for t in trees]
        if not any(map(of_network, trees)):
            return values
        try:
            return [machine.twin.value(t) for t in trees]
        except Refuse:
            raise Discard

    # Rounding

    def rounded(self, x, scale=None, always=False):
        """To float32; `scale` is the size of what was added up, if that is larger than x."""
        x = np.asarray(x, dtype=np.float64)
        if self.noisy:
            with np.errstate(all="ignore"):
                grid = x * 2**20
                kept = f32(x) == x if self.single else (grid == np.round(grid)) & (np.abs(x) < 2**40)
                inexact = np.ones(x.shape, bool) if always is True else ~kept | always
                size = np.abs(x) if scale is None else scale
                ulp = SINGLE if self.single else DOUBLE
                x = x + np.where(inexact, noise.uniform(-2, 2, x.shape) * ulp * size, 0)
        x = f32(x) if self.single else x
        if not np.all(np.isfinite(x)):
            raise Refuse("overflow")
        if np.any((x != 0) & (np.abs(x) < (1e-36 if self.single else 1e-290))):
            raise Discard
        return x

    def summed(self, terms):
        """The sum over the last axis."""
        with np.errstate(all="ignore"):
            size = np.abs(terms).sum(axis=-1)
        if not np.all(size < (1e38 if self.single else 1e308)):
            if np.any(np.abs(terms.sum(axis=-1)) > (3.5e38 if self.single else 1.79e308)):
                raise Refuse("overflow")
            raise Discard
        grid = terms * 1024
        exact = np.all(grid == np.round(grid), axis=-1) & (size < 8000)
        return self.rounded(terms.sum(axis=-1), scale=2 * size, always=~exact)

    def product(self, a, b):
        with np.errstate(all="ignore"):
            if a.ndim == 1 and b.ndim == 1:
                return self.summed(a * b)
            if a.ndim == 2 and b.ndim == 1:
                return self.summed(a * b)
            if a.ndim == 1:
                a = a[:, None]
            return self.summed(a[:, None, :] * b.T[None, :, :])

    def sigmoid(self, z):
        with np.errstate(over="ignore"):
            return self.rounded(1 / (1 + np.exp(-z)), scale=None, always=z != 0)

    # Trees

    def value(self, tree):
        if isinstance(tree, (np.ndarray, np.generic)):
            return tree
        kind, *rest = tree
        if self.parent and not of_network(tree):
            value = f32(self.parent.value(tree))
            if not np.all(np.isfinite(value)):
                raise Discard
            return value
        if kind == "number":
            value = float(rest[1])
            if not np.isfinite(value):
                raise Refuse("too large")
            return np.asarray(value)
        if kind == "name":
            return self.names[rest[0]]
        return getattr(self, kind)(*rest)

    def list(self, *elements):
        values = [self.value(e) for e in elements]
        if any(v.ndim == 2 or v.shape != values[0].shape for v in values):
            raise Refuse("ragged")
        return np.stack(values)

    def neg(self, tree):
        return 0 - self.value(tree)

    def transpose(self, tree):
        v = self.value(tree)
        if v.ndim == 0:
            raise Refuse("a number")
        return v[None, :] if v.ndim == 1 else v.T

    def truth(self, tree):
        (v,) = self.compared(tree)
        return v != 0

    def negation(self, tree):
        return np.asarray(np.logical_not(self.truth(tree)), dtype=np.float64)

    def binary(self, sign, left, right):
        if sign in ("and", "or"):
            a, b = self.truth(left), self.truth(right)
            self.alike(a, b)
            return np.asarray(a & b if sign == "and" else a | b, dtype=np.float64)
        if sign in COMPARISONS:
            a, b = self.compared(left, right)
            self.alike(a, b)
            if sign in ("==", "≠") and a.shape == b.shape:
                return np.asarray(float(np.array_equal(a, b) == (sign == "==")))
            holds = {"<": a < b, ">": a > b, "≤": a <= b, "≥": a >= b, "==": a == b, "≠": a != b}[sign]
            return np.asarray(holds, dtype=np.float64)
        a, b = self.value(left), self.value(right)
        if sign == "·":
            return self.times(a, b)
        if sign == "^":
            return self.power(a, b)
        if sign == "/" and b.ndim > (1 if self.divides_by_vectors else 0):
            raise Refuse("divisor")
        if sign in ("/", "./") and np.any(b == 0):
            raise Refuse("division by zero")
        return self.entrywise({"+": np.add, "-": np.subtract, ".*": np.multiply}.get(sign, np.divide), a, b)

    def alike(self, a, b):
        if a.ndim and b.ndim and a.shape != b.shape:
            raise Refuse("shapes")

    def entrywise(self, join, a, b):
        self.alike(a, b)
        with np.errstate(all="ignore"):
            return self.rounded(join(a, b))

    def times(self, a, b):
        if a.ndim == 0 or b.ndim == 0:
            with np.errstate(all="ignore"):
                return self.rounded(a * b)
        rows = b.shape[0]
        columns = a.shape[-1] if a.ndim == 2 or b.ndim == 1 else 1
        if rows != columns:
            raise Refuse("shapes")
        return self.product(a, b)

    def power(self, a, b):
        if b.ndim > (1 if self.divides_by_vectors else 0) or a.ndim == 2:
            raise Refuse("power of a matrix")
        self.alike(a, b)
        whole = b == np.round(b)
        if np.any((a < 0) & ~whole) or np.any((a == 0) & (b < 0)):
            raise Refuse("no real power")
        with np.errstate(all="ignore"):
            result = np.power(a, b)
            steep = 2 * np.abs(result) * (2 + np.abs(b * np.log(np.where(a > 0, a, 1))))
            drift = np.where(whole, 0, steep)
        return self.rounded(result, scale=np.abs(result) + drift, always=not np.all(whole))

    def index(self, base, *indices):
        """Each index is a list: one number, both ends of a slice, or "half" with the ends of Python's,
        None where one is left out, or "pick" with some numbers."""
        v = self.value(base)
        if v.ndim == 0 or len(indices) > v.ndim:
            raise Refuse("no such index")
        places = [self.places(index, v.shape[axis]) for axis, index in enumerate(indices)]
        for axis in reversed(range(len(places))):
            v = np.take(v, places[axis], axis=axis)
        return v

    def places(self, index, length):
        how = index[0] if isinstance(index[0], str) else None
        numbers = [None if i is None else (self.parent or self).value(i) for i in (index[1:] if how else index)]
        if how == "half":
            first = 0 if numbers[0] is None else self.place(numbers[0], length, length)
            last = length if numbers[1] is None else self.place(numbers[1], length, length + 1)
            if first >= last:
                raise Refuse("empty")
            return np.arange(first, last)
        whole = [self.place(n, length, length) for n in numbers]
        if how == "pick":
            return np.asarray(whole)
        if len(whole) == 2 and whole[0] > whole[1]:
            raise Refuse("backwards")
        return np.arange(whole[0], whole[1] + 1) if len(whole) == 2 else whole[0]

    def place(self, i, length, end):
        """A whole number, below 0 counted from the end."""
        if i.ndim or i != np.round(i):
            raise Refuse("index")
        i = float(i) + length if i < 0 else float(i)
        if not 0 <= i < end:
            raise Refuse("index")
        return int(i)

    def along(self, name, axis, tree):
        v = self.value(tree)
        if v.ndim != 2:
            raise Discard
        lines = v if axis in (1, -1) else v.T
        parts = [getattr(self, "f_" + name)(l) for l in lines]
        stacked = np.stack(parts)
        return stacked.T if stacked.ndim == 2 and axis == 0 else stacked

    def call(self, name, *arguments):
        if name in ("argmax", "argmin", "argsort", "any", "all"):
            return getattr(self, "f_" + name)(*self.compared(*arguments))
        v = [self.value(a) for a in arguments]
        return getattr(self, "f_" + name)(*v)

    f_sigmoid = sigmoid

    def f_relu(self, x):
        return np.maximum(x, 0)

    def f_softmax(self, x):
        if x.ndim != 1:
            raise Refuse("softmax")
        p = np.exp(x - x.max())
        return self.rounded(p / p.sum(), scale=(4 + np.ptp(x) + np.abs(x).max()) * p / p.sum(), always=x.size > 1)

    def f_exp(self, x):
        with np.errstate(over="ignore"):
            return self.rounded(np.exp(x), always=x != 0)

    def f_log(self, x):
        if np.any(x <= 0):
            raise Refuse("log")
        return self.rounded(np.log(x), scale=2 * np.abs(np.log(x)), always=x != 1)

    def f_sqrt(self, x):
        if np.any(x < 0):
            raise Refuse("sqrt")
        return self.rounded(np.sqrt(x))

    def f_abs(self, x):
        return np.abs(x)

    def f_round(self, x):
        return np.sign(x) * np.floor(np.abs(x) + 0.5)

    def f_sum(self, x):
        return self.summed(x.reshape(-1))

    def f_mean(self, x):
        return self.rounded(self.summed(x.reshape(-1)) / x.size)

    def f_min(self, x, y=None):
        return np.asarray(x.min()) if y is None else self.entrywise(np.minimum, x, y)

    def f_max(self, x, y=None):
        return np.asarray(x.max()) if y is None else self.entrywise(np.maximum, x, y)

    def f_argmax(self, x, pick=np.argmax):
        if x.ndim != 1:
            raise Refuse("argmax")
        return np.asarray(float(pick(x)))

    def f_argmin(self, x):
        return self.f_argmax(x, np.argmin)

    def f_sort(self, x):
        if x.ndim != 1:
            raise Refuse("sort")
        return np.sort(x)

    def f_argsort(self, x):
        if x.ndim != 1:
            raise Refuse("argsort")
        return np.argsort(x, kind="stable").astype(np.float64)

    def f_any(self, x):
        return np.asarray(float(np.any(x != 0)))

    def f_all(self, x):
        return np.asarray(float(np.all(x != 0)))

    def f_sin(self, x):
        if np.any(np.abs(x) > 1e15):
            raise Discard
        with np.errstate(all="ignore"):
            return self.rounded(np.sin(x), scale=np.abs(x) + 1, always=x != 0)

    def f_cos(self, x):
        if np.any(np.abs(x) > 1e15):
            raise Discard
        with np.errstate(all="ignore"):
            return self.rounded(np.cos(x), scale=np.abs(x) + 1, always=x != 0)

    def f_outer(self, x, y):
        if x.ndim != 1 or y.ndim != 1:
            raise Refuse("outer")
        with np.errstate(all="ignore"):
            return self.rounded(np.outer(x, y))

    def f_count(self, x):
        return np.asarray(float(x.size))

    def f_shape(self, x):
        if x.ndim == 0:
            raise Refuse("a number")
        return np.asarray([float(n) for n in x.shape])

    def f_rows(self, x):
        return np.asarray(self.f_shape(x)[0])

    def f_columns(self, x):
        return np.asarray(([*self.f_shape(x), 1.0])[1])

    def f_dot(self, x, y):
        if x.ndim != 1 or x.shape != y.shape:
            raise Refuse("dot")
        return self.product(x, y)

    def f_norm(self, x):
        size = float(np.max(np.abs(x))) or 1.0
        return self.rounded(size * np.sqrt(((x / size) ** 2).sum()))

    def f_transpose(self, x):
        return self.transpose(x)


# --- growing trees -------------------------------------------------------------------------------

ENTRYWISE = ["sigmoid", "relu", "exp", "log", "sqrt", "abs", "round", "sin", "cos"]
ALONG = ["sum", "mean", "min", "max", "norm"]


def some_shape():
    size = lambda: chance.choice([1, 2, 3, 3, 4, 5])
    return chance.choice([(), (), (size(),), (size(),), (size(), size())])


def grow(shape, depth):
    """A tree that mostly has this shape."""
    if chance.random() < 0.02:
        shape = some_shape()
    if depth <= 0 or chance.random() < 0.12:
        return leaf(shape)
    again = lambda s=shape: grow(s, depth - 1)
    general = [
        lambda: ("binary", chance.choice(["+", "-"]), again(), again()),
        lambda: ("binary", chance.choice(["+", "-", ".*"]), *mixed(shape, depth)),
        lambda: ("binary", "·", *chance.sample([again(()), again()], 2)),
        lambda: ("binary", "/", again(), again(())),
        lambda: ("binary", chance.choice([".*", "./"]), again(), again()),
        lambda: ("neg", again()),
        lambda: ("call", chance.choice(ENTRYWISE), again()),
        lambda: ("call", chance.choice(["min", "max"]), *mixed(shape, depth)),
        lambda: leaf(shape),
    ]
    special = [numeric, vectorial, matricial][len(shape)]
    return chance.choice(general + special(shape, again))()


def mixed(shape, depth):
    pair = [grow(shape, depth - 1), grow(() if chance.random() < 0.6 else shape, depth - 1)]
    chance.shuffle(pair)
    return pair


def numeric(shape, again):
    vector = lambda: again((chance.choice([2, 3, 4, 5]),))
    n = chance.choice([2, 3, 4, 5])
    return [
        lambda: ("binary", chance.choice("<>≤≥"), again(), again()),
        lambda: ("binary", chance.choice(["==", "≠"]), *equals(again)),
        lambda: ("binary", chance.choice(["and", "or"]), again(), again()),
        lambda: ("negation", again()),
        lambda: ("binary", "^", again(), exponent()),
        lambda: ("binary", "·", again((n,)), again((n,))),
        lambda: ("call", "dot", again((n,)), again((n,))),
        lambda: ("call", chance.choice(["sum", "mean", "min", "max", "count", "norm"]), again(some_shape())),
        lambda: ("call", chance.choice(["sum", "mean", "argmax", "argmin", "norm"]), vector()),
        lambda: ("call", chance.choice(["rows", "columns"]), again(some_shape())),
        lambda: ("call", chance.choice(["any", "all"]), again(some_shape())),
        lambda: ("index", again((n,)), [position(n)]),
        lambda: ("index", again((n, 3)), [position(n)], [position(3)]),
    ]


def equals(again):
    shape = chance.choice([(), (3,)])
    left = again(shape)
    return [left, left if chance.random() < 0.4 else again(shape)]


def vectorial(shape, again):
    (n,) = shape
    k = chance.choice([1, 2, 3, 4, 5])
    return [
        lambda: ("binary", "·", again((n, k)), again((k,))),
        lambda: ("binary", "·", again((n, k)), again((k,))),
        lambda: ("binary", "^", again(), exponent()),
        lambda: ("call", "softmax", again()),
        lambda: ("list", *[again(()) for _ in range(n)]),
        lambda: ("index", again((k, n)), [position(k)]),
        lambda: ("index", again((n + k,)), run(n, n + k)),
        lambda: ("index", again((n + 1, k)), run(n, n + 1), [position(k)]),
        lambda: ("call", "shape", again((k, k)) if n == 2 else again((k,))),
        lambda: ("binary", chance.choice("<>≤≥"), again(), again(chance.choice([(), shape]))),
        lambda: ("binary", chance.choice(["==", "≠", "and", "or"]), again(), again(())),
        lambda: ("negation", again()),
        lambda: ("index", again((n + k,)), half(n, n + k)),
        lambda: ("index", again((k + 1,)), ["pick", *[position(k + 1) for _ in range(n)]]),
        lambda: ("along", chance.choice(ALONG), chance.choice([1, -1]), again((n, k))),
        lambda: ("along", chance.choice(ALONG), 0, again((k, n))),
        lambda: ("call", chance.choice(["sort", "argsort"]), again()),
    ]


def half(length, n):
    """Python's slice of so many entries, an end left out where it may be."""
    start = chance.randrange(n - length + 1)
    first = None if start == 0 and chance.random() < 0.5 else number(str(start))
    end = start + length
    last = None if end == n and chance.random() < 0.5 else number(str(end))
    if end < n and chance.random() < 0.3:
        last = ("neg", number(str(n - end)))
    return ["half", first, last]


def matricial(shape, again):
    rows, columns = shape
    k = chance.choice([1, 2, 3, 4, 5])
    return [
        lambda: ("binary", "·", again((rows, k)), again((k, columns))),
        lambda: ("binary", "·", again((rows,)), ("transpose", again((columns,)))),
        lambda: ("transpose", again((columns, rows))),
        lambda: ("call", "transpose", again((columns, rows))),
        lambda: ("binary", chance.choice("<>≤≥"), again(), again(chance.choice([(), shape]))),
        lambda: ("call", "outer", again((rows,)), again((columns,))),
        lambda: ("index", again((rows + k, columns)), half(rows, rows + k), ["half", None, None]),
        lambda: ("list", *[again((columns,)) for _ in range(rows)]),
        lambda: ("index", again((rows + k, columns)), run(rows, rows + k)),
        lambda: ("index", again((rows + 1, columns + 1)), run(rows, rows + 1), run(columns, columns + 1)),
    ]


def exponent():
    if chance.random() < 0.2:
        return grow((), 1)
    return chance.choice([number("2"), number("3"), number("0"), number("0.5"), ("neg", number("1")), ("neg", number("2"))])


def position(n):
    if chance.random() < 0.04:
        return chance.choice([number(str(n)), ("neg", number("1")), number("0.5"), number("1e30"), grow((), 1)])
    k = chance.randrange(n)
    if k and chance.random() < 0.2:
        return ("binary", "-", number(str(k + 1)), number("1"))
    return number(str(k))


def run(length, n):
    start = chance.randrange(n - length + 1)
    if chance.random() < 0.03:
        return [number(str(n)), number(str(start))]
    return [number(str(start)), number(str(start + length - 1))]


def number(text):
    return ("number", text, float(text.replace(",", "")))


def leaf(shape):
    fitting = [name for name, s in SHAPES.items() if s == shape]
    if fitting and chance.random() < (0.4 if shape == () else 0.8):
        return ("name", chance.choice(fitting))
    if shape == ():
        return number(literal())
    return ("list", *[leaf(shape[1:]) for _ in range(shape[0])])


def literal():
    draw = chance.random()
    if draw < 0.45:
        return str(chance.randrange(10))
    if draw < 0.85:
        return f"{chance.uniform(0, 10):.{chance.choice([1, 2, 3])}f}"
    return chance.choice(["1e-3", "2.5e2", "12,544", "1,000,000.5", "1e20", "3e38", "1E+2", ".5", "1e-6", "100", "1e308", "1e309"])


# --- writing trees -------------------------------------------------------------------------------

PRECEDENCE = {"or": 1, "and": 2, "+": 5, "-": 5, "·": 6, ".*": 6, "/": 6, "./": 6, "^": 8}
SPELLINGS = {
    "·": ["·", "*", "*", "⋅", "×"], ".*": [".*", "⊙"], "-": ["-", "−"], "≤": ["≤", "<="],
    "≥": ["≥", ">="], "==": ["==", "="], "≠": ["≠", "!="], "^": ["^", "^", "**"], "/": ["/", "/", "÷"],
}
NAMES = {"sigmoid": ["sigmoid", "σ"], "relu": ["relu", "ReLU"], "log": ["log", "ln"]}


def write(tree, least=0, grouped=True):
    """The text of a tree that must hold at least as tightly as `least`; commas group thousands
    where `grouped`."""
    text, tightness = bare(tree, grouped)
    if tightness < least or chance.random() < 0.03:
        return "(" + bare(tree, True)[0] + ")"
    return text


def bare(tree, grouped):
    kind, *rest = tree
    if kind == "number":
        return rest[0] if grouped else rest[0].replace(",", ""), 10
    if kind == "name":
        name = rest[0]
        if name[-1].isdigit() and chance.random() < 0.05:
            name = chance.choice([name[0] + "₀₁₂₃"[int(name[1])], f"{name[0]}⁽{'⁰¹²³'[int(name[1])]}⁾"])
        return name, 10
    if kind == "list":
        return "[" + comma().join(write(e, 0, False) for e in rest) + "]", 10
    if kind == "neg":
        return spelled("-") + write(rest[0], 7, grouped), 7
    if kind == "negation":
        return "not " + write(rest[0], 3, grouped), 3
    if kind == "transpose":
        return write(rest[0], 9, grouped) + chance.choice("'ᵀ"), 9
    if kind == "call":
        name = chance.choice(NAMES.get(rest[0], [rest[0]]))
        return f"{name}({comma().join(write(a, 0, False) for a in rest[1:])})", 10
    if kind == "along":
        return f"{rest[0]}({write(rest[2], 0, False)}, axis={rest[1]})", 10
    if kind == "index":
        def ends(index):
            if index[0] == "pick":
                return "[" + comma().join(write(i, 0, False) for i in index[1:]) + "]"
            if index[0] == "half":
                return ":".join("" if i is None else write(i, 0, False) for i in index[1:])
            return "..".join(write(i, 0, False) for i in index)
        return f"{write(rest[0], 9, grouped)}[{comma().join(map(ends, rest[1:]))}]", 9
    sign, left, right = rest
    if sign == "^":
        if right[0] == "number" and right[1] in "23" and chance.random() < 0.3:
            return write(left, 9, grouped) + "⁰¹²³"[int(right[1])], 9
        return write(left, 9, grouped) + spelled("^") + write(right, 7, grouped), 8
    tightness = PRECEDENCE.get(sign, 4)
    parts = write(left, 5 if tightness == 4 else tightness, grouped), spelled(sign), write(right, tightness + 1, grouped)
    # A product may go without a sign, but for after a quotient, where it could be read in two ways.
    if sign == "·" and chance.random() < 0.25 and left[1:2] not in (("/",), ("./",)) and product_is_plain(*parts[::2]):
        return " ".join(parts[::2]), tightness
    # A space is needed around words, and where a dot would join a number: 2.*3 is fine, 2 .*.5 too.
    glue = chance.choice(["", " "]) if sign in "+-·/<>≤≥" else " "
    return glue.join(parts), tightness


def product_is_plain(left, right):
    return re.search(r"[\w)\]]$", left) and re.match(r"[A-Za-zσ(]", right) and not re.search(r"[a-zA-Z]$", left.rstrip("₀₁₂₃"))


def spelled(sign):
    return chance.choice(SPELLINGS.get(sign, [sign]))


def comma():
    return chance.choice([",", ", "])


def broken(text):
    """A line that no grammar of ours reads."""
    return chance.choice([
        text + ")", text + " +", "(" + text, text + " 3", text + " [", text + " * / 2", "* " + text,
        text + " ..", text + ",", "[" + text, "max(" + text, text + " ]", text + " @", "1 < < " + text,
        "sigmoid ) " + text if text[0] not in "(" else text + "]",
    ])


def binds(text):
    """Whether a line would bind a name and not compare it."""
    return re.match(r"[^\W\d][^\W\d]*[\d₀-₃⁰¹²³⁽⁾]*(\[.*\])? ?= ?[^=]", text)


# --- the file ------------------------------------------------------------------------------------


def computed(tree):
    """Whether a tree holds activations or weighted inputs, which are known to a Float's digits."""
    if isinstance(tree, (list, tuple)):
        named = len(tree) == 2 and tree[0] == "name" and re.fullmatch(r"z\d|a[1-9]", str(tree[1]))
        return bool(named) or any(map(computed, tree))
    return False


def widened(text, tree, result):
    """The line of a tree with what is made of it; where a vector divides or is an exponent, which only
    the text of a tree that is refused else can say, this leaves all other lines as they are."""
    global noise
    if result is not None:
        return text, result
    before, noise = noise, np.random.default_rng(8)
    try:
        return text, judged(tree, divides_by_vectors=True)
    except Discard:
        return text + " * / 2", None
    finally:
        noise = before


def judged(tree, divides_by_vectors=False):
    """The value and its tolerance, or None where the language refuses."""
    runs = []
    for noisy in [False] + [True] * 8:
        try:
            Machine.divides_by_vectors = divides_by_vectors
            runs.append(Machine(noisy).value(tree))
        except Refuse:
            runs.append(None)
    if any((r is None) != (runs[0] is None) for r in runs):
        raise Discard
    if runs[0] is None:
        return None
    spread = max(float(np.max(np.abs(r - runs[0]))) for r in runs)
    size = float(np.max(np.abs(runs[0])))
    is_single = computed(tree)
    tolerance = 3 * spread + (0 if spread == 0 else 4 * (SINGLE if is_single else DOUBLE) * size)
    if tolerance > (3e-3 if is_single else 1e-12) * size:
        raise Discard
    return runs[0], tolerance


def line(text, result):
    if result is None:
        return f"{text}\t!"
    value, tolerance = result
    entries = " ".join(f"{x:.17g}" for x in value.reshape(-1))
    return f"{text}\t{'x'.join(map(str, value.shape))}\t{entries}\t{tolerance:.1e}"


def main():
    print("# Written by make_expressions.py, which says what the columns mean.")
    for name, value in GIVEN.items():
        rows, columns = (*value.shape, 0, 0)[:2]
        print(f"@{name}", rows, columns, *(f"{x:.17g}" for x in value.reshape(-1)))
    seen, refused, discarded = set(), 0, 0
    while len(seen) < COUNT:
        if len(seen) >= COUNT - BROKEN:
            tree = grow(some_shape(), 2)
            text, result = broken(write(tree)), None
        else:
            tree = grow(some_shape(), chance.choice([1, 2, 3, 3, 4]))
            text = write(tree)
            if len(text) > 90 or text in seen or binds(text):
                continue
            try:
                result = judged(tree)
            except Discard:
                discarded += 1
                continue
            # Refusals are the easy half: at most a quarter.
            if result is None and refused > len(seen) / 4:
                continue
        if text in seen:
            continue
        refused += result is None
        seen.add(text)
        if len(seen) <= COUNT - BROKEN:
            text, result = widened(text, tree, result)
        print(line(text, result))
    print(f"{len(seen)} expressions, {refused} refused, {discarded} left out", file=sys.stderr)


main()
