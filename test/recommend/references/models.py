"""What implicit and irspack make of the same likes, as JSON. They are read from standard input with the settings."""

import json
import sys

import numpy as np
import scipy.sparse as sp
from implicit.als import AlternatingLeastSquares
from implicit.nearest_neighbours import CosineRecommender
from irspack import CosineKNNRecommender, DenseSLIMRecommender, IALSRecommender, RP3betaRecommender

given = json.load(sys.stdin)
rows = given["rows"]
users, items = len(rows), given["items"]
pairs = [(user, item) for user, row in enumerate(rows) for item in row]
X = sp.csr_matrix((np.ones(len(pairs)), tuple(zip(*pairs))), (users, items))


def implicit_als(settings, use_cg):
    model = AlternatingLeastSquares(
        factors=settings["width"],
        alpha=settings["alpha"],
        regularization=settings["regularization"],
        iterations=settings["epochs"],
        use_cg=use_cg,
        dtype=np.float64,
        num_threads=1,
    )
    # Factors that are there already are kept as the start.
    model.user_factors = np.array(settings["startUsers"])
    model.item_factors = np.array(settings["startItems"])
    model.fit(X.astype(np.float32), show_progress=False)
    return {"users": model.user_factors.tolist(), "items": model.item_factors.tolist()}


def irspack_ials(settings):
    model = IALSRecommender(
        X,
        n_components=settings["width"],
        alpha0=settings["alpha0"],
        reg=settings["regularization"],
        nu=settings["nu"],
        solver_type="CHOLESKY",
        n_threads=1,
    )
    model.start_learning()
    core = model.trainer.core_trainer
    core.user = np.array(settings["startUsers"], dtype=np.float32)
    core.item = np.array(settings["startItems"], dtype=np.float32)
    for _ in range(settings["epochs"]):
        model.trainer.run_epoch()
    return {"users": core.user.tolist(), "items": core.item.tolist()}


def implicit_cosine(neighbours):
    """Its K is counted for each source, and the item itself is one of them."""
    model = CosineRecommender(K=neighbours + 1, num_threads=1)
    model.fit(X, show_progress=False)
    return model.similarity.toarray()


def irspack_cosine(settings, neighbours):
    """Its K is counted for each source, and the item itself is one of them."""
    model = CosineKNNRecommender(X, shrinkage=settings["shrinkage"], normalize=True, top_k=neighbours, n_threads=1)
    return dense(model.learn().W)


def irspack_rp3beta(settings, neighbours):
    """Its K is counted for each target, and the item itself is one of them."""
    model = RP3betaRecommender(X, alpha=1, beta=settings["beta"], top_k=neighbours, n_threads=1)
    return dense(model.learn().W)


def dense(weights):
    return weights.toarray() if sp.issparse(weights) else np.asarray(weights)


def without_diagonal(weights):
    weights = np.array(weights)
    np.fill_diagonal(weights, 0)
    return weights.tolist()


print(
    json.dumps(
        {
            "implicitExact": implicit_als(given["hu"], use_cg=False),
            "implicitCg": implicit_als(given["hu"], use_cg=True),
            "irspackIals": irspack_ials(given["rendle"]),
            "implicitCosine": without_diagonal(implicit_cosine(given["neighbours"])),
            "irspackCosine": without_diagonal(irspack_cosine(given, given["neighbours"])),
            "irspackRp3beta": without_diagonal(irspack_rp3beta(given, items)),
            "irspackRp3betaOfTarget": irspack_rp3beta(given, given["neighbours"]).tolist(),
            "irspackEase": without_diagonal(DenseSLIMRecommender(X, reg=given["easeRegularization"]).learn().W),
        }
    )
)
