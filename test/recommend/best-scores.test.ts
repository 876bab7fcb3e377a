import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBestScores, lowestKept, offer, takeBest } from '../../src/recommend/best-scores';

// Few distinct scores, so that most are tied.
const someScores = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 40 });

describe('the best of many scores', () => {
  it('are those that a full sort would put first, whatever their order', () => {
    fc.assert(
      fc.property(
        someScores,
        fc.integer({ min: 0, max: 12 }),
        fc.func(fc.integer()),
        (scores, limit, orderOf) => {
          const expected = scores
            .map((score, item) => ({ item, score }))
            .sort((a, b) => b.score - a.score || a.item - b.item)
            .slice(0, limit);
          const best = createBestScores(limit);
          const offered = scores.map((_, item) => item).sort((a, b) => orderOf(a) - orderOf(b));
          for (const item of offered) offer(best, item, scores[item]!);
          if (limit > 0 && scores.length >= limit) expect(lowestKept(best)).toBe(expected.at(-1)!.score);
          const { items, scores: kept } = takeBest(best);
          expect([...items]).toEqual(expected.map(({ item }) => item));
          expect([...kept]).toEqual(expected.map(({ score }) => score));
          expect(best.size).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
