import type { DatasetOptions } from '../dataset-options';

/**
 * How to load the tables. The code for pandas, SciPy, Polars, DuckDB and Python was run on a real zip; the code for
 * frameworks follows their documentation.
 */
export function loadingSection(fileName: string, files: DatasetOptions['files']): string {
  const parts = [
    '## Loading',
    ...(files.parquet ? [parquetLoaders] : []),
    ...(files.recbole ? [recboleLoaders] : []),
    ...(files.psv ? [psvLoaders(fileName)] : []),
  ];
  return parts.join('\n\n');
}

const parquetLoaders = `Parquet needs no options. \`user_idx\` and \`item_idx\` number users and models from 0, for libraries that need integers:

\`\`\`python
import pandas as pd, numpy as np, scipy.sparse as sp
likes = pd.read_parquet('parquet/interactions.parquet')
models = pd.read_parquet('parquet/items.parquet')
shape = (likes.user_idx.max() + 1, len(models))   # every user has a like, not every model
X = sp.csr_matrix((np.ones(len(likes), 'f4'), (likes.user_idx, likes.item_idx)), shape=shape)   # implicit, LightFM
known = likes[likes.item_id.isin(models.item_id[models.complete])]   # only models with a complete list of likes
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

Elliot reads the \`.inter\` file as TSV without its first line (\`tail -n +2\`).`;

/** All of this code except that for `implicit` was run on a real zip. */
const psvLoaders = (
  fileName: string,
) => `The PSV tables are UTF-8 with one header row, fields separated by \`|\` and lines ending in CR LF. A field that
contains \`|\` or \`\\\` is enclosed in \`\\\`, and a \`\\\` inside is doubled: \`\\\` is the *quote* character, not an escape
character. \`"\` has no meaning, so a reader must be told not to treat it as a quote. An empty field is an empty text;
\`NA\` and \`null\` are texts too. In a spreadsheet, import every column as text: names and tags come from the site, and one such as
\`=HYPERLINK(…)\` would count as a formula.

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

The same tables without the models whose list of likes is incomplete:

\`\`\`python
unsure = [model['mid'] for model in json.load(open('datapackage.json', encoding='utf-8'))['likesOut']['notComplete']]
likes, models, feats = (table[~table['mid'].isin(unsure)] for table in (likes, models, feats))
\`\`\`

Polars, which reads an empty text as null:

\`\`\`python
import polars as pl
likes = pl.read_csv('data/model_likes_anon.psv', separator='|', quote_char='\\\\', infer_schema=False)
\`\`\`

DuckDB:

\`\`\`sql
SELECT * FROM read_csv('data/model_likes_anon.psv', delim='|', quote='\\', escape='\\', header=true, all_varchar=true);
\`\`\`

Plain Python:

\`\`\`python
import csv
with open('data/model_likes_anon.psv', newline='', encoding='utf-8') as file:
    likes = list(csv.DictReader(file, delimiter='|', quotechar='\\\\'))
\`\`\`

The loader of \`implicit\`, which needs h5py:

\`\`\`python
import os
from implicit.datasets.sketchfab import generate_dataset, get_sketchfab
generate_dataset('data/model_likes_anon.psv', os.path.expanduser('~/implicit_datasets/sketchfab.hdf5'))
items, users, likes = get_sketchfab()
\`\`\``;
