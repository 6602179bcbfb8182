"""Reference values for the explanations, written anew from the papers' formulas with plain torch, numpy and scipy. Weights and images
are those of Networks/reference/formula.py.
Run with Debian's python3-torch, python3-torchvision and python3-scipy:  python3 generate.py   writes explanations.json"""
import json
import pathlib
import sys

import numpy
import scipy.ndimage
import torch
import torchvision.models

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "Networks" / "reference"))
import formula  # noqa: E402

NORM_SCALE = 0.8
CLASS = 1


class Plain(torch.nn.Module):
    """PlainNetwork.cs."""

    def __init__(self):
        super().__init__()
        self.convolution, self.classifier = torch.nn.Conv2d(1, 5, 3), torch.nn.Linear(5 * 4 * 6, 2)

    def features(self, x):
        return torch.relu(self.convolution(x))

    def head(self, a):
        return self.classifier(a.flatten(1))


class ResNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        net = torchvision.models.resnet18(num_classes=2)
        net.conv1 = torch.nn.Conv2d(1, 64, 7, 2, 3, bias=False)
        formula.fill(net, NORM_SCALE)
        self.net = net

    def features(self, x):
        n = self.net
        x = n.maxpool(n.relu(n.bn1(n.conv1(x))))
        return n.layer4(n.layer3(n.layer2(n.layer1(x))))

    def head(self, a):
        return self.net.fc(a.mean((2, 3)))


def margin(logits):
    """Of two classes."""
    return logits[:, CLASS] - logits[:, 1 - CLASS]


def activations(network, image):
    a = network.features(image).detach().requires_grad_()
    g, = torch.autograd.grad(margin(network.head(a)).sum(), a)
    return a.detach()[0].double().numpy(), g[0].double().numpy()


def grad_cam(a, g):
    """Selvaraju et al. 2017, equations 1 and 2, without the ReLU and with a sum for the mean."""
    return numpy.einsum("k,kij->ij", g.sum((1, 2)), a)


def grad_cam_plus_plus(a, g):
    """Chattopadhay et al. 2018, equations 19 and 10, the score being exp of the margin."""
    alpha = g**2 / (2 * g**2 + a.sum((1, 2), keepdims=True) * g**3 + (g == 0))
    return numpy.einsum("k,kij->ij", (alpha * numpy.maximum(g, 0)).sum((1, 2)), a)


def integrated_gradients(network, image, steps):
    """Sundararajan et al. 2017, equation 3, at the middle of each step, from an image of zeros."""
    total = torch.zeros_like(image)
    for step in range(steps):
        x = (image * ((step + 0.5) / steps)).requires_grad_()
        g, = torch.autograd.grad(margin(network.head(network.features(x))).sum(), x)
        total += g
    return (image * total / steps)[0, 0].detach().double().numpy()


def score_cam(network, image):
    """Wang et al. 2020, algorithm 1."""
    a = network.features(image).detach()[0]
    scores = []
    for channel in a:
        low, high = channel.min(), channel.max()
        mask = (channel - low) / (high - low) if high > low else torch.zeros_like(channel)
        mask = torch.nn.functional.interpolate(mask[None, None], image.shape[2:], mode="bilinear", align_corners=False)
        scores.append(margin(network.head(network.features(image * mask))) - margin(network.head(network.features(image * 0))))
    return torch.einsum("k,kij->ij", torch.softmax(torch.cat(scores), 0), a).double().detach().numpy()


def similarity(x, y):
    """Wang et al. 2004, with scikit-image's even window of 7 x 7 and sample covariances, over the windows inside the image."""
    mean = lambda v: scipy.ndimage.uniform_filter(v, 7)[3:-3, 3:-3]
    scale = 49 / 48
    mx, my = mean(x), mean(y)
    vx, vy, cov = (scale * (mean(p) - q) for p, q in ((x * x, mx * mx), (y * y, my * my), (x * y, mx * my)))
    c1, c2 = 0.01**2, 0.03**2
    return ((2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2))).mean()


torch.manual_seed(0)
plain = Plain()
with torch.no_grad():
    formula.fill(plain, 1)
    resnet = ResNet().eval()
image = formula.images(1)[:1]
small = formula.noise("small", (1, 1, 6, 8))
a, g = activations(resnet, image)
pa, pg = activations(plain, small)
attributions = integrated_gradients(resnet, image, 16)
x, y = ((formula.noise(name, (20, 30)).double().numpy() + 1) / 2 for name in ("map a", "map b"))
values = {
    "resnet": {
        "normScale": NORM_SCALE,
        "gradCam": grad_cam(a, g).flatten().tolist(),
        "gradCamPlusPlus": grad_cam_plus_plus(a, g).flatten().tolist(),
        "integratedGradients": {
            "sum": attributions.sum(),
            "rows": attributions[::16].sum(1).tolist(),
            "columns": attributions[:, ::16].sum(0).tolist(),
        },
    },
    "plain": {
        "gradCam": grad_cam(pa, pg).flatten().tolist(),
        "gradCamPlusPlus": grad_cam_plus_plus(pa, pg).flatten().tolist(),
        "integratedGradients": integrated_gradients(plain, small, 16).flatten().tolist(),
        "scoreCam": score_cam(plain, small).flatten().tolist(),
    },
    "agreement": {"similarity": similarity(x, (x + y) / 2), "correlation": numpy.corrcoef(x.flatten(), (x + y).flatten() / 2)[0, 1]},
}
(HERE / "explanations.json").write_text(json.dumps(values, indent=1) + "\n")
