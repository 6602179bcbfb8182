"""Writes statistics.json with numpy, scipy and scikit-learn: python3 generate_statistics.py (made with 1.24.2, 1.10.1, 1.2.1).

DeLong's variance is computed from the full matrix of comparisons, as the paper of 1988 defines it, and by patient as
Obuchowski (1997, section 3) does, not by ranks.
"""
import json
import pathlib

import numpy as np
from scipy import special, stats
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.metrics import brier_score_loss, confusion_matrix, log_loss, roc_auc_score
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(19880901)


def placements(y, s):
    psi = (s[y][:, None] > s[~y]) + 0.5 * (s[y][:, None] == s[~y])
    return psi.mean(), psi.mean(1), psi.mean(0)


def covariance(patients, y, a, b):
    (auc_a, pos_a, neg_a), (auc_b, pos_b, neg_b) = placements(y, a), placements(y, b)
    m, n = y.sum(), (~y).sum()
    names = np.unique(patients)
    s10 = s01 = s11 = s11r = 0.0
    for name in names:
        p, q = patients[y] == name, patients[~y] == name
        pa, pb = (pos_a[p] - auc_a).sum(), (pos_b[p] - auc_b).sum()
        na, nb = (neg_a[q] - auc_a).sum(), (neg_b[q] - auc_b).sum()
        s10, s01, s11, s11r = s10 + pa * pb, s01 + na * nb, s11 + pa * nb, s11r + pb * na
    i10, i01, i = len(set(patients[y])), len(set(patients[~y])), len(names)
    s10, s01 = s10 * i10 / ((i10 - 1) * m), s01 * i01 / ((i01 - 1) * n)
    return s10 / m + s01 / n + (s11 + s11r) * i / (i - 1) / (m * n)


def delong(name, patients, y, a, b):
    va, vb, cov = covariance(patients, y, a, a), covariance(patients, y, b, b), covariance(patients, y, a, b)
    if len(set(patients)) == len(patients):
        both = [placements(y, a), placements(y, b)]
        plain = np.cov([p[1] for p in both]) / y.sum() + np.cov([p[2] for p in both]) / (~y).sum()
        assert np.allclose(plain, [[va, cov], [cov, vb]])
    auc_a, auc_b = roc_auc_score(y, a), roc_auc_score(y, b)
    se = np.sqrt(va + vb - 2 * cov)
    z = (auc_a - auc_b) / se
    q = stats.norm.ppf(0.975)
    return {
        "name": name,
        "images": [[str(p), bool(t), float(u), float(v)] for p, t, u, v in zip(patients, y, a, b)],
        "first": auc_a, "second": auc_b,
        "low": auc_a - q * np.sqrt(va), "high": auc_a + q * np.sqrt(va),
        "standardError": se, "z": z, "p": 2 * stats.norm.sf(abs(z)),
    }


def mcnemar(b, c):
    n = b + c
    exact = stats.binomtest(b, n, 0.5).pvalue if n else 1.0
    square = max(0, abs(b - c) - 1) ** 2 / n if n else 0.0
    return {"firstOnly": b, "secondOnly": c, "exactP": exact, "chiSquare": square, "correctedP": stats.chi2.sf(square, 1)}


def sandwich(patients, x, residual, weight):
    bread = np.linalg.inv((x * weight[:, None]).T @ x)
    scores = np.array([(x * residual[:, None])[patients == p].sum(0) for p in np.unique(patients)])
    g = len(scores)
    return np.sqrt(np.diag(bread @ (scores.T @ scores) @ bread) * g / (g - 1))


def line(name, patients, y, p):
    odds = special.logit(np.clip(p, 1e-15, 1 - 1e-15))
    fit = LogisticRegression(penalty=None, tol=1e-12, max_iter=10000).fit(odds[:, None], y)
    slope, intercept = fit.coef_[0, 0], fit.intercept_[0]
    q = special.expit(intercept + slope * odds)
    errors = sandwich(patients, np.c_[np.ones_like(odds), odds], q - y, q * (1 - q))
    large = 0.0
    for _ in range(100):
        q = special.expit(large + odds)
        large -= (q - y).sum() / (q * (1 - q)).sum()
    q = special.expit(large + odds)
    large_error = sandwich(patients, np.ones((len(y), 1)), q - y, q * (1 - q))[0]
    return {
        "name": name, "images": [[str(a), bool(b), float(c)] for a, b, c in zip(patients, y, p)],
        "slope": [slope, errors[1]], "intercept": [intercept, errors[0]], "inTheLarge": [large, large_error],
        "netBenefit": [[t, *net_benefit(y, p, t)] for t in np.round(np.arange(0.01, 1, 0.01), 2)],
    }


