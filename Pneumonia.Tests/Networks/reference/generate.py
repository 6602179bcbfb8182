"""Reference values for the networks, from torchvision and, for resnetv2_*, from preactivation.py beside this file. Both sides
compute weights and images by the same formula, so that the file holds logits only.
Run with Debian's python3-torch and python3-torchvision:  python3 generate.py           writes networks.json
                                                          python3 generate.py resnet50  lists its tensors"""
import hashlib
import json
import pathlib
import sys

import torch
import torchvision.models

import formula
import preactivation

class InceptionV3Mixed6e(torch.nn.Module):
    """torchvision's Inception v3 up to Mixed_6e."""

    LAYERS = [
        "Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "maxpool1", "Conv2d_3b_1x1", "Conv2d_4a_3x3", "maxpool2",
        "Mixed_5b", "Mixed_5c", "Mixed_5d", "Mixed_6a", "Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e",
    ]

    def __init__(self):
        super().__init__()
        whole = torchvision.models.inception_v3(num_classes=2, aux_logits=False, init_weights=False)
        for name in self.LAYERS:
            setattr(self, name, getattr(whole, name))
        self.fc = torch.nn.Linear(768, 2)

    def forward(self, values):
        for name in self.LAYERS:
            values = getattr(self, name)(values)
        return self.fc(values.mean((2, 3)))


# Scale of the batch norms' weights: sums over many shortcuts would grow without bound at 1, and products would vanish below it.
NETWORKS = {
    "resnet18": (lambda: torchvision.models.resnet18(num_classes=2), 0.8),
    "resnet18_dnn": (lambda: torchvision.models.ResNet(torchvision.models.resnet.BasicBlock, [2, 2, 2, 3], num_classes=2), 0.8),
    "resnet34": (lambda: torchvision.models.resnet34(num_classes=2), 0.8),
    "resnet50": (lambda: torchvision.models.resnet50(num_classes=2), 0.8),
    "resnet101": (lambda: torchvision.models.resnet101(num_classes=2), 0.7),
    "resnetv2_50": (lambda: preactivation.ResNetV2([3, 4, 6, 3], classes=2), 0.8),
    "resnetv2_101": (lambda: preactivation.ResNetV2([3, 4, 23, 3], classes=2), 0.8),
    "inception_v3": (lambda: torchvision.models.inception_v3(num_classes=2, aux_logits=False, init_weights=False), 1.1),
    "inception_v3_mixed6e": (InceptionV3Mixed6e, 1.1),
    "mobilenet_v2": (lambda: torchvision.models.mobilenet_v2(num_classes=2), 1.0),
    "efficientnet_b0": (lambda: torchvision.models.efficientnet_b0(num_classes=2), 1.18),
    "densenet121": (lambda: torchvision.models.densenet121(num_classes=2), 1.1),
    "vgg16_bn": (lambda: torchvision.models.vgg16_bn(num_classes=2), 1.0),
}


def grey(network):
    """The same network with a first convolution for one channel."""
    for parent in network.modules():
        for name, child in parent.named_children():
            if isinstance(child, torch.nn.Conv2d):
                bias = child.bias is not None
                first = torch.nn.Conv2d(1, child.out_channels, child.kernel_size, child.stride, child.padding, bias=bias)
                setattr(parent, name, first)
                return network
    raise ValueError("there is no convolution")


def tensors(network):
    return [f"{name} [{', '.join(map(str, tensor.shape))}]" for name, tensor in sorted(network.state_dict().items())]


def logits(network, channels, scale):
    formula.fill(network, scale)
    values = network.eval()(formula.images(channels))
    largest = values.abs().max()
    spread = min((values[:, 0] - values[:, 1]).abs().max(), (values[0] - values[1]).abs().max())
    print(f"  {channels} channels: {values.flatten().tolist()}", file=sys.stderr)
    assert spread > 0.01 * largest and 0.1 < largest < 1000, "these weights would hide an error"
    return values.flatten().tolist()


def reference(name):
    make, scale = NETWORKS[name]
    print(name, file=sys.stderr)
    colour = logits(make(), 3, scale)
    network = grey(make())
    return {
        "normScale": scale,
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "tensors": len(network.state_dict()),
        "tensorsSha256": hashlib.sha256("\n".join(tensors(network)).encode()).hexdigest(),
        "logits": {"1": logits(network, 1, scale), "3": colour},
    }


with torch.no_grad():
    if len(sys.argv) > 1:
        print("\n".join(tensors(grey(NETWORKS[sys.argv[1]][0]()))))
    else:
        preactivation.check_size()
        values = {name: reference(name) for name in NETWORKS}
        pathlib.Path(__file__).with_name("networks.json").write_text(json.dumps(values, indent=1) + "\n")
