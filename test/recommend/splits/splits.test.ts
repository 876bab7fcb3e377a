import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import {
  checkBinaryMatrix,
  rowLength,
  rowOf,
  type BinaryMatrix,
} from '../../../src/recommend/matrix/binary-matrix';
import { matrixOfRows } from '../../../src/recommend/matrix/matrix-of-rows';
import { auditSplit } from '../../../src/recommend/splits/audit-split';
import { splitHeldout } from '../../../src/recommend/splits/split-heldout';
import { splitLeave5 } from '../../../src/recommend/splits/split-leave5';
import type { EvaluationPart, Split, SplitInput } from '../../../src/recommend/splits/split';
import { range, sum } from '../dense';
import { plantWorld } from '../planted-world';

const seed = '0123456789abcdef0123456789abcdef';
const { likes } = plantWorld({ users: 300, items: 120, likes: 3600, groups: 4, seed: 8 });
const userId = (user: number) => `u${user}`;
const itemId = (item: number) => `m${item}`;
const input: SplitInput = { likes, userId, itemId, seed };

/** The key as documented, with another SHA-256: 12 hex digits compare like 6 bytes. */
const keyOf = (...ids: string[]) =>
  createHash('sha256')
    .update([seed, ...ids].join('|'))
    .digest('hex')
    .slice(0, 12);

const byKey = <Value>(values: Iterable<Value>, key: (value: Value) => string) =>
  [...values].sort((a, b) => (key(a) < key(b) ? -1 : 1));

const parts = ({ validation, test }: Split) => [validation, test];

/** Each like of some rows as `user item`, with the ids of the whole dataset. */
function pairsOf(matrix: BinaryMatrix, users: Uint32Array, items: Uint32Array): string[] {
  return range(matrix.rowCount).flatMap((row) =>
    Array.from(rowOf(matrix, row), (item) => `${userId(users[row]!)} ${itemId(items[item]!)}`),
  );
}

const allOf = (matrix: BinaryMatrix) =>
  pairsOf(matrix, Uint32Array.from(range(300)), Uint32Array.from(range(120)));

describe('leave5', () => {
  const split = runToEnd(splitLeave5(input));

  it('hides five likes, chosen by key, of a fifth of all users, taken from those with at least ten', () => {
    const eligible = range(300).filter((user) => rowLength(likes, user) >= 10);
    expect(eligible.length).toBeGreaterThan(120);
    const drawn = byKey(eligible, (user) => keyOf(userId(user)));
    const ascending = (users: number[]) => users.sort((a, b) => a - b);
    expect([...split.test.users]).toEqual(ascending(drawn.slice(0, 60)));
    expect([...split.validation.users]).toEqual(ascending(drawn.slice(60, 120)));
    for (const { users, hidden } of parts(split)) {
      for (const [row, user] of users.entries()) {
        const first = byKey(rowOf(likes, user), (item) => keyOf(userId(user), itemId(item))).slice(0, 5);
        expect([...rowOf(hidden, row)]).toEqual(ascending(first));
      }
    }
  });

  it('loses no like and repeats none', () => {
    const hidden = parts(split).flatMap((part) => pairsOf(part.hidden, part.users, split.items));
    const train = pairsOf(split.train, split.trainUsers, split.items);
    expect([...train, ...hidden].sort()).toEqual(allOf(likes).sort());
    for (const matrix of [split.train, ...parts(split).flatMap(({ known, hidden: h }) => [known, h])])
      checkBinaryMatrix(matrix);
  });

  it('knows what each user likes in training', () => {
    for (const { users, known } of parts(split)) {
      for (const [row, user] of users.entries()) expect(rowOf(known, row)).toEqual(rowOf(split.train, user));
    }
  });

  it('gives each part half of the users with ten likes if there are too few', () => {
    const few = matrixOfRows(20, 30, (user) => range(user < 5 ? 12 : 4));
    const { test, validation, train } = runToEnd(splitLeave5({ ...input, likes: few }));
    expect([test.users.length, validation.users.length]).toEqual([2, 2]);
    expect(train.columns.length).toBe(few.columns.length - 20);
  });
});