def net_benefit(y, p, t):
    tn, fp, fn, tp = confusion_matrix(y, p >= t, labels=[False, True]).ravel()
    n, odds = len(y), t / (1 - t)
    return tp / n - fp / n * odds, (tp + fn) / n - (tn + fp) / n * odds


def at_prevalence(tp, fp, tn, fn, threshold, calibrated_for, prevalence):
    z = stats.norm.ppf(0.975)
    se, sp = tp / (tp + fn), tn / (tn + fp)
    # As counts of a made crowd that has the prevalence.
    crowd = np.array([prevalence * se, (1 - prevalence) * (1 - sp), (1 - prevalence) * sp, prevalence * (1 - se)])
    odds = threshold / (1 - threshold) * (prevalence / (1 - prevalence)) / (calibrated_for / (1 - calibrated_for))

    def adjusted(k, n):
        return (k + z * z / 2) / (n + z * z), n + z * z

    (a, n1), (b, n0) = adjusted(tp, tp + fn), adjusted(tn, tn + fp)
    ppv_se = np.sqrt((1 - a) / a / n1 + b / (1 - b) / n0)
    npv_se = np.sqrt(a / (1 - a) / n1 + (1 - b) / b / n0)
    ppv_logit = np.log(prevalence * a / ((1 - prevalence) * (1 - b)))
    npv_logit = np.log((1 - prevalence) * b / (prevalence * (1 - a)))
    acc_se = np.sqrt(prevalence ** 2 * a * (1 - a) / n1 + (1 - prevalence) ** 2 * b * (1 - b) / n0)
    ppv, npv, acc = crowd[0] / (crowd[0] + crowd[1]), crowd[2] / (crowd[2] + crowd[3]), crowd[0] + crowd[2]

    def held(value, logit, error):
        low, high = special.expit(logit - z * error), special.expit(logit + z * error)
        return [value, min(value, low), max(value, high)]

    return {
        "confusion": [tp, fp, tn, fn], "threshold": threshold, "calibratedFor": calibrated_for, "prevalence": prevalence,
        "moved": odds / (1 + odds), "ppv": held(ppv, ppv_logit, ppv_se), "npv": held(npv, npv_logit, npv_se),
        "accuracy": [acc, max(0, acc - z * acc_se), min(1, acc + z * acc_se)],
        "netBenefit": crowd[0] - crowd[1] * odds, "treatAll": prevalence - (1 - prevalence) * odds,
    }


def holm(p):
    order = np.argsort(p)
    steps = np.maximum.accumulate(np.minimum(1, np.array(p)[order] * (len(p) - np.arange(len(p)))))
    return [float(steps[np.flatnonzero(order == i)[0]]) for i in range(len(p))]


def gaps(patients, y, p, group, threshold, resamples):
    """Of groups A and B, which have both classes, and of C, which has negative images only."""
    def rate(rows, truth):
        rows = rows[y[rows] == truth]
        return ((p[rows] >= threshold) == truth).mean() if len(rows) else np.nan

    def auc(rows):
        return roc_auc_score(y[rows], p[rows]) if len(set(y[rows])) == 2 else np.nan

    def figures(rows):
        a, b, c = (rows[group[rows] == g] for g in "ABC")
        ab, positives = np.r_[a, b], rows[y[rows]]
        return {
            "sensitivity A": rate(a, True) - rate(b, True),
            "specificity A": rate(a, False) - rate(np.r_[b, c], False),
            "specificity C": rate(c, False) - rate(ab, False),
            "auc A": auc(a) - auc(np.r_[b, c]),
            "auc C": auc(np.r_[c, positives]) - auc(np.r_[ab[~y[ab]], positives]),
        }

    names = np.unique(patients)
    rows = {a: np.flatnonzero(patients == a) for a in names}
    drawn = [figures(np.concatenate([rows[a] for a in rng.choice(names, len(names))])) for _ in range(resamples)]
    value = figures(np.arange(len(y)))
    return {
        "images": [[str(a), bool(b), float(c), str(g)] for a, b, c, g in zip(patients, y, p, group)], "threshold": threshold,
        "differences": {k: [value[k], float(np.nanstd([d[k] for d in drawn], ddof=1))] for k in value},
    }


