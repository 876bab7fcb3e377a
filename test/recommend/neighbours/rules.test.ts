import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { cosineRule } from '../../../src/recommend/neighbours/cosine';
import { likesAsFeatures, tagsAsFeatures } from '../../../src/recommend/neighbours/features';
import { itemWeightsScorer } from '../../../src/recommend/neighbours/item-weights-scorer';
import { transposeItemWeights } from '../../../src/recommend/neighbours/item-weights';
import { countLikedBoth } from '../../../src/recommend/neighbours/liked-both';
import { likesAndTagsRule } from '../../../src/recommend/neighbours/likes-and-tags';
import {
  allNeighbours,
  nearestItems,
  type NeighbourRule,
} from '../../../src/recommend/neighbours/neighbour-rule';
import { rp3betaRule } from '../../../src/recommend/neighbours/rp3beta';
import {
  denseOf,
  denseOfWeights,
  largestDifference,
  matrixOf,
  range,
  someMatrix,
  sum,
  transposed,
  type Dense,
} from '../dense';

const all = { limit: 1000 };

/** Single precision keeps 24 bits. */
const single = 1e-6;

/** Users by items, and items by tags for the same items. */
const likesAndTags = someMatrix.chain((likes) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }), {
      minLength: likes.columnCount,
      maxLength: likes.columnCount,
    })
    .map((tags) => ({ likes, tags: matrixOf(tags) })),
);

const dot = (a: number[], b: number[]) => sum(a.map((value, at) => value * b[at]!));
const without = (item: number, row: number[]) => row.map((value, other) => (other === item ? 0 : value));
const orZero = (value: number) => (Number.isFinite(value) ? value : 0);

/** <i, j> / (|i| |j| + h) over rows of features, with nothing on the diagonal. */
function denseCosine(rows: Dense, shrinkage = 0): Dense {
  return rows.map((a, item) =>
    without(
      item,
      rows.map((b) => orZero(dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) + shrinkage))),
    ),
  );
}

/** Items by tags, each tag with its inverse document frequency. */
function denseTags(tags: Dense, weight = 1): Dense {
  const idf = transposed(tags).map((column) => weight * orZero(Math.log(tags.length / sum(column))));
  return tags.map((row) => row.map((value, tag) => value * idf[tag]!));
}

const weightsOf = (rule: NeighbourRule, options = all) => runToEnd(allNeighbours(rule, options));

describe('the cosine of items', () => {
  it('is that of their columns of likes, damped', () => {
    fc.assert(
      fc.property(someMatrix, fc.integer({ min: 0, max: 20 }), (likes, shrinkage) => {
        const rule = cosineRule([likesAsFeatures(interactionsOf(likes))], shrinkage);
        const expected = denseCosine(transposed(denseOf(likes)), shrinkage);
        expect(largestDifference(denseOfWeights(weightsOf(rule)), expected)).toBeLessThan(single);
      }),
    );
  });

  it('takes weighted tags as additional rows below the users', () => {
    fc.assert(
      fc.property(likesAndTags, ({ likes, tags }) => {
        const rule = cosineRule([likesAsFeatures(interactionsOf(likes)), tagsAsFeatures(tags, 0.5)]);
        const rows = transposed(denseOf(likes));
        const expected = denseTags(denseOf(tags), 0.5).map((row, item) => [...rows[item]!, ...row]);
        expect(largestDifference(denseOfWeights(weightsOf(rule)), denseCosine(expected))).toBeLessThan(
          single,
        );
      }),
    );
  });
});

