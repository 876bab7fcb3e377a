"""What RecBole's own metrics say of lists, as JSON. Lists, hidden likes and training likes come by standard input."""

import json
import sys
from collections import Counter

import numpy as np
import torch

# RecBole 1.2.1 uses a name that NumPy 1.24 took out.
np.float = float
from recbole.evaluator.metrics import MAP, NDCG, AveragePopularity, GiniIndex, ItemCoverage, Precision, Recall  # noqa: E402

given = json.load(sys.stdin)
lists, hidden, k = given["lists"], given["hidden"], given["k"]
hits = [[int(item in of_user) for item in items] + [len(of_user)] for items, of_user in zip(lists, map(set, hidden))]
data = {
    "rec.topk": torch.tensor(hits),
    "rec.items": torch.tensor(lists),
    "data.num_items": given["items"],
    "data.count_items": Counter(item for row in given["train"] for item in row),
}
config = {"topk": [k], "metric_decimal_place": 9}
metrics = [Recall, NDCG, MAP, Precision, ItemCoverage, GiniIndex, AveragePopularity]
print(json.dumps({cls.__name__: float(*cls(config).calculate_metric(data).values()) for cls in metrics}))
