import type { Computation } from '../computation/computation';
import { createRandom } from '../numeric/random';

export type Interval = { readonly mean: number; readonly low: number; readonly high: number };

export type BootstrapOptions = {
  /** @default 1000 */
  readonly resamples?: number;
  /** @default 1 */
  readonly seed?: number;
};

/**
 * Means with their intervals of 95 %, by resampling users: percentiles 2.5 and 97.5 of the means of samples as large,
 * drawn with replacement. All columns are resampled alike. To compare two recommenders, pass the differences of each
 * user: their interval says whether one is better.
 * @param columns one number for each user in each.
 */
export function* bootstrap(
  columns: readonly Float64Array[],
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Computation<Interval[]> {
  const random = createRandom(seed);
  const size = columns[0]?.length ?? 0;
  const sample = new Uint32Array(size);
  const means = columns.map(() => new Float64Array(resamples));
  for (let round = 0; round < resamples; round += 1) {
    for (let at = 0; at < size; at += 1) sample[at] = random.below(size);
    columns.forEach((values, column) => {
      let sum = 0;
      for (const user of sample) sum += values[user]!;
      means[column]![round] = sum / size;
    });
    yield (round + 1) / resamples;
  }
  return columns.map((values, column) => {
    const sorted = means[column]!.sort();
    return { mean: meanOf(values), low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
  });
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Between the two nearest values in proportion, as NumPy does by default. */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
