#!/usr/bin/env python3
"""Holds every neuron's report to NumPy in float64, on real digits.

Usage: compare-with-numpy.py PROGRAM MNIST_DIR [COUNT]        needs NumPy
Asks PROGRAM for `neuron L.N` of all 42 neurons on the first COUNT digits (100) of MNIST's training
half and compares weighted sum, z and activation; exits with 1 beyond 1e-5.
"""
import gzip, json, os, subprocess, sys, tempfile
import numpy as np


def network(program):
    path = os.path.join(tempfile.mkdtemp(), "network.safetensors")
    subprocess.run([program, "save", path], check=True, capture_output=True)
    data = open(path, "rb").read()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])

    def tensor(name):
        start, end = header[name]["data_offsets"]
        values = np.frombuffer(data[8 + length + start:8 + length + end], "<f4")
        return values.reshape(header[name]["shape"]).astype(np.float64)
    return [(tensor(f"layers.{n}.weight"), tensor(f"layers.{n}.bias")) for n in (1, 2, 3)]


def main(program, folder, count):
    layers = network(program)
    with gzip.open(os.path.join(folder, "train-images-idx3-ubyte.gz")) as f:
        images = np.frombuffer(f.read(16 + 784 * count)[16:], np.uint8).reshape(-1, 784) / 255
    names = [f"{l + 1}.{n}" for l, (w, _) in enumerate(layers) for n in range(len(w))]
    lines = "".join(f"digit train {i}\n" + "".join(f"neuron {n}\n" for n in names) for i in range(count))
    out = subprocess.run([program, "--json", "--data", folder], input=lines, text=True,
                         capture_output=True, check=True).stdout.splitlines()
    replies = [r for r in map(json.loads, out) if r["command"].startswith("neuron")]
    assert len(replies) == count * len(names)
    worst = 0.0
    for i in range(count):
        a, expected = images[i], []
        for w, b in layers:
            s = w @ a
            a_next = 1 / (1 + np.exp(-(s + b)))
            expected += [(s[n], b[n], s[n] + b[n], a_next[n]) for n in range(len(b))]
            a = a_next
        for reply, values in zip(replies[i * len(names):], expected):
            for key, value in zip(("weightedSum", "bias", "z", "activation"), values):
                worst = max(worst, abs(reply[key] - value))
    print(f"{len(replies)} neurons, largest difference {worst:.2e}")
    return 0 if worst <= 1e-5 else 1


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else 100))
