#!/usr/bin/env python3
"""Writes reference.json: distances and a linear head, computed with numpy, scipy and scikit-learn (Debian's python3-*)."""
import json
import pathlib

import numpy
from scipy.optimize import minimize
from scipy.spatial.distance import mahalanobis

random = numpy.random.default_rng(3)
LENGTH, COMPONENTS, SHRINKAGE = 10, 3, 0.02

# Two groups of one covariance with a few strong directions.
mixing = random.normal(size=(LENGTH, LENGTH)) * numpy.array([3, 2, 1.5] + [0.3] * (LENGTH - 3))
groups = ["a"] * 40 + ["b"] * 25
centres = {"a": random.normal(size=LENGTH), "b": random.normal(size=LENGTH) + 4}
features = numpy.array([centres[g] + mixing @ random.normal(size=LENGTH) for g in groups]).astype(numpy.float32)

names = sorted(set(groups))
means = {g: features[numpy.array(groups) == g].mean(0, dtype=numpy.float64) for g in names}
centred = features - numpy.array([means[g] for g in groups])
covariance = centred.T @ centred / (len(groups) - len(names))
values, vectors = numpy.linalg.eigh(covariance)
basis = vectors[:, ::-1][:, :COMPONENTS]
inside = basis.T @ covariance @ basis
inside = (1 - SHRINKAGE) * inside + SHRINKAGE * numpy.trace(inside) / COMPONENTS * numpy.eye(COMPONENTS)
noise = values[::-1][COMPONENTS:].mean()
whole = basis @ inside @ basis.T + noise * (numpy.eye(LENGTH) - basis @ basis.T)
inverse = numpy.linalg.inv(whole)

queries = numpy.concatenate([features[:3], random.normal(size=(5, LENGTH)) * 6]).astype(numpy.float32)
distances = [min(mahalanobis(q, means[g], inverse) ** 2 for g in names) / LENGTH for q in queries.astype(float)]

# Multinomial logistic regression: mean cross entropy and half the penalty times the weights' squares, of standardised features.
PENALTY, CLASSES = 0.01, 3
labels = random.integers(0, CLASSES, size=120)
examples = (random.normal(size=(120, 6)) * [1, 5, 0.2, 1, 1, 2] + labels[:, None] * [1, -3, 0.1, 0, 0.5, 0] + 2).astype(numpy.float32)
spread = examples.std(0, dtype=numpy.float64)
scaled = (examples - examples.mean(0, dtype=numpy.float64)) / (spread + 0.01 * spread.mean() + 1e-6)


def logits(parameters):
    return scaled @ parameters[CLASSES:].reshape(6, CLASSES) + parameters[:CLASSES]


def loss(parameters):
    rows = logits(parameters)
    return (numpy.logaddexp.reduce(rows, axis=1) - rows[numpy.arange(120), labels]).mean() + PENALTY / 2 * (parameters[CLASSES:] ** 2).sum()


best = minimize(loss, numpy.zeros(CLASSES * 7), method="BFGS", options={"gtol": 1e-7})
rows = logits(best.x)
probabilities = numpy.exp(rows - numpy.logaddexp.reduce(rows, axis=1, keepdims=True))

pathlib.Path(__file__).with_name("reference.json").write_text(json.dumps({
    "features": features.tolist(), "groups": groups, "components": COMPONENTS, "queries": queries.tolist(), "distances": distances,
    "noise": noise, "examples": examples.tolist(), "labels": labels.tolist(), "probabilities": probabilities[:10].tolist(),
}) + "\n")
