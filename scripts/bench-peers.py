#!/usr/bin/env python3
"""Times NumPy and PyTorch on the work that `Tools/time-work` times, one thread each.

Usage: bench-peers.py MNIST_DIR numpy|torch
Prints one line a measurement: a name, a tab, seconds. The network is 784-16-16-10, sigmoid in every
layer, cross-entropy per output; an epoch shows 60,000 digits in random order.
"""
import gzip
import os
import statistics
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
import numpy as np

SIZES = (784, 16, 16, 10)
RATE = 0.3
# A third of an epoch is timed and counted three times.
SHARE = 20000


def read(folder, name, header):
    with gzip.open(os.path.join(folder, name)) as file:
        return np.frombuffer(file.read()[header:], np.uint8)


def report(name, work, per, runs):
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(f"{name}\t{statistics.median(times) * per}", flush=True)


def numpy_work(images, labels):
    rng = np.random.default_rng(1)
    shapes = list(zip(SIZES, SIZES[1:]))
    weights = [(rng.standard_normal((b, a)) / a**0.5).astype(np.float32) for a, b in shapes]
    biases = [np.zeros(b, np.float32) for _, b in shapes]
    targets = np.eye(10, dtype=np.float32)[labels]

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def passes():
        for _ in range(5000):
            a, kept = images[0], []
            for w, b in zip(weights, biases):
                z = w @ a + b
                a = sigmoid(z)
                kept.append((z, a))

    def epoch(batch):
        order = rng.permutation(len(images))[:SHARE]
        for start in range(0, SHARE, batch):
            rows = order[start : start + batch]
            activations = [images[rows]]
            for w, b in zip(weights, biases):
                activations.append(sigmoid(activations[-1] @ w.T + b))
            errors = [(activations[-1] - targets[rows]) / batch]
            for layer in (2, 1):
                a = activations[layer]
                errors.insert(0, (errors[0] @ weights[layer]) * a * (1 - a))
            for layer in range(3):
                weights[layer] -= RATE * (errors[layer].T @ activations[layer])
                biases[layer] -= RATE * errors[layer].sum(0)

    report("forward", passes, 1 / 5000, 5)
    for batch in (10, 100):
        report(f"epoch-{batch}", lambda: epoch(batch), 60000 / SHARE, 3)


def torch_work(images, labels):
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.manual_seed(1)
    hidden = [nn.Linear(784, 16), nn.Sigmoid(), nn.Linear(16, 16), nn.Sigmoid()]
    model = nn.Sequential(*hidden, nn.Linear(16, 10))
    pixels = torch.tensor(images)
    targets = nn.functional.one_hot(torch.tensor(labels).long(), 10).float()
    cost = nn.BCEWithLogitsLoss(reduction="sum")
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)

    def passes():
        with torch.inference_mode():
            for _ in range(5000):
                a, kept = pixels[:1], []
                for layer in model:
                    a = layer(a)
                    kept.append(a)
                kept.append(torch.sigmoid(a))

    def epoch(batch):
        order = torch.randperm(len(pixels))[:SHARE]
        for start in range(0, SHARE, batch):
            rows = order[start : start + batch]
            optimizer.zero_grad()
            (cost(model(pixels[rows]), targets[rows]) / batch).backward()
            optimizer.step()

    report("forward", passes, 1 / 5000, 5)
    for batch in (10, 100):
        report(f"epoch-{batch}", lambda: epoch(batch), 60000 / SHARE, 3)


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in ("numpy", "torch"):
        sys.exit(__doc__)
    images = read(sys.argv[1], "train-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    labels = read(sys.argv[1], "train-labels-idx1-ubyte.gz", 8)
    work = numpy_work if sys.argv[2] == "numpy" else torch_work
    work((images / 255).astype(np.float32), labels)


if __name__ == "__main__":
    main()
