import { numberAt } from '../columns/uint32-list';
import { ranksOf } from '../likes/pseudonymized-likes';
import { pseudonymAt } from '../pseudonyms/pseudonymize-users';
import { selectedModel, shownLabels } from '../snapshot/selected-models';
import type { RowGroup } from '../tables/write-parquet';
import type { PartSelection } from './select-part';

const rowsInGroup = 50_000;
const modelsInGroup = 1_000;

/** The likes by (model, pseudonym), each once. */
export function* partLikeGroups(selection: PartSelection): Generator<RowGroup> {
  let group = openLikes();
  for (let place = 0; place < selection.models.places.length; place += 1) {
    const { uid } = selectedModel(selection.models, place);
    const observedAt = momentAt(selection.readTo, place);
    for (const rank of ranksOf(selection, place)) {
      group[0].push(pseudonymAt(selection.pseudonyms, rank));
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

/** The models by id. */
export function* partItemGroups(selection: PartSelection): Generator<RowGroup> {
  const models = selection.models.places.length;
  for (let start = 0; start < models; start += modelsInGroup) {
    const rows = Array.from({ length: Math.min(modelsInGroup, models - start) }, (_, index) =>
      itemRow(selection, start + index),
    );
    yield (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
  }
}

function itemRow(selection: PartSelection, place: number): unknown[] {
  const model = selectedModel(selection.models, place);
  const { categories, tags } = model;
  return [
    model.uid,
    model.name,
    categories && shownLabels(categories),
    tags && shownLabels(tags),
    model.likeCount,
    numberAt(selection.likesCollected, place),
    model.state,
    model.complete ? momentAt(selection.readFrom, place) : null,
    momentAt(selection.readTo, place),
    model.noAi,
    model.thumbnailUrl,
  ];
}

function momentAt(moments: Float64Array, place: number): Date | null {
  const moment = moments[place] ?? Number.NaN;
  return Number.isNaN(moment) ? null : new Date(moment);
}
