import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankedLists } from '../../../src/recommend/evaluation/ranked-lists';
import { userMetrics } from '../../../src/recommend/evaluation/user-metrics';
import { matrixOfRows } from '../../../src/recommend/matrix/matrix-of-rows';
import { range, sum } from '../dense';

const itemCount = 15;

function listsOf(lists: readonly (readonly number[])[], length: number): RankedLists {
  const items = new Uint32Array(lists.length * length);
  lists.forEach((list, row) => items.set(list, row * length));
  return { length, items, sizes: Uint32Array.from(lists, (list) => list.length), filledShare: 0 };
}

const hiddenOf = (rows: readonly (readonly number[])[]) =>
  matrixOfRows(rows.length, itemCount, (row) => rows[row]!);

describe('metrics of a list', () => {
  it('equal those computed by hand for five items with hits at 1 and 4 and three hidden likes', () => {
    const metrics = userMetrics(listsOf([[7, 1, 2, 9, 3]], 5), hiddenOf([[7, 9, 14]]), 5);
    const ideal = 1 + 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(metrics.recall[0]).toBeCloseTo(2 / 3, 12);
    expect(metrics.cappedRecall[0]).toBeCloseTo(2 / 3, 12);
    expect(metrics.ndcg[0]).toBeCloseTo((1 + 1 / Math.log2(5)) / ideal, 12);
    expect(metrics.map[0]).toBeCloseTo((1 + 2 / 4) / 3, 12);
    expect(metrics.precision[0]).toBeCloseTo(2 / 5, 12);
  });

  it('cap the findable likes at the length of the list if they are defined so', () => {
    const metrics = userMetrics(listsOf([[1, 2]], 2), hiddenOf([[1, 2, 3, 4]]), 2);
    expect(Object.values(metrics).map(([value]) => value)).toEqual([0.5, 1, 1, 1, 1]);
  });

  it('leave out users without hidden likes', () => {
    const { recall } = userMetrics(listsOf([[1], [2], [3]], 1), hiddenOf([[1], [], [4]]), 1);
    expect([...recall]).toEqual([1, 0]);
  });

  it('follow their definitions for any lists', () => {
    const world = fc.record({
      lists: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: itemCount - 1 }), { maxLength: 8 }), {
        minLength: 5,
        maxLength: 5,
      }),
      hidden: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: itemCount - 1 }), { minLength: 1 }), {
        minLength: 5,
        maxLength: 5,
      }),
      k: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(world, ({ lists, hidden, k }) => {
        const metrics = userMetrics(listsOf(lists, 8), hiddenOf(hidden), k);
        for (const user of range(5)) {
          const hits = lists[user]!.slice(0, k).map((item) => (hidden[user]!.includes(item) ? 1 : 0));
          const most = Math.min(k, hidden[user]!.length);
          const gain = (values: readonly number[]) => sum(values.map((hit, at) => hit / Math.log2(at + 2)));
          const precisionAt = (at: number) => sum(hits.slice(0, at + 1)) / (at + 1);
          expect(metrics.recall[user]).toBeCloseTo(sum(hits) / hidden[user]!.length, 12);
          expect(metrics.cappedRecall[user]).toBeCloseTo(sum(hits) / most, 12);
          expect(metrics.precision[user]).toBeCloseTo(sum(hits) / k, 12);
          expect(metrics.ndcg[user]).toBeCloseTo(gain(hits) / gain(new Array<number>(most).fill(1)), 12);
          expect(metrics.map[user]).toBeCloseTo(sum(hits.map((hit, at) => hit * precisionAt(at))) / most, 12);
        }
      }),
    );
  });

  it('are refused beyond the length of the lists', () => {
    expect(() => userMetrics(listsOf([[1]], 1), hiddenOf([[1]]), 2)).toThrow('cannot be measured at 2');
  });
});
