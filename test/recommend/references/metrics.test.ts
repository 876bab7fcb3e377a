import { describe, expect, it, type TestContext } from 'vitest';
import { baselines } from '../../../src/recommend/baselines';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { evaluate } from '../../../src/recommend/evaluation/evaluate';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { splitHeldout } from '../../../src/recommend/splits/split-heldout';
import { splitLeave5 } from '../../../src/recommend/splits/split-leave5';
import { range } from '../dense';
import { plantWorld } from '../planted-world';
import { askReference } from './reference-python';

const { likes } = plantWorld({ users: 800, items: 300, likes: 12_000, groups: 6, seed: 33 });
const input = {
  likes,
  userId: (user: number) => `u${user}`,
  itemId: (item: number) => `m${item}`,
  seed: 'abcdef0123456789abcdef0123456789',
};
const baseline = baselines.find(({ name }) => name === 'Item-kNN')!;
// Shorter than most hidden sets of `heldout`, and longer than those of `leave5`, which have five likes.
const k = 10;

function measure(protocol: 'leave5' | 'heldout') {
  const split = runToEnd(protocol === 'leave5' ? splitLeave5(input) : splitHeldout(input));
  const train = interactionsOf(split.train);
  const scorer = runToEnd(baseline.train(train, protocol));
  const { lists, measured } = runToEnd(evaluate(scorer, train, split.test, { cutoffs: [k] }));
  const { intervals, statistics } = measured[0]!;
  const { hidden } = split.test;
  const asked = {
    lists: range(hidden.rowCount).map((row) => [...lists.items.subarray(row * k, (row + 1) * k)]),
    hidden: range(hidden.rowCount).map((row) => [...rowOf(hidden, row)]),
    train: range(split.train.rowCount).map((row) => [...rowOf(split.train, row)]),
    items: split.train.columnCount,
    k,
  };
  return { asked, intervals, statistics };
}

describe.each(['leave5', 'heldout'] as const)('our lists of %s', { timeout: 120_000 }, (protocol) => {
  const { asked, intervals, statistics } = measure(protocol);

  it('contain hits and misses to measure', () => {
    expect(intervals.recall.mean).toBeGreaterThan(0.05);
    expect(intervals.recall.mean).toBeLessThan(0.95);
  });

  it('get the same metrics from RecBole', (context: TestContext) => {
    const theirs = askReference(context, 'recbole', 'recbole_metrics.py', asked) as Record<string, number>;
    const ours = {
      Recall: intervals.recall.mean,
      NDCG: intervals.ndcg.mean,
      MAP: intervals.map.mean,
      Precision: intervals.precision.mean,
      ItemCoverage: statistics.coverage,
      GiniIndex: statistics.gini,
      AveragePopularity: statistics.popularity,
    };
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
    for (const [name, value] of Object.entries(ours))
      expect([name, theirs[name]]).toEqual([name, closeTo(value)]);
  });

  it('get the same metrics from LensKit', (context: TestContext) => {
    const theirs = askReference(context, 'lenskit', 'lenskit_metrics.py', asked) as Record<string, number>;
    // LensKit's recall is capped.
    const ours = [intervals.cappedRecall.mean, intervals.ndcg.mean, intervals.precision.mean];
    expect(Object.values(theirs)).toEqual(ours.map(closeTo));
  });
});

const closeTo = (value: number) => expect.closeTo(value, 6) as number;
