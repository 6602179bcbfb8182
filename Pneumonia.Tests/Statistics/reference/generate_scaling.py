"""Writes scaling.json with scipy: python3 generate_scaling.py (made with scipy 1.10.1)."""
import json
import pathlib

import numpy as np
from scipy import optimize, special

rng = np.random.default_rng(20240301)


def case(classes, sharpness, shares, offset):
    """Logits that know the classes, as a network trained with even weights has them, on images of uneven classes."""
    labels = rng.choice(classes, 240, p=shares)
    labels[:classes] = range(classes)
    logits = (rng.normal(0, 1, (240, classes)) + 1.3 * np.eye(classes)[labels] + np.asarray(offset)) * sharpness
    logits = logits.astype(np.float32)

    def loss(x):
        z = logits.astype(np.float64) / np.exp(x[0]) + np.concatenate([[0], x[1:]])
        return float((special.logsumexp(z, axis=1) - z[np.arange(len(labels)), labels]).sum())

    bounds = [(np.log(0.05), np.log(20))] + [(None, None)] * (classes - 1)
    fit = optimize.minimize(loss, np.zeros(classes), method="L-BFGS-B", bounds=bounds, options={"ftol": 1e-16, "gtol": 1e-9, "maxiter": 10000})
    fit = optimize.minimize(loss, fit.x, method="Nelder-Mead", bounds=bounds, options={"xatol": 1e-9, "fatol": 1e-13, "maxiter": 20000})
    bias = np.concatenate([[0], fit.x[1:]])
    bias -= bias.mean()
    z = logits[:5].astype(np.float64) / np.exp(fit.x[0]) + bias
    return {
        "logits": logits.tolist(), "labels": labels.tolist(), "temperature": float(np.exp(fit.x[0])), "bias": bias.tolist(),
        "loss": float(fit.fun), "probabilities": special.softmax(z, axis=1).tolist(),
    }


cases = [
    case(2, 3.0, [0.25, 0.75], [0, 0]),
    case(2, 0.5, [0.5, 0.5], [0.7, 0]),
    case(2, 30.0, [0.9, 0.1], [0, 0]),
    case(3, 1.5, [0.2, 0.5, 0.3], [0, -0.5, 0.5]),
    case(4, 0.3, [0.1, 0.1, 0.4, 0.4], [0, 0, 0, 1]),
]
path = pathlib.Path(__file__).with_name("scaling.json")
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
for one in cases:
    print(one["temperature"], one["bias"], one["loss"])
