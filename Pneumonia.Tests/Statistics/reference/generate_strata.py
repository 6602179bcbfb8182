"""Areas under the ROC curve within strata, by scikit-learn: python3 generate_strata.py > strata.json"""
import json
import numpy as np
from sklearn.metrics import roc_auc_score

random = np.random.default_rng(20261129)
cases = []
for name, count, digits in (("many", 200, 6), ("ties", 120, 1), ("few", 24, 6)):
    strata = random.choice(["AP", "PA", ""], count, p=[0.5, 0.4, 0.1])
    positive = random.random(count) < np.where(strata == "AP", 0.7, 0.3)
    scores = np.round(1 / (1 + np.exp(-(positive + (strata == "AP") * 1.5 + random.normal(size=count)))), digits)
    won = pairs = 0
    for stratum in ("AP", "PA"):
        own = strata == stratum
        own_pairs = int(positive[own].sum()) * int((~positive[own]).sum())
        won += roc_auc_score(positive[own], scores[own]) * own_pairs
        pairs += own_pairs
    cases.append({
        "name": name, "within": won / pairs, "pooled": roc_auc_score(positive, scores),
        "images": [[f"p{i // 2}", bool(p), float(s), str(t)] for i, (p, s, t) in enumerate(zip(positive, scores, strata))]})
print(json.dumps(cases))
