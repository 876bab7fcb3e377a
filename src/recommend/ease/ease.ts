import { createBestScores, offer, takeBest } from '../best-scores';
import { partOf, type Computation } from '../computation/computation';
import { rowOf } from '../matrix/binary-matrix';
import type { Interactions } from '../matrix/interactions';
import { createItemWeightsWriter, transposeItemWeights, type ItemWeights } from '../neighbours/item-weights';
import { itemsByPopularity } from '../popularity';
import { invertInPlace } from './invert';
import { createTiles, entryAt, type Tiles } from './tiles';

export type EaseSettings = {
  /** Lambda, added to the diagonal. @default 500 */
  readonly regularization: number;
  /** Only the most liked items take part: the time is cubic in their number. At most 4,000. @default 4000 */
  readonly itemLimit: number;
  /** How many weights each target keeps, the largest in absolute value. @default 100 */
  readonly weightLimit: number;
};

export const easeDefaults: EaseSettings = { regularization: 500, itemLimit: 4000, weightLimit: 100 };

const maxItems = 4000;

/**
 * EASE (Steck 2019): the linear model of items by items with a zero diagonal that best reconstructs the likes. With
 * P = (X'X + lambda E)^-1 its weights are B_ij = -P_ij / P_jj. Items that do not take part have no weights.
 */
export function* ease(
  likes: Interactions,
  { regularization, itemLimit, weightLimit }: EaseSettings = easeDefaults,
): Computation<ItemWeights> {
  if (itemLimit > maxItems) throw new RangeError(`EASE takes at most ${maxItems} items, not ${itemLimit}`);
  const items = itemsByPopularity(likes).subarray(0, itemLimit).sort();
  const matrix = yield* partOf(gramMatrix(likes, items, regularization), 0, 0.05);
  yield* partOf(invertInPlace(matrix), 0.05, 0.95);
  return yield* partOf(weightsOf(matrix, items, likes.byItem.rowCount, weightLimit), 0.95, 1);
}

/** The lower triangle of X'X + lambda I for these items, ascending. Rows past the last are those of the identity matrix. */
function* gramMatrix(
  { byUser, byItem }: Interactions,
  items: Uint32Array,
  regularization: number,
): Computation<Tiles> {
  const tiles = createTiles(items.length);
  const { values, size } = tiles;
  const lineOf = new Int32Array(byItem.rowCount).fill(-1);
  items.forEach((item, line) => (lineOf[item] = line));
  const lines = new Uint32Array(items.length);
  for (let user = 0; user < byUser.rowCount; user += 1) {
    let count = 0;
    for (const item of rowOf(byUser, user)) {
      if (lineOf[item]! < 0) continue;
      lines[count] = lineOf[item]!;
      count += 1;
    }
    for (let a = 0; a < count; a += 1) {
      for (let b = 0; b <= a; b += 1) values[entryAt(lines[a]!, lines[b]!)]! += 1;
    }
    yield user / byUser.rowCount;
  }
  for (let line = 0; line < size; line += 1)
    values[entryAt(line, line)]! += line < items.length ? regularization : 1;
  return tiles;
}

/** Keeps the largest weights of each column, and turns columns into rows. */
function* weightsOf(
  { values }: Tiles,
  items: Uint32Array,
  itemCount: number,
  weightLimit: number,
): Computation<ItemWeights> {
  const writer = createItemWeightsWriter(itemCount);
  const best = createBestScores(Math.min(weightLimit, items.length));
  const none = { items: new Uint32Array(0), scores: new Float64Array(0) };
  let target = 0;
  for (let item = 0; item < itemCount; item += 1) {
    if (items[target] !== item) {
      writer.addRow(none.items, none.scores);
      continue;
    }
    const weightOf = (source: number) =>
      -values[entryAt(Math.max(source, target), Math.min(source, target))]! /
      values[entryAt(target, target)]!;
    for (let source = 0; source < items.length; source += 1) {
      if (source !== target) offer(best, source, Math.abs(weightOf(source)));
    }
    const sources = takeBest(best).items;
    writer.addRow(
      sources.map((source) => items[source]!),
      Float64Array.from(sources, weightOf),
    );
    target += 1;
    yield target / items.length;
  }
  return transposeItemWeights(writer.finish());
}
