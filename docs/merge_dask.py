"""Unites the likes of several datasets that one key was used for, each pair of model and user once.

python3 merge_dask.py OUTPUT.psv UNPACKED_DATASET [UNPACKED_DATASET ...]

Files of any size are read block by block: no record holds a line break, so a block may end at any of them.
"""
import json
import sys

import dask.dataframe as dd


def refuse_other_keys(folders):
    """Pseudonyms of two keys never meet: what was united of them would count everybody twice."""
    keys = set()
    for folder in folders:
        with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
            made = json.load(file)["likesOut"]["pseudonym"]
        if made["keyMode"] == "one-time":
            sys.exit(f"{folder} was made with a one-time key, which fits no other dataset")
        # Of a passphrase nothing but the project is told: that it was the same is for its people to know.
        keys.add(tuple(made.get(name) for name in ("keyMode", "keyId", "projectId", "algorithm")))
    if len(keys) > 1:
        sys.exit("the datasets were not made with one key, method and project")


def merge(folders, blocksize="8MB"):
    """The pairs of all these, as a Dask frame of `mid` and `uid`. Ends the program when their keys differ."""
    refuse_other_keys(folders)
    files = [f"{folder}/data/model_likes_anon.psv" for folder in folders]
    likes = dd.read_csv(files, sep="|", quotechar="\\", dtype=str, keep_default_na=False, blocksize=blocksize)
    return likes[["mid", "uid"]].drop_duplicates()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pairs = merge(sys.argv[2:]).compute().sort_values(["mid", "uid"])
    pairs.to_csv(sys.argv[1], sep="|", index=False, lineterminator="\r\n")
