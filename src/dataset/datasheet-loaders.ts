import type { DatasetChoices } from './dataset-choices';
import { psvLoaders } from './psv-loaders';

/**
 * The part of the README that says how to read the tables. The lines for pandas, SciPy, Polars, DuckDB and Python were
 * run on a real zip, those for frameworks follow their documentation.
 */
export function datasheetLoaders(fileName: string, files: DatasetChoices['files']): string {
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
