"""Merges the likes of several datasets made with the same key, each pair of model and user once.

python3 merge_dask.py OUTPUT.psv UNPACKED_DATASET [UNPACKED_DATASET ...]

Reads files of any size in blocks. A block may end at any line break, since no record contains one.
"""
import json
import sys

import dask.dataframe as dd


def refuse_other_keys(folders):
    """Merging datasets of two keys would count every user twice, since their pseudonyms never match."""
    keys = set()
    for folder in folders:
        with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
            pseudonym = json.load(file)["likesOut"]["pseudonym"]
        if pseudonym["keyMode"] == "one-time":
            sys.exit(f"{folder} was made with a one-time key, which fits no other dataset")
        # A dataset under a passphrase names only its project, so whether the passphrase was the same is not checked.
        keys.add(tuple(pseudonym.get(name) for name in ("keyMode", "keyId", "projectId", "algorithm")))
    if len(keys) > 1:
        sys.exit("the datasets were not made with one key, method and project")


def merge(folders, blocksize="8MB"):
    """A Dask frame of the distinct (`mid`, `uid`) pairs of these datasets. Exits if their keys differ."""
    refuse_other_keys(folders)
    files = [f"{folder}/data/model_likes_anon.psv" for folder in folders]
    likes = dd.read_csv(files, sep="|", quotechar="\\", dtype=str, keep_default_na=False, blocksize=blocksize)
    return likes[["mid", "uid"]].drop_duplicates()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pairs = merge(sys.argv[2:]).compute().sort_values(["mid", "uid"])
    pairs.to_csv(sys.argv[1], sep="|", index=False, lineterminator="\r\n")
