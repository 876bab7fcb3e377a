import { createBestScores, offer, takeBest } from '../best-scores';
import { nearestItems, type NeighbourRule } from './neighbour-rule';

export type PersonalList = {
  readonly items: Uint32Array;
  readonly scores: Float64Array;
  /** The liked items that speak for one of these, those that say most first. */
  readonly becauseOf: (item: number) => Uint32Array;
};

export type PersonalListOptions = {
  /** How many neighbours of each liked item have a say. */
  readonly neighbours: number;
  readonly limit: number;
};

/**
 * What somebody who likes these items may like too: the score of an item is the sum of what the liked ones say for it, as
 * in the baseline Item-kNN, but only the rows that are needed are computed. Liked items are not recommended again.
 */
export function recommendFor(
  rule: NeighbourRule,
  liked: Uint32Array,
  { neighbours, limit }: PersonalListOptions,
): PersonalList {
  const sums = new Map<number, number>();
  const voices = new Map<number, { readonly item: number; readonly score: number }[]>();
  const own = new Set(liked);
  for (const source of own) {
    const { items, scores } = nearestItems(rule, source, neighbours);
    items.forEach((item, at) => {
      if (own.has(item)) return;
      const score = scores[at]!;
      sums.set(item, (sums.get(item) ?? 0) + score);
      const ofItem = voices.get(item) ?? [];
      ofItem.push({ item: source, score });
      voices.set(item, ofItem);
    });
  }
  const best = createBestScores(Math.min(limit, sums.size));
  for (const [item, sum] of sums) offer(best, item, sum);
  const { items, scores } = takeBest(best);
  return {
    items: items.slice(),
    scores: scores.slice(),
    becauseOf: (item) => {
      const loudest = [...(voices.get(item) ?? [])].sort((a, b) => b.score - a.score || a.item - b.item);
      return Uint32Array.from(loudest, (voice) => voice.item);
    },
  };
}
