import type { PracticeModel } from './world/practice-model';
import type { World } from './world/world';

export type ModelList = {
  readonly models: readonly PracticeModel[];
  /** The start of the next page, or `null` at the end. */
  readonly next: number | null;
};

/** Whether lists show the model to everyone. */
export function isListed({ isAgeRestricted, isProtected }: PracticeModel): boolean {
  return !isAgeRestricted && !isProtected;
}

/** A page of the matching models, most liked first. Positions are indexes of `world.byLikes`. */
export function listModels(
  world: World,
  fits: (model: PracticeModel) => boolean,
  { from, count }: { readonly from: number; readonly count: number },
): ModelList {
  const models: PracticeModel[] = [];
  for (let at = from; at < world.modelCount; at++) {
    const model = world.modelAt(world.byLikes[at]!);
    if (!fits(model)) continue;
    if (models.length === count) return { models, next: at };
    models.push(model);
  }
  return { models, next: null };
}
