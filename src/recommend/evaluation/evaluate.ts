import { partOf, type Computation } from '../computation/computation';
import type { Interactions } from '../matrix/interactions';
import { itemsByPopularity } from '../popularity';
import type { Scorer } from '../scorer';
import type { EvaluationPart } from '../splits/split';
import { bootstrap, type BootstrapOptions, type Interval } from './bootstrap';
import { listStatistics, type ListStatistics } from './list-statistics';
import { rankLists, type RankedLists } from './ranked-lists';
import { metricNames, userMetrics, type MetricName, type UserMetrics } from './user-metrics';

export type MeasuredAt = {
  /** How many places of each list count. */
  readonly k: number;
  readonly intervals: Readonly<Record<MetricName, Interval>>;
  readonly perUser: UserMetrics;
  readonly statistics: ListStatistics;
};

export type Evaluation = {
  readonly lists: RankedLists;
  readonly measured: readonly MeasuredAt[];
};

export type EvaluateOptions = BootstrapOptions & {
  /** Each is measured; the lists are as long as the largest. */
  readonly cutoffs: readonly number[];
  /** See `RankedListsOptions`. @default true */
  readonly hidesKnown?: boolean;
};

/** Ranks all items for the users of a part, and measures the lists. @param train the likes that popularity is counted in. */
export function* evaluate(
  scorer: Scorer,
  train: Interactions,
  part: EvaluationPart,
  { cutoffs, hidesKnown = true, ...resampling }: EvaluateOptions,
): Computation<Evaluation> {
  const popular = itemsByPopularity(train);
  const ranking = { length: Math.max(...cutoffs), popular, hidesKnown };
  const lists = yield* partOf(rankLists(scorer, part, ranking), 0, 0.9);
  const measured: MeasuredAt[] = [];
  for (const [at, k] of cutoffs.entries()) {
    const perUser = userMetrics(lists, part.hidden, k);
    const columns = metricNames.map((name) => perUser[name]);
    const share = (done: number) => 0.9 + (0.1 * done) / cutoffs.length;
    const found = yield* partOf(bootstrap(columns, resampling), share(at), share(at + 1));
    const intervals = Object.fromEntries(metricNames.map((name, column) => [name, found[column]!]));
    measured.push({
      k,
      intervals: intervals as Record<MetricName, Interval>,
      perUser,
      statistics: listStatistics(lists, train, k),
    });
  }
  return { lists, measured };
}
