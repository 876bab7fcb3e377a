import fc from 'fast-check';
import { stringAt, stringListOf, stringsOf } from '../../../src/dataset/columns/string-list';
import type { LikeMatrix } from '../../../src/dataset/likes/like-matrix';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';

/** A matrix from the users who like each model, in order of first occurrence. */
export function madeMatrix(likes: Readonly<Record<string, readonly string[]>>, duplicates = 0): LikeMatrix {
  const userUids = [...new Set(Object.values(likes).flat())] as UserUid[];
  const rows = Object.values(likes).map((users) => users.map((user) => userUids.indexOf(user as UserUid)));
  const starts = Uint32Array.from([0, ...rows.map((_, index) => rows.slice(0, index + 1).flat().length)]);
  return {
    modelUids: stringListOf(Object.keys(likes) as ModelUid[]),
    userUids: stringListOf(userUids),
    starts,
    users: Uint32Array.from(rows.flat()),
    duplicates,
  };
}

/** The likes of a matrix as `model user`, in matrix order. */
export function pairsOf({ modelUids, userUids, starts, users }: LikeMatrix): string[] {
  return [...stringsOf(modelUids)].flatMap((model, index) =>
    Array.from(
      users.subarray(starts[index], starts[index + 1]),
      (user) => `${model} ${stringAt(userUids, user)}`,
    ),
  );
}

/** Small enough for many runs, dense enough that dropping one drops others. */
export const someLikes = fc
  .array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 10 }), { maxLength: 10 })
  .map((rows) =>
    Object.fromEntries(
      rows.map((row, index) => [`m${String(index)}`, row.map((user) => `u${String(user)}`)]),
    ),
  );

/** About this many likes, with long tails on both sides; deterministic. */
export function largeMatrix(size: { models: number; users: number; likes: number }): LikeMatrix {
  let state = 1;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const users: number[] = [];
  const starts = new Uint32Array(size.models + 1);
  for (let model = 0; model < size.models; model += 1) {
    const wanted = (0.7 * size.likes * size.models ** -0.7) / (model + 1) ** 0.3;
    const row = new Set<number>();
    while (row.size < Math.min(wanted, size.users / 2)) row.add(Math.floor(chance() ** 6 * size.users));
    for (const user of row) users.push(user);
    starts[model + 1] = users.length;
  }
  return {
    modelUids: stringListOf(
      Array.from({ length: size.models }, (_, index) => `m${String(index)}` as ModelUid),
    ),
    userUids: stringListOf(Array.from({ length: size.users }, (_, index) => `u${String(index)}` as UserUid)),
    starts,
    users: Uint32Array.from(users),
    duplicates: 0,
  };
}
