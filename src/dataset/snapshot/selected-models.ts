import type { Label } from '../../sketchfab/label';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { modelAt, type PackedModels } from './packed-models';

/** The models of one export, by id: those of a harvest that the filters left. */
export type SelectedModels = {
  readonly packed: PackedModels;
  /** Of each, its place in the harvest; ascending. */
  readonly places: Uint32Array;
};

export function selectedModel({ packed, places }: SelectedModels, place: number): DatasetModel {
  return modelAt(packed, numberAt(places, place));
}

/** Each unpacked while it is looked at, one after the other. */
export function* eachModel(models: SelectedModels): Generator<DatasetModel> {
  for (let place = 0; place < models.places.length; place += 1) yield selectedModel(models, place);
}

/**
 * The texts of a model's tags or categories as tables tell them: each once, by code unit. Two labels of different
 * slugs may show the same text, and one of control characters alone shows none.
 */
export function shownLabels(labels: readonly Label[] | null): readonly string[] {
  const shown = new Set((labels ?? []).map((label) => label.name));
  shown.delete('');
  return [...shown].sort();
}
