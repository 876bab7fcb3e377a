import type { ModelUid } from '../sketchfab/model-uid';
import { buildDatasheet } from './datasheet';
import type { DatasetFacts } from './dataset-facts';
import type { DatasetSource } from './dataset-source';
import { writeDescriptor } from './descriptor';
import { readModelBatches } from './model-batches';
import { modelFeats, writeModelFeats } from './model-feats-table';
import { modelLikes, writeModelLikes } from './model-likes-table';
import { modelUrls, writeModelUrls } from './model-urls-table';
import type { Pseudonyms } from './pseudonyms';

/** One file of the zip. `text` is asked for once, when all entries before it are written and counted. */
export type Entry = {
  readonly path: string;
  readonly text: () => AsyncIterable<string> | Iterable<string>;
};

export type EntriesInput = {
  readonly source: DatasetSource;
  readonly modelUids: readonly ModelUid[];
  readonly pseudonyms: Pseudonyms;
  readonly facts: DatasetFacts;
  readonly onModels: (count: number) => void;
  readonly signal: AbortSignal | undefined;
};

const tables = [modelUrls, modelFeats, modelLikes];

/**
 * The files of the zip, in the order they are written. Models first, since states are to be read before likes; likes
 * last of the tables, since progress is told by them; then those that speak of the files before.
 */
export function datasetEntries(input: EntriesInput): readonly Entry[] {
  const { source, modelUids, facts, signal } = input;
  const batches = () => readModelBatches(source, modelUids, signal);
  return [
    { path: modelUrls.path, text: () => writeModelUrls(batches(), facts) },
    { path: modelFeats.path, text: () => writeModelFeats(batches(), facts) },
    { path: modelLikes.path, text: () => writeModelLikes({ ...input, batches: batches() }) },
    { path: 'README.md', text: () => [buildDatasheet(facts, tables)] },
    { path: 'datapackage.json', text: () => writeDescriptor(facts, tables) },
  ];
}
