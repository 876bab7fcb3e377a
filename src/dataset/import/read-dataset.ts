import { ImportError } from '../zip/import-error';
import { openZip } from '../zip/open-zip';
import type { ZipEntry } from '../zip/read-directory';
import { entryJson, entryText } from '../zip/read-entry';
import type { ImportedDataset } from './imported-dataset';
import { createLikesBuilder } from './likes-builder';
import { type DatasetDescriptor, parseDatasetDescriptor } from './manifests';
import { withParquetFacts } from './model-cells';
import { readPart } from './read-part';
import { modelFeats, modelUrls, psvRecords, readDatasetModels } from './read-psv-tables';
import {
  checkCounts,
  checkFiles,
  importIdOf,
  isKnownEntry,
  isPartManifest,
  type ListedFile,
} from './verify-files';

const descriptorPath = 'datapackage.json';
const likesTable = 'data/model_likes_anon.psv';

/**
 * Reads a dataset, or a part of one, that Likes Out wrote before. All of it is checked before any of it is handed
 * out; throws an `ImportError`, which names what is wrong, or the signal's reason. The zip is read twice and never held.
 */
export async function readDataset(zip: Blob, signal?: AbortSignal): Promise<ImportedDataset> {
  const entries = await openZip(zip, isKnownEntry);
  const manifest = [...entries.keys()].find(isPartManifest);
  if (manifest !== undefined) return readPart({ zip, entries, signal }, manifest);
  const entry = entries.get(descriptorPath);
  if (!entry) throw new ImportError({ code: 'notADataset', path: descriptorPath });
  const descriptor = parseDatasetDescriptor(await entryJson(zip, entry));
  const files = descriptor.resources.map(toListedFile);
  await checkFiles(zip, entries, files, descriptorPath, signal);
  return readTables(zip, entries, descriptor, signal);
}

const toListedFile = ({ path, bytes, hash }: DatasetDescriptor['resources'][number]): ListedFile => ({
  path,
  bytes,
  sha256: hash.slice('sha256:'.length),
});

async function readTables(
  zip: Blob,
  entries: ReadonlyMap<string, ZipEntry>,
  { likesOut, resources }: DatasetDescriptor,
  signal?: AbortSignal,
): Promise<ImportedDataset> {
  const textOf = (path: string) => {
    const entry = entries.get(path);
    if (!entry) throw new ImportError({ code: 'missingTable', path });
    return entryText(zip, entry);
  };
  [modelUrls, modelFeats, likesTable].forEach(textOf);
  const told = await readDatasetModels(textOf, likesOut.notComplete, areListsShortened(likesOut));
  const items = entries.get('parquet/items.parquet');
  const models = items ? await withParquetFacts(zip, items, told) : told;
  const collector = createLikesBuilder(
    likesTable,
    models.map(({ uid }) => uid),
  );
  for await (const [, mid = '', uid = ''] of psvRecords(
    likesTable,
    ['modelname', 'mid', 'uid'],
    textOf(likesTable),
  )) {
    signal?.throwIfAborted();
    collector.add(mid, uid);
  }
  const likes = collector.take();
  checkCounts(descriptorPath, likesOut.counts, { models, ...likes });
  const { keyMode, algorithm, keyId, projectId } = likesOut.pseudonym;
  return {
    kind: 'dataset',
    importId: importIdOf(resources.map(toListedFile)),
    keyFingerprint: { keyMode, algorithm, keyId, projectId },
    toolVersion: likesOut.toolVersion,
    exportedAt: Date.parse(likesOut.exportedAt),
    models,
    ...likes,
    seenAt: null,
  };
}

/** Filters that take users out leave no list whole; those that take models out do not touch the others. */
function areListsShortened({ filters }: DatasetDescriptor['likesOut']): boolean {
  return ['excludedUsers', 'userSample', 'minimums'].some((name) => (filters.removed[name]?.likes ?? 0) > 0);
}
