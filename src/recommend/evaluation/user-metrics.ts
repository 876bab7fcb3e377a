import { rowLength, rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import { log2 } from '../numeric/portable-math';
import type { RankedLists } from './ranked-lists';

export const metricNames = ['recall', 'cappedRecall', 'ndcg', 'map', 'precision'] as const;

export type MetricName = (typeof metricNames)[number];

/** One number for each user who has something hidden, in the order of the lists. */
export type UserMetrics = Readonly<Record<MetricName, Float64Array>>;

/**
 * How well the first k places of each list hold what was hidden (T of a user), as RecBole defines it:
 * - recall: hits / |T|; cappedRecall, as in the papers on VAE, EASE and iALS: hits / min(k, |T|);
 * - ndcg: sum over hits of 1 / log2(rank + 1), divided by the same for min(k, |T|) hits in the first places;
 * - map: sum over hits of (hits so far / rank), divided by min(k, |T|);
 * - precision: hits / k.
 */
export function userMetrics(lists: RankedLists, hidden: BinaryMatrix, k: number): UserMetrics {
  if (k > lists.length) throw new RangeError(`lists of ${lists.length} cannot be measured at ${k}`);
  const rows = Array.from(lists.sizes.keys()).filter((row) => rowLength(hidden, row) > 0);
  const column = () => new Float64Array(rows.length);
  const metrics = {
    recall: column(),
    cappedRecall: column(),
    ndcg: column(),
    map: column(),
    precision: column(),
  };
  const discounts = Float64Array.from({ length: k }, (_, place) => 1 / log2(place + 2));

  for (const [at, row] of rows.entries()) {
    const relevant = new Set(rowOf(hidden, row));
    const ideal = Math.min(k, relevant.size);
    let hits = 0;
    let gain = 0;
    let precisions = 0;
    let idealGain = 0;
    for (let place = 0; place < ideal; place += 1) idealGain += discounts[place]!;
    for (let place = 0; place < Math.min(k, lists.sizes[row]!); place += 1) {
      if (!relevant.has(lists.items[row * lists.length + place]!)) continue;
      hits += 1;
      gain += discounts[place]!;
      precisions += hits / (place + 1);
    }
    metrics.recall[at] = hits / relevant.size;
    metrics.cappedRecall[at] = hits / ideal;
    metrics.ndcg[at] = gain / idealGain;
    metrics.map[at] = precisions / ideal;
    metrics.precision[at] = hits / k;
  }
  return metrics;
}
