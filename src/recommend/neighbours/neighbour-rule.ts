import { createBestScores, takeBest, type BestScores } from '../best-scores';
import type { Computation } from '../computation/computation';
import { createItemWeightsWriter, type ItemWeights } from './item-weights';

/** Which items are near to one, and how near: offers all that are, without the item itself, all scores above 0. */
export type NeighbourRule = {
  readonly itemCount: number;
  readonly offerNeighbours: (item: number, best: BestScores) => void;
};

export type Neighbours = { readonly items: Uint32Array; readonly scores: Float64Array };

/** The `limit` nearest items of one, best first. No other row is needed, so it takes milliseconds. */
export function nearestItems(rule: NeighbourRule, item: number, limit: number): Neighbours {
  const best = createBestScores(Math.min(limit, rule.itemCount));
  rule.offerNeighbours(item, best);
  return takeBest(best);
}

export type AllNeighboursOptions = {
  /** How many neighbours each item keeps: K is counted for each source, and the item itself is none of them. */
  readonly limit: number;
  /** Whether what an item keeps is divided by its sum. @default false */
  readonly sumToOne?: boolean;
};

/** The nearest items of every item, each row best first. */
export function* allNeighbours(
  { itemCount, offerNeighbours }: NeighbourRule,
  { limit, sumToOne = false }: AllNeighboursOptions,
): Computation<ItemWeights> {
  const writer = createItemWeightsWriter(itemCount);
  const best = createBestScores(Math.min(limit, itemCount));
  for (let item = 0; item < itemCount; item += 1) {
    offerNeighbours(item, best);
    const { items, scores } = takeBest(best);
    if (sumToOne) divideBySum(scores);
    writer.addRow(items, scores);
    yield (item + 1) / itemCount;
  }
  return writer.finish();
}

function divideBySum(scores: Float64Array): void {
  let sum = 0;
  for (const score of scores) sum += score;
  for (let at = 0; at < scores.length; at += 1) scores[at]! /= sum;
}
