/** How to read the PSV tables. Every line of code but those for `implicit` was run on a real zip. */
export const psvLoaders = (
  fileName: string,
) => `The PSV tables are UTF-8 with one header row, fields apart by \`|\`, lines ended by CR LF. A field that holds \`|\`
or \`\\\` stands between two \`\\\`, and a \`\\\` inside is doubled: \`\\\` is the *quote* character, not an escape character. \`"\` means nothing, so a
reader must be told not to treat it as a quote. An empty field is an empty text; \`NA\` and \`null\` are texts too.

pandas, from the unpacked files or from the zip itself:

\`\`\`python
import json, zipfile
import pandas as pd
psv = dict(sep='|', quotechar='\\\\', dtype=str, keep_default_na=False)
likes = pd.read_csv('data/model_likes_anon.psv', **psv)
models = pd.read_csv('data/model_urls.psv', **psv)
feats = pd.read_csv('data/model_feats.psv', **psv)
with zipfile.ZipFile('${fileName}') as z:
    likes = pd.read_csv(z.open('data/model_likes_anon.psv'), **psv)
\`\`\`

The same tables without the models whose list of likes is not completely known:

\`\`\`python
unsure = [model['mid'] for model in json.load(open('datapackage.json', encoding='utf-8'))['likesOut']['notComplete']]
likes, models, feats = (table[~table['mid'].isin(unsure)] for table in (likes, models, feats))
\`\`\`

Polars, which makes an empty text a null:

\`\`\`python
import polars as pl
likes = pl.read_csv('data/model_likes_anon.psv', separator='|', quote_char='\\\\', infer_schema=False)
\`\`\`

DuckDB:

\`\`\`sql
SELECT * FROM read_csv('data/model_likes_anon.psv', delim='|', quote='\\', escape='\\', header=true, all_varchar=true);
\`\`\`

Python alone:

\`\`\`python
import csv
with open('data/model_likes_anon.psv', newline='', encoding='utf-8') as file:
    likes = list(csv.DictReader(file, delimiter='|', quotechar='\\\\'))
\`\`\`

The reader that comes with \`implicit\` (it needs h5py):

\`\`\`python
import os
from implicit.datasets.sketchfab import generate_dataset, get_sketchfab
generate_dataset('data/model_likes_anon.psv', os.path.expanduser('~/implicit_datasets/sketchfab.hdf5'))
items, users, likes = get_sketchfab()
\`\`\``;