def paired(patients, y, a, b, threshold_a, threshold_b, resamples):
    def figures(rows):
        t, u, v = y[rows], a[rows], b[rows]
        return {
            "auc": roc_auc_score(t, u) - roc_auc_score(t, v),
            "sensitivity": (u[t] >= threshold_a).mean() - (v[t] >= threshold_b).mean(),
            "specificity": (u[~t] < threshold_a).mean() - (v[~t] < threshold_b).mean(),
            "brier": brier_score_loss(t, u) - brier_score_loss(t, v),
            "logLoss": log_loss(t, u) - log_loss(t, v),
        }

    names = np.unique(patients)
    rows = {name: np.flatnonzero(patients == name) for name in names}
    drawn = [figures(np.concatenate([rows[n] for n in rng.choice(names, len(names))])) for _ in range(resamples)]
    value = figures(np.arange(len(y)))
    return {
        "thresholds": [threshold_a, threshold_b],
        "differences": {k: [value[k], *np.percentile([d[k] for d in drawn], [2.5, 97.5])] for k in value},
    }


def probe():
    x, y = rng.normal(0, 1, (60, 12)) * rng.uniform(0.1, 5, 12) + rng.normal(0, 3, 12), rng.random(60) < 0.4
    x[:, 0] += y
    scaler = StandardScaler().fit(x[:40])
    fit = RidgeClassifier(alpha=12).fit(scaler.transform(x[:40]), y[:40])
    return {
        "training": x[:40].tolist(), "positive": y[:40].tolist(), "others": x[40:].tolist(),
        "answers": fit.decision_function(scaler.transform(x[40:])).tolist(),
    }


def scores(n, patients, digits):
    who = rng.integers(0, patients, n) if patients else np.arange(n)
    ill = rng.random(n if not patients else patients) < 0.6
    y = ill[who] ^ (rng.random(n) < 0.05)
    own = rng.normal(0, 0.8, who.max() + 1)[who]
    a = special.expit(np.where(y, 1.1, -1.0) + own + rng.normal(0, 1.1, n))
    b = special.expit(np.where(y, 0.8, -0.7) + 0.8 * own + rng.normal(0, 1.2, n))
    return who, y, np.round(a, digits), np.round(b, digits)


alone, together, tied = scores(150, 0, 12), scores(220, 90, 12), scores(120, 50, 1)
lines = [line("one image each", *alone[:3]), line("several images each", *together[:3]), line("tied", *tied[:3])]
grid = [-3.0, -0.3, 0.0, 0.7, 1.0, 1.96, 2.0, 2.2, 3.0, 3.6, 5.0, 8.0, 12.0, 30.0]
result = {
    "normal": [[z, stats.norm.sf(z), min(1, 2 * stats.norm.sf(abs(z)))] for z in grid],
    "deLong": [delong("one image each", *alone), delong("several images each", *together), delong("tied", *tied)],
    "mcNemar": [mcnemar(*pair) for pair in [(0, 0), (1, 0), (5, 5), (3, 11), (12, 2), (86, 150), (150, 86), (0, 40), (900, 800), (2000, 2300)]],
    "lines": lines,
    "prevalence": [
        at_prevalence(90, 12, 88, 10, 0.5, 0.5, 0.1), at_prevalence(480, 9, 141, 3, 0.62, 0.75, 0.02),
        at_prevalence(50, 0, 40, 0, 0.4, 0.6, 0.3), at_prevalence(1, 30, 20, 9, 0.9, 0.2, 0.7)],
}
who, truth, said, _ = scores(300, 180, 12)
groups = np.where((rng.random(300) < 0.2) & ~truth, "C", np.where(rng.random(300) < 0.5, "A", "B"))
raw = [0.01, 0.04, 0.03, 0.005, 0.8, 0.03]
result["holm"] = [{"raw": raw, "adjusted": holm(raw)}]
result["gaps"] = [gaps(who, truth, said, groups, 0.5, 3000)]
result["paired"] = [paired(*together, 0.5, 0.4, 3000)]
result["probe"] = [probe()]
path = pathlib.Path(__file__).with_name("statistics.json")
path.write_text(json.dumps(result, separators=(",", ":")) + "\n")
