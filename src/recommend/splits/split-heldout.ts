import type { Computation } from '../computation/computation';
import { rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import { matrixOfRows } from '../matrix/matrix-of-rows';
import { drawEvaluationUsers } from './draw-evaluation-users';
import type { EvaluationPart, Split, SplitInput } from './split';
import { checkSeed, orderByKey, splitKey } from './split-key';

const shareOfUsers = 0.1;
const shareOfLikes = 0.2;

/** Of fewer likes no whole one is a fifth. */
const fewestLikes = 5;

/**
 * The split of Mult-VAE, EASE and iALS: a tenth of the users each for test and validation, by key, none of whose likes
 * are in training; only items that training users like; a fifth of the likes of each one hidden, by key and rounded
 * down, and the rest known. Who has fewer than five likes of such items has nothing hidden, and is left out.
 */
export function* splitHeldout({ likes, userId, itemId, seed }: SplitInput): Computation<Split> {
  checkSeed(seed);
  const all = Uint32Array.from({ length: likes.rowCount }, (_, user) => user);
  const byKey = orderByKey(all, (user) => splitKey(seed, userId(user)));
  const drawn = drawEvaluationUsers(byKey, Math.floor(shareOfUsers * likes.rowCount));
  const evaluated = new Set([...drawn.test, ...drawn.validation]);
  const trainUsers = all.filter((user) => !evaluated.has(user));
  const { items, columnOf } = likedItems(likes, trainUsers);

  const likedOf = (user: number) => Array.from(rowOf(likes, user)).filter((item) => columnOf[item]! >= 0);
  const columns = (liked: Iterable<number>) => Array.from(liked, (item) => columnOf[item]!);

  function* part(of: Uint32Array): Computation<EvaluationPart> {
    const users = of.filter((user) => likedOf(user).length >= fewestLikes);
    const known: number[][] = [];
    const hidden: number[][] = [];
    for (const user of users) {
      const ordered = orderByKey(likedOf(user), (item) => splitKey(seed, userId(user), itemId(item)));
      const count = Math.floor(shareOfLikes * ordered.length);
      hidden.push(columns(ordered.subarray(0, count)));
      known.push(columns(ordered.subarray(count)));
      yield known.length / users.length;
    }
    return {
      users,
      known: matrixOfRows(users.length, items.length, (row) => known[row]!),
      hidden: matrixOfRows(users.length, items.length, (row) => hidden[row]!),
    };
  }

  const train = matrixOfRows(trainUsers.length, items.length, (row) => columns(likedOf(trainUsers[row]!)));
  const validation = yield* part(drawn.validation);
  const test = yield* part(drawn.test);
  return { protocol: 'heldout', items, trainUsers, train, validation, test };
}

/** The items that these users like, and the column that each gets: -1 for the others. */
function likedItems(likes: BinaryMatrix, users: Uint32Array): { items: Uint32Array; columnOf: Int32Array } {
  const columnOf = new Int32Array(likes.columnCount).fill(-1);
  for (const user of users) for (const item of rowOf(likes, user)) columnOf[item] = 0;
  const items = Uint32Array.from(columnOf.keys()).filter((item) => columnOf[item] === 0);
  items.forEach((item, column) => (columnOf[item] = column));
  return { items, columnOf };
}