describe('RP3beta', () => {
  it('is a random walk of two steps that holds back popular targets', () => {
    const parameter = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(someMatrix, parameter, parameter, (likes, alpha, beta) => {
        const users = denseOf(likes);
        const ofItem = transposed(users).map(sum);
        const expected = ofItem.map((n, i) =>
          without(
            i,
            ofItem.map((m, j) =>
              sum(
                users
                  .filter((user) => user[i] === 1 && user[j] === 1)
                  .map((user) => (1 / (n * sum(user))) ** alpha * m ** -beta),
              ),
            ),
          ),
        );
        const weights = weightsOf(rp3betaRule(interactionsOf(likes), { alpha, beta }));
        expect(largestDifference(denseOfWeights(weights), expected)).toBeLessThan(single);
      }),
    );
  });

  it('has rows that sum to one if normalized', () => {
    fc.assert(
      fc.property(someMatrix, (likes) => {
        const rule = rp3betaRule(interactionsOf(likes));
        const rows = denseOfWeights(weightsOf(rule, { limit: 3, sumToOne: true } as typeof all));
        for (const row of rows) expect([0, 1]).toContain(Math.round(sum(row) * 1e5) / 1e5);
      }),
    );
  });
});

describe('likes and tags', () => {
  it('are blended by how many likes an item has', () => {
    fc.assert(
      fc.property(likesAndTags, ({ likes, tags }) => {
        const rule = likesAndTagsRule(likesAsFeatures(interactionsOf(likes)), tagsAsFeatures(tags));
        const byLikes = denseCosine(transposed(denseOf(likes)));
        const byTags = denseCosine(denseTags(denseOf(tags)));
        const expected = byLikes.map((row, item) => {
          const b = 5 / (5 + sum(transposed(denseOf(likes))[item]!));
          return row.map((value, other) => (1 - b) * value + b * byTags[item]![other]!);
        });
        expect(largestDifference(denseOfWeights(weightsOf(rule)), expected)).toBeLessThan(single);
      }),
    );
  });
});

describe('the neighbours of an item', () => {
  it('are the K best of its own row, best first, without the item itself', () => {
    fc.assert(
      fc.property(someMatrix, fc.integer({ min: 1, max: 5 }), (likes, limit) => {
        const rule = cosineRule([likesAsFeatures(interactionsOf(likes))], 1);
        const expected = denseCosine(transposed(denseOf(likes)), 1);
        const { starts, targets } = weightsOf(rule, { limit });
        for (const item of range(likes.columnCount)) {
          const row = expected[item]!;
          const best = range(likes.columnCount)
            .filter((other) => row[other]! > 0)
            .sort((a, b) => row[b]! - row[a]! || a - b)
            .slice(0, limit);
          expect([...targets.subarray(starts[item], starts[item + 1])]).toEqual(best);
          expect([...nearestItems(rule, item, limit).items]).toEqual(best);
        }
      }),
    );
  });

  it('come with the number of users who like both', () => {
    fc.assert(
      fc.property(someMatrix, (likes) => {
        const { byItem } = interactionsOf(likes);
        const rows = denseOf(byItem);
        for (const i of range(byItem.rowCount)) {
          expect(countLikedBoth(rowOf(byItem, 0), rowOf(byItem, i))).toBe(dot(rows[0]!, rows[i]!));
        }
      }),
    );
  });
});

describe('the score of an item', () => {
  it('is the sum of the weights that the liked items give it', () => {
    fc.assert(
      fc.property(someMatrix, (likes) => {
        const weights = weightsOf(rp3betaRule(interactionsOf(likes)));
        const dense = denseOfWeights(weights);
        const scores = new Float64Array(likes.columnCount).fill(NaN);
        itemWeightsScorer(weights).score(0, rowOf(likes, 0), scores);
        const expected = range(likes.columnCount).map((item) =>
          sum(Array.from(rowOf(likes, 0), (source) => dense[source]![item]!)),
        );
        expect(largestDifference([[...scores]], [expected])).toBeLessThan(1e-12);
      }),
    );
  });

  it('uses weights in the other direction once they are transposed', () => {
    fc.assert(
      fc.property(someMatrix, (likes) => {
        const weights = weightsOf(rp3betaRule(interactionsOf(likes)));
        const turned = denseOfWeights(transposeItemWeights(weights));
        expect(turned).toEqual(transposed(denseOfWeights(weights)));
      }),
    );
  });
});
