#!/usr/bin/env python3
"""Writes trainings.json: twenty steps of training small networks as PyTorch takes them.

Usage: make-trainings.py > trainings.json        needs PyTorch
All pictures share fourteen pixels, of which the last is dark in every one; only the weights of
these are listed. Everything is computed in float64 from numbers that are exact in float32. PyTorch
has the optimizers and the schedule; the order of the examples comes from SplitMix64 and Fisher and
Yates's shuffle, written again here.

Weight decay shrinks weights by rate · decay before a step and leaves biases alone. That is what
PyTorch's AdamW does, and its SGD where there is no momentum; with momentum SGD would put the decay
into the slope, so it is done by hand there (Loshchilov and Hutter, "Decoupled Weight Decay
Regularization", 2019, algorithm 1).
"""
import json
import sys

import torch

SEED = 17
PIXELS = [0, 3, 29, 100, 260, 301, 377, 378, 406, 450, 512, 700, 783, 395]
SIZES = [len(PIXELS), 6, 5, 10]
EPOCHS, BATCH, HELD_OUT = 4, 5, 6
MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        bits = self.state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
        return bits ^ (bits >> 31)


def shuffled(order, seed, epoch):
    """A new order of the last one, by chance that depends on the seed and the epoch alone."""
    chance = SplitMix64(SplitMix64(SplitMix64(seed).next() ^ epoch).next() ^ (MASK >> 1))
    order = list(order)
    for last in range(len(order) - 1, 0, -1):
        other = chance.next() * (last + 1) >> 64
        order[last], order[other] = order[other], order[last]
    return order


def squares(a, y):
    return ((a - y) ** 2).sum(dim=1)


def cross_entropy(a, y):
    return torch.nn.functional.binary_cross_entropy(a, y, reduction="none").sum(dim=1)


ACTIVATIONS = {"sigmoid": torch.sigmoid, "relu": torch.relu}
COSTS = {"squares": squares, "cross-entropy": cross_entropy}


def exact(number):
    """A number as a Float has it."""
    return torch.tensor(number, dtype=torch.float32).double().item()


def optimizer_of(kind, weights, biases, rate, momentum, decay):
    groups = [{"params": weights, "weight_decay": decay}, {"params": biases, "weight_decay": 0}]
    if kind == "adam":
        return torch.optim.AdamW(groups, lr=rate)
    if momentum and decay:
        groups[0]["weight_decay"] = 0
    return torch.optim.SGD(groups, lr=rate, momentum=momentum)


def case(kind, activations, cost_name, rate, schedule="constant", momentum=0.0, decay=0.0, faint=False,
         count=23):
    rate, momentum, decay = exact(rate), exact(momentum), exact(decay)
    weights = [(torch.randn(b, a) * 0.6).float().double() for a, b in zip(SIZES, SIZES[1:])]
    biases = [(torch.randn(b) * 0.3).float().double() for b in SIZES[1:]]
    if activations[-1] == "relu":
        biases[-1] = biases[-1].abs() + 0.5
    if faint:  # what leaves neuron 2 of layer 1 hardly counts: slopes as small as Adam's 10⁻⁸
        weights[1][:, 2] *= 2e-7
        weights[1] = weights[1].float().double()
    start = [w.flatten().tolist() for w in weights], [b.tolist() for b in biases]
    for knobs in weights + biases:
        knobs.requires_grad_()

    total = count + HELD_OUT
    pictures = torch.randint(1, 256, (total, len(PIXELS))) * (torch.rand(total, len(PIXELS)) < 0.6)
    pictures[:, -1] = 0
    labels = torch.randint(0, 10, (total,))
    x = (pictures.float() / 255).double()
    y = torch.nn.functional.one_hot(labels, 10).double()

    def outputs(inputs):
        a = inputs
        for w, b, name in zip(weights, biases, activations):
            a = ACTIVATIONS[name](a @ w.T + b)
        return a

    optimizer = optimizer_of(kind, weights, biases, rate, momentum, decay)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS * count // BATCH)
    epochs, order = [], range(count)
    for epoch in range(EPOCHS):
        order = shuffled(order, SEED, epoch)
        told = {"cost": 0.0, "right": 0}
        for first in range(0, count, BATCH):
            batch = order[first:first + BATCH]
            optimizer.zero_grad()
            a = outputs(x[batch])
            costs = COSTS[cost_name](a, y[batch])
            told["cost"] += costs.sum().item() / count
            told["right"] += (a.argmax(dim=1) == labels[batch]).sum().item()
            costs.mean().backward()
            told["rate"] = optimizer.param_groups[0]["lr"]
            if kind == "sgd" and momentum and decay:
                with torch.no_grad():
                    for w in weights:
                        w *= 1 - told["rate"] * decay
            optimizer.step()
            if schedule == "cosine":
                cosine.step()
        told["heldOutRight"] = (outputs(x[count:]).argmax(dim=1) == labels[count:]).sum().item()
        epochs.append(told)

    return {
        "optimizer": kind, "activations": activations, "cost": cost_name, "rate": rate,
        "schedule": schedule, "momentum": momentum, "decay": decay, "seed": SEED,
        "miniBatch": BATCH, "heldOut": HELD_OUT, "pixels": PIXELS, "sizes": SIZES,
        "pictures": pictures.tolist(), "labels": labels.tolist(),
        "weights": start[0], "biases": start[1], "epochs": epochs,
        "trainedWeights": [w.flatten().tolist() for w in weights],
        "trainedBiases": [b.tolist() for b in biases],
    }


def shortened(value):
    """Numbers as `Float`s need them: nine digits."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [shortened(entry) for entry in value]
    if isinstance(value, dict):
        return {key: shortened(entry) for key, entry in value.items()}
    return value


def main():
    torch.manual_seed(2)
    sigmoid, relu, open_end = ["sigmoid"] * 3, ["relu", "relu", "sigmoid"], ["sigmoid", "relu", "relu"]
    cases = [
        case("sgd", sigmoid, "squares", 0.5),
        case("sgd", relu, "cross-entropy", 0.1),
        case("sgd", sigmoid, "cross-entropy", 0.1, momentum=0.9),
        case("sgd", relu, "squares", 0.2, momentum=0.5),
        case("sgd", open_end, "squares", 0.05),
        case("sgd", sigmoid, "squares", 0.5, decay=0.1),
        case("sgd", relu, "cross-entropy", 0.1, momentum=0.8, decay=0.05),
        case("sgd", sigmoid, "cross-entropy", 0.4, "cosine", count=25),
        case("sgd", sigmoid, "squares", 0.4, "cosine", momentum=0.7, decay=0.02, count=25),
        case("adam", sigmoid, "cross-entropy", 0.03),
        case("adam", relu, "squares", 0.02, faint=True),
        case("adam", sigmoid, "cross-entropy", 0.03, decay=0.2),
        case("adam", relu, "cross-entropy", 0.03, "cosine", decay=0.1, faint=True, count=25),
    ]
    lines = ",\n".join(json.dumps(shortened(entry), separators=(",", ":")) for entry in cases)
    sys.stdout.write(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
