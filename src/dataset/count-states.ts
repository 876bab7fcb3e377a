import { eachModel, type ChosenModels } from './chosen-models';

/** How far the lists of these models are known. */
export function countStates(models: ChosenModels) {
  const modelsByState = new Map<string, number>();
  let completeModels = 0;
  for (const { state, complete } of eachModel(models)) {
    modelsByState.set(state, (modelsByState.get(state) ?? 0) + 1);
    if (complete) completeModels += 1;
  }
  return { modelsByState, completeModels };
}
