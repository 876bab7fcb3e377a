"""Reads the Parquet tables of an unpacked dataset with fastparquet and pyarrow, and prints the columns that differ.

python3 two_readers.py FOLDER
"""
import json
import sys

import fastparquet
import pandas as pd
import pyarrow.parquet as pq


def plain(value):
    if isinstance(value, str) or not hasattr(value, "__len__"):
        known = None if pd.isna(value) else value
        # fastparquet makes moments of days.
        return known.date() if isinstance(known, pd.Timestamp) else known
    return list(value)


differing = []
for table in ("items", "interactions"):
    path = f"{sys.argv[1]}/parquet/{table}.parquet"
    expected = pq.read_table(path).to_pydict()
    read = fastparquet.ParquetFile(path).to_pandas()
    for column, values in expected.items():
        # fastparquet names the items of a list after its path.
        name = next(name for name in read.columns if name == column or name.startswith(f"{column}."))
        if [plain(value) for value in read[name]] != [plain(value) for value in values]:
            differing.append(f"{table}.{column}")
items = pq.read_table(f"{sys.argv[1]}/parquet/items.parquet")
print(json.dumps({"differing": differing, "nulls": items["no_ai"].null_count, "rows": items.num_rows}))
