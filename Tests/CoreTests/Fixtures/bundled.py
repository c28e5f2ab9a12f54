"""What scripts that make fixtures know of the bundled network: its numbers and the program's replies."""
import json
import subprocess

import numpy as np


def parameters(path):
    """Weights and biases of each layer, as arrays of float64."""
    data = open(path, "rb").read()
    length = int.from_bytes(data[:8], "little")
    header, body = json.loads(data[8 : 8 + length]), data[8 + length :]

    def tensor(name):
        start, end = header[name]["data_offsets"]
        return np.frombuffer(body[start:end], "<f4").reshape(header[name]["shape"]).astype(np.float64)

    layers = sorted(int(name.split(".")[1]) for name in header if name.endswith(".weight"))
    return [(tensor(f"layers.{n}.weight"), tensor(f"layers.{n}.bias")) for n in layers]


def replies(program, lines):
    """What the program says to lines, as JSON; one that fails is passed over."""
    command = [program, "--json", "--keep-going"]
    for line in lines:
        command += ["-c", line]
    return [json.loads(x) for x in subprocess.run(command, capture_output=True).stdout.splitlines()]


def drawings(program):
    """The program's drawings: their pixels, and for each its digit and its number among those."""
    pictures, labels = [], []
    for digit in range(10):
        found = replies(program, [x for n in range(20) for x in (f"digit {digit} {n}", "a0")])
        for number, (shown, values) in enumerate(zip(found[::2], found[1::2])):
            if "error" in shown:
                break
            pictures.append(values["value"])
            labels.append((digit, number))
    return pictures, labels
