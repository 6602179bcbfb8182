"""Writes reference.json with scikit-learn and scipy: python3 generate.py (made with scikit-learn 1.2.1, scipy 1.10.1)."""
import json
import pathlib

import numpy as np
from scipy import special, stats
from sklearn import metrics
from sklearn.calibration import calibration_curve

rng = np.random.default_rng(20240229)


def ece(y, p, bins):
    edges = np.linspace(0, 1, bins + 1)
    index = np.searchsorted(edges[1:-1], p)
    return sum(abs(p[index == b].mean() - y[index == b].mean()) * (index == b).mean() for b in range(bins) if (index == b).any())


def figures(y, p, threshold, bins):
    call = p >= threshold
    return {
        "balancedAccuracy": metrics.balanced_accuracy_score(y, call),
        "auc": metrics.roc_auc_score(y, p),
        "averagePrecision": metrics.average_precision_score(y, p),
        "f1": metrics.f1_score(y, call),
        "logLoss": metrics.log_loss(y, p, eps=1e-15),
        "brier": metrics.brier_score_loss(y, p),
        "ece": ece(y, p, bins),
    }


def wilson(k, n):
    interval = stats.binomtest(int(k), int(n)).proportion_ci(method="wilson")
    return {"value": k / n, "low": interval.low, "high": interval.high}


def curve(x, y, thresholds):
    return [[float(a), float(b), None if t is None else float(t)] for a, b, t in zip(x, y, thresholds)]


def case(name, patients, y, p, threshold, bins, resamples):
    call = p >= threshold
    tp, fp = int((call & (y == 1)).sum()), int((call & (y == 0)).sum())
    tn, fn = int((~call & (y == 0)).sum()), int((~call & (y == 1)).sum())
    fpr, tpr, t = metrics.roc_curve(y, p, drop_intermediate=False)
    short_fpr, short_tpr, short_t = metrics.roc_curve(y, p, drop_intermediate=True)
    precision, recall, pr_t = metrics.precision_recall_curve(y, p)
    observed, predicted = calibration_curve(y, p, n_bins=bins)
    result = {
        "name": name, "threshold": threshold, "bins": bins,
        "images": [{"patient": str(a), "positive": bool(b), "score": float(c)} for a, b, c in zip(patients, y, p)],
        "figures": figures(y, p, threshold, bins),
        "confusion": {"tp": tp, "fp": fp, "tn": tn, "fn": fn},
        "accuracy": wilson(tp + tn, len(y)), "sensitivity": wilson(tp, tp + fn),
        "specificity": wilson(tn, tn + fp), "precision": wilson(tp, tp + fp),
        "roc": curve(fpr, tpr, [None, *t[1:]]),
        "rocCorners": curve(short_fpr, short_tpr, [None, *short_t[1:]]),
        "precisionRecall": curve(recall[::-1], precision[::-1], [None, *pr_t[::-1]]),
        "reliability": [[float(a), float(b)] for a, b in zip(predicted, observed)],
    }
    if resamples:
        names = np.unique(patients)
        rows = {a: np.flatnonzero(patients == a) for a in names}
        drawn = []
        while len(drawn) < resamples:
            index = np.concatenate([rows[a] for a in rng.choice(names, len(names))])
            if 0 < y[index].sum() < len(index):
                drawn.append(figures(y[index], p[index], threshold, bins))
        result["bootstrap"] = {
            k: [float(np.percentile([d[k] for d in drawn], q)) for q in (2.5, 97.5)] for k in drawn[0]}
    return result


def scores(n, spread):
    patients = rng.integers(0, n * 2 // 3, n)
    y = (rng.random(n // 1) < 0.6).astype(int)
    p = special.expit(rng.normal(np.where(y == 1, 1.2, -1.0), spread))
    return patients, y, p


cases = [case("untied", *scores(180, 1.3), 0.5, 10, 3000)]
patients, y, p = scores(180, 1.5)
cases.append(case("tied", patients, y, np.round(p, 1), 0.4, 10, 0))
patients, y, p = scores(120, 6.0)
cases.append(case("saturated", patients, y, np.clip(np.round(p, 2), 0, 1), 0.37, 15, 0))

path = pathlib.Path(__file__).with_name("reference.json")
path.write_text(json.dumps({"cases": cases}, separators=(",", ":")) + "\n")
