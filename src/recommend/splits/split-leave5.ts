import type { Computation } from '../computation/computation';
import { rowLength, rowOf } from '../matrix/binary-matrix';
import { matrixOfRows } from '../matrix/matrix-of-rows';
import { drawEvaluationUsers } from './draw-evaluation-users';
import type { EvaluationPart, Split, SplitInput } from './split';
import { checkSeed, orderByKey, splitKey } from './split-key';

/** How many likes of each are hidden. */
const hiddenPerUser = 5;

/** Whoever has fewer likes would have fewer left than are hidden. */
const fewestLikes = 2 * hiddenPerUser;

const shareOfUsers = 0.2;

/**
 * rec-a-sketch's split, with a part for validation beside it: a fifth of all users each, out of those with ten likes
 * or more, by key; five likes of each are hidden, by key. All users and items stay in training.
 */
export function* splitLeave5({ likes, userId, itemId, seed }: SplitInput): Computation<Split> {
  checkSeed(seed);
  const users = Uint32Array.from({ length: likes.rowCount }, (_, user) => user);
  const eligible = orderByKey(
    users.filter((user) => rowLength(likes, user) >= fewestLikes),
    (user) => splitKey(seed, userId(user)),
  );
  const drawn = drawEvaluationUsers(eligible, Math.floor(shareOfUsers * likes.rowCount));

  const hidden = new Map<number, Uint32Array>();
  const evaluated = [...drawn.test, ...drawn.validation];
  for (const user of evaluated) {
    const keys = (item: number) => splitKey(seed, userId(user), itemId(item));
    hidden.set(user, orderByKey(rowOf(likes, user), keys).slice(0, hiddenPerUser));
    yield hidden.size / evaluated.length;
  }

  const hiddenOf = (user: number) => hidden.get(user) ?? new Uint32Array(0);
  const remaining = (user: number) => {
    const gone = hiddenOf(user);
    return rowOf(likes, user).filter((item) => !gone.includes(item));
  };
  const { rowCount, columnCount } = likes;
  const part = (of: Uint32Array): EvaluationPart => ({
    users: of,
    known: matrixOfRows(of.length, columnCount, (row) => remaining(of[row]!)),
    hidden: matrixOfRows(of.length, columnCount, (row) => hiddenOf(of[row]!)),
  });
  return {
    protocol: 'leave5',
    items: Uint32Array.from({ length: columnCount }, (_, item) => item),
    trainUsers: users,
    train: matrixOfRows(rowCount, columnCount, remaining),
    validation: part(drawn.validation),
    test: part(drawn.test),
  };
}
