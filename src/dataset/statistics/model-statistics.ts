import type { DatasetModel } from '../dataset-source';
import { type SelectedModels, eachModel, shownLabels } from '../snapshot/selected-models';
import { type Distribution, distributionOf } from './distribution';

export type ModelStatistics = {
  readonly models: number;
  readonly modelsByState: ReadonlyMap<string, number>;
  /** Likes collected against the like counts that the site showed. Above 100 % if likes were added after the count was seen. */
  readonly coverage: {
    /** Models with a like count shown by the site; the others are in none of these numbers. */
    readonly models: number;
    readonly shown: number;
    readonly collected: number;
    readonly percent: number | null;
    /** Over models whose count is not 0. */
    readonly percentPerModel: Distribution | null;
    readonly modelsWithFewer: number;
  };
  /** Known to have none. Models whose tags or categories are unknown are counted separately. */
  readonly modelsWithoutTags: number;
  readonly modelsWithoutCategories: number;
  readonly modelsWithUnknownTags: number;
  readonly modelsWithUnknownCategories: number;
  readonly distinctTags: number;
  /** Over models whose tags are known. */
  readonly tagsPerModel: Distribution | null;
};

export type ModelCounter = {
  /** `likesCollected` is the number before any filter, to compare with the count that the site shows. */
  readonly add: (
    model: Pick<DatasetModel, 'state' | 'likeCount' | 'tags' | 'categories'>,
    likesCollected: number,
  ) => void;
  readonly result: () => ModelStatistics;
};

/** Counts models one at a time, since all their labels at once would take too much memory. */
export function createModelCounter(): ModelCounter {
  const states = new Map<string, number>();
  const tags = new Set<string>();
  const tagsPerModel: number[] = [];
  const percents: number[] = [];
  const coverage = { models: 0, shown: 0, collected: 0, modelsWithFewer: 0 };
  const without = { modelsWithoutTags: 0, modelsWithoutCategories: 0 };
  const unknown = { modelsWithUnknownTags: 0, modelsWithUnknownCategories: 0 };
  let models = 0;

  function addCoverage(shown: number, collected: number) {
    coverage.models += 1;
    coverage.shown += shown;
    coverage.collected += collected;
    if (collected < shown) coverage.modelsWithFewer += 1;
    if (shown > 0) percents.push((100 * collected) / shown);
  }

  function addTags(labels: DatasetModel['tags']) {
    if (labels === null) {
      unknown.modelsWithUnknownTags += 1;
      return;
    }
    const names = shownLabels(labels);
    if (names.length === 0) without.modelsWithoutTags += 1;
    tagsPerModel.push(names.length);
    for (const name of names) tags.add(name);
  }

  return {
    add(model, likesCollected) {
      models += 1;
      states.set(model.state, (states.get(model.state) ?? 0) + 1);
      if (model.likeCount !== null) addCoverage(model.likeCount, likesCollected);
      addTags(model.tags);
      if (model.categories === null) unknown.modelsWithUnknownCategories += 1;
      else if (shownLabels(model.categories).length === 0) without.modelsWithoutCategories += 1;
    },
    result: () => ({
      models,
      modelsByState: states,
      coverage: {
        ...coverage,
        percent: coverage.shown === 0 ? null : (100 * coverage.collected) / coverage.shown,
        percentPerModel: distributionOf(Float64Array.from(percents).sort()),
      },
      ...without,
      ...unknown,
      distinctTags: tags.size,
      tagsPerModel: distributionOf(Uint32Array.from(tagsPerModel).sort()),
    }),
  };
}

/** How many of these models are in each state, and how many lists of likes are complete. */
export function countStates(models: SelectedModels) {
  const modelsByState = new Map<string, number>();
  let completeModels = 0;
  for (const { state, complete } of eachModel(models)) {
    modelsByState.set(state, (modelsByState.get(state) ?? 0) + 1);
    if (complete) completeModels += 1;
  }
  return { modelsByState, completeModels };
}
