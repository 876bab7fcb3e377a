import type { Scorer } from '../scorer';
import type { ItemWeights } from './item-weights';

/** The score of an item is the sum of what the user's liked items say for it. */
export function itemWeightsScorer({ itemCount, starts, targets, weights }: ItemWeights): Scorer {
  return {
    itemCount,
    minScore: 0,
    score(_user, liked, scores) {
      scores.fill(0);
      for (const source of liked) {
        const end = starts[source + 1]!;
        for (let at = starts[source]!; at < end; at += 1) scores[targets[at]!]! += weights[at]!;
      }
    },
  };
}
