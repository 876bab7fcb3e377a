import { type ModelUid, parseModelUid } from '../../sketchfab/model-uid';
import { factColumnNames, factsInCells } from '../tables/fact-columns';
import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/open-zip';
import { type ImportedDataset, type ImportedModel, maxImportedModels } from './imported-dataset';
import { readPartPath } from './known-files';
import { createLikesBuilder } from './likes-builder';
import { parsePartManifest } from './manifests';
import { bytesOfModel, type MemoryBudget } from './memory-budget';
import type { ReadManifest } from './read-manifest';
import { readParquetRows } from './read-parquet';
import { verifyCounts, verifyFiles } from './verify-files';

export type OpenedZip = {
  readonly zip: Blob;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly signal: AbortSignal | undefined;
  readonly takeMemory: MemoryBudget;
};

/** Reads the part with this manifest, as `readDataset` does. */
export async function readPart(
  opened: OpenedZip,
  manifestPath: string,
  { json, importId, keyProof }: ReadManifest,
): Promise<ImportedDataset> {
  const { zip, entries, signal } = opened;
  const manifest = parsePartManifest(manifestPath, json);
  await verifyFiles(zip, entries, manifest.parts, manifestPath, signal);
  const models = await readPartModels(opened, findTable(opened, 'items'));
  const likes = await readLikes(
    opened,
    models.map(({ uid }) => uid),
  );
  verifyCounts(manifestPath, manifest.counts, { models, ...likes });
  const { keyMode, algorithm, keyId, projectId, toolVersion } = manifest;
  return {
    kind: 'part',
    importId,
    keyFingerprint: { keyMode, algorithm, keyId, projectId },
    keyProof,
    toolVersion,
    exportedAt: Date.parse(manifest.exportedAt),
    models,
    ...likes,
  };
}

function findTable({ entries }: OpenedZip, table: 'likes' | 'items'): ZipEntry {
  const found = [...entries.values()].filter(({ path }) => readPartPath(path)?.table === table);
  const [entry] = found;
  if (!entry || found.length > 1) {
    throw new ImportError({
      code: table === 'likes' ? 'wrongLikesTables' : 'wrongItemsTables',
      found: found.length,
    });
  }
  return entry;
}

async function readLikes(opened: OpenedZip, modelUids: readonly ModelUid[]) {
  const entry = findTable(opened, 'likes');
  const builder = createLikesBuilder(entry.path, modelUids);
  const seenAt: number[] = [];
  for await (const rows of readParquetRows(opened.zip, entry, ['item_id', 'user_id', 'observed_at'])) {
    opened.signal?.throwIfAborted();
    for (const [modelUid, pseudonym, observedAt] of rows) {
      builder.add(String(modelUid), String(pseudonym));
      if (typeof observedAt !== 'number') throw new ImportError({ code: 'missingTime', path: entry.path });
      seenAt.push(observedAt);
    }
  }
  return { ...builder.build(), seenAt: Float64Array.from(seenAt) };
}

const ownColumns = ['item_id', 'name', 'state', 'sweep_started_at', 'observed_at'];

async function readPartModels({ zip, takeMemory }: OpenedZip, entry: ZipEntry): Promise<ImportedModel[]> {
  const models: ImportedModel[] = [];
  for await (const rows of readParquetRows(zip, entry, ownColumns, factColumnNames)) {
    for (const row of rows) {
      const model = readModel(row);
      const last = models.at(-1);
      if (!model || (last && model.uid <= last.uid) || models.length === maxImportedModels) {
        throw new ImportError({ code: 'invalidModel', path: entry.path, line: models.length + 1 });
      }
      takeMemory(entry.path, bytesOfModel(model));
      models.push(model);
    }
  }
  return models;
}

function readModel(row: readonly unknown[]): ImportedModel | undefined {
  const [id, name, state, sweptAt, observedAt, ...cells] = row;
  const uid = parseModelUid(id);
  if (!uid || typeof name !== 'string' || typeof state !== 'string') return undefined;
  return {
    uid,
    ...factsInCells(cells),
    state: state.slice(0, 50),
    complete: state === 'complete',
    sweptAt: state === 'complete' && typeof sweptAt === 'number' ? sweptAt : null,
    observedAt: typeof observedAt === 'number' ? observedAt : null,
  };
}
