"""Unites the likes of several datasets that one key was used for, each pair of model and user once.

python3 merge_dask.py OUTPUT.psv UNPACKED_DATASET [UNPACKED_DATASET ...]

Files of any size are read block by block: no record holds a line break, so a block may end at any of them.
"""
import sys

import dask.dataframe as dd


def merge(folders, blocksize="8MB"):
    """The pairs of all these, as a Dask frame of `mid` and `uid`."""
    files = [f"{folder}/data/model_likes_anon.psv" for folder in folders]
    likes = dd.read_csv(files, sep="|", quotechar="\\", dtype=str, keep_default_na=False, blocksize=blocksize)
    return likes[["mid", "uid"]].drop_duplicates()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pairs = merge(sys.argv[2:]).compute().sort_values(["mid", "uid"])
    pairs.to_csv(sys.argv[1], sep="|", index=False, lineterminator="\r\n")
