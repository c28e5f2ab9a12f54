#!/usr/bin/env python3
"""Writes slopes.txt: 1,000 formulas with their slopes as PyTorch finds them.

    python3 make_slopes.py > slopes.txt        (PyTorch, NumPy for its float64; the same bytes each time)

Formulas are grown as text and as what PyTorch computes side by side, in float64. Where a function has
a corner or a leap its argument is measured, and a formula that comes within 0.01 of one is left out
before any slope is taken of it; so is one with a slope over 100, which turning an entry up
and down cannot tell well enough.

Lines: "@name rows columns entries…" (0 columns a vector, 0 rows a number), entries row by row; then
"formula TAB name TAB value TAB slopes", row by row.
"""

import random

import torch

torch.set_default_dtype(torch.float64)
COUNT = 1_000
chance = random.Random(7)
GIVEN = {
    "s": torch.tensor(0.7), "t": torch.tensor(-1.3),
    "u": torch.tensor([0.4, -0.9, 1.7]), "v": torch.tensor([1.2, 0.3, -0.6]),
    "M": torch.tensor([[0.5, -1.1, 0.8], [1.4, 0.2, -0.7], [-0.3, 0.9, 1.6]]),
}


class Near(Exception):
    """Too near a corner, or too large."""


class Grower:
    def __init__(self):
        self.names = {name: value.clone().requires_grad_() for name, value in GIVEN.items()}

    def apart(self, x):
        """Checks that nothing is near 0."""
        if bool((x.detach().abs() < 0.01).any()):
            raise Near
        return x

    def literal(self):
        text = f"{chance.uniform(0.2, 3):.2f}"
        return text, torch.tensor(float(text))

    def grow(self, kind, depth):
        rules = getattr(self, kind)
        choices = rules(depth - 1) if depth > 0 else getattr(self, kind + "_leaves")()
        text, value = chance.choice(choices)()
        if not bool(torch.isfinite(value).all()) or float(value.detach().abs().max()) > 1e3:
            raise Near
        return text, value

    def unary(self, kind, depth, pattern, apply):
        def make():
            text, value = self.grow(kind, depth)
            return pattern.format(text), apply(value)
        return make

    def binary(self, kinds, depth, pattern, apply):
        def make():
            (a, x), (b, y) = self.grow(kinds[0], depth), self.grow(kinds[1], depth)
            return pattern.format(a, b), apply(x, y)
        return make

    # Numbers

    def number_leaves(self):
        n, m = self.names, chance.randrange(3)
        k = chance.randrange(3)
        return [
            lambda: ("s", n["s"]), lambda: ("t", n["t"]), self.literal,
            lambda: (f"u[{k}]", n["u"][k]), lambda: (f"v[{k}]", n["v"][k]),
            lambda: (f"M[{m},{k}]", n["M"][m, k]),
        ]

    def number(self, d):
        k = chance.randrange(3)
        one = lambda pattern, apply: self.unary("number", d, pattern, apply)
        all = lambda pattern, apply: self.unary("vector", d, pattern, apply)
        two = lambda pattern, apply: self.binary(("number", "number"), d, pattern, apply)
        return [
            two("({} + {})", lambda a, b: a + b), two("({} - {})", lambda a, b: a - b),
            two("{} * {}", lambda a, b: a * b), two("({}) / (2 + ({})^2)", lambda a, b: a / (2 + b**2)),
            two("max({}, {})", lambda a, b: self.apart(a - b) * 0 + torch.maximum(a, b)),
            two("(({0} > {1}) ? {0} : 2 ({1}))", lambda a, b: a if bool(self.apart(a - b) > 0) else 2 * b),
            one("({})^2", lambda a: a**2), one("(1 + ({})^2)^1.5", lambda a: (1 + a**2) ** 1.5),
            one("2^tanh({})", lambda a: 2 ** torch.tanh(a)), one("sin({})", torch.sin),
            one("np.cos({})", torch.cos), one("exp(tanh({}))", lambda a: torch.exp(torch.tanh(a))),
            one("σ({})", torch.sigmoid), one("ln(2 + ({})^2)", lambda a: torch.log(2 + a**2)),
            one("√(1 + ({})^2)", lambda a: torch.sqrt(1 + a**2)),
            one("|{}|", lambda a: torch.abs(self.apart(a))), one("relu({})", lambda a: torch.relu(self.apart(a))),
            one("f({})", lambda a: a**3 - 2 * a), one("-({})", lambda a: -a),
            one("({} % 3)", lambda a: self.remainder(a)),
            all("sum({})", torch.sum), all("mean({})", torch.mean),
            all("norm({})", lambda a: torch.linalg.norm(a) + 0 * self.apart(torch.linalg.norm(a))),
            all("std({})", lambda a: torch.std(a, correction=0) + 0 * self.apart(torch.std(a))),
            all("max({})", lambda a: self.spread(a).max()), all("({}).min()", lambda a: self.spread(a).min()),
            all(f"softmax({{}})[{k}]", lambda a: torch.softmax(a, 0)[k]),
            all(f"sort({{}})[{k}]", lambda a: torch.sort(self.spread(a)).values[k]),
            all(f"({{}})[{k}]", lambda a: a[k]),
            self.binary(("vector", "vector"), d, "({})·({})", torch.dot),
            self.unary("matrix", d, "sum({})", torch.sum),
            self.unary("matrix", d, f"({{}})[{k}, {2 - k}]", lambda a: a[k, 2 - k]),
        ]

    def remainder(self, a):
        self.apart(torch.remainder(a, 3) - 0)
        self.apart(torch.remainder(a, 3) - 3)
        return torch.remainder(a, 3)

    def spread(self, a):
        """Checks that no two entries are near each other."""
        self.apart(torch.stack([a[0] - a[1], a[0] - a[2], a[1] - a[2]]))
        return a

    # Vectors of three

    def vector_leaves(self):
        return [lambda: ("u", self.names["u"]), lambda: ("v", self.names["v"])]

    def vector(self, d):
        k = chance.randrange(3)
        one = lambda pattern, apply: self.unary("vector", d, pattern, apply)
        two = lambda pattern, apply: self.binary(("vector", "vector"), d, pattern, apply)
        return [
            two("({} + {})", lambda a, b: a + b), two("({} - {})", lambda a, b: a - b),
            two("{} .* {}", lambda a, b: a * b), two("({}) / (2 + ({}).^2)", lambda a, b: a / (2 + b**2)),
            two("max({}, {})", lambda a, b: 0 * self.apart(a - b) + torch.maximum(a, b)),
            two("where({0} > {1}, {0}, 2 ({1}))", lambda a, b: torch.where(self.apart(a - b) > 0, a, 2 * b)),
            one("sin({})", torch.sin), one("tanh({})", torch.tanh), one("σ({})", torch.sigmoid),
            one("relu({})", lambda a: torch.relu(self.apart(a))), one("({}).^2", lambda a: a**2),
            one("softmax({})", lambda a: torch.softmax(a, 0)),
            one("sort({})", lambda a: torch.sort(self.spread(a)).values),
            one("clip({}, -1, 1)", lambda a: self.clip(a)),
            one("exp(-({}).^2)", lambda a: torch.exp(-(a**2))),
            self.binary(("number", "vector"), d, "({} * {})", lambda a, b: a * b),
            self.binary(("matrix", "vector"), d, "(({})·({}))", lambda a, b: a @ b),
            self.unary("matrix", d, f"({{}})[{k}]", lambda a: a[k]),
            self.unary("matrix", d, f"({{}})[:, {k}]", lambda a: a[:, k]),
            self.unary("matrix", d, "sum({}, axis=1)", lambda a: a.sum(1)),
            self.unary("matrix", d, "mean({}, axis=0)", lambda a: a.mean(0)),
            self.binary(("number", "number"), d, "[{0}, {1}, {0}]", lambda a, b: torch.stack([a, b, a])),
        ]

    def clip(self, a):
        self.apart(a - 1)
        self.apart(a + 1)
        return torch.clip(a, -1, 1)

    # Matrices of three by three

    def matrix_leaves(self):
        return [lambda: ("M", self.names["M"])]

    def matrix(self, d):
        two = lambda pattern, apply: self.binary(("matrix", "matrix"), d, pattern, apply)
        one = lambda pattern, apply: self.unary("matrix", d, pattern, apply)
        return [
            two("(({})·({}))", lambda a, b: a @ b), two("({} + {})", lambda a, b: a + b),
            two("{} .* {}", lambda a, b: a * b), one("({})ᵀ", lambda a: a.T), one("tanh({})", torch.tanh),
            one("({}).^2", lambda a: a**2), one("reshape({}, 3, 3)", lambda a: a.reshape(3, 3)),
            self.binary(("vector", "vector"), d, "outer({}, {})", torch.outer),
            self.binary(("number", "matrix"), d, "({} * {})", lambda a, b: a * b),
        ]


def entries(value):
    return " ".join(f"{x:.15g}" for x in value.reshape(-1).tolist())


def main():
    print("# Written by make_slopes.py, which says what the columns mean.")
    for name, value in GIVEN.items():
        rows, columns = (*value.shape, 0, 0)[:2]
        print(f"@{name} {rows} {columns} {entries(value)}")
    seen = set()
    while len(seen) < COUNT:
        grower = Grower()
        try:
            text, value = grower.grow("number", chance.choice([2, 3, 3, 4]))
        except Near:
            continue
        name = chance.choice(list(GIVEN))
        if len(text) > 160 or name not in text or text in seen or not value.requires_grad:
            continue
        found = torch.autograd.grad(value, list(grower.names.values()), allow_unused=True)
        slopes = dict(zip(grower.names, found))[name]
        if slopes is None or any(float(x.abs().max()) > 100 for x in found if x is not None):
            continue
        seen.add(text)
        print(f"{text}\t{name}\t{float(value.detach()):.15g}\t{entries(slopes)}")


main()
