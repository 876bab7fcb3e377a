import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { ease } from '../../../src/recommend/ease/ease';
import { rowLength, rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { cosineRule } from '../../../src/recommend/neighbours/cosine';
import { likesAsFeatures } from '../../../src/recommend/neighbours/features';
import { allNeighbours, type NeighbourRule } from '../../../src/recommend/neighbours/neighbour-rule';
import { rp3betaRule } from '../../../src/recommend/neighbours/rp3beta';
import { startFactors, trainWrmf, type WrmfFactors } from '../../../src/recommend/wrmf/wrmf';
import { settingsOfHu, wrmfDefaults, type WrmfSettings } from '../../../src/recommend/wrmf/wrmf-settings';
import {
  denseOfFactors,
  denseOfWeights,
  largestDifference,
  product,
  range,
  sum,
  transposed,
  type Dense,
} from '../dense';
import { plantWorld } from '../planted-world';
import { askReference } from './reference-python';

type Pair = { readonly users: Dense; readonly items: Dense };

type Answer = Readonly<
  Record<'implicitExact' | 'implicitCg' | 'irspackIals', Pair> &
    Record<
      'implicitCosine' | 'irspackCosine' | 'irspackRp3beta' | 'irspackRp3betaOfTarget' | 'irspackEase',
      Dense
    >
>;

const { likes } = plantWorld({ users: 300, items: 150, likes: 3000, groups: 6, seed: 21 });
const interactions = interactionsOf(likes);
const hu = { alpha: 50, regularization: 0.1 };
const ofHu: WrmfSettings = { ...wrmfDefaults, ...settingsOfHu(hu), width: 12, epochs: 6, solver: 'exact' };
const ofRendle: WrmfSettings = { ...wrmfDefaults, width: 12, epochs: 6, solver: 'exact' };
const neighbours = 20;
const [shrinkage, beta, easeRegularization] = [10, 0.6, 50];

let answer: Answer | undefined;

/** Run once for all tests; if it is missing, each test is skipped. */
function askModels(context: TestContext): Answer {
  const started = startFactors(interactions, ofHu);
  const start = { startUsers: denseOfFactors(started.users), startItems: denseOfFactors(started.items) };
  answer ??= askReference(context, 'models', 'models.py', {
    rows: range(likes.rowCount).map((user) => [...rowOf(likes, user)]),
    items: likes.columnCount,
    hu: { ...hu, width: 12, epochs: 6, ...start },
    rendle: { ...ofRendle, ...start },
    neighbours,
    shrinkage,
    beta,
    easeRegularization,
  }) as Answer;
  return answer;
}

const pairOf = ({ users, items }: WrmfFactors): Pair => ({
  users: denseOfFactors(users),
  items: denseOfFactors(items),
});
const scoresOf = ({ users, items }: Pair) => product(users, transposed(items));
const weightsOf = (rule: NeighbourRule, limit = likes.columnCount) =>
  denseOfWeights(runToEnd(allNeighbours(rule, { limit })));
const cosine = (damping: number) => cosineRule([likesAsFeatures(interactions)], damping);

/** Keeps the K largest values of each row, and all that equal the last of them. */
function keepOfSource(weights: Dense, limit: number): Dense {
  return weights.map((row) => {
    const least = [...row].sort((a, b) => b - a)[limit - 1]!;
    return row.map((value) => (value >= least ? value : 0));
  });
}

/** At the cut at K, programs may keep different ones among equal values. */
function largestBesideTies(ours: Dense, theirs: Dense): number {
  const both = (i: number, j: number) => ours[i]![j] !== 0 && theirs[i]![j] !== 0;
  const cut = (rows: Dense) => rows.map((row, i) => row.map((value, j) => (both(i, j) ? value : 0)));
  return largestDifference(cut(ours), cut(theirs));
}

const valuesOfRows = (rows: Dense) => rows.map((row) => [...row].sort((a, b) => b - a));

describe('WRMF from the same initial factors', { timeout: 120_000 }, () => {
  beforeAll(() => expect(interactions.byItem.columns.length).toBe(3000));

  it("gives the factors of implicit's exact solver", (context) => {
    const { implicitExact } = askModels(context);
    const ours = pairOf(runToEnd(trainWrmf(interactions, ofHu)));
    expect(largestDifference(ours.users, implicitExact.users)).toBeLessThan(1e-5);
    expect(largestDifference(ours.items, implicitExact.items)).toBeLessThan(1e-5);
  });

  it("gives the scores of implicit's conjugate gradient", (context) => {
    const { implicitCg } = askModels(context);
    const ours = pairOf(runToEnd(trainWrmf(interactions, { ...ofHu, solver: 'cg' })));
    // Three steps do not reach the solution, so rounding to single precision between epochs is not corrected.
    expect(largestDifference(scoresOf(ours), scoresOf(implicitCg))).toBeLessThan(1e-4);
  });

  it("gives the factors of irspack's iALS, within its single precision", (context) => {
    const { irspackIals } = askModels(context);
    const ours = pairOf(runToEnd(trainWrmf(interactions, ofRendle)));
    expect(largestDifference(ours.users, irspackIals.users)).toBeLessThan(1e-4);
    expect(largestDifference(ours.items, irspackIals.items)).toBeLessThan(1e-4);
  });
});

describe('neighbours', { timeout: 120_000 }, () => {
  it("equal implicit's if K counts per source", (context) => {
    const { implicitCosine } = askModels(context);
    const ours = weightsOf(cosine(0), neighbours);
    expect(largestDifference(valuesOfRows(ours), valuesOfRows(implicitCosine))).toBeLessThan(1e-6);
    expect(largestBesideTies(ours, implicitCosine)).toBeLessThan(1e-6);
  });

  it("equal irspack's with shrinkage if K counts per source and includes the item itself", (context) => {
    const { irspackCosine } = askModels(context);
    const withItself = weightsOf(cosine(shrinkage)).map((row, item) => {
      const n = rowLength(interactions.byItem, item);
      return row.map((value, other) => (other === item ? n / (n + shrinkage) : value));
    });
    const ours = keepOfSource(withItself, neighbours).map((row, item) =>
      row.map((value, other) => (other === item ? 0 : value)),
    );
    // More of a tie at the end is kept here.
    const cut = [ours, irspackCosine].map((rows) =>
      valuesOfRows(rows).map((row) => row.slice(0, neighbours - 1)),
    ) as [Dense, Dense];
    expect(largestDifference(...cut)).toBeLessThan(1e-6);
    expect(largestBesideTies(ours, irspackCosine)).toBeLessThan(1e-6);
  });

  it("by RP3beta equal irspack's without a limit", (context) => {
    const { irspackRp3beta } = askModels(context);
    const ours = weightsOf(rp3betaRule(interactions, { beta }));
    expect(largestDifference(ours, irspackRp3beta)).toBeLessThan(1e-6);
  });

  it("by RP3beta equal irspack's if K counts per target and includes the item itself", (context) => {
    const { irspackRp3betaOfTarget } = askModels(context);
    const { byItem, byUser } = interactions;
    const withItself = weightsOf(rp3betaRule(interactions, { beta })).map((row, item) => {
      const n = rowLength(byItem, item);
      const walk = sum(Array.from(rowOf(byItem, item), (user) => 1 / (n * rowLength(byUser, user))));
      return row.map((value, other) => (other === item && n > 0 ? walk * n ** -beta : value));
    });
    const ofTarget = keepOfSource(transposed(withItself), neighbours);
    const theirs = transposed(irspackRp3betaOfTarget);
    const cut = [ofTarget, theirs].map((rows) =>
      valuesOfRows(rows).map((row) => row.slice(0, neighbours)),
    ) as [Dense, Dense];
    expect(largestDifference(...cut)).toBeLessThan(1e-6);
    expect(largestBesideTies(ofTarget, theirs)).toBeLessThan(1e-6);
  });
});

describe('EASE', { timeout: 120_000 }, () => {
  it("equals irspack's dense inverse", (context) => {
    const { irspackEase } = askModels(context);
    const settings = { regularization: easeRegularization, itemLimit: 150, weightLimit: 150 };
    expect(
      largestDifference(denseOfWeights(runToEnd(ease(interactions, settings))), irspackEase),
    ).toBeLessThan(1e-6);
  });
});
