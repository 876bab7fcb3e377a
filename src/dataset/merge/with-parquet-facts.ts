import { factsInCells } from './facts-in-cells';
import { ImportRefused } from './import-refused';
import type { ImportedModel } from './imported-dataset';
import { parquetRows } from './parquet-rows';
import type { ZipEntry } from './zip-entry';

const columns = ['item_id', 'categories', 'tags', 'like_count', 'no_ai', 'thumbnail_url'];

/** The models with what only the Parquet table of them tells. It must be of the same models in the same order. */
export async function withParquetFacts(
  zip: Blob,
  entry: ZipEntry,
  models: readonly ImportedModel[],
): Promise<readonly ImportedModel[]> {
  const known: ImportedModel[] = [];
  for await (const rows of parquetRows(zip, entry, columns)) {
    for (const [uid, categories, tags, likeCount, noAi, thumbnailUrl] of rows) {
      const model = models[known.length];
      if (!model || model.uid !== uid) throw otherModels(entry);
      known.push({ ...model, ...factsInCells({ categories, tags, likeCount, noAi, thumbnailUrl }) });
    }
  }
  if (known.length !== models.length) throw otherModels(entry);
  return known;
}

const otherModels = ({ path }: ZipEntry) =>
  new ImportRefused(`${path} is of other models than data/model_urls.psv.`);
