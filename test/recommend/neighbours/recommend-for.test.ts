import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { cosineRule } from '../../../src/recommend/neighbours/cosine';
import { likesAsFeatures } from '../../../src/recommend/neighbours/features';
import { itemWeightsScorer } from '../../../src/recommend/neighbours/item-weights-scorer';
import { allNeighbours, nearestItems } from '../../../src/recommend/neighbours/neighbour-rule';
import { recommendFor } from '../../../src/recommend/neighbours/recommend-for';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { someMatrix } from '../dense';

describe('a personal list', () => {
  it('has the scores of the baseline Item-kNN, without what is liked', () => {
    fc.assert(
      fc.property(someMatrix, (matrix) => {
        const likes = interactionsOf(matrix);
        const rule = cosineRule([likesAsFeatures(likes)], 10);
        const scorer = itemWeightsScorer(runToEnd(allNeighbours(rule, { limit: 3 })));
        const liked = rowOf(matrix, 0);
        const expected = new Float64Array(matrix.columnCount);
        scorer.score(0, liked, expected);
        for (const item of liked) expected[item] = 0;
        const { items, scores, becauseOf } = recommendFor(rule, liked, { neighbours: 3, limit: 1000 });
        const found = new Float64Array(matrix.columnCount);
        items.forEach((item, at) => (found[item] = scores[at]!));
        // The baseline keeps weights in single precision.
        found.forEach((score, item) => expect(score).toBeCloseTo(expected[item]!, 5));
        for (const item of items) {
          const says = (source: number) => {
            const near = nearestItems(rule, source, 3);
            return near.scores[near.items.indexOf(item)] ?? 0;
          };
          const voices = Array.from(liked).filter((source) => says(source) > 0);
          expect(Array.from(becauseOf(item))).toEqual(voices.sort((a, b) => says(b) - says(a) || a - b));
        }
      }),
    );
  });

  it('is empty for nobody, and counts an item that is named twice once', () => {
    const likes = interactionsOf({
      rowCount: 2,
      columnCount: 3,
      starts: Uint32Array.of(0, 2, 4),
      columns: Uint32Array.of(0, 1, 0, 2),
    });
    const rule = cosineRule([likesAsFeatures(likes)]);
    const list = (...liked: number[]) =>
      recommendFor(rule, Uint32Array.from(liked), { neighbours: 9, limit: 9 });
    expect(list().items.length).toBe(0);
    expect([...list(0, 0).scores]).toEqual([...list(0).scores]);
  });
});
