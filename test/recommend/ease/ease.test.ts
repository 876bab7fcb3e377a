import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { easeAndRest } from '../../../src/recommend/ease/ease-and-rest';
import { ease } from '../../../src/recommend/ease/ease';
import { invertInPlace } from '../../../src/recommend/ease/invert';
import { createTiles, entryAt } from '../../../src/recommend/ease/tiles';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { allNeighbours } from '../../../src/recommend/neighbours/neighbour-rule';
import { rp3betaRule } from '../../../src/recommend/neighbours/rp3beta';
import { itemsByPopularity } from '../../../src/recommend/popularity';
import { createRandom } from '../../../src/recommend/numeric/random';
import {
  denseOf,
  denseOfWeights,
  inverse,
  largestDifference,
  product,
  range,
  sum,
  transposed,
  type Dense,
} from '../dense';
import { plantWorld } from '../planted-world';

const likes = interactionsOf(plantWorld({ users: 150, items: 90, likes: 1200, groups: 5, seed: 2 }).likes);

/** B = I - P diag(1 / P_jj), for some of the items. */
function denseEase(matrix: Dense, regularization: number): Dense {
  const squares = product(transposed(matrix), matrix);
  const p = inverse(squares.map((row, i) => row.map((value, j) => value + (i === j ? regularization : 0))));
  return p.map((row, i) => row.map((value, j) => (i === j ? 0 : -value / p[j]![j]!)));
}

describe('a matrix in tiles', () => {
  // Less than a tile, a tile, a little more, and several.
  it.each([1, 31, 32, 33, 100])('of %d lines is inverted in place', (lines) => {
    const random = createRandom(lines);
    const half = range(lines).map(() => range(lines).map(() => random.uniform() - 0.5));
    const matrix = product(half, transposed(half)).map((row, i) =>
      row.map((value, j) => value + (i === j ? 1 : 0)),
    );
    const tiles = createTiles(lines);
    for (const i of range(tiles.size)) {
      for (const j of range(i + 1)) tiles.values[entryAt(i, j)] = matrix[i]?.[j] ?? (i === j ? 1 : 0);
    }
    const shares = [...invertInPlace(tiles)];
    const found = range(lines).map((i) =>
      range(lines).map((j) => tiles.values[entryAt(Math.max(i, j), Math.min(i, j))]!),
    );
    expect(largestDifference(found, inverse(matrix))).toBeLessThan(1e-10);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('without an inverse is refused', () => {
    expect(() => runToEnd(invertInPlace(createTiles(3)))).toThrow('not positive definite');
  });
});

describe('EASE', () => {
  it('equals the formula with a dense inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), (regularization) => {
        const weights = runToEnd(ease(likes, { regularization, itemLimit: 90, weightLimit: 90 }));
        const expected = denseEase(denseOf(likes.byUser), regularization);
        expect(largestDifference(denseOfWeights(weights), expected)).toBeLessThan(1e-6);
      }),
      { numRuns: 5 },
    );
  });

  it('uses only the most liked items, as if there were no others', () => {
    const taken = [...itemsByPopularity(likes).subarray(0, 40)].sort((a, b) => a - b);
    const weights = denseOfWeights(
      runToEnd(ease(likes, { regularization: 20, itemLimit: 40, weightLimit: 40 })),
    );
    const expected = denseEase(
      denseOf(likes.byUser).map((row) => taken.map((item) => row[item]!)),
      20,
    );
    expect(
      largestDifference(
        taken.map((i) => taken.map((j) => weights[i]![j]!)),
        expected,
      ),
    ).toBeLessThan(1e-6);
    expect(sum(weights.flat().map(Math.abs))).toBeCloseTo(sum(expected.flat().map(Math.abs)), 3);
  });

  it('keeps the weights of each target with the largest magnitude', () => {
    const all = denseOfWeights(runToEnd(ease(likes, { regularization: 20, itemLimit: 90, weightLimit: 90 })));
    const kept = denseOfWeights(runToEnd(ease(likes, { regularization: 20, itemLimit: 90, weightLimit: 7 })));
    for (const target of range(90)) {
      const column = all.map((row) => row[target]!);
      const least = column.map(Math.abs).sort((a, b) => b - a)[6]!;
      expect(kept.map((row) => row[target]!)).toEqual(
        column.map((value) => (Math.abs(value) >= least ? value : 0)),
      );
    }
  });

  it('refuses more items than it can invert', () => {
    expect(() => runToEnd(ease(likes, { regularization: 1, itemLimit: 4001, weightLimit: 1 }))).toThrow(
      'at most 4000',
    );
  });

  it('leaves other pairs to another recommender, on its own scale', () => {
    const taken = new Set(itemsByPopularity(likes).subarray(0, 50));
    const takesPart = Uint8Array.from(range(90), (item) => (taken.has(item) ? 1 : 0));
    const own = runToEnd(ease(likes, { regularization: 20, itemLimit: 50, weightLimit: 50 }));
    const rest = runToEnd(allNeighbours(rp3betaRule(likes), { limit: 90 }));
    const [a, b] = [denseOfWeights(own), denseOfWeights(rest)];
    const positive = (rows: Dense) =>
      sum(rows.flatMap((row, item) => (taken.has(item) ? row.map((value) => Math.max(0, value)) : [])));
    const scale = positive(a) / positive(b);
    const expected = a.map((row, i) =>
      row.map((value, j) => (taken.has(i) && taken.has(j) ? value : scale * b[i]![j]!)),
    );
    const both = denseOfWeights(easeAndRest(own, rest, takesPart));
    expect(largestDifference(both, expected)).toBeLessThan(1e-6);
  });
});
