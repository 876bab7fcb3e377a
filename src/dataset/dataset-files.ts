import type { DatasetOptions } from './dataset-options';
import type { DatasetFacts } from './dataset-summary';
import type { LeakScan } from './leak-scan/leak-scan';
import { scanParquet } from './leak-scan/scan-parquet';
import type { PseudonymizedLikes } from './likes/pseudonymized-likes';
import { buildCitation } from './metadata/citation';
import { buildCroissant } from './metadata/croissant';
import { incompleteModels, writeDescriptor } from './metadata/data-package';
import { buildReadme } from './metadata/readme';
import { buildStats } from './metadata/stats-json';
import type { ReportStep } from './progress';
import { withKeyProof } from './pseudonyms/key-proof';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { eachModel } from './snapshot/selected-models';
import { datasetTables } from './tables/dataset-tables';
import { interactionGroups, interactions } from './tables/interactions';
import { itemGroups, items } from './tables/items';
import { writeModelFeats, writeModelLikes, writeModelUrls } from './tables/rec-a-sketch';
import { writeRecboleInter, writeRecboleItem } from './tables/recbole';
import type { Table } from './tables/table';
import { writeParquet } from './tables/write-parquet';

/** One file of the zip. */
export type DatasetFile = {
  readonly path: string;
  /** How long it takes to write, roughly, compared with the others. */
  readonly weight: number;
  /** Compressed by its own format, so the zip stores it as it is. */
  readonly isCompressed: boolean;
  /** Called once, after all files before it were written and counted. */
  readonly content: (input: FileInput) => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

/** What the files are written from. */
export type FileInput = {
  readonly selection: PseudonymizedLikes;
  readonly facts: DatasetFacts;
  readonly key: PseudonymKey;
  /** Reports how much of this file is written. */
  readonly onProgress: ReportStep;
  readonly scan: Pick<LeakScan, 'values'>;
};

/**
 * The files of the zip, in the order in which they are written: the tables, then the files that describe those before
 * them, and last the descriptor, which lists them all.
 */
export function datasetFiles(options: DatasetOptions): readonly DatasetFile[] {
  const tables = datasetTables(options);
  return [
    ...tables.map(tableFile),
    ...(options.files.stats ? [metadataFile('stats.json', (facts) => [buildStats(facts)])] : []),
    ...(options.about.creator ? [metadataFile('CITATION.cff', (facts) => [buildCitation(facts)])] : []),
    metadataFile('README.md', (facts) => [buildReadme(facts, tables)]),
    ...(hasCroissant(options)
      ? [metadataFile('croissant.json', (facts) => [buildCroissant(facts, tables)])]
      : []),
    metadataFile('datapackage.json', (facts, { models }, key) =>
      proven(writeDescriptor(facts, tables, incompleteModels(models)), key),
    ),
  ];
}

const metadataFile = (
  path: string,
  write: (facts: DatasetFacts, selection: PseudonymizedLikes, key: PseudonymKey) => Iterable<string>,
): DatasetFile => ({
  path,
  weight: 0.5,
  isCompressed: false,
  content: ({ facts, selection, key }) => write(facts, selection, key),
});

/** Only where the descriptor names its key: a proof of a passphrase would confirm a guess, as its digest would. */
const proven = (descriptor: Iterable<string>, key: PseudonymKey) =>
  key.mode === 'project' ? withKeyProof(descriptor, key.text) : descriptor;

/** Croissant requires what only a person can say, and its record sets are the Parquet tables. */
function hasCroissant({ files, about }: DatasetOptions): boolean {
  return files.croissant && files.parquet && ![about.creator, about.licence, about.url].includes('');
}

function tableFile({ name, path, form }: Table): DatasetFile {
  const writer = writers[name];
  if (!writer) throw new Error(`no writer for the table ${name}`);
  return { path, isCompressed: form === 'parquet', ...writer };
}

// Weights are seconds, measured at ten times the likes of 2016.
const writers: Readonly<Record<string, Pick<DatasetFile, 'weight' | 'content'>>> = {
  model_urls: {
    weight: 1,
    content: ({ selection, facts }) => writeModelUrls(selection.models, facts.options),
  },
  model_feats: { weight: 10, content: (input) => writeModelFeats(reportedModels(input), input.facts) },
  model_likes_anon: {
    weight: 40,
    content: (input) => writeModelLikes(input.selection, input.facts.options, onModels(input)),
  },
  interactions: {
    weight: 15,
    content: (input) =>
      writeParquet(
        interactions,
        scanParquet(interactions, interactionGroups(input.selection, onModels(input)), input.scan),
      ),
  },
  items: {
    weight: 10,
    content: (input) =>
      writeParquet(items, scanParquet(items, itemGroups(input.selection, onModels(input)), input.scan)),
  },
  recbole_inter: { weight: 30, content: (input) => writeRecboleInter(input.selection, onModels(input)) },
  recbole_item: {
    weight: 8,
    content: (input) => writeRecboleItem(reportedModels(input), input.facts.options),
  },
};

const onModels =
  ({ onProgress, selection }: FileInput) =>
  (done: number) =>
    onProgress(done, selection.models.indices.length);

function* reportedModels({ selection, onProgress }: FileInput) {
  let done = 0;
  for (const model of eachModel(selection.models)) {
    yield model;
    done += 1;
    onProgress(done, selection.models.indices.length);
  }
}
