"""Writes multiclass.json with scikit-learn and scipy: python3 generate_multiclass.py (made with scikit-learn 1.2.1, scipy 1.10.1)."""
import json
import pathlib

import numpy as np
from scipy import special, stats
from sklearn import metrics

rng = np.random.default_rng(20180222)


def decide(p, threshold):
    """Class 0 is negative: the likeliest other class where their probabilities together reach the threshold."""
    return np.where(p[:, 1:].sum(axis=1) >= threshold, 1 + p[:, 1:].argmax(axis=1), 0)


def figures(y, p, call):
    k = p.shape[1]
    auc = [metrics.roc_auc_score(y == c, p[:, c]) for c in range(k)]
    if np.allclose(p.sum(axis=1), 1):
        assert np.isclose(np.mean(auc), metrics.roc_auc_score(y, p, multi_class="ovr", average="macro"))
    return {
        "balancedAccuracy": metrics.balanced_accuracy_score(y, call),
        "macroAuc": float(np.mean(auc)),
        "macroF1": metrics.f1_score(y, call, average="macro"),
        "kappa": metrics.cohen_kappa_score(y, call),
        **{f"auc{c}": auc[c] for c in range(k)},
        **{f"f1{c}": f for c, f in enumerate(metrics.f1_score(y, call, average=None))},
    }


def wilson(hits, n):
    interval = stats.binomtest(int(hits), int(n)).proportion_ci(method="wilson")
    return {"value": float(hits / n), "low": interval.low, "high": interval.high}


def case(name, patients, y, p, threshold, resamples):
    call = decide(p, threshold)
    confusion = metrics.confusion_matrix(y, call)
    recall = metrics.recall_score(y, call, average=None)
    precision = metrics.precision_score(y, call, average=None)
    right = np.diag(confusion)
    result = {
        "name": name, "threshold": threshold,
        "images": [{"patient": str(a), "class": int(b), "probabilities": c.tolist()} for a, b, c in zip(patients, y, p)],
        "figures": figures(y, p, call),
        "confusion": confusion.tolist(),
        "accuracy": wilson(right.sum(), len(y)),
        "sensitivity": [wilson(a, b) for a, b in zip(right, confusion.sum(axis=1))],
        "precision": [wilson(a, b) for a, b in zip(right, confusion.sum(axis=0))],
    }
    assert np.allclose(recall, [r["value"] for r in result["sensitivity"]])
    assert np.allclose(precision, [r["value"] for r in result["precision"]])
    names = np.unique(patients)
    rows = {a: np.flatnonzero(patients == a) for a in names}
    drawn = []
    while len(drawn) < resamples:
        index = np.concatenate([rows[a] for a in rng.choice(names, len(names))])
        if len(np.unique(y[index])) == p.shape[1]:
            drawn.append(figures(y[index], p[index], call[index]))
    if drawn:
        result["bootstrap"] = {k: [float(np.percentile([d[k] for d in drawn], q)) for q in (2.5, 97.5)] for k in drawn[0]}
    return result


def scores(n, shares, sharpness):
    k = len(shares)
    y = rng.choice(k, n, p=shares)
    return rng.integers(0, n * 2 // 3, n), y, special.softmax(rng.normal(0, 1, (n, k)) + sharpness * np.eye(k)[y], axis=1)


cases = [case("three", *scores(150, [0.4, 0.35, 0.25], 1.4), 0.6, 2000)]
patients, y, p = scores(160, [0.4, 0.3, 0.2, 0.1], 1.2)
cases.append(case("four, tied", patients, y, np.round(p, 1), 0.45, 0))

path = pathlib.Path(__file__).with_name("multiclass.json")
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
