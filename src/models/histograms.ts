import { type ModelColumns, unknownNumber } from './columns/model-columns';
import { bitOf, type Mismatches } from './match-rows';
import type { Measure, Range } from './model-filter';
import type { Histogram } from './models-answer';

/** More bars than this do not fit above a column. */
const mostDays = 16;

const lookedUp = 2_048;

/** The smallest numbers of the bins, and the first one past the last bin. */
type Edges = readonly number[];

/** Counts the models that match everything but the range of the measure. */
export function countBins(
  columns: ModelColumns,
  mismatches: Mismatches,
  measure: Measure,
  range: Range | null,
): Histogram {
  const numbers = columns.measures[measure];
  const edges = edgesFor(columns, measure);
  const counts = new Uint32Array(edges.length);
  const findBin = binFinder(edges);
  const others = ~bitOf(measure);
  let unknown = 0;
  for (let row = 0; row < mismatches.length; row += 1) {
    if ((mismatches[row]! & others) !== 0) continue;
    const number = numbers[row]!;
    if (number === unknownNumber) unknown += 1;
    else counts[findBin(number)]! += 1;
  }
  const bins = edges.slice(0, -1).map((min, at) => {
    const max = edges[at + 1]! - 1;
    const isChosen = range !== null && (range.min ?? min) <= max && (range.max ?? max) >= min;
    return { min, max, count: counts[at]!, isChosen };
  });
  return { bins, unknown };
}

/** Edges for the numbers of all models, so that the bins stay when the filter changes. */
function edgesFor({ measures, isPresent, length }: ModelColumns, measure: Measure): Edges {
  const numbers = measures[measure];
  let [min, max] = [Infinity, -Infinity];
  for (let row = 0; row < length; row += 1) {
    const number = numbers[row]!;
    if (isPresent[row] === 0 || number === unknownNumber) continue;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  if (max === -Infinity) return [];
  return measure === 'likes' ? edgesOfLikes(min, max) : edgesOfDays(min, max);
}

/** 0, 1, 2, 5, 10, 20, 50, and so on, from the last one up to the smallest number to the first one past the largest. */
function edgesOfLikes(min: number, max: number): Edges {
  const edges = [0];
  for (let unit = 1; edges.at(-1)! <= max; unit *= 10) edges.push(unit, 2 * unit, 5 * unit);
  const first = edges.findLastIndex((edge) => edge <= min);
  const end = edges.findIndex((edge) => edge > max);
  return edges.slice(first, end + 1);
}

/** Days alone, or in weeks from the first day on, or in twice as many until they are few enough. */
function edgesOfDays(min: number, max: number): Edges {
  const days = max - min + 1;
  let width = days <= mostDays ? 1 : 7;
  while (days > mostDays * width) width *= 2;
  return Array.from({ length: Math.ceil(days / width) + 1 }, (_, at) => min + at * width);
}

/** Most numbers are small: their bins are looked up, and only the others searched for. */
function binFinder(edges: Edges): (number: number) => number {
  const first = edges[0] ?? 0;
  const bins = Uint8Array.from({ length: lookedUp }, (_, at) => binOf(first + at, edges));
  return (number) => (number - first < lookedUp ? bins[number - first]! : binOf(number, edges));
}

function binOf(number: number, edges: Edges): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= number) low = middle;
    else high = middle;
  }
  return low;
}
