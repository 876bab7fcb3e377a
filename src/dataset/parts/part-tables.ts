import { factColumns, leadingFacts, trailingFacts } from '../tables/fact-columns';
import { items } from '../tables/items';
import type { Column, Table } from '../tables/table';

/** The tables of a part. Their times let the team tell a like that was taken back from one that was never seen. */
export function partTables(run: PartRun): { readonly likes: Table; readonly items: Table } {
  return {
    likes: {
      name: 'part_likes',
      path: partPath('likes', run),
      form: 'parquet',
      about: 'Who liked which model, as read by this machine.',
      columns: likesColumns,
      key: ['item_id', 'user_id'],
    },
    items: {
      name: 'part_items',
      path: partPath('items', run),
      form: 'parquet',
      about: 'Every model of this part, and how far its list of likes was read.',
      columns: itemsColumns,
      key: ['item_id'],
    },
  };
}

const likesColumns: readonly Column[] = [
  { name: 'user_id', holds: 'id', about: 'pseudonym of the user', constraints: { required: true } },
  { name: 'item_id', holds: 'id', about: 'id of the model', constraints: { required: true } },
  {
    name: 'observed_at',
    type: 'datetime',
    about: 'when the reading of the list with this like ended',
    constraints: { required: true },
  },
];

const asInDataset = (...names: string[]) => items.columns.filter(({ name }) => names.includes(name));

const itemsColumns: readonly Column[] = [
  ...asInDataset('item_id'),
  ...factColumns(leadingFacts),
  ...asInDataset('likes_collected', 'state'),
  {
    name: 'sweep_started_at',
    type: 'datetime',
    about: 'when the reading of the list began; null if the list is incomplete',
  },
  {
    name: 'observed_at',
    type: 'datetime',
    about: 'when the reading of the list ended; null if it never began',
  },
  ...factColumns(trailingFacts),
];

/** Identifies the files of one export of a part. */
export type PartRun = {
  readonly contributor: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly crawlDate: string;
  /** 8 random hex digits, so that no two files of a team have the same name. */
  readonly run: string;
};

/** Folder names in Hive style, which Parquet readers turn into columns. */
export function partPath(table: 'likes' | 'items', { contributor, crawlDate, run }: PartRun): string {
  return `parts/${table}/contributor=${contributor}/crawl_date=${crawlDate}/part-${run}-00000.parquet`;
}

export function manifestPath({ run }: PartRun): string {
  return `parts/manifest-${run}.json`;
}
