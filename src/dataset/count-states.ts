import type { NotComplete } from './dataset-facts';
import type { FrozenModel } from './freeze-models';

/** How far the lists of these models are known, counted and named. */
export function countStates(models: readonly FrozenModel[]) {
  const modelsByState = new Map<string, number>();
  const notComplete: NotComplete[] = [];
  for (const { uid, state, cause, complete } of models) {
    modelsByState.set(state, (modelsByState.get(state) ?? 0) + 1);
    if (!complete) notComplete.push({ mid: uid, state, cause });
  }
  return { modelsByState, notComplete, completeModels: models.length - notComplete.length };
}
