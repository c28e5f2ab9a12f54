#!/usr/bin/env python3
"""Writes attributions.json: what Captum finds each pixel and neuron of the bundled network contributes.

Usage: make-attributions.py NN-REPL NETWORK > attributions.json        needs PyTorch and Captum

NN-REPL is the program, which hands out its drawings; NETWORK is lessons/network/bundled.safetensors.
Everything is computed in float64. Lists of pixels are sparse: places, and what stands there.
Integrated gradients are Captum's with Gauss-Legendre's points, hidden layers its LayerConductance, whose
sum is a coarser one (hence the many steps), the layer-wise rule its DeepLift, and LRP its LRP with the
ε-rule, ε = 0.01, where a sigmoid hands on what it is given as Captum's other activations do.
"""
import json
import sys

import torch
from captum.attr import LRP, DeepLift, IntegratedGradients, LayerConductance
from captum.attr._core import lrp
from captum.attr._utils.lrp_rules import EpsilonRule

import bundled

lrp.SUPPORTED_NON_LINEAR_LAYERS.append(torch.nn.Sigmoid)
torch.set_default_dtype(torch.float64)
PROGRAM, NETWORK = sys.argv[1:3]
# Digit, drawing, output, rival, whether the activation is explained, and the baseline's shade.
CASES = [
    (3, 0, 3, None, False, 0.0), (3, 0, 8, None, False, 0.0), (4, 1, 4, None, False, 0.0),
    (4, 1, 4, 9, False, 0.0), (9, 2, 9, None, True, 0.0), (8, 1, 8, 3, False, 0.5),
    (0, 0, 6, None, False, 0.5),
]


def model(output, rival, is_activation):
    """The network up to one output's number, or the difference of two."""
    modules = []
    for index, (weight, bias) in enumerate(bundled.parameters(NETWORK)):
        weight, bias = torch.from_numpy(weight), torch.from_numpy(bias)
        if index == 2:
            chosen = lambda x: x[output] - (x[rival] if rival is not None else 0)
            weight, bias = chosen(weight)[None], chosen(bias)[None]
        linear = torch.nn.Linear(weight.shape[1], weight.shape[0])
        linear.weight.data, linear.bias.data = weight.clone(), bias.clone()
        modules.append(linear)
        if index < 2 or is_activation:
            modules.append(torch.nn.Sigmoid())
    return torch.nn.Sequential(*modules)


def drawing(digit, number):
    pixels = torch.tensor(bundled.replies(PROGRAM, [f"digit {digit} {number}", "a0"])[-1]["value"])
    return pixels.float().double()[None]


def sparse(values):
    places = [i for i, value in enumerate(values.tolist()) if value != 0]
    return {"places": places, "values": [float(f"{values[i].item():.10g}") for i in places]}


def case(digit, number, output, rival, is_activation, shade):
    x = drawing(digit, number)
    baseline = torch.full_like(x, shade)
    net = model(output, rival, is_activation)
    ig = IntegratedGradients(net).attribute(x, baseline, n_steps=600, method="gausslegendre")
    layers = [
        LayerConductance(net, net[place]).attribute(
            x, baseline, n_steps=2_000)[0]
        for place in (1, 3)
    ]
    result = {
        "digit": digit, "drawing": number, "output": output, "rival": rival,
        "quantity": "activation" if is_activation else "sum", "baseline": shade,
        "pixels": sparse(x[0]), "value": net(x).item(), "reference": net(baseline).item(),
        "gradients": sparse(ig[0]), "conductances": [layer.tolist() for layer in layers],
        "layers": sparse(DeepLift(net, eps=1e-15).attribute(x, baseline)[0]),
    }
    if rival is None:
        net = model(output, rival, is_activation)
        for module in net:
            if isinstance(module, torch.nn.Linear):
                module.rule = EpsilonRule(0.01)
        result["lrp"] = sparse(LRP(net).attribute(x)[0].detach())
    return result


print(json.dumps([case(*each) for each in CASES]))
