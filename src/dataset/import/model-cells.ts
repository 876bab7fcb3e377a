import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/read-directory';
import { factColumnNames, factsInCells } from '../tables/fact-columns';
import type { ImportedModel } from './imported-dataset';
import { readParquetRows } from './read-parquet';

/** The models with what the Parquet table of them tells. It must be of the same models in the same order. */
export async function withParquetFacts(
  zip: Blob,
  entry: ZipEntry,
  models: readonly ImportedModel[],
): Promise<readonly ImportedModel[]> {
  const known: ImportedModel[] = [];
  for await (const rows of readParquetRows(zip, entry, ['item_id'], factColumnNames)) {
    for (const [uid, ...cells] of rows) {
      const model = models[known.length];
      if (!model || model.uid !== uid) throw otherModels(entry);
      // Names are exact in both tables, and the first was read already.
      known.push({ ...model, ...factsInCells(cells), name: model.name });
    }
  }
  if (known.length !== models.length) throw otherModels(entry);
  return known;
}

const otherModels = ({ path }: ZipEntry) => new ImportError({ code: 'otherModels', path });
