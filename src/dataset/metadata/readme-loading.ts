import type { DatasetOptions } from '../dataset-options';

/**
 * The part of the README that says how to read the tables. The lines for pandas, SciPy, Polars, DuckDB and Python were
 * run on a real zip, those for frameworks follow their documentation.
 */
export function loadingSection(fileName: string, files: DatasetOptions['files']): string {
  const parts = [
    '## Reading',
    ...(files.parquet ? [parquetLoaders] : []),
    ...(files.recbole ? [recboleLoaders] : []),
    ...(files.psv ? [psvLoaders(fileName)] : []),
  ];
  return parts.join('\n\n');
}

const parquetLoaders = `Parquet needs no options. \`user_idx\` and \`item_idx\` are numbers from 0 for libraries that want numbers:

\`\`\`python
import pandas as pd, numpy as np, scipy.sparse as sp
likes = pd.read_parquet('parquet/interactions.parquet')
models = pd.read_parquet('parquet/items.parquet')
shape = (likes.user_idx.max() + 1, len(models))   # every user has a like, but not every model
X = sp.csr_matrix((np.ones(len(likes), 'f4'), (likes.user_idx, likes.item_idx)), shape=shape)   # implicit, LightFM
known = likes[likes.item_id.isin(models.item_id[models.complete])]   # without lists that may be short
\`\`\`

LensKit:

\`\`\`python
import pandas as pd
from lenskit.data import from_interactions_df
ds = from_interactions_df(pd.read_parquet('parquet/interactions.parquet', columns=['user_id', 'item_id']))
\`\`\`

Spark:

\`\`\`python
from pyspark.ml.recommendation import ALS
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
als = ALS(userCol='user_idx', itemCol='item_idx', ratingCol='', implicitPrefs=True)
als.fit(spark.read.parquet('parquet/interactions.parquet'))
\`\`\``;

const recboleLoaders = `RecBole:

\`\`\`python
from recbole.quick_start import run_recbole
run_recbole(model='BPR', dataset='sketchfab-likes', config_dict={'data_path': 'recbole'})
\`\`\`

Cornac:

\`\`\`python
from cornac.data import Reader
data = Reader().read('recbole/sketchfab-likes/sketchfab-likes.inter', fmt='UI', sep='\\t', skip_lines=1)
\`\`\`

For Elliot, \`tail -n +2\` of the \`.inter\` file is its TSV.`;

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
