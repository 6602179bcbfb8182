"""Weights and images by formula: SplitMix64 (Steele et al. 2014, figure 2) seeded with the FNV-1a hash of the tensor's name.
FormulaWeights.cs does the same."""
import numpy
import torch

GOLDEN = 0x9E3779B97F4A7C15
CHUNK = 1 << 20


def seed(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return value


def noise(name, shape):
    """Evenly distributed from -1 to 1, multiples of 2^-23."""
    count = int(numpy.prod(shape))
    out = numpy.empty(count, numpy.float32)
    for start in range(0, count, CHUNK):
        index = numpy.arange(start + 1, min(start + CHUNK, count) + 1, dtype=numpy.uint64)
        z = numpy.uint64(seed(name)) + index * numpy.uint64(GOLDEN)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z ^= z >> numpy.uint64(31)
        out[start:start + len(index)] = (z >> numpy.uint64(40)).astype(numpy.float32) * numpy.float32(2**-23) - numpy.float32(1)
    return torch.from_numpy(out.reshape(shape))


def fill(network, norm_scale):
    """Convolutions and linear layers of variance 2 / fan-in (He et al. 2015), norms around the identity times a scale."""
    for name, tensor in network.state_dict().items():
        if not tensor.is_floating_point():
            continue
        values = noise(name, tuple(tensor.shape))
        if name.endswith("running_var"):
            values = 1 + 0.1 * values
        elif tensor.dim() > 1:
            values *= (6 / (tensor.numel() / tensor.shape[0])) ** 0.5
        elif name.endswith("weight"):
            values = norm_scale * (1 + 0.1 * values)
        else:
            values *= 0.1
        tensor.copy_(values)


def images(channels):
    """Two images of 96 x 96: noise, the second one of more contrast and darker."""
    values = noise("images", (2, channels, 96, 96))
    values[1] = 1.25 * values[1] - 0.25
    return values
