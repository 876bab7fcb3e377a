import { randomFrom } from './random';

/**
 * The user indexes who like one model, newest first, each once. Users are numbered by activity: the chance of
 * one falls with a power of the index, so that of 62,583 users with 632,840 likes the first has one or two thousand.
 */
export function drawLikers(
  seed: number,
  modelIndex: number,
  count: number,
  users: number,
): readonly number[] {
  const random = randomFrom(seed, modelIndex, 3);
  const draw = () => {
    const user = Math.floor(random() ** 2.4 * (users + 1)) - 1; // minus one, or the first would like half of everything
    return user >= 0 ? user : Math.floor(random() * users);
  };
  const likers = new Set<number>();
  // No model is liked by more than half of all users, so a new liker is found quickly.
  while (likers.size < count) likers.add(draw());
  return [...likers];
}
