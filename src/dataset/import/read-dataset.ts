import { factColumnNames, factsInCells } from '../tables/fact-columns';
import { ImportError } from '../zip/import-error';
import { openZip, type ZipEntry } from '../zip/open-zip';
import { entryText } from '../zip/read-entry';
import type { ImportedDataset, ImportedModel } from './imported-dataset';
import { datasetEntries } from './dataset-entries';
import { descriptorPath, isPartManifest } from './known-files';
import { createLikesBuilder } from './likes-builder';
import { type DatasetDescriptor, parseDatasetDescriptor } from './manifests';
import { bytesOfModel, createMemoryBudget } from './memory-budget';
import { type ReadManifest, readManifest } from './read-manifest';
import { readParquetRows } from './read-parquet';
import { type OpenedZip, readPart } from './read-part';
import { modelFeats, modelUrls, psvRecords, readDatasetModels } from './read-psv-tables';
import { type ListedFile, verifyCounts, verifyFiles } from './verify-files';

const likesTable = 'data/model_likes_anon.psv';

/**
 * Reads a dataset or a part written by Likes Out, and verifies all of it before returning any of it. Throws an
 * `ImportError` that says what is wrong, or the signal's reason. Streams the zip twice and never holds all of it.
 */
export async function readDataset(
  zip: Blob,
  signal?: AbortSignal,
  takeMemory = createMemoryBudget(),
): Promise<ImportedDataset> {
  const { entries, manifest: path } = datasetEntries(await openZip(zip));
  const manifest = await readManifest(zip, entries.get(path) as ZipEntry);
  if (isPartManifest(path)) return readPart({ zip, entries, signal, takeMemory }, path, manifest);
  const descriptor = parseDatasetDescriptor(manifest.json);
  const files = descriptor.resources.map(toListedFile);
  await verifyFiles(zip, entries, files, descriptorPath, signal);
  return readTables({ zip, entries, signal, takeMemory }, descriptor, manifest);
}

const toListedFile = ({ path, bytes, hash }: DatasetDescriptor['resources'][number]): ListedFile => ({
  path,
  bytes,
  sha256: hash.slice('sha256:'.length),
});

async function readTables(
  opened: OpenedZip,
  { likesOut }: DatasetDescriptor,
  { importId, keyProof }: ReadManifest,
): Promise<ImportedDataset> {
  const { zip, entries, signal, takeMemory } = opened;
  const textOf = (path: string) => {
    const entry = entries.get(path);
    if (!entry) throw new ImportError({ code: 'missingTable', path });
    return entryText(zip, entry);
  };
  [modelUrls, modelFeats, likesTable].forEach(textOf);
  const psvModels = await readDatasetModels({ textOf, takeMemory }, likesOut, areListsShortened(likesOut));
  const items = entries.get('parquet/items.parquet');
  const models = items ? await addParquetFacts(opened, items, psvModels) : psvModels;
  const builder = createLikesBuilder(
    likesTable,
    models.map(({ uid }) => uid),
  );
  for await (const [, mid = '', uid = ''] of psvRecords(
    likesTable,
    ['modelname', 'mid', 'uid'],
    textOf(likesTable),
  )) {
    signal?.throwIfAborted();
    builder.add(mid, uid);
  }
  const likes = builder.build();
  verifyCounts(descriptorPath, likesOut.counts, { models, ...likes });
  const { keyMode, algorithm, keyId, projectId } = likesOut.pseudonym;
  return {
    kind: 'dataset',
    importId,
    keyFingerprint: { keyMode, algorithm, keyId, projectId },
    keyProof,
    toolVersion: likesOut.toolVersion,
    exportedAt: Date.parse(likesOut.exportedAt),
    models,
    ...likes,
    seenAt: null,
  };
}

/**
 * Filters that removed users shortened lists; those that removed models did not affect other lists. Earlier versions
 * counted excluded users as a filter.
 */
function areListsShortened({ filters }: DatasetDescriptor['likesOut']): boolean {
  if (filters.exclusionList) return true;
  return ['excludedUsers', 'userSample', 'minimums'].some((name) => (filters.removed[name]?.likes ?? 0) > 0);
}

/** Adds the facts in `items.parquet`, which must have the same models in the same order. */
async function addParquetFacts(
  { zip, takeMemory }: OpenedZip,
  items: ZipEntry,
  models: readonly ImportedModel[],
): Promise<readonly ImportedModel[]> {
  const completed: ImportedModel[] = [];
  for await (const rows of readParquetRows(zip, items, ['item_id'], factColumnNames)) {
    for (const [uid, ...cells] of rows) {
      const model = models[completed.length];
      if (!model || model.uid !== uid) throw otherModels(items);
      // Names are exact in both tables, so the one that was read first is kept.
      const completedModel = { ...model, ...factsInCells(cells), name: model.name };
      takeMemory(items.path, bytesOfModel(completedModel));
      completed.push(completedModel);
    }
  }
  if (completed.length !== models.length) throw otherModels(items);
  return completed;
}

const otherModels = ({ path }: ZipEntry) => new ImportError({ code: 'otherModels', path });
