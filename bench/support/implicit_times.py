"""Seconds that implicit takes with one thread, as JSON. The matrix comes in a file of 32-bit numbers: starts, columns."""

import json
import sys
import time

import numpy as np
import scipy.sparse as sp
from implicit.als import AlternatingLeastSquares
from implicit.nearest_neighbours import CosineRecommender

path, users, items, neighbours, width, epochs = sys.argv[1], *map(int, sys.argv[2:])
numbers = np.fromfile(path, dtype=np.uint32)
starts, columns = numbers[: users + 1], numbers[users + 1 :]
X = sp.csr_matrix((np.ones(len(columns), "f4"), columns.astype("i4"), starts.astype("i4")), (users, items))


def timed(fit):
    wall, cpu = time.perf_counter(), time.process_time()
    fit()
    return {"wallSeconds": time.perf_counter() - wall, "cpuSeconds": time.process_time() - cpu}


cosine = CosineRecommender(K=neighbours + 1, num_threads=1)
als = AlternatingLeastSquares(factors=width, alpha=50, regularization=0.1, iterations=epochs, num_threads=1)
answer = {
    "cosine": timed(lambda: cosine.fit(X, show_progress=False)),
    "wrmf": timed(lambda: als.fit(X, show_progress=False)),
}
print(json.dumps(answer))
