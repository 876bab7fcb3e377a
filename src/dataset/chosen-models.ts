import type { DatasetModel } from './dataset-source';
import { modelAt, type PackedModels } from './harvest/packed-models';
import { numberAt } from './number-at';

/** The models of one export, by id: those of a harvest that the filters left. */
export type ChosenModels = {
  readonly packed: PackedModels;
  /** Of each, its place in the harvest; ascending. */
  readonly places: Uint32Array;
};

export function chosenModel({ packed, places }: ChosenModels, place: number): DatasetModel {
  return modelAt(packed, numberAt(places, place));
}

/** Each unpacked while it is looked at, one after the other. */
export function* eachModel(models: ChosenModels): Generator<DatasetModel> {
  for (let place = 0; place < models.places.length; place += 1) yield chosenModel(models, place);
}
