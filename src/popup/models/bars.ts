import type { Range } from '../../models/model-filter';
import type { Bin } from '../../models/models-answer';

/** Joins neighbours, so that no more than `most` bars are left. */
export function coarserBins(bins: readonly Bin[], most: number): readonly Bin[] {
  const size = Math.ceil(bins.length / most);
  return Array.from({ length: Math.ceil(bins.length / Math.max(size, 1)) }, (_, at) =>
    bins.slice(at * size, (at + 1) * size).reduce(joined),
  );
}

const joined = (one: Bin, other: Bin): Bin => ({
  min: one.min,
  max: other.max,
  count: one.count + other.count,
  isChosen: one.isChosen || other.isChosen,
});

/**
 * The range after a click on a bar: that bar's, or none if it was chosen already. With Shift, from what was chosen to that
 * bar. The last bar has no upper limit, as its numbers grow.
 */
export function rangeAfter(
  range: Range | null,
  bins: readonly Bin[],
  at: number,
  isExtending: boolean,
): Range | null {
  const chosen = rangeOf(bins, at, at);
  if (!range || !isExtending) return isSame(range, chosen) ? null : chosen;
  const indices = bins.flatMap((bin, index) => (bin.isChosen || index === at ? [index] : []));
  return rangeOf(bins, Math.min(...indices), Math.max(...indices));
}

function rangeOf(bins: readonly Bin[], first: number, last: number): Range {
  return { min: bins[first]?.min ?? null, max: last === bins.length - 1 ? null : (bins[last]?.max ?? null) };
}

const isSame = (one: Range | null, other: Range) => one?.min === other.min && one.max === other.max;
