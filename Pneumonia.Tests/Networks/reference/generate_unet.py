"""Reference values for UNet.cs, from a U-Net written in PyTorch. Weights and images by formula.py, as for the other networks.
Run with Debian's python3-torch:  python3 generate_unet.py    writes unet.json"""
import json
import pathlib

import torch
import torch.nn.functional as F

import formula

CHANNELS = [16, 32, 64, 96, 112]
NORM_SCALE = 1.0
EVERY = 8


def block(ins, outs):
    layers = []
    for channels in (ins, outs):
        layers += [torch.nn.Conv2d(channels, outs, 3, padding=1, bias=False), torch.nn.BatchNorm2d(outs), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers)


class UNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.down = torch.nn.ModuleList([block(ins, outs) for ins, outs in zip([1] + CHANNELS, CHANNELS)])
        fine_and_coarse = list(zip(CHANNELS, CHANNELS[1:]))
        self.up = torch.nn.ModuleList([block(fine + coarse, fine) for fine, coarse in reversed(fine_and_coarse)])
        self.head = torch.nn.Conv2d(CHANNELS[0], 1, 1)

    def forward(self, values):
        seen = []
        for level, layer in enumerate(self.down):
            values = layer(F.max_pool2d(values, 2) if level else values)
            seen.append(values)
        for skip, layer in zip(reversed(seen[:-1]), self.up):
            values = layer(torch.cat([F.interpolate(values, scale_factor=2, mode="nearest"), skip], 1))
        return self.head(values)


with torch.no_grad():
    network = UNet().eval()
    formula.fill(network, NORM_SCALE)
    logits = network(formula.images(1))
    result = {
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "tensors": sorted(network.state_dict()),
        "normScale": NORM_SCALE,
        "every": EVERY,
        "logits": [float(f"{value:.7g}") for value in logits[:, 0, ::EVERY, ::EVERY].flatten().tolist()],
    }
pathlib.Path(__file__).with_name("unet.json").write_text(json.dumps(result, indent=1) + "\n")
