"""Writes risk.json with numpy and scipy: python3 generate.py (made with numpy 1.24.2, scipy 1.10.1).

The limits come from the definition of conformal risk control, by trying every cut between two scores; where the classes
lie apart, the two change places. The intervals come from solving the score test's equation.
"""
import json
import pathlib

import numpy as np
from scipy import optimize, stats

EDGES = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]
rng = np.random.default_rng(20261121)


def draw(patients, share, separation):
    images = []
    for patient in range(patients):
        positive = bool(rng.random() < share)
        level = rng.normal(separation / 2 if positive else -separation / 2, 1)
        for _ in range(rng.integers(1, 4)):
            score = round(float(1 / (1 + np.exp(-(level + rng.normal(0, 0.5)) * separation))), 6)
            images.append({"patient": f"p{patient}", "positive": positive, "score": score})
    return images


def cuts(images):
    scores = sorted({image["score"] for image in images} | {0.0, 1.0})
    return [(low + high) / 2 for low, high in zip(scores, scores[1:])]


def risk_bound(images, positive, wrong):
    """The finite-sample bound of the risk: (n R + B) / (n + 1) with B = 1 and a patient's loss the worst of the images'."""
    patients = {}
    for image in images:
        if image["positive"] == positive:
            patients.setdefault(image["patient"], []).append(wrong(image["score"]))
    n = len(patients)
    return (n * np.mean([any(losses) for losses in patients.values()]) + 1) / (n + 1), n


def limits(images, rule_out, rule_in, threshold):
    low = [cut for cut in cuts(images) if risk_bound(images, True, lambda score: score < cut)[0] <= rule_out + 1e-12]
    high = [cut for cut in cuts(images) if risk_bound(images, False, lambda score: score >= cut)[0] <= rule_in + 1e-12]
    low, high = max(low, default=None), min(high, default=None)
    if low is not None and high is not None:
        scores = [image["score"] for image in images]
        lowest, highest = min(score for score in scores if score >= low), max(score for score in scores if score < high)
        if lowest > highest:
            low, high = highest, lowest
    return (None if low is None else min(low, threshold)), (None if high is None else max(high, threshold))


def wilson(share, trials):
    z = stats.norm.ppf(0.975)

    def gap(p):
        return (share - p) ** 2 - z * z * p * (1 - p) / trials

    low = 0.0 if share == 0 else optimize.brentq(gap, 1e-6, share * (1 - 1e-9), xtol=1e-14)
    high = 1.0 if share == 1 else optimize.brentq(gap, max(share * (1 + 1e-9), 1e-6), 1 - 1e-6, xtol=1e-14)
    return [share, low, high]


def meanings(images):
    rows = []
    for low, high in zip(EDGES, EDGES[1:]):
        within = [i for i in images if low <= i["score"] and (i["score"] < high or high == 1)]
        patients, positives = len({i["patient"] for i in within}), sum(i["positive"] for i in within)
        rows.append({
            "from": low, "to": high, "images": len(within), "patients": patients, "positives": positives,
            "per100": [100 * x for x in wilson(positives / len(within), patients)] if patients >= 20 else None,
        })
    return rows


def case(name, patients, share, separation, rule_out, rule_in, threshold):
    images = draw(patients, share, separation)
    low, high = limits(images, rule_out, rule_in, threshold)
    return {
        "name": name, "images": images, "ruleOutRisk": rule_out, "ruleInRisk": rule_in, "threshold": threshold,
        "ruleOut": low, "ruleIn": high,
        "positivePatients": risk_bound(images, True, lambda score: False)[1], "negativePatients": risk_bound(images, False, lambda score: False)[1],
        "meanings": meanings(images),
    }


cases = [
    case("as trained on", 420, 0.68, 3.5, 0.01, 0.02, 0.6),
    case("hard", 300, 0.5, 1.2, 0.05, 0.05, 0.5),
    case("apart", 260, 0.6, 4.5, 0.05, 0.05, 0.4),
    case("too few negatives", 150, 0.9, 2.0, 0.02, 0.01, 0.5),
    case("too few of both", 30, 0.5, 2.0, 0.01, 0.01, 0.5),
]
pathlib.Path(__file__).with_name("risk.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")
for one in cases:
    print(one["name"], one["positivePatients"], one["negativePatients"], one["ruleOut"], one["ruleIn"])
