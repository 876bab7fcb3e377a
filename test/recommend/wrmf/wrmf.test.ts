import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { rowLengths, rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf, type Interactions } from '../../../src/recommend/matrix/interactions';
import {
  ridgeOf,
  startFactors,
  trainEpoch,
  trainWrmf,
  type WrmfFactors,
} from '../../../src/recommend/wrmf/wrmf';
import { factorsScorer, foldInScorer } from '../../../src/recommend/wrmf/wrmf-scorers';
import { settingsOfHu, wrmfDefaults, type WrmfSettings } from '../../../src/recommend/wrmf/wrmf-settings';
import {
  denseOf,
  denseOfFactors,
  inverse,
  largestDifference,
  matrixOf,
  product,
  range,
  sum,
  transposed,
} from '../dense';
import { plantWorld } from '../planted-world';

const likes = interactionsOf(plantWorld({ users: 60, items: 40, likes: 400, groups: 4, seed: 5 }).likes);
const exact: WrmfSettings = { ...wrmfDefaults, width: 6, epochs: 4, solver: 'exact' };

const scoresOf = ({ users, items }: WrmfFactors) =>
  product(denseOfFactors(users), transposed(denseOfFactors(items)));

/** The loss that training minimises, term by term. */
function loss({ byUser, byItem }: Interactions, settings: WrmfSettings, factors: WrmfFactors): number {
  const scores = scoresOf(factors);
  const pairs = denseOf(byUser).map((row, user) =>
    sum(
      row.map((like, item) => {
        const score = scores[user]![item]!;
        return like * (settings.target - score) ** 2 + settings.alpha0 * score ** 2;
      }),
    ),
  );
  const penalties = (lengths: Uint32Array, rows: number[][], possible: number) =>
    rows.map((row, at) => ridgeOf(settings, lengths[at]!, possible) * sum(row.map((value) => value ** 2)));
  const users = penalties(rowLengths(byUser), denseOfFactors(factors.users), byItem.rowCount);
  const items = penalties(rowLengths(byItem), denseOfFactors(factors.items), byUser.rowCount);
  return sum([...pairs, ...users, ...items]);
}

/** Textbook conjugate gradient, on the whole matrix in the original basis. Changes `solved`. */
function solveByPlainCg(
  rows: number[][],
  solved: number[][],
  fixed: number[][],
  settings: WrmfSettings,
): void {
  const dot = (a: number[], b: number[]) => sum(a.map((value, at) => value * b[at]!));
  for (const [row, likesOfRow] of rows.entries()) {
    const width = range(settings.width);
    const ridge = settings.regularization * (sum(likesOfRow) + settings.alpha0 * fixed.length);
    const weighted = (i: number, j: number) =>
      sum(fixed.map((y, at) => (settings.alpha0 + likesOfRow[at]!) * y[i]! * y[j]!));
    const matrix = width.map((i) => width.map((j) => weighted(i, j) + (i === j ? ridge : 0)));
    const image = (vector: number[]) => matrix.map((line) => dot(line, vector));
    let x = solved[row]!;
    let residual = image(x).map((value, i) => sum(fixed.map((y, at) => likesOfRow[at]! * y[i]!)) - value);
    let direction = residual;
    for (let step = 0; step < settings.cgSteps; step += 1) {
      const square = dot(residual, residual);
      const turned = image(direction);
      const length = square / dot(direction, turned);
      x = x.map((value, i) => value + length * direction[i]!);
      residual = residual.map((value, i) => value - length * turned[i]!);
      const turn = dot(residual, residual) / square;
      direction = residual.map((value, i) => value + turn * direction[i]!);
    }
    solved[row] = x;
  }
}

describe('regularization', () => {
  it('grows with the likes of a row and with the number of possible pairs', () => {
    const settings = { ...exact, regularization: 0.1, alpha0: 0.02 };
    expect(ridgeOf(settings, 3, 100)).toBeCloseTo(0.1 * (3 + 0.02 * 100), 12);
    expect(ridgeOf({ ...settings, nu: 0.5 }, 7, 100)).toBeCloseTo(0.1 * 3, 12);
    expect(ridgeOf({ ...settings, nu: 0 }, 3, 100)).toBe(0.1);
  });
});

