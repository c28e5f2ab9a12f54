#!/usr/bin/env python3
"""Writes ablations.json: what the bundled network reads without some of its neurons, by NumPy.

Usage: make-ablations.py NN-REPL NETWORK > ablations.json        needs NumPy

NN-REPL is the program, which hands out its drawings; NETWORK is lessons/network/bundled.safetensors.
`correct` is of all drawings with the whole network; `without` is the same with each hidden neuron's
activation held at 0; `circuits` are sets of neurons that alone are kept in their layers, and what is
still read; `swaps` are outputs of a drawing with activations taken from another.
"""
import json
import sys

import numpy as np

import bundled

PROGRAM, NETWORK = sys.argv[1:3]


NET = bundled.parameters(NETWORK)


def outputs(x, held={}, taken={}):
    """held: layer to neurons at 0; taken: layer to (neurons, their activations)."""
    a = x
    for layer, (weights, biases) in enumerate(NET, 1):
        a = 1 / (1 + np.exp(-(a @ weights.T + biases)))
        for neuron in held.get(layer, []):
            a[:, neuron] = 0
        for neuron, value in taken.get(layer, []):
            a[:, neuron] = value
    return a


def activations(x):
    all = [x]
    for weights, biases in NET:
        all.append(1 / (1 + np.exp(-(all[-1] @ weights.T + biases))))
    return all


pictures, names = bundled.drawings(PROGRAM)
x, labels = np.array(pictures), np.array([digit for digit, _ in names])
right = lambda a: int((a.argmax(1) == labels).sum())
chance = np.random.default_rng(3)
circuits, swaps = [], []
for _ in range(12):
    kept = {
        layer: sorted(chance.choice(16, chance.integers(1, 9), replace=False).tolist())
        for layer in (1, 2) if chance.random() < 0.75
    }
    held = {layer: [n for n in range(16) if n not in neurons] for layer, neurons in kept.items()}
    circuits.append({"kept": [f"{l}.{n}" for l in kept for n in kept[l]], "correct": right(outputs(x, held))})
for _ in range(8):
    i, digit = int(chance.integers(len(x))), int(chance.integers(10))
    source = activations(x[labels == digit][:1])
    neurons = {layer: sorted(chance.choice(16, 3, replace=False).tolist()) for layer in (1, 2)}
    taken = {layer: [(n, source[layer][0, n]) for n in neurons[layer]] for layer in neurons}
    swaps.append({
        "drawing": [int(labels[i]), int((labels[:i] == labels[i]).sum())], "digit": digit,
        "neurons": [f"{l}.{n}" for l in neurons for n in neurons[l]],
        "outputs": outputs(x[i : i + 1], taken=taken)[0].tolist(),
    })
print(json.dumps({
    "examples": len(x), "correct": right(outputs(x)),
    "without": [[right(outputs(x, {layer: [n]})) for n in range(16)] for layer in (1, 2)],
    "circuits": [c for c in circuits if c["kept"]], "swaps": swaps,
}))
