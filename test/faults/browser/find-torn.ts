import { currentPages, type KeptModel, type KeptState } from './kept-state';

/** Returns a sentence for each inconsistency that no kill may leave: rows of one step without the others. */
export function findTorn(state: KeptState): string[] {
  const { models, counters } = state;
  const likes = models.reduce((sum, { likesCollected }) => sum + likesCollected, 0);
  const users = new Set(models.flatMap((model) => usersOf(state, model)));
  const sums = [
    differ('models counted', counters.models, models.length),
    differ('likes counted', counters.likes, likes),
    differ('users counted', counters.users, users.size),
  ];
  return [...sums, ...models.flatMap((model) => tornModel(state, model))].filter((one) => one !== null);
}

function tornModel(state: KeptState, model: KeptModel): (string | null)[] {
  const indexes = currentPages(state, model).map(({ index }) => index);
  const hasGap = indexes.some((index, i) => index !== i);
  return [
    differ(`likes of ${model.uid}`, model.likesCollected, new Set(usersOf(state, model)).size),
    hasGap ? `pages of ${model.uid} are ${indexes.join(' ')}` : null,
  ];
}

const usersOf = (state: KeptState, model: KeptModel) =>
  currentPages(state, model).flatMap(({ userUids }) => userUids);

const differ = (what: string, said: number, real: number) =>
  said === real ? null : `${what}: ${said}, and there are ${real}`;
