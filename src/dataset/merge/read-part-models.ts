import { cleanText } from '../../sketchfab/clean-text';
import { parseModelUid } from '../../sketchfab/model-uid';
import { factsInCells } from './facts-in-cells';
import { ImportRefused } from './import-refused';
import { importLimits } from './import-limits';
import type { ImportedModel } from './imported-dataset';
import { parquetRows } from './parquet-rows';
import type { ZipEntry } from './zip-entry';

const columns = [
  'item_id',
  'name',
  'categories',
  'tags',
  'like_count',
  'state',
  'sweep_started_at',
  'observed_at',
  'no_ai',
  'thumbnail_url',
];

export async function readPartModels(zip: Blob, entry: ZipEntry): Promise<ImportedModel[]> {
  const models: ImportedModel[] = [];
  for await (const rows of parquetRows(zip, entry, columns)) {
    for (const row of rows) {
      const model = readModel(row);
      const last = models.at(-1);
      if (!model || (last && model.uid <= last.uid) || models.length === importLimits.models) {
        throw new ImportRefused(`${entry.path}: row ${models.length + 1} is no model, or out of order.`);
      }
      models.push(model);
    }
  }
  return models;
}

function readModel(row: readonly unknown[]): ImportedModel | undefined {
  const [id, name, categories, tags, likeCount, state, sweptAt, observedAt, noAi, thumbnailUrl] = row;
  const uid = parseModelUid(id);
  if (!uid || typeof name !== 'string' || typeof state !== 'string') return undefined;
  return {
    uid,
    name: cleanText(name),
    ...factsInCells({ categories, tags, likeCount, noAi, thumbnailUrl }),
    state: state.slice(0, 50),
    complete: state === 'complete',
    sweptAt: state === 'complete' && typeof sweptAt === 'number' ? sweptAt : null,
    observedAt: typeof observedAt === 'number' ? observedAt : null,
  };
}
