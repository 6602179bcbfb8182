"""Writes reference.json: losses of soft targets by PyTorch 1.13.1 and a Gaussian blur by SciPy (Debian's python3-torch, python3-scipy).

Run: /usr/bin/python3 generate.py
"""
import json
import pathlib

import numpy as np
import scipy.ndimage
import torch
import torch.nn.functional as F

torch.manual_seed(7)
logits = torch.randn(5, 3)
labels = torch.tensor([0, 2, 1, 2, 0])
partners = torch.tensor([3, 0, 4, 2, 1])
weight = torch.tensor([0.5, 1.0, 2.0])
share, smoothing = 0.3, 0.1
hard = F.one_hot(labels, 3).float()
mixed = share * hard + (1 - share) * hard[partners]
known = torch.tensor([True, False, True, True, False])


def soft(logits, targets):
    total = F.cross_entropy(logits, targets, weight, label_smoothing=smoothing, reduction="sum")
    return (total / (targets * weight).sum()).item()


image = np.random.default_rng(3).random((12, 10)).astype(np.float32)
sigma = 1.3
pathlib.Path(__file__).with_name("reference.json").write_text(json.dumps({
    "logits": logits.flatten().tolist(), "labels": labels.tolist(), "weight": weight.tolist(), "smoothing": smoothing,
    "partners": partners.tolist(), "share": share,
    "hardLoss": F.cross_entropy(logits, labels, weight, label_smoothing=smoothing).item(),
    "mixedLoss": soft(logits, mixed),
    "known": known.tolist(), "maskedLoss": F.cross_entropy(logits[known], labels[known]).item(),
    "image": image.flatten().tolist(), "imageHeight": 12, "imageWidth": 10, "sigma": sigma,
    "blurred": scipy.ndimage.gaussian_filter(image.astype(np.float64), sigma, mode="nearest", truncate=4 / sigma).flatten().tolist(),
}))
