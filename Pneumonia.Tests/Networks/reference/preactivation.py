"""Pre-activation ResNets (He et al. 2016, "Identity mappings in deep residual networks") in plain torch.nn, with timm's names;
timm itself is not among Debian's packages."""
from collections import OrderedDict

from torch import nn

CHANNELS = [256, 512, 1024, 2048]
TIMM_MILLIONS = {50: 25.55, 101: 44.54}  # timm's published results-imagenet.csv, resnetv2_50 and resnetv2_101


def activated(norm, x):
    return nn.functional.relu(norm(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride, project):
        super().__init__()
        width = outputs // 4
        if project:
            self.downsample = nn.Sequential(OrderedDict(conv=nn.Conv2d(inputs, outputs, 1, stride, bias=False)))
        self.norm1, self.conv1 = nn.BatchNorm2d(inputs), nn.Conv2d(inputs, width, 1, bias=False)
        self.norm2, self.conv2 = nn.BatchNorm2d(width), nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.norm3, self.conv3 = nn.BatchNorm2d(width), nn.Conv2d(width, outputs, 1, bias=False)

    def forward(self, x):
        before = activated(self.norm1, x)
        shortcut = self.downsample(before) if hasattr(self, "downsample") else x
        y = self.conv2(activated(self.norm2, self.conv1(before)))
        return shortcut + self.conv3(activated(self.norm3, y))


class ResNetV2(nn.Module):
    def __init__(self, depths, classes):
        super().__init__()
        self.stem = nn.Sequential(OrderedDict(conv=nn.Conv2d(3, 64, 7, 2, 3, bias=False), pool=nn.MaxPool2d(3, 2, 1)))
        inputs = [64] + CHANNELS[:-1]
        self.stages = nn.Sequential(*(
            nn.Sequential(OrderedDict(blocks=nn.Sequential(*(
                Block(inputs[stage] if i == 0 else CHANNELS[stage], CHANNELS[stage], 2 if stage > 0 and i == 0 else 1, i == 0)
                for i in range(depth)))))
            for stage, depth in enumerate(depths)))
        self.norm = nn.BatchNorm2d(CHANNELS[-1])
        self.head = nn.Sequential(OrderedDict(fc=nn.Linear(CHANNELS[-1], classes)))

    def forward(self, x):
        return self.head(activated(self.norm, self.stages(self.stem(x))).mean((2, 3)))


def check_size():
    """Asserts that the networks are as large as timm's, at 3 channels and 1000 classes."""
    for depths in [3, 4, 6, 3], [3, 4, 23, 3]:
        layers = 3 * sum(depths) + 2
        millions = sum(p.numel() for p in ResNetV2(depths, classes=1000).parameters()) / 1e6
        assert round(millions, 2) == TIMM_MILLIONS[layers], (layers, millions)
