import type { Label } from '../../sketchfab/label';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { modelAt, type PackedModels } from './packed-models';

/** The models of one export: those of a snapshot that the filters kept, sorted by id. */
export type SelectedModels = {
  readonly packed: PackedModels;
  /** Ascending indices into `packed`. */
  readonly indices: Uint32Array;
};

export function selectedModel({ packed, indices }: SelectedModels, index: number): DatasetModel {
  return modelAt(packed, numberAt(indices, index));
}

/** Unpacks one model at a time. */
export function* eachModel(models: SelectedModels): Generator<DatasetModel> {
  for (let index = 0; index < models.indices.length; index += 1) yield selectedModel(models, index);
}

/**
 * The texts of a model's tags or categories as tables write them: distinct, sorted by code unit. Labels with different
 * slugs may show the same text, and one of control characters alone shows none.
 */
export function shownLabels(labels: readonly Label[] | null): readonly string[] {
  const shown = new Set((labels ?? []).map((label) => label.name));
  shown.delete('');
  return [...shown].sort();
}
