import type { DatasetModel } from '../dataset-source';
import type { PseudonymizedLikes } from '../likes/pseudonymized-likes';
import { eachModel } from '../snapshot/selected-models';
import { factCells, factColumns, leadingFacts, trailingFacts } from './fact-columns';
import { stateMeanings } from './model-states';
import type { RowGroup } from './write-parquet';
import type { Table } from './table';

export const items: Table = {
  name: 'items',
  path: 'parquet/items.parquet',
  form: 'parquet',
  about: 'Every model, with or without likes, and how far its list of likes was read.',
  columns: [
    {
      name: 'item_id',
      holds: 'id',
      about:
        'id of the model, same as `mid` in the PSV tables; its page is `https://sketchfab.com/3d-models/<mid>`',
      constraints: { required: true, unique: true },
    },
    {
      name: 'item_idx',
      type: 'integer',
      about: 'number of the model from 0, in random order; valid within this dataset only',
      constraints: { required: true, unique: true, minimum: 0 },
    },
    ...factColumns(leadingFacts),
    {
      name: 'likes_collected',
      type: 'integer',
      about: 'number of distinct likes read from the site, before any filter',
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'complete',
      type: 'boolean',
      about: 'whether the list of likes is complete',
      constraints: { required: true },
    },
    {
      name: 'state',
      about: 'how far the list of likes was read, see "Composition"',
      constraints: { required: true, enum: Object.keys(stateMeanings) },
    },
    {
      name: 'cause',
      about:
        'why the list is incomplete; null if it is complete, if nothing went wrong, or if its state came with an import',
    },
    ...factColumns(trailingFacts),
  ],
  key: ['item_id'],
};

// With its labels a model takes about 600 bytes in memory, so groups are smaller than those of likes.
const rowsPerGroup = 1_000;

export function* itemGroups(
  selection: PseudonymizedLikes,
  onModels: (done: number) => void = () => {},
): Generator<RowGroup> {
  let columns = emptyColumns();
  let index = 0;
  for (const model of eachModel(selection.models)) {
    const row = rowOf(selection, index, model);
    for (const [column, value] of row.entries()) columns[column]?.push(value);
    index += 1;
    if (index % rowsPerGroup !== 0) continue;
    yield columns;
    onModels(index);
    columns = emptyColumns();
  }
  if (columns[0]?.length) yield columns;
}

const emptyColumns = (): unknown[][] => items.columns.map(() => []);

function rowOf(
  { itemIdx, likesCollected }: PseudonymizedLikes,
  index: number,
  model: DatasetModel,
): unknown[] {
  return [
    model.uid,
    itemIdx[index],
    ...factCells(model, leadingFacts),
    likesCollected[index],
    model.complete,
    model.state,
    model.cause,
    ...factCells(model, trailingFacts),
  ];
}
