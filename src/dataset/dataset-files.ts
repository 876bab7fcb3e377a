import type { DatasetOptions } from './dataset-options';
import type { DatasetFacts } from './dataset-summary';
import type { LeakScan } from './leak-scan/leak-scan';
import { scanParquet } from './leak-scan/scan-parquet';
import type { PseudonymizedLikes } from './likes/pseudonymized-likes';
import { buildCitation } from './metadata/citation';
import { buildCroissant } from './metadata/croissant';
import { notComplete, writeDescriptor } from './metadata/data-package';
import { buildReadme } from './metadata/readme';
import { buildStats } from './metadata/stats-json';
import type { ReportStep } from './progress';
import { eachModel } from './snapshot/selected-models';
import { datasetTables } from './tables/dataset-tables';
import { interactionGroups, interactions } from './tables/interactions';
import { itemGroups, items } from './tables/items';
import { writeParquet } from './tables/write-parquet';
import { writeModelFeats, writeModelLikes, writeModelUrls } from './tables/rec-a-sketch';
import { writeRecboleInter, writeRecboleItem } from './tables/recbole';
import type { Table } from './tables/table';

/** What the files are written from. */
export type EntryInput = {
  readonly selection: PseudonymizedLikes;
  readonly facts: DatasetFacts;
  /** How much of this file is written. */
  readonly tell: ReportStep;
  readonly scan: Pick<LeakScan, 'values'>;
};

/** One file of the zip. */
export type Entry = {
  readonly path: string;
  /** How long it takes, roughly, beside the others. */
  readonly weight: number;
  /** Compressed by its own format. */
  readonly isPacked: boolean;
  /** Asked for once, when all entries before it are written and counted. */
  readonly content: (input: EntryInput) => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

/**
 * The files of the zip, in the order they are written: the tables, then those that speak of the files before, and
 * last the descriptor, which lists them all.
 */
export function datasetFiles(options: DatasetOptions): readonly Entry[] {
  const tables = datasetTables(options);
  return [
    ...tableEntries(tables),
    ...(options.files.stats ? [describing('stats.json', (facts) => [buildStats(facts)])] : []),
    ...(options.about.creator ? [describing('CITATION.cff', (facts) => [buildCitation(facts)])] : []),
    describing('README.md', (facts) => [buildReadme(facts, tables)]),
    ...(hasCroissant(options) ? [croissant(tables)] : []),
    {
      ...describing('datapackage.json', () => []),
      content: ({ facts, selection }) => writeDescriptor(facts, tables, notComplete(selection.models)),
    },
  ];
}

const describing = (path: string, write: (facts: DatasetFacts) => Iterable<string>): Entry => ({
  path,
  weight: 0.5,
  isPacked: false,
  content: ({ facts }) => write(facts),
});

const croissant = (tables: readonly Table[]) =>
  describing('croissant.json', (facts) => [buildCroissant(facts, tables)]);

/** Its specification asks for what only a person can say, and its records are those of the Parquet tables. */
function hasCroissant({ files, about }: DatasetOptions): boolean {
  return files.croissant && files.parquet && ![about.creator, about.licence, about.url].includes('');
}

export function tableEntries(tables: readonly Table[]): readonly Entry[] {
  return tables.map(({ name, path, form }) => {
    const writer = writers[name];
    if (!writer) throw new Error(`nothing writes ${name}`);
    return { path, isPacked: form === 'parquet', ...writer };
  });
}

// Weights are seconds as they were measured on ten times the likes of 2016.
const writers: Readonly<Record<string, Pick<Entry, 'weight' | 'content'>>> = {
  model_urls: { weight: 1, content: ({ selection }) => writeModelUrls(selection.models) },
  model_feats: { weight: 10, content: (input) => writeModelFeats(reportedModels(input), input.facts) },
  model_likes_anon: {
    weight: 40,
    content: (input) => writeModelLikes(input.selection, input.facts.options.likesNames, reportModels(input)),
  },
  interactions: {
    weight: 15,
    content: (input) =>
      writeParquet(
        interactions,
        scanParquet(interactions, interactionGroups(input.selection, reportModels(input)), input.scan),
      ),
  },
  items: {
    weight: 10,
    content: (input) =>
      writeParquet(items, scanParquet(items, itemGroups(input.selection, reportModels(input)), input.scan)),
  },
  recbole_inter: {
    weight: 30,
    content: (input) => writeRecboleInter(input.selection, reportModels(input)),
  },
  recbole_item: { weight: 8, content: (input) => writeRecboleItem(reportedModels(input)) },
};

const reportModels =
  ({ tell, selection }: EntryInput) =>
  (done: number) =>
    tell(done, selection.models.places.length);

function* reportedModels({ selection, tell }: EntryInput) {
  let done = 0;
  for (const model of eachModel(selection.models)) {
    yield model;
    done += 1;
    tell(done, selection.models.places.length);
  }
}
