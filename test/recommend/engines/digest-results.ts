import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { ease } from '../../../src/recommend/ease/ease';
import { evaluate } from '../../../src/recommend/evaluation/evaluate';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { transpose } from '../../../src/recommend/matrix/transpose';
import { cosineRule } from '../../../src/recommend/neighbours/cosine';
import { likesAsFeatures, tagsAsFeatures } from '../../../src/recommend/neighbours/features';
import type { ItemWeights } from '../../../src/recommend/neighbours/item-weights';
import { likesAndTagsRule } from '../../../src/recommend/neighbours/likes-and-tags';
import { allNeighbours } from '../../../src/recommend/neighbours/neighbour-rule';
import { rp3betaRule } from '../../../src/recommend/neighbours/rp3beta';
import { log2, power } from '../../../src/recommend/numeric/portable-math';
import { splitHeldout } from '../../../src/recommend/splits/split-heldout';
import { splitLeave5 } from '../../../src/recommend/splits/split-leave5';
import { tagVectors } from '../../../src/recommend/tags/tag-vectors';
import { trainWrmf } from '../../../src/recommend/wrmf/wrmf';
import { factorsScorer, foldInScorer } from '../../../src/recommend/wrmf/wrmf-scorers';
import { wrmfDefaults } from '../../../src/recommend/wrmf/wrmf-settings';
import { plantWorld } from '../planted-world';

type Numbers = Uint32Array | Float32Array | Float64Array;

/** SHA-256 of each kind of result on a seeded world, equal in two engines only if every bit agrees. */
export function digestResults(): Record<string, string> {
  const world = plantWorld({ users: 400, items: 200, likes: 6000, groups: 5, seed: 44 });
  const input = { likes: world.likes, userId: String, itemId: String, seed: '5'.repeat(32) };
  const leave5 = runToEnd(splitLeave5(input));
  const heldout = runToEnd(splitHeldout(input));
  const train = interactionsOf(leave5.train);
  const likes = likesAsFeatures(train);
  const settings = { ...wrmfDefaults, width: 16, nu: 0.7 };
  const factors = runToEnd(trainWrmf(train, settings));
  const folded = runToEnd(trainWrmf(interactionsOf(heldout.train), { ...settings, solver: 'exact' }));
  const measure = (scorer: Parameters<typeof evaluate>[0], split: typeof leave5) => {
    const options = { cutoffs: [5, 20], resamples: 100 };
    const { measured } = runToEnd(evaluate(scorer, interactionsOf(split.train), split.test, options));
    const numbers = measured.flatMap(({ intervals, statistics }) => [
      ...Object.values(intervals).flatMap(({ mean, low, high }) => [mean, low, high]),
      ...Object.values(statistics),
    ]);
    return Float64Array.from(numbers);
  };

  const numbers = Float64Array.from({ length: 5000 }, (_, at) => at + 1);
  return {
    // Weights are kept in single precision, which could hide a difference in the last bits.
    functions: digest(
      numbers.map(log2),
      numbers.map((n) => power(n, 0.3)),
      numbers.map(Math.sqrt),
    ),
    splits: digest(leave5.train.columns, leave5.test.hidden.columns, heldout.train.columns),
    cosine: digestWeights(runToEnd(allNeighbours(cosineRule([likes], 10), { limit: 20 }))),
    rp3beta: digestWeights(
      runToEnd(allNeighbours(rp3betaRule(train, { alpha: 0.7, beta: 0.3 }), { limit: 20, sumToOne: true })),
    ),
    likesAndTags: digestWeights(
      runToEnd(allNeighbours(likesAndTagsRule(likes, tagsAsFeatures(world.itemTags)), { limit: 20 })),
    ),
    ease: digestWeights(runToEnd(ease(train, { regularization: 50, itemLimit: 150, weightLimit: 20 }))),
    wrmf: digest(factors.users.values, factors.items.values, folded.users.values, folded.items.values),
    tags: digest(tagVectors(factors.items, transpose(world.itemTags)).values),
    metrics: digest(
      measure(factorsScorer(factors), leave5),
      measure(runToEnd(foldInScorer(folded.items, settings)), heldout),
    ),
  };
}

const digestWeights = ({ starts, targets, weights }: ItemWeights) => digest(starts, targets, weights);

function digest(...numbers: readonly Numbers[]): string {
  const hash = sha256.create();
  for (const { buffer, byteOffset, byteLength } of numbers)
    hash.update(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
  return bytesToHex(hash.digest());
}
