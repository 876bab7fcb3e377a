import type { PracticeModel } from '../../../practice/world/practice-model';
import type { World } from '../../../practice/world/world';
import { currentPages, type KeptState } from './kept-state';

/** Compares a finished crawl with the world, like by like and by raw ids. Returns a sentence for each difference. */
export function differencesFromWorld(
  state: KeptState,
  world: World,
  models: readonly PracticeModel[],
): string[] {
  const kept = new Map(state.models.map((model) => [model.uid, model]));
  const strangers = [...kept.keys()].filter((uid) => !models.some((model) => model.uid === uid));
  const differences = models.flatMap((model) => {
    const row = kept.get(model.uid);
    if (!row) return [`${model.uid} is lost`];
    const stored = currentPages(state, row).flatMap(({ userUids }) => userUids);
    const truth = new Set(world.likersOf(model).map(({ uid }) => uid));
    const lost = [...truth].filter((uid) => !stored.includes(uid)).length;
    const foreign = stored.filter((uid) => !truth.has(uid)).length;
    const doubled = stored.length - new Set(stored).size;
    const wrong = [
      lost > 0 && `${lost} likes lost`,
      foreign > 0 && `${foreign} likes of nobody`,
      doubled > 0 && `${doubled} likes doubled`,
      row.state !== 'complete' && `it is ${row.state}`,
    ];
    return wrong.filter((one) => one !== false).map((one) => `${model.uid}: ${one}`);
  });
  return [...strangers.map((uid) => `${uid} is no model that was captured`), ...differences];
}
