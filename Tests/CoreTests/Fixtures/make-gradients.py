#!/usr/bin/env python3
"""Writes gradients.json: gradients of small random networks as PyTorch computes them.

Usage: make-gradients.py > gradients.json        needs PyTorch
For each activation and cost: layer sizes, parameters, an input, a target, the outputs, the cost and
its gradient. Everything is computed in float64 from parameters that are exact in float32.
"""
import json
import torch

torch.manual_seed(1)
ACTIVATIONS = {"sigmoid": torch.sigmoid, "relu": torch.relu}


def squares(a, y):
    return ((a - y) ** 2).sum()


def cross_entropy(a, y):
    return torch.nn.functional.binary_cross_entropy(a, y, reduction="sum")


def exact(*shape):
    return torch.randn(*shape).float().double()


def case(sizes, names, cost_name, cost):
    weights = [exact(b, a).requires_grad_() for a, b in zip(sizes, sizes[1:])]
    biases = [exact(b).requires_grad_() for b in sizes[1:]]
    x = torch.rand(sizes[0]).float().double()
    x[1] = 0  # a dark pixel
    y = torch.zeros(sizes[-1], dtype=torch.float64)
    y[1] = 1
    a = x
    for w, b, name in zip(weights, biases, names):
        a = ACTIVATIONS[name](w @ a + b)
    c = cost(a, y)
    c.backward()
    return {
        "sizes": sizes, "activations": names, "cost": cost_name,
        "weights": [w.flatten().tolist() for w in weights], "biases": [b.tolist() for b in biases],
        "input": x.tolist(), "target": y.tolist(), "output": a.tolist(), "value": c.item(),
        "weightGradients": [w.grad.flatten().tolist() for w in weights],
        "biasGradients": [b.grad.tolist() for b in biases],
    }


cases = [
    case([5, 7, 4, 3], [hidden, hidden, output], name, cost)
    for hidden in ("sigmoid", "relu")
    for output, name, cost in (
        ("sigmoid", "squares", squares), ("sigmoid", "cross-entropy", cross_entropy), ("relu", "squares", squares))
]
print(json.dumps(cases))