describe('heldout', () => {
  const split = runToEnd(splitHeldout(input));

  it('holds back a tenth of the users with all their likes', () => {
    const drawn = byKey(range(300), (user) => keyOf(userId(user)));
    const evaluated = drawn.slice(0, 60);
    expect([...split.trainUsers].sort((a, b) => a - b)).toEqual(drawn.slice(60).sort((a, b) => a - b));
    for (const { users } of parts(split)) for (const user of users) expect(evaluated).toContain(user);
    expect(drawn.slice(0, 30)).toEqual(expect.arrayContaining([...split.test.users]));
  });

  it('hides a fifth of the likes of each, rounded down, chosen by key', () => {
    expect(split.test.users.length).toBeGreaterThan(10);
    for (const { users, known, hidden } of parts(split)) {
      for (const [row, user] of users.entries()) {
        const kept = [...rowOf(likes, user)].filter((item) => split.items.includes(item));
        const ordered = byKey(kept, (item) => keyOf(userId(user), itemId(item)));
        const ids = (columns: Uint32Array) => Array.from(columns, (column) => split.items[column]!);
        const count = Math.floor(kept.length / 5);
        expect(ids(rowOf(hidden, row)).sort()).toEqual(ordered.slice(0, count).sort());
        expect(ids(rowOf(known, row)).sort()).toEqual(ordered.slice(count).sort());
        expect(count).toBeGreaterThan(0);
      }
    }
  });

  it('contains only items that someone in training likes', () => {
    const liked = new Set(split.train.columns);
    expect(liked.size).toBe(split.items.length);
    expect(auditSplit(split).test.coldItems).toBe(0);
  });
});

describe.each([
  ['leave5', splitLeave5],
  ['heldout', splitHeldout],
] as const)('%s', (_name, split) => {
  const hiddenOf = (made: Split, part: EvaluationPart, of: SplitInput) =>
    range(part.hidden.rowCount)
      .flatMap((row) =>
        Array.from(
          rowOf(part.hidden, row),
          (item) => `${of.userId(part.users[row]!)} ${of.itemId(made.items[item]!)}`,
        ),
      )
      .sort();

  it('is the same in any order of users and items', () => {
    const turned: SplitInput = {
      likes: matrixOfRows(300, 120, (user) => Array.from(rowOf(likes, 299 - user), (item) => 119 - item)),
      userId: (user) => userId(299 - user),
      itemId: (item) => itemId(119 - item),
      seed,
    };
    const [one, other] = [runToEnd(split(input)), runToEnd(split(turned))];
    expect(hiddenOf(other, other.test, turned)).toEqual(hiddenOf(one, one.test, input));
  });

  it('differs with the seed', () => {
    const one = runToEnd(split(input));
    const other = runToEnd(split({ ...input, seed: 'f'.repeat(32) }));
    expect(hiddenOf(other, other.test, input)).not.toEqual(hiddenOf(one, one.test, input));
  });

  it.each(['', 'F'.repeat(32), 'f'.repeat(31)])('refuses the seed %j', (bad) => {
    expect(() => runToEnd(split({ ...input, seed: bad }))).toThrow('32 hex digits');
  });

  it('agrees with its audit', () => {
    const made = runToEnd(split(input));
    const { train, test } = auditSplit(made);
    expect(train.likes).toBe(made.train.columns.length);
    expect(test.users).toBe(made.test.users.length);
    expect(test.hiddenLikes).toBe(
      sum(range(made.test.hidden.rowCount).map((row) => rowLength(made.test.hidden, row))),
    );
    const known = new Set(made.train.columns);
    expect(test.coldItems).toBe(
      [...new Set(made.test.hidden.columns)].filter((item) => !known.has(item)).length,
    );
  });
});
