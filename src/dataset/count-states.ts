import { eachModel, type ChosenModels } from './chosen-models';
import type { NotComplete } from './dataset-facts';

/** How far the lists of these models are known, counted and named. */
export function countStates(models: ChosenModels) {
  const modelsByState = new Map<string, number>();
  const notComplete: NotComplete[] = [];
  for (const { uid, state, cause, complete } of eachModel(models)) {
    modelsByState.set(state, (modelsByState.get(state) ?? 0) + 1);
    if (!complete) notComplete.push({ mid: uid, state, cause });
  }
  return { modelsByState, notComplete, completeModels: models.places.length - notComplete.length };
}
