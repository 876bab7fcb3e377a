import type { DatasetModel } from '../dataset-source';
import { numberAt } from '../number-at';
import type { RowGroup } from '../parquet-bytes';
import { ranksOf } from '../selection';
import { shownLabels } from '../shown-labels';
import type { PartSelection } from './part-selection';

const rowsInGroup = 200_000;

/** The likes by (model, pseudonym), each once. */
export function* partLikeGroups(selection: PartSelection): Generator<RowGroup> {
  let group = openLikes();
  for (const [place, { uid }] of selection.models.entries()) {
    const observedAt = momentAt(selection.readTo, place);
    for (const rank of ranksOf(selection, place)) {
      group[0].push(selection.pseudonyms.sorted[rank] as string);
      group[1].push(uid);
      group[2].push(observedAt);
      if (group[0].length < rowsInGroup) continue;
      yield group;
      group = openLikes();
    }
  }
  if (group[0].length > 0) yield group;
}

const openLikes = (): [string[], string[], (Date | null)[]] => [[], [], []];

/** The models by id; a group for each batch of them, which come once more with their labels. */
export async function* partItemGroups(
  selection: PartSelection,
  batches: AsyncIterable<readonly DatasetModel[]>,
): AsyncGenerator<RowGroup> {
  let place = 0;
  for await (const batch of batches) {
    const rows = batch.map((labelled, index) => itemRow(selection, place + index, labelled));
    place += rows.length;
    yield (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
  }
}

function itemRow(selection: PartSelection, place: number, labelled: DatasetModel): unknown[] {
  const model = selection.models[place];
  if (model?.uid !== labelled.uid) throw new Error(`model ${labelled.uid} came out of its order`);
  return [
    model.uid,
    model.name,
    labelled.categories && shownLabels(labelled.categories),
    labelled.tags && shownLabels(labelled.tags),
    model.likeCount,
    numberAt(selection.likesCollected, place),
    model.state,
    model.complete ? momentAt(selection.readFrom, place) : null,
    momentAt(selection.readTo, place),
    model.noAi,
    labelled.thumbnailUrl,
  ];
}

function momentAt(moments: Float64Array, place: number): Date | null {
  const moment = moments[place] ?? Number.NaN;
  return Number.isNaN(moment) ? null : new Date(moment);
}
