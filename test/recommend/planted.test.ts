import { describe, expect, it } from 'vitest';
import { baselines, type BaselineName } from '../../src/recommend/baselines';
import { runToEnd } from '../../src/recommend/computation/computation';
import { evaluate, type Evaluation } from '../../src/recommend/evaluation/evaluate';
import { interactionsOf } from '../../src/recommend/matrix/interactions';
import { cosineRule } from '../../src/recommend/neighbours/cosine';
import { likesAsFeatures } from '../../src/recommend/neighbours/features';
import { itemWeightsScorer } from '../../src/recommend/neighbours/item-weights-scorer';
import { allNeighbours } from '../../src/recommend/neighbours/neighbour-rule';
import type { Scorer } from '../../src/recommend/scorer';
import { splitHeldout } from '../../src/recommend/splits/split-heldout';
import { splitLeave5 } from '../../src/recommend/splits/split-leave5';
import { startFactors, trainWrmf } from '../../src/recommend/wrmf/wrmf';
import { factorsScorer } from '../../src/recommend/wrmf/wrmf-scorers';
import { wrmfDefaults } from '../../src/recommend/wrmf/wrmf-settings';
import { plantWorld } from './planted-world';

// As large as MovieLens 100k.
const world = plantWorld({ users: 943, items: 1682, likes: 100_000, groups: 12, seed: 100 });
const input = {
  likes: world.likes,
  userId: (user: number) => `u${user}`,
  itemId: (item: number) => `m${item}`,
  seed: '00112233445566778899aabbccddeeff',
};
const splits = { leave5: runToEnd(splitLeave5(input)), heldout: runToEnd(splitHeldout(input)) };
const trained = {
  leave5: interactionsOf(splits.leave5.train),
  heldout: interactionsOf(splits.heldout.train),
};

function measure(scorer: Scorer, protocol: 'leave5' | 'heldout' = 'leave5', hidesKnown = true): Evaluation {
  const options = { cutoffs: [20], hidesKnown, resamples: 200 };
  return runToEnd(evaluate(scorer, trained[protocol], splits[protocol].test, options));
}

const recallOf = (evaluation: Evaluation) => evaluation.measured[0]!.intervals.recall;

/** The share of listed items that match the user's taste: a twelfth by chance. */
function shareOfOwnTaste({ lists }: Evaluation, protocol: 'leave5' | 'heldout'): number {
  const { test, items } = splits[protocol];
  const own = Array.from(lists.items, (item, at) => {
    const user = test.users[Math.floor(at / lists.length)]!;
    return world.groupOfItem(items[item]!) === world.groupOfUser(user);
  });
  return own.filter(Boolean).length / own.length;
}

const scorerOf = (name: BaselineName, protocol: 'leave5' | 'heldout') =>
  runToEnd(baselines.find((baseline) => baseline.name === name)!.train(trained[protocol], protocol));

const popular = {
  leave5: measure(scorerOf('Popularity', 'leave5'), 'leave5'),
  heldout: measure(scorerOf('Popularity', 'heldout'), 'heldout'),
};

/** The criterion: most items match the user's taste, and more is found than by popularity. */
function findsTaste(evaluation: Evaluation, protocol: 'leave5' | 'heldout'): boolean {
  return (
    shareOfOwnTaste(evaluation, protocol) > 0.6 &&
    recallOf(evaluation).low > 1.2 * recallOf(popular[protocol]).high
  );
}

describe.each(['leave5', 'heldout'] as const)('a planted taste, in %s,', { timeout: 120_000 }, (protocol) => {
  it('cannot be found by popularity', () => {
    expect(shareOfOwnTaste(popular[protocol], protocol)).toBeLessThan(0.15);
  });

  it.each(['Item-kNN', 'RP3beta', 'WRMF', 'EASE'] as const)('is found by %s', (name) => {
    expect(findsTaste(measure(scorerOf(name, protocol), protocol), protocol)).toBe(true);
  });
});

describe('a planted taste is not found by a recommender with a planted bug:', { timeout: 120_000 }, () => {
  const train = trained.leave5;
  const weights = runToEnd(allNeighbours(cosineRule([likesAsFeatures(train)], 10), { limit: 100 }));
  const factors = runToEnd(trainWrmf(train, wrmfDefaults));

  const shifted = (values: Float32Array) =>
    Float32Array.from(values, (_, at) => values[(at + 64) % values.length]!);

  it.each<[string, () => Scorer]>([
    [
      'neighbours of the previous item',
      () => itemWeightsScorer({ ...weights, starts: Uint32Array.of(0, ...weights.starts.subarray(0, -1)) }),
    ],
    [
      'weights with the opposite sign',
      () => itemWeightsScorer({ ...weights, weights: weights.weights.map((weight) => -weight) }),
    ],
    [
      'factors of the next item',
      () => factorsScorer({ ...factors, items: { ...factors.items, values: shifted(factors.items.values) } }),
    ],
    ['factors that were never trained', () => factorsScorer(startFactors(train, wrmfDefaults))],
    [
      'no weight for items that are not liked',
      () =>
        factorsScorer(runToEnd(trainWrmf(train, { ...wrmfDefaults, alpha0: 1e-9, regularization: 1e-9 }))),
    ],
  ])('%s', (_bug, wrong) => {
    expect(findsTaste(measure(wrong()), 'leave5')).toBe(false);
  });

  it('known likes left in the list', () => {
    expect(findsTaste(measure(factorsScorer(factors), 'leave5', false), 'leave5')).toBe(false);
  });
});
