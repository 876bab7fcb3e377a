import { partOf, type Computation } from './computation/computation';
import { easeAndRest } from './ease/ease-and-rest';
import { ease, easeDefaults } from './ease/ease';
import type { Interactions } from './matrix/interactions';
import { cosineRule } from './neighbours/cosine';
import { likesAsFeatures } from './neighbours/features';
import { itemWeightsScorer } from './neighbours/item-weights-scorer';
import type { ItemWeights } from './neighbours/item-weights';
import { allNeighbours } from './neighbours/neighbour-rule';
import { rp3betaRule } from './neighbours/rp3beta';
import { itemsByPopularity, popularityScorer } from './popularity';
import type { Scorer } from './scorer';
import type { Split } from './splits/split';
import { trainWrmf } from './wrmf/wrmf';
import { factorsScorer, foldInScorer } from './wrmf/wrmf-scorers';
import { wrmfDefaults } from './wrmf/wrmf-settings';

export type BaselineName = 'Popularity' | 'Item-kNN' | 'RP3beta' | 'WRMF' | 'EASE';

export type Baseline = {
  readonly name: BaselineName;
  /** What it is trained with, to be told beside its numbers. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly train: (likes: Interactions, protocol: Split['protocol']) => Computation<Scorer>;
};

const neighbours = 100;
const shrinkage = 10;
const rp3beta = { alpha: 1, beta: 0.6 };

/** The recommenders that any other has to beat, with parameters that are fixed, not searched for on this data. */
export const baselines: readonly Baseline[] = [
  { name: 'Popularity', parameters: {}, train: trainPopularity },
  { name: 'Item-kNN', parameters: { neighbours, shrinkage }, train: trainItemKnn },
  { name: 'RP3beta', parameters: { neighbours, ...rp3beta }, train: trainRp3beta },
  { name: 'WRMF', parameters: numbersOf(wrmfDefaults), train: trainWrmfScorer },
  { name: 'EASE', parameters: numbersOf(easeDefaults), train: trainEase },
];

/** A computation like the others, and over at once. */
function* trainPopularity(likes: Interactions): Computation<Scorer> {
  return popularityScorer(likes);
}

function* trainItemKnn(likes: Interactions): Computation<Scorer> {
  const rule = cosineRule([likesAsFeatures(likes)], shrinkage);
  return itemWeightsScorer(yield* allNeighbours(rule, { limit: neighbours }));
}

function* trainRp3beta(likes: Interactions): Computation<Scorer> {
  return itemWeightsScorer(yield* rp3betaWeights(likes));
}

function rp3betaWeights(likes: Interactions): Computation<ItemWeights> {
  return allNeighbours(rp3betaRule(likes, rp3beta), { limit: neighbours, sumToOne: true });
}

function* trainWrmfScorer(likes: Interactions, protocol: Split['protocol']): Computation<Scorer> {
  const factors = yield* partOf(trainWrmf(likes, wrmfDefaults), 0, 0.99);
  // Users who are held out have no factors of their own.
  return protocol === 'leave5' ? factorsScorer(factors) : yield* foldInScorer(factors.items, wrmfDefaults);
}

/** EASE on the most liked items; where there are more, the rest by RP3beta. */
function* trainEase(likes: Interactions): Computation<Scorer> {
  const weights = yield* partOf(ease(likes), 0, 0.9);
  if (likes.byItem.rowCount <= easeDefaults.itemLimit) return itemWeightsScorer(weights);
  const takesPart = new Uint8Array(likes.byItem.rowCount);
  for (const item of itemsByPopularity(likes).subarray(0, easeDefaults.itemLimit)) takesPart[item] = 1;
  const rest = yield* partOf(rp3betaWeights(likes), 0.9, 1);
  return itemWeightsScorer(easeAndRest(weights, rest, takesPart));
}

function numbersOf(settings: Readonly<Record<string, number | string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
