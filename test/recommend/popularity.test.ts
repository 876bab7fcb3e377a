import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../../src/recommend/matrix/interactions';
import { itemsByPopularity, popularityScorer } from '../../src/recommend/popularity';
import { matrixOf } from './dense';

const likes = interactionsOf(
  matrixOf([
    [0, 1, 1, 0],
    [0, 1, 1, 1],
    [0, 0, 0, 1],
  ]),
);

describe('popularity', () => {
  it('puts the most liked items first, and the smaller index first among equally liked ones', () => {
    expect([...itemsByPopularity(likes)]).toEqual([1, 2, 3, 0]);
  });

  it('scores all items by their likes, including those without any', () => {
    const scorer = popularityScorer(likes);
    const scores = new Float64Array(4);
    scorer.score(0, new Uint32Array(0), scores);
    expect([...scores]).toEqual([0, 2, 2, 2]);
    expect(scorer.minScore).toBeLessThan(0);
  });
});
