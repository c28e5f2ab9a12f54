#!/usr/bin/env python3
"""Writes foolings.json: how small a change makes the bundled network say another digit, by PyTorch.

Usage: make-foolings.py NN-REPL NETWORK > foolings.json             needs PyTorch
       make-foolings.py NN-REPL NETWORK MNIST-FOLDER                trains two networks and compares

NN-REPL is the program, which hands out its drawings; NETWORK is lessons/network/bundled.safetensors.
The attack is Carlini and Wagner's with the L2 norm ("Towards Evaluating the Robustness of Neural
Networks", 2017): pixels are (tanh w + 1) / 2, Adam, a binary search for the weight of the lead.

With MNIST a network of the same shape is trained twice, in the second run on pictures that ten steps
of gradient ascent have changed by up to 1.5 (Madry and others, "Towards Deep Learning Models Resistant
to Adversarial Attacks", 2018): how well each reads, and how large a change it takes.
"""
import gzip
import json
import sys

import numpy as np
import torch

import bundled

torch.manual_seed(5)
PROGRAM, NETWORK = sys.argv[1:3]


def bundled_model():
    net = shape()
    for linear, (weight, bias) in zip(net[::2], bundled.parameters(NETWORK)):
        linear.weight.data, linear.bias.data = torch.from_numpy(weight).float(), torch.from_numpy(bias).float()
    return net


def shape():
    return torch.nn.Sequential(
        torch.nn.Linear(784, 16), torch.nn.Sigmoid(), torch.nn.Linear(16, 16), torch.nn.Sigmoid(),
        torch.nn.Linear(16, 10))


def lead(net, x, targets):
    z = net(x)
    wanted = z.gather(1, targets[:, None])[:, 0]
    return wanted - z.scatter(1, targets[:, None], -1e9).max(1).values


def attack(net, x, targets, rounds=9, steps=1_000):
    """The size of the smallest change found for each picture; infinite where none is."""
    for p in net.parameters():
        p.requires_grad_(False)
    start = torch.atanh((x * 2 - 1) * 0.999999)
    weight = torch.full((len(x),), 1.0)
    low, high = torch.zeros(len(x)), torch.full((len(x),), 1e10)
    best = torch.full((len(x),), float("inf"))
    for _ in range(rounds):
        w = start.clone().requires_grad_()
        optimizer = torch.optim.Adam([w], lr=0.05)
        found = torch.zeros(len(x), dtype=bool)
        for _ in range(steps):
            changed = (torch.tanh(w) + 1) / 2
            size = ((changed - x) ** 2).sum(1)
            ahead = lead(net, changed, targets)
            optimizer.zero_grad()
            (size + weight * (-ahead).clamp(min=0)).sum().backward()
            optimizer.step()
            fooled = ahead > 0
            found |= fooled
            best = torch.where(fooled & (size < best**2), size.detach().sqrt(), best)
        high = torch.where(found, torch.minimum(high, weight), high)
        low = torch.where(found, low, torch.maximum(low, weight))
        weight = torch.where(high < 1e9, (low + high) / 2, weight * 10)
    return best


def fixture():
    pictures, labels = bundled.drawings(PROGRAM)
    x = torch.tensor(pictures)
    x, labels = x[:100], labels[:100]
    targets = torch.tensor([(digit + 1 + i % 9) % 10 for i, (digit, _) in enumerate(labels)])
    sizes = attack(bundled_model(), x, targets)
    print(json.dumps([
        {"digit": d, "drawing": n, "target": t, "size": s if s < 1e9 else None}
        for (d, n), t, s in zip(labels, targets.tolist(), sizes.tolist())
    ]))


def mnist(folder):
    def read(name, skip):
        return np.frombuffer(gzip.open(f"{folder}/{name}").read(), np.uint8)[skip:]

    pictures = read("train-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return torch.tensor(pictures / 255.0).float(), torch.tensor(read("train-labels-idx1-ubyte.gz", 8).astype(int))


def harder(net, x, y, reach=1.5):
    """Pictures at most so far away at which the cost is higher."""
    moved = x.clone()
    for _ in range(10):
        moved.requires_grad_()
        slope = torch.autograd.grad(torch.nn.functional.cross_entropy(net(moved), y), moved)[0]
        step = slope / slope.norm(dim=1, keepdim=True).clamp(min=1e-12)
        away = moved.detach() + 0.4 * step - x
        away = away * (reach / away.norm(dim=1, keepdim=True).clamp(min=1e-12)).clamp(max=1)
        moved = (x + away).clamp(0, 1)
    return moved


def compare(folder):
    x, y = mnist(folder)
    for name, is_harder in (("plain", False), ("hardened", True)):
        torch.manual_seed(1)
        net = shape()
        optimizer = torch.optim.Adam(net.parameters(), lr=0.005)
        for epoch in range(12):
            order = torch.randperm(50_000)
            for at in range(0, 50_000, 100):
                batch = order[at : at + 100]
                pictures = harder(net, x[batch], y[batch]) if is_harder else x[batch]
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(net(pictures), y[batch]).backward()
                optimizer.step()
            for group in optimizer.param_groups:
                group["lr"] *= 0.8
        held = (net(x[50_000:]).argmax(1) == y[50_000:]).float().mean().item()
        test = torch.arange(50_000, 50_200)
        targets = (y[test] + 1 + torch.arange(200) % 9) % 10
        sizes = attack(net, x[test], targets)
        print(f"{name}: reads {held:.2%}, median change {sizes.median().item():.3f}", flush=True)


if len(sys.argv) > 3:
    compare(sys.argv[3])
else:
    fixture()
