import { items } from '../tables/items';
import type { Column, Table } from '../tables/table';

/** The tables of a part. Their times are for the team, to tell a like that is gone from one never seen. */
export function partTables(run: PartRun): { readonly likes: Table; readonly items: Table } {
  return {
    likes: {
      name: 'part_likes',
      path: partPath('likes', run),
      form: 'parquet',
      about: 'Who liked which model, as this machine saw it.',
      columns: likesColumns,
      key: ['item_id', 'user_id'],
    },
    items: {
      name: 'part_items',
      path: partPath('items', run),
      form: 'parquet',
      about: 'Every model of this part, and how far its likes are known.',
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
    about: 'when the reading of the list that holds the like ended',
    constraints: { required: true },
  },
];

const asInDataset = (...names: string[]) => items.columns.filter(({ name }) => names.includes(name));

const itemsColumns: readonly Column[] = [
  ...asInDataset('item_id', 'name', 'categories', 'tags', 'like_count', 'likes_collected', 'state'),
  {
    name: 'sweep_started_at',
    type: 'datetime',
    about: 'when the reading of the list began; null when the list is not completely known',
  },
  {
    name: 'observed_at',
    type: 'datetime',
    about: 'when the reading of the list ended; null when it never began',
  },
  ...asInDataset('no_ai', 'thumbnail_url'),
];

/** Names the files of one run. */
export type PartRun = {
  readonly contributor: string;
  /** YYYY-MM-DD in UTC. */
  readonly crawlDate: string;
  /** 8 hex characters of chance, so that no file of the team is ever written twice. */
  readonly run: string;
};

/** Folders named as columns, which readers of Parquet take for columns. */
export function partPath(table: 'likes' | 'items', { contributor, crawlDate, run }: PartRun): string {
  return `parts/${table}/contributor=${contributor}/crawl_date=${crawlDate}/part-${run}-00000.parquet`;
}

export function manifestPath({ run }: PartRun): string {
  return `parts/manifest-${run}.json`;
}
