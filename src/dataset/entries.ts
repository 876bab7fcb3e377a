import { buildCitation } from './citation';
import { buildCroissant } from './croissant';
import { buildDatasheet } from './datasheet';
import type { DatasetChoices } from './dataset-choices';
import type { DatasetFacts } from './dataset-facts';
import { writeDescriptor } from './descriptor';
import { notComplete } from './not-complete';
import type { LeakScan } from './leak-scan';
import type { TellStep } from './progress';
import type { Selection } from './selection';
import type { Table } from './table';
import { buildStats } from './stats-json';
import { tableEntries } from './table-entries';
import { tablesOf } from './tables-of';

/** What the files are written from. */
export type EntryInput = {
  readonly selection: Selection;
  readonly facts: DatasetFacts;
  /** How much of this file is written. */
  readonly tell: TellStep;
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
export function datasetEntries(choices: DatasetChoices): readonly Entry[] {
  const tables = tablesOf(choices);
  return [
    ...tableEntries(tables),
    ...(choices.files.stats ? [describing('stats.json', (facts) => [buildStats(facts)])] : []),
    ...(choices.about.creator ? [describing('CITATION.cff', (facts) => [buildCitation(facts)])] : []),
    describing('README.md', (facts) => [buildDatasheet(facts, tables)]),
    ...(hasCroissant(choices) ? [croissant(tables)] : []),
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
function hasCroissant({ files, about }: DatasetChoices): boolean {
  return files.croissant && files.parquet && ![about.creator, about.licence, about.url].includes('');
}
