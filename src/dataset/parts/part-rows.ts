import { numberAt } from '../columns/uint32-list';
import { ranksOf } from '../likes/pseudonymized-likes';
import { pseudonymAt } from '../pseudonyms/pseudonymize-users';
import { selectedModel } from '../snapshot/selected-models';
import { factCells, leadingFacts, trailingFacts } from '../tables/fact-columns';
import type { RowGroup } from '../tables/write-parquet';
import type { PartSelection } from './select-part';

const likesPerGroup = 50_000;
const modelsPerGroup = 1_000;

/** The likes, distinct, sorted by model and pseudonym. */
export function* partLikeGroups(selection: PartSelection): Generator<RowGroup> {
  let group = emptyLikes();
  for (let model = 0; model < selection.models.indices.length; model += 1) {
    const { uid } = selectedModel(selection.models, model);
    const observedAt = timeAt(selection.readTo, model);
    for (const rank of ranksOf(selection, model)) {
      group[0].push(pseudonymAt(selection.pseudonyms, rank));
      group[1].push(uid);
      group[2].push(observedAt);
      if (group[0].length < likesPerGroup) continue;
      yield group;
      group = emptyLikes();
    }
  }
  if (group[0].length > 0) yield group;
}

const emptyLikes = (): [string[], string[], (Date | null)[]] => [[], [], []];

/** The models, sorted by id. */
export function* partItemGroups(selection: PartSelection): Generator<RowGroup> {
  const models = selection.models.indices.length;
  for (let start = 0; start < models; start += modelsPerGroup) {
    const rows = Array.from({ length: Math.min(modelsPerGroup, models - start) }, (_, index) =>
      itemRow(selection, start + index),
    );
    yield (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
  }
}

function itemRow(selection: PartSelection, place: number): unknown[] {
  const model = selectedModel(selection.models, place);
  return [
    model.uid,
    ...factCells(model, leadingFacts),
    numberAt(selection.likesCollected, place),
    model.state,
    model.complete ? timeAt(selection.readFrom, place) : null,
    timeAt(selection.readTo, place),
    ...factCells(model, trailingFacts),
  ];
}

function timeAt(times: Float64Array, index: number): Date | null {
  const time = times[index] ?? Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
