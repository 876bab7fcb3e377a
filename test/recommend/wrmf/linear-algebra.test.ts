import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { createRandom } from '../../../src/recommend/numeric/random';
import { changeBasis } from '../../../src/recommend/wrmf/change-basis';
import { createCgSolver } from '../../../src/recommend/wrmf/cg-solver';
import { eigenvectors } from '../../../src/recommend/wrmf/eigenvectors';
import { createExactSolver } from '../../../src/recommend/wrmf/exact-solver';
import { drawFactors, vectorOf } from '../../../src/recommend/wrmf/factors';
import { gramMatrix } from '../../../src/recommend/wrmf/gram';
import {
  denseOfFactors,
  inverse,
  largestDifference,
  product,
  range,
  sum,
  transposed,
  type Dense,
} from '../dense';

const someFactors = fc
  .record({
    rows: fc.integer({ min: 1, max: 30 }),
    width: fc.integer({ min: 1, max: 9 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ rows, width, seed }) => drawFactors(rows, width, createRandom(seed)));

const squareOf = (values: Float64Array, width: number): Dense =>
  range(width).map((row) => [...values.subarray(row * width, (row + 1) * width)]);

describe('initial factors', () => {
  it('have a mean of zero and a standard deviation of 0.1 / sqrt(width)', () => {
    const { values } = drawFactors(5000, 8, createRandom(3));
    const deviation = 0.1 / Math.sqrt(8);
    const mean = sum(values) / values.length;
    const squares = sum(values.map((value) => value * value)) / values.length;
    expect(Math.abs(mean)).toBeLessThan((5 * deviation) / Math.sqrt(values.length));
    expect(Math.sqrt(squares) / deviation).toBeCloseTo(1, 1);
  });
});

describe("the products Y'Y", () => {
  it('are summed over all rows', () => {
    fc.assert(
      fc.property(someFactors, (factors) => {
        const dense = denseOfFactors(factors);
        const expected = product(transposed(dense), dense).map((row) => row.map((value) => 2 * value));
        const gram = squareOf(runToEnd(gramMatrix(factors, 2)), factors.width);
        expect(largestDifference(gram, expected)).toBeLessThan(1e-12);
      }),
    );
  });

  it('have orthogonal eigenvectors that they scale', () => {
    fc.assert(
      fc.property(someFactors, (factors) => {
        const { width } = factors;
        const gram = runToEnd(gramMatrix(factors, 1));
        const matrix = squareOf(gram, width);
        const { values, vectors } = runToEnd(eigenvectors(gram, width));
        const rows = squareOf(vectors, width);
        const stretched = rows.map((row, at) => row.map((value) => values[at]! * value));
        expect(largestDifference(product(rows, matrix), stretched)).toBeLessThan(1e-12);
        const unit = range(width).map((i) => range(width).map((j) => (i === j ? 1 : 0)));
        expect(largestDifference(product(rows, transposed(rows)), unit)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('a change of basis', () => {
  it('preserves inner products and makes the products diagonal', () => {
    fc.assert(
      fc.property(someFactors, fc.integer({ min: 1, max: 20 }), (items, rows) => {
        const users = drawFactors(rows, items.width, createRandom(9));
        const scores = () => product(denseOfFactors(users), transposed(denseOfFactors(items)));
        const before = scores();
        const { values, vectors } = runToEnd(eigenvectors(runToEnd(gramMatrix(items, 1)), items.width));
        runToEnd(changeBasis(items, vectors));
        runToEnd(changeBasis(users, vectors));
        expect(largestDifference(scores(), before)).toBeLessThan(1e-7);
        const gram = squareOf(runToEnd(gramMatrix(items, 1)), items.width);
        const diagonal = range(items.width).map((i) =>
          range(items.width).map((j) => (i === j ? values[i]! : 0)),
        );
        expect(largestDifference(gram, diagonal)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('the equations of a row', () => {
  /** (gram + sum of y y' + ridge E)^-1 target (sum of y), computed literally. */
  function expectedSolution(gram: Dense, liked: Dense, ridge: number, target: number): number[] {
    const width = gram.length;
    const matrix = gram.map((row, i) =>
      row.map((value, j) => value + sum(liked.map((y) => y[i]! * y[j]!)) + (i === j ? ridge : 0)),
    );
    const right = range(width).map((i) => [target * sum(liked.map((y) => y[i]!))]);
    return product(inverse(matrix), right).flat();
  }

  const likedRows = someFactors.chain((factors) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: factors.rowCount - 1 }), { minLength: 1 })
      .map((rows) => ({ factors, liked: Uint32Array.from(rows) })),
  );

  it('are solved exactly', () => {
    fc.assert(
      fc.property(likedRows, ({ factors, liked }) => {
        const gram = runToEnd(gramMatrix(factors, 0.3));
        const solution = Float64Array.from(vectorOf(factors, 0));
        createExactSolver(factors, gram, 1.2)(liked, 0.01, solution);
        const rows = Array.from(liked, (row) => [...vectorOf(factors, row)]);
        const expected = expectedSolution(squareOf(gram, factors.width), rows, 0.01, 1.2);
        expect(largestDifference([[...solution]], [expected])).toBeLessThan(1e-10);
      }),
    );
  });

  it('are solved by conjugate gradient, given enough steps', () => {
    fc.assert(
      fc.property(likedRows, ({ factors, liked }) => {
        const { values, vectors } = runToEnd(eigenvectors(runToEnd(gramMatrix(factors, 0.3)), factors.width));
        runToEnd(changeBasis(factors, vectors));
        const solution = vectorOf(factors, 0);
        const settings = { target: 1.2, cgSteps: 3 * factors.width };
        createCgSolver(factors, values, settings)(liked, 0.01, solution);
        const diagonal = range(factors.width).map((i) =>
          range(factors.width).map((j) => (i === j ? values[i]! : 0)),
        );
        const rows = Array.from(liked, (row) => [...vectorOf(factors, row)]);
        const expected = expectedSolution(diagonal, rows, 0.01, 1.2);
        // It stops at a residual of 1e-10, divided by the smallest eigenvalue.
        expect(largestDifference([[...solution]], [expected])).toBeLessThan(1e-7);
      }),
    );
  });

  it('are refused if they have no unique solution', () => {
    const factors = drawFactors(3, 4, createRandom(1));
    const solve = createExactSolver(factors, new Float64Array(16), 1);
    expect(() => solve(Uint32Array.of(1), 0, new Float64Array(4))).toThrow('no single solution');
  });
});
