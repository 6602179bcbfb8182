"""Reference values from torchvision for the networks, with weights and input that both sides compute by formula.
Run with Debian's python3-torch and python3-torchvision:  python3 generate.py"""
import json
import pathlib

import numpy
import torch
import torchvision


def wave(shape, phase):
    count = int(numpy.prod(shape))
    return numpy.sin(0.37 * numpy.arange(count) + phase).reshape(shape)


def fill(network):
    state = network.state_dict()
    for phase, (name, tensor) in enumerate(sorted(state.items())):
        if not tensor.is_floating_point():
            continue
        values = wave(tuple(tensor.shape), phase)
        if name.endswith("running_var"):
            values = 1 + 0.1 * values
        elif tensor.dim() > 1:
            values = values * (2 / numpy.prod(tensor.shape[1:])) ** 0.5
        elif name.endswith("weight"):
            values = 1 + 0.1 * values
        else:
            values = 0.1 * values
        tensor.copy_(torch.from_numpy(values.astype(numpy.float32)))


def grey(network):
    network.conv1 = torch.nn.Conv2d(1, 64, 7, 2, 3, bias=False)
    return network


reference = {}
with torch.no_grad():
    for name, network in {"resnet18": grey(torchvision.models.resnet18(num_classes=2))}.items():
        fill(network)
        image = torch.from_numpy(wave((2, 1, 64, 64), 0.5).astype(numpy.float32))
        reference[name] = {
            "parameters": sum(parameter.numel() for parameter in network.parameters()),
            "shapes": {key: list(tensor.shape) for key, tensor in sorted(network.state_dict().items())},
            "logits": network.eval()(image).flatten().tolist(),
        }
pathlib.Path(__file__).with_name("torchvision.json").write_text(json.dumps(reference, indent=1))
