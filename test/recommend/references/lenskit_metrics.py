"""What LensKit's own analysis says of lists, as JSON. Lists and hidden likes come by standard input."""

import json
import sys

import pandas as pd
from lenskit.data import ItemListCollection, UserIDKey
from lenskit.metrics import NDCG, Precision, Recall, RunAnalysis
from lenskit.metrics.ranking import LogRankWeight

given = json.load(sys.stdin)
k = given["k"]


def collection(rows, ranked):
    columns = [
        {"user_id": user, "item_id": item, **({"rank": at + 1} if ranked else {})}
        for user, row in enumerate(rows)
        for at, item in enumerate(row)
    ]
    return ItemListCollection.from_df(pd.DataFrame(columns), UserIDKey)


analysis = RunAnalysis(Recall(k), NDCG(k, weight=LogRankWeight(offset=1)), Precision(k))
summary = analysis.measure(collection(given["lists"], True), collection(given["hidden"], False)).list_summary()
print(json.dumps({str(name): float(mean) for name, mean in summary["mean"].items()}))
