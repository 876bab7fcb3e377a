"""Reads the likes of unpacked datasets in the ways of the public programs that read this format, and prints as JSON
what each reader got: {reader: ["mid uid", ...]}, sorted. A reader that fails has its error in place of the list.

python3 readers.py FOLDER [FOLDER ...]
"""
import csv
import json
import sys
import warnings
from pathlib import Path

import pandas as pd

warnings.filterwarnings("ignore")
sys.path.append(str(Path(__file__).parents[2] / "docs"))
FILES = [f"{folder}/data/model_likes_anon.psv" for folder in sys.argv[1:]]


def author(path):
    frame = pd.read_csv(path, sep="|", quoting=csv.QUOTE_MINIMAL, quotechar="\\").drop_duplicates()
    return list(zip(frame.mid, frame.uid))


def implicit(path):
    frame = pd.read_csv(path, delimiter="|", quotechar="\\")
    if frame.duplicated(["mid", "uid"]).any():
        raise ValueError("a pair would count twice")
    return list(zip(frame["mid"], frame["uid"]))


def by_position(path):
    frame = pd.read_csv(path, sep="|", header=0, usecols=[1, 2], names=["item", "user"])
    return list(zip(frame.item, frame.user))


def last_two(path):
    with open(path, "rb") as file:
        lines = file.readlines()[1:]
    return [(mid.decode(), uid.strip().decode()) for mid, uid in (line.split(b"|")[-2:] for line in lines)]


def bare(path):
    frame = pd.read_csv(path, sep="|")
    return list(zip(frame.mid, frame.uid))


def python_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [(row["mid"], row["uid"]) for row in csv.DictReader(file, delimiter="|", quotechar="\\", strict=True)]


def each(reader):
    try:
        return sorted(f"{mid} {uid}" for path in FILES for mid, uid in reader(path))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def dask_blocks():
    try:
        import dask
        from merge_dask import merge
    except ImportError:
        return "not installed"
    dask.config.set(scheduler="synchronous")
    try:
        # Blocks far smaller than the file, so that their borders fall into records of every kind.
        pairs = merge(sys.argv[1:], blocksize=20_000).compute()
    except SystemExit as refusal:
        return f"refused: {refusal}"
    return sorted(f"{mid} {uid}" for mid, uid in zip(pairs.mid, pairs.uid))


readers = [author, implicit, by_position, last_two, bare, python_csv]
print(json.dumps({**{reader.__name__: each(reader) for reader in readers}, "dask": dask_blocks()}))