describe('training', () => {
  it.each(['exact', 'cg'] as const)('lowers the loss in each epoch (%s)', (solver) => {
    const settings = { ...exact, solver };
    const factors = startFactors(likes, settings);
    const losses = range(8).map(() => {
      runToEnd(trainEpoch(likes, settings, factors));
      return loss(likes, settings, factors);
    });
    expect([...losses].sort((a, b) => b - a)).toEqual(losses);
  });

  it('reaches the same scores by conjugate gradient as exactly, given enough steps', () => {
    const byCg = runToEnd(trainWrmf(likes, { ...exact, solver: 'cg', cgSteps: 30 }));
    const exactly = runToEnd(trainWrmf(likes, exact));
    expect(largestDifference(scoresOf(byCg), scoresOf(exactly))).toBeLessThan(1e-5);
  });

  it('continues by conjugate gradient from the factors of the previous epoch', () => {
    const settings: WrmfSettings = { ...exact, solver: 'cg', cgSteps: 2, epochs: 3 };
    const start = startFactors(likes, settings);
    const [users, items] = [denseOfFactors(start.users), denseOfFactors(start.items)];
    for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
      solveByPlainCg(denseOf(likes.byUser), users, items, settings);
      solveByPlainCg(denseOf(likes.byItem), items, users, settings);
    }
    const found = scoresOf(runToEnd(trainWrmf(likes, settings)));
    expect(largestDifference(found, product(users, transposed(items)))).toBeLessThan(1e-5);
  });

  it('gives other scores for another seed, and identical bits for the same seed', () => {
    const bits = (seed: number) => runToEnd(trainWrmf(likes, { ...exact, solver: 'cg', seed })).users.values;
    expect(bits(1)).toEqual(bits(1));
    expect(bits(1)).not.toEqual(bits(2));
  });

  it('leaves users and items without likes at zero', () => {
    const sparse = interactionsOf(
      matrixOf([
        [1, 0, 1],
        [0, 0, 0],
        [1, 0, 0],
      ]),
    );
    for (const solver of ['exact', 'cg'] as const) {
      const { users, items } = runToEnd(trainWrmf(sparse, { ...exact, solver }));
      expect(denseOfFactors(users)[1]).toEqual(new Array(6).fill(0));
      expect(denseOfFactors(items)[1]).toEqual(new Array(6).fill(0));
    }
  });
});

describe("Hu's form", () => {
  it('weighs a like by alpha itself and any other pair by 1', () => {
    const hu = { alpha: 50, regularization: 0.1 };
    const settings = { ...exact, ...settingsOfHu(hu), epochs: 1 };
    const start = denseOfFactors(startFactors(likes, settings).items);
    const { users } = runToEnd(trainWrmf(likes, settings));
    const expected = denseOf(likes.byUser).map((row) => {
      const weighted = (i: number, j: number) =>
        sum(start.map((y, item) => (row[item] === 1 ? hu.alpha : 1) * y[i]! * y[j]!));
      const matrix = range(6).map((i) =>
        range(6).map((j) => weighted(i, j) + (i === j ? hu.regularization : 0)),
      );
      const right = range(6).map((i) => [hu.alpha * sum(start.map((y, item) => row[item]! * y[i]!))]);
      return product(inverse(matrix), right).flat();
    });
    expect(largestDifference(denseOfFactors(users), expected)).toBeLessThan(1e-5);
  });

  it.each([1, 0, NaN])('is refused if a like weighs %d', (alpha) => {
    expect(() => settingsOfHu({ alpha, regularization: 0.1 })).toThrow('must weigh more than 1');
  });
});

describe('a user added after training', () => {
  it('gets factors that solve the equations for the item factors', () => {
    const { items } = runToEnd(trainWrmf(likes, exact));
    const liked = rowOf(likes.byUser, 3);
    const scores = new Float64Array(items.rowCount);
    runToEnd(foldInScorer(items, exact)).score(NaN, liked, scores);

    const y = denseOfFactors(items);
    const ridge = ridgeOf(exact, liked.length, items.rowCount);
    const weighted = (i: number, j: number) =>
      sum(y.map((row, item) => (exact.alpha0 + (liked.includes(item) ? 1 : 0)) * row[i]! * row[j]!));
    const matrix = range(6).map((i) => range(6).map((j) => weighted(i, j) + (i === j ? ridge : 0)));
    const right = range(6).map((i) => [sum(Array.from(liked, (item) => y[item]![i]!))]);
    const expected = product(y, product(inverse(matrix), right)).flat();
    expect(largestDifference([[...scores]], [expected])).toBeLessThan(1e-9);
  });

  it('gets nearly the scores of a trained user with the same likes', () => {
    const factors = runToEnd(trainWrmf(likes, { ...exact, epochs: 15 }));
    const [known, folded] = [factorsScorer(factors), runToEnd(foldInScorer(factors.items, exact))].map(
      (scorer) => {
        const scores = new Float64Array(likes.byItem.rowCount);
        scorer.score(3, rowOf(likes.byUser, 3), scores);
        return [...scores];
      },
    );
    // Training ends with the items, so the users' factors are half an epoch older.
    expect(largestDifference([known!], [folded!])).toBeLessThan(0.05);
    expect(Math.max(...known!)).toBeGreaterThan(0.5);
  });

  it('gets no scores without likes', () => {
    const { items } = runToEnd(trainWrmf(likes, exact));
    const scores = new Float64Array(items.rowCount).fill(1);
    runToEnd(foldInScorer(items, exact)).score(0, new Uint32Array(0), scores);
    expect(new Set(scores)).toEqual(new Set([0]));
  });
});
