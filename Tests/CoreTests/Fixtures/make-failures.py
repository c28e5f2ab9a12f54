#!/usr/bin/env python3
"""Writes failures.json: what the bundled network says of changed pictures, as NumPy has it.

Usage: make-failures.py > failures.json        needs NumPy
The pictures are made by a formula that the test knows, too: `picture`. For each change and amount it
holds the answer for every picture, -1 where two outputs are nearer than 1e-3, and the outputs for
the first one. Then the principal components of some numbers, and a linear test of them.
"""
import json
import pathlib

import numpy as np

import bundled

SIDE = 28
COUNT = 40
here = pathlib.Path(__file__).resolve()
network_file = next((here.parents[3] / "lessons" / "network").glob("*.safetensors"))
NET = bundled.parameters(network_file)


def forward(x):
    for weights, biases in NET:
        z = weights @ x + biases
        x = 1 / (1 + np.exp(-z))
    return x


def picture(k):
    """Three strokes of light: bytes over 255."""
    row, column = np.mgrid[0:SIDE, 0:SIDE].astype(np.float64)
    light = np.zeros((SIDE, SIDE))
    for part in range(3):
        x0, y0 = 7 + (k * 5 + part * 7) % 14, 6 + (k * 3 + part * 5) % 15
        x1, y1 = 7 + (k * 11 + part * 3) % 14, 6 + (k * 7 + part * 11) % 15
        dx, dy = x1 - x0, y1 - y0
        length = max(dx * dx + dy * dy, 1)
        t = np.clip(((column - x0) * dx + (row - y0) * dy) / length, 0, 1)
        distance = np.hypot(column - x0 - t * dx, row - y0 - t * dy)
        light = np.maximum(light, np.clip(1.75 - distance, 0, 1))
    return np.floor(light * 255 + 0.5) / 255


def posed(image, right=0.0, degrees=0.0, factor=1.0):
    """Where each pixel comes from is turned back around the middle and mixed from four."""
    middle = (SIDE - 1) / 2
    row, column = np.mgrid[0:SIDE, 0:SIDE].astype(np.float64)
    x, y = column - middle - right, row - middle
    angle = np.radians(degrees)
    sx = (np.cos(angle) * x + np.sin(angle) * y) / factor + middle
    sy = (np.cos(angle) * y - np.sin(angle) * x) / factor + middle
    padded = np.pad(image, 40)
    left, top = np.floor(sx).astype(int), np.floor(sy).astype(int)
    fx, fy = sx - left, sy - top
    inside = (np.abs(left) < 60) & (np.abs(top) < 60)
    left, top = np.clip(left, -39, 66), np.clip(top, -39, 66)

    def at(r, c):
        return padded[r + 40, c + 40]

    mixed = (at(top, left) * (1 - fx) + at(top, left + 1) * fx) * (1 - fy) + (
        at(top + 1, left) * (1 - fx) + at(top + 1, left + 1) * fx) * fy
    return np.where(inside, mixed, 0)


def splitmix(seed, count):
    mask = (1 << 64) - 1
    state = seed
    numbers = []
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & mask
        bits = state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & mask
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & mask
        numbers.append(((bits ^ (bits >> 31)) >> 40) * 2.0**-24)
    return np.array(numbers).reshape(SIDE, SIDE)


def thickened(image, steps):
    rest = abs(steps)
    while rest > 0:
        padded = np.pad(image, 1)
        around = [image, padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]]
        end = np.max(around, axis=0) if steps > 0 else np.min(around, axis=0)
        image = image + min(rest, 1) * (end - image)
        rest -= 1
    return image


def changed(kind, amount, k):
    image = picture(k)
    if kind == "shift":
        return posed(image, right=amount)
    if kind == "rotate":
        return posed(image, degrees=amount)
    if kind == "scale":
        return posed(image, factor=amount)
    if kind == "noise":
        return np.clip(image + amount * (2 * splitmix(k, SIDE * SIDE) - 1), 0, 1)
    return thickened(image, amount)


AMOUNTS = {
    "shift": [-4, -1.5, 0, 2, 14], "rotate": [-180, -37.5, 0, 20, 90], "scale": [0.3, 0.75, 1, 1.5, 3],
    "noise": [0, 0.25, 0.5, 1], "thickness": [-2.5, -1, 0, 0.5, 3],
}
sweeps = []
for kind, amounts in AMOUNTS.items():
    for amount in amounts:
        outputs = [forward(changed(kind, amount, k).ravel()) for k in range(COUNT)]
        answers = []
        for output in outputs:
            first, second = np.sort(output)[::-1][:2]
            answers.append(int(output.argmax()) if first - second > 1e-3 else -1)
        sweeps.append({"kind": kind, "amount": amount, "answers": answers, "outputs": outputs[0].tolist()})

numbers = {}
for name, (points, dimensions) in {"narrow": (50, 6), "wide": (70, 100)}.items():
    i, j = np.mgrid[0:points, 0:dimensions]
    cloud = np.sin(0.37 * i * (j % 5 + 1) + j) * (1 + (j % 3)) + 0.1 * np.cos(1.7 * i + j * j)
    cloud = cloud.astype(np.float32).astype(np.float64)
    centered = cloud - cloud.mean(0)
    _, sizes, axes = np.linalg.svd(centered, full_matrices=False)
    axes = np.array([axis * np.sign(axis[np.abs(axis).argmax()]) for axis in axes[:2]])
    labels = [int(v) for v in (cloud[:, 0] + 0.5 * cloud[:, 1] > 0)]
    ridge = 1e-3 * (cloud**2).sum() / dimensions
    design = np.hstack([cloud, np.ones((points, 1))])
    held = np.diag([ridge] * dimensions + [0.0])
    weights = np.linalg.solve(design.T @ design + held, design.T @ (2 * np.array(labels) - 1))
    numbers[name] = {
        "points": points, "dimensions": dimensions, "axes": axes.tolist(),
        "shares": (sizes[:2] ** 2 / (sizes**2).sum()).tolist(),
        "places": (centered @ axes.T).tolist(), "labels": labels, "weights": weights.tolist(),
    }
print(json.dumps({"sweeps": sweeps, "numbers": numbers}))
