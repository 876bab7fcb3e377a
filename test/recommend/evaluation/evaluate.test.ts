import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { bootstrap } from '../../../src/recommend/evaluation/bootstrap';
import { evaluate } from '../../../src/recommend/evaluation/evaluate';
import { listStatistics } from '../../../src/recommend/evaluation/list-statistics';
import { rankLists } from '../../../src/recommend/evaluation/ranked-lists';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { createRandom } from '../../../src/recommend/numeric/random';
import { itemsByPopularity, popularityScorer } from '../../../src/recommend/popularity';
import type { Scorer } from '../../../src/recommend/scorer';
import { matrixOf, range, someMatrix, sum } from '../dense';

/** Scores that are the same for all users; items with 0 are not scored. */
const scorerOf = (values: readonly number[], minScore = 0): Scorer => ({
  itemCount: values.length,
  minScore,
  score: (_user, _liked, scores) => scores.set(values),
});

const part = (known: ReturnType<typeof matrixOf>) => ({
  users: Uint32Array.from({ length: known.rowCount }, (_, row) => row),
  known,
});

describe('ranked lists', () => {
  const options = { length: 3, popular: Uint32Array.of(4, 3, 2, 1, 0) };
  const rank = (scores: number[], known: number[], more = {}) =>
    runToEnd(rankLists(scorerOf(scores), part(matrixOf([known])), { ...options, ...more }));

  it('hold the best items that the user is not known to like', () => {
    expect([...rank([5, 4, 3, 2, 1], [1, 0, 0, 0, 0]).items]).toEqual([1, 2, 3]);
  });

  it('can include known likes, as in rec-a-sketch', () => {
    expect([...rank([5, 4, 3, 2, 1], [1, 0, 0, 0, 0], { hidesKnown: false }).items]).toEqual([0, 1, 2]);
  });

  it('put the smaller index first if scores are equal', () => {
    expect([...rank([1, 1, 1, 1, 1], [0, 0, 0, 0, 0]).items]).toEqual([0, 1, 2]);
  });

  it('are filled up with popular items that are new to the user, and give the share of them', () => {
    const lists = rank([0, 7, 0, 0, 0], [0, 0, 0, 0, 1]);
    expect([...lists.items]).toEqual([1, 3, 2]);
    expect(lists.filledShare).toBeCloseTo(2 / 3, 12);
  });

  it('are shorter if there are no more items', () => {
    expect([...rank([1, 1, 1, 1, 1], [1, 1, 1, 1, 0]).sizes]).toEqual([1]);
  });

  it('never hold an item twice, or a known one', () => {
    fc.assert(
      fc.property(someMatrix, fc.integer({ min: 1, max: 6 }), (likes, length) => {
        const popular = itemsByPopularity(interactionsOf(likes));
        const scores = range(likes.columnCount).map((item) => item % 3);
        const lists = runToEnd(rankLists(scorerOf(scores), part(likes), { length, popular }));
        for (const row of range(likes.rowCount)) {
          const list = [...lists.items.subarray(row * length, row * length + lists.sizes[row]!)];
          const known = [...rowOf(likes, row)];
          expect(new Set([...list, ...known]).size).toBe(list.length + known.length);
          expect(list).toHaveLength(Math.min(length, likes.columnCount - known.length));
        }
      }),
    );
  });
});

describe('statistics of lists', () => {
  const train = interactionsOf(
    matrixOf([
      [1, 1, 0, 0],
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 1, 1, 0],
    ]),
  );
  const listed = (...items: number[]) => ({
    length: 1,
    items: Uint32Array.from(items),
    sizes: new Uint32Array(items.length).fill(1),
    filledShare: 0,
  });

  it('equal those computed by hand', () => {
    const found = listStatistics(listed(0, 0, 1, 3), train, 1);
    // Counts ascending 0 1 1 2: (-3)0 + (-1)1 + (1)1 + (3)2 = 6, over 4 items and 4 places.
    expect(found).toEqual({
      coverage: 0.75,
      gini: 6 / 16,
      novelty: (0 + 0 + 1 + 2) / 4,
      popularity: (4 + 4 + 2 + 0) / 4,
    });
  });

  it('have a Gini of 0 if all items are listed equally often', () => {
    expect(listStatistics(listed(0, 1, 2, 3), train, 1)).toMatchObject({ gini: 0, coverage: 1 });
  });

  it('are NaN without lists', () => {
    expect(Object.values(listStatistics(listed(), train, 1))).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('the confidence interval of a mean', () => {
  it('extends about two standard errors to either side', () => {
    const random = createRandom(5);
    const values = Float64Array.from({ length: 2000 }, () => random.uniform());
    const [interval] = runToEnd(bootstrap([values], { resamples: 2000 }));
    const error = Math.sqrt(1 / 12 / 2000);
    expect(interval!.mean).toBeCloseTo(sum(values) / 2000, 12);
    expect((interval!.high - interval!.low) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
    expect(interval!.low).toBeLessThan(interval!.mean);
    expect(interval!.high).toBeGreaterThan(interval!.mean);
  });

  it('is a point if all values are equal, and is the same for the same seed', () => {
    const alike = runToEnd(bootstrap([new Float64Array(10).fill(0.25)]));
    expect(alike).toEqual([{ mean: 0.25, low: 0.25, high: 0.25 }]);
    const values = Float64Array.from(range(30));
    expect(runToEnd(bootstrap([values]))).toEqual(runToEnd(bootstrap([values])));
    expect(runToEnd(bootstrap([values]))).not.toEqual(runToEnd(bootstrap([values], { seed: 2 })));
  });
});

describe('an evaluation', () => {
  it('measures the same lists at each cutoff', () => {
    const train = interactionsOf(
      matrixOf([
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [0, 1, 0, 0],
      ]),
    );
    const hidden = matrixOf([
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
    const split = { users: Uint32Array.of(0, 1, 2), known: train.byUser, hidden };
    const { measured } = runToEnd(evaluate(popularityScorer(train), train, split, { cutoffs: [1, 3] }));
    // Lists: 1 2 3, then 2 3, then 0 2 3.
    expect(measured.map(({ k, intervals }) => [k, intervals.recall.mean])).toEqual([
      [1, 2 / 3],
      [3, 1],
    ]);
    expect([...measured[1]!.perUser.ndcg]).toEqual([1, 1, 1 / Math.log2(4)]);
  });
});
