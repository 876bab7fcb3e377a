import { checkFiles } from './check-files';
import { checkCounts } from './check-counts';
import { entryJson } from './entry-text';
import { importIdOf } from './import-id';
import { ImportRefused } from './import-refused';
import type { ImportedDataset } from './imported-dataset';
import { readPartPath } from './known-entries';
import { createLikesCollector } from './likes-collector';
import { parquetRows } from './parquet-rows';
import { parsePartManifest } from './part-manifest-shape';
import { readPartModels } from './read-part-models';
import type { ZipEntry } from './zip-entry';

export type OpenedZip = {
  readonly zip: Blob;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly signal: AbortSignal | undefined;
};

/** Reads a part, whose manifest stands at this path of the zip; see `readDatasetZip`. */
export async function readPartZip(opened: OpenedZip, manifestPath: string): Promise<ImportedDataset> {
  const { zip, entries, signal } = opened;
  const manifest = parsePartManifest(
    manifestPath,
    await entryJson(zip, entries.get(manifestPath) as ZipEntry),
  );
  await checkFiles(zip, entries, manifest.parts, manifestPath, signal);
  const models = await readPartModels(zip, findTable(opened, 'items'));
  const likes = await readLikes(
    opened,
    models.map(({ uid }) => uid),
  );
  checkCounts(manifestPath, manifest.counts, { models, ...likes });
  const { keyMode, algorithm, keyId, projectId, toolVersion } = manifest;
  return {
    kind: 'part',
    importId: importIdOf(manifest.parts),
    keyPrint: { keyMode, algorithm, keyId, projectId },
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
    throw new ImportRefused(
      `A part has one table of ${table}, and this zip ${found.length === 0 ? 'none' : found.length}.`,
    );
  }
  return entry;
}

async function readLikes(opened: OpenedZip, modelUids: Parameters<typeof createLikesCollector>[1]) {
  const entry = findTable(opened, 'likes');
  const collector = createLikesCollector(entry.path, modelUids);
  const seenAt: number[] = [];
  for await (const rows of parquetRows(opened.zip, entry, ['item_id', 'user_id', 'observed_at'])) {
    opened.signal?.throwIfAborted();
    for (const [modelUid, pseudonym, observedAt] of rows) {
      collector.add(String(modelUid), String(pseudonym));
      if (typeof observedAt !== 'number') throw new ImportRefused(`${entry.path}: a like has no time.`);
      seenAt.push(observedAt);
    }
  }
  return { ...collector.take(), seenAt: Float64Array.from(seenAt) };
}
