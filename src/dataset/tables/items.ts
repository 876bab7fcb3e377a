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
  about: 'Every model, with or without likes, and how far its likes are known.',
  columns: [
    {
      name: 'item_id',
      holds: 'id',
      about: 'id of the model, the `mid`; its page is `https://sketchfab.com/3d-models/<mid>`',
      constraints: { required: true, unique: true },
    },
    {
      name: 'item_idx',
      type: 'integer',
      about: 'number of the model from 0, in an order of chance; valid inside this dataset only',
      constraints: { required: true, unique: true, minimum: 0 },
    },
    ...factColumns(leadingFacts),
    {
      name: 'likes_collected',
      type: 'integer',
      about: 'different likes read from the site, before anybody was left out of this dataset',
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'complete',
      type: 'boolean',
      about: 'whether the list of likes is completely known',
      constraints: { required: true },
    },
    {
      name: 'state',
      about: 'how far the list of likes was followed, see "Composition"',
      constraints: { required: true, enum: Object.keys(stateMeanings) },
    },
    {
      name: 'cause',
      about:
        'why the list is not complete; null when it is, when nothing went wrong, and when its state came with an import',
    },
    ...factColumns(trailingFacts),
  ],
  key: ['item_id'],
};

// Labels make a model some 600 bytes in memory, so fewer rows than elsewhere.
const rowsInGroup = 1_000;

export function* itemGroups(
  selection: PseudonymizedLikes,
  onModels: (done: number) => void = () => {},
): Generator<RowGroup> {
  let columns = openColumns();
  let place = 0;
  for (const model of eachModel(selection.models)) {
    const row = rowOf(selection, place, model);
    for (const [column, value] of row.entries()) columns[column]?.push(value);
    place += 1;
    if (place % rowsInGroup !== 0) continue;
    yield columns;
    onModels(place);
    columns = openColumns();
  }
  if (columns[0]?.length) yield columns;
}

const openColumns = (): unknown[][] => items.columns.map(() => []);

function rowOf(
  { itemIdx, likesCollected }: PseudonymizedLikes,
  place: number,
  model: DatasetModel,
): unknown[] {
  return [
    model.uid,
    itemIdx[place],
    ...factCells(model, leadingFacts),
    likesCollected[place],
    model.complete,
    model.state,
    model.cause,
    ...factCells(model, trailingFacts),
  ];
}
