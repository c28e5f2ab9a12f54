#!/usr/bin/env python3
"""Writes beyond.json: convolution, a memory cell and an attention head as PyTorch computes them.

Usage: make-beyond.py > beyond.json        needs PyTorch and NumPy
Inputs and the weights of the tiny network come from a formula that the test knows, too: `wave`.
Everything is computed in float64 from numbers that are exact in float32.
"""
import json

import torch

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
F = torch.nn.functional


def wave(count, start, size):
    """((start + 37 i) mod 101 - 50) / 50 * size, rounded to float32."""
    return torch.tensor([(((start + 37 * i) % 101) - 50) / 50 * size for i in range(count)]).float().double()


def picture(k):
    """A pixel is lit where m = (3 r² + 5 c² + 7 r c + r + 11 k) mod 97 is below 35: at (1 + m mod 8) / 8."""
    return torch.tensor([[[[
        (1 + m % 8) / 8 if (m := (3 * r * r + 5 * c * c + 7 * r * c + r + 11 * k) % 97) < 35 else 0
        for c in range(28)] for r in range(28)]]]).double()


kernels = {
    "vertical": [1, 0, -1, 2, 0, -2, 1, 0, -1], "horizontal": [1, 2, 1, 0, 0, 0, -1, -2, -1],
    "diagonal": [2, 1, 0, 1, 0, -1, 0, -1, -2], "outline": [-1, -1, -1, -1, 8, -1, -1, -1, -1],
    "blur": [1 / 9] * 9, "sharpen": [0, -1, 0, -1, 5, -1, 0, -1, 0],
}
convolutions = {
    name: F.conv2d(picture(1), torch.tensor(weights).double().reshape(1, 1, 3, 3), padding=1).flatten().tolist()
    for name, weights in kernels.items()
}

shapes = [(8, 1, 5), (16, 8, 3), (24, 16, 3)]
weights = [wave(o * i * k * k, 11 * n + 1, 0.4).reshape(o, i, k, k).requires_grad_() for n, (o, i, k) in enumerate(shapes)]
biases = [wave(o, 5 * n + 2, 0.1037).requires_grad_() for n, (o, _, _) in enumerate(shapes)]
head, head_bias = wave(240, 3, 0.5).reshape(10, 24).requires_grad_(), wave(10, 4, 0.1).requires_grad_()


def network(x):
    for n, stride in enumerate((2, 2, 1)):
        x = torch.relu(F.conv2d(x, weights[n], biases[n], stride=stride, padding=shapes[n][2] // 2))
    return x.amax((2, 3)) @ head.T + head_bias


inputs = torch.cat([picture(k) for k in range(3)])
labels = torch.tensor([3, 0, 8])
outputs = network(inputs)
F.cross_entropy(outputs, labels, reduction="sum").backward()
tiny = {
    "outputs": outputs.tolist(), "labels": labels.tolist(),
    # The gradient of kernels as (kernel, channel, row, column); of the largest every seventh.
    "weightGradients": [w.grad.flatten()[:: (1, 1, 7)[n]].tolist() for n, w in enumerate(weights)],
    "biasGradients": [b.grad.tolist() for b in biases],
    "headGradient": head.grad.flatten().tolist(), "headBiasGradient": head_bias.grad.tolist(),
}

cell = torch.nn.LSTM(1, 1)
with torch.no_grad():
    for parameter in cell.parameters():
        parameter.copy_(torch.randn_like(parameter) * 1.5)
sequence = torch.randn(9).float().double()
steps, state = [], (torch.zeros(1, 1, 1), torch.zeros(1, 1, 1))
for x in sequence:
    _, state = cell(x.reshape(1, 1, 1), state)
    steps.append([state[1].item(), state[0].item()])
lstm = {
    # In PyTorch's order: input, forget, cell, output; its two biases are added.
    "weights": cell.weight_ih_l0.flatten().tolist(), "feedback": cell.weight_hh_l0.flatten().tolist(),
    "biases": (cell.bias_ih_l0 + cell.bias_hh_l0).tolist(), "sequence": sequence.tolist(), "steps": steps,
}

q, k, v = torch.randn(5, 4), torch.randn(6, 4), torch.randn(6, 3)
attention = {
    "queries": q.tolist(), "keys": k.tolist(), "values": v.tolist(),
    "weights": F.softmax(q @ k.T / 2, dim=1).tolist(),
    "results": F.scaled_dot_product_attention(q[None], k[None], v[None])[0].tolist(),
}
print(json.dumps({"convolutions": convolutions, "tiny": tiny, "lstm": lstm, "attention": attention}))
