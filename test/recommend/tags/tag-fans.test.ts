import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { tagFans } from '../../../src/recommend/tags/tag-fans';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { transpose } from '../../../src/recommend/matrix/transpose';
import { denseOf, range, someMatrix, sum } from '../dense';
import { plantWorld } from '../planted-world';

const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, at) => value * b[at]!));

describe('the fans of a tag', () => {
  it('are near to items as the formula says, without what an item says for itself', () => {
    fc.assert(
      fc.property(someMatrix, fc.integer({ min: 1, max: 5 }), (matrix, every) => {
        const likes = interactionsOf(matrix);
        const rows = denseOf(likes.byItem);
        const tagged = range(rows.length).filter((item) => item % every === 0);
        const { items, scores } = tagFans(likes, Uint32Array.from(tagged)).nearest(1000);
        const expected = rows.map((row, item) => {
          const others = tagged.filter((other) => other !== item && sum(rows[other]!) > 0);
          const direction = range(matrix.rowCount).map((user) =>
            sum(others.map((other) => rows[other]![user]! / Math.sqrt(sum(rows[other]!)))),
          );
          const product = dot(row, direction);
          return product === 0 ? 0 : product / Math.sqrt((sum(row) + 5) * dot(direction, direction));
        });
        const found = new Map(Array.from(items, (item, at) => [item, scores[at]!]));
        expected.forEach((score, item) => expect(found.get(item) ?? 0).toBeCloseTo(score, 6));
        expect([...scores]).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('are counted without those who like nothing of the tag but the item itself', () => {
    fc.assert(
      fc.property(someMatrix, (matrix) => {
        const likes = interactionsOf(matrix);
        const rows = denseOf(likes.byItem);
        const tagged = range(rows.length).filter((item) => item % 2 === 0);
        const { countFans } = tagFans(likes, Uint32Array.from(tagged));
        rows.forEach((row, item) => {
          const fans = range(matrix.rowCount).filter(
            (user) => row[user] === 1 && tagged.some((other) => other !== item && rows[other]![user] === 1),
          );
          expect(countFans(item)).toBe(fans.length);
        });
      }),
    );
  });

  it('lead to the items of their taste in a planted world, with and without the tag', () => {
    const world = plantWorld({ users: 400, items: 200, likes: 5000, groups: 5, seed: 11 });
    const carriers = rowOf(transpose(world.itemTags), 4).filter((_, at) => at % 2 === 0);
    const { items } = tagFans(interactionsOf(world.likes), carriers).nearest(20);
    const own = Array.from(items).filter((item) => world.groupOfItem(item) === 2);
    expect(own.length).toBeGreaterThanOrEqual(18);
    expect(own.some((item) => !carriers.includes(item))).toBe(true);
  });
});
