import { describe, expect, it } from 'vitest';
import { baselines } from '../../../src/recommend/baselines';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { evaluate } from '../../../src/recommend/evaluation/evaluate';
import { fewestTestUsers, measureMethods } from '../../../src/recommend/evaluation/measure-methods';
import {
  isWhole,
  type MeasureEvent,
  type Measurement,
  withEvent,
} from '../../../src/recommend/evaluation/measurement';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { splitLeave5 } from '../../../src/recommend/splits/split-leave5';
import { plantWorld } from '../planted-world';

const world = plantWorld({ users: 600, items: 200, likes: 9_000, groups: 4, seed: 21 });
const input = {
  ...{ likes: world.likes, itemTags: world.itemTags, seed: 'ab'.repeat(16) },
  userId: (row: number) => `u${row}`,
  itemId: (column: number) => `m${column}`,
};

function measure(given = input) {
  const events: MeasureEvent[] = [];
  const testUsers = runToEnd(
    measureMethods({
      ...given,
      report: (event) => events.push(event),
    }),
  );
  let measurement: Measurement | null = null;
  for (const event of events) measurement = withEvent(measurement, event);
  return { events, testUsers, measurement };
}

const all = measure();
const measured = all.measurement!;
const method = (name: string) => measured.methods.find((each) => each.name === name)!;
const split = runToEnd(splitLeave5(input));
const train = interactionsOf(split.train);

describe('measuring all methods', () => {
  it('tells each as soon as it is there, in the order of their cost', () => {
    const begun = all.events.flatMap((event) => (event.kind === 'begun' ? [event.name] : []));
    expect(begun).toEqual(['Popularity', 'Item-kNN', 'RP3beta', 'LikesAndTags', 'WRMF', 'EASE']);
    expect(measured.methods.map(({ name }) => name)).toEqual(begun);
    expect(isWhole(measured)).toBe(true);
    expect(isWhole({ ...measured, methods: measured.methods.slice(0, 5) })).toBe(false);
    expect(isWhole({ ...measured, curve: measured.curve.slice(0, 14) })).toBe(false);
    expect(all.events[0]!.kind).toBe('split');
    expect(measured.testUsers).toBe(all.testUsers);
    expect(measured.core).toEqual({ users: 600, items: 200, likes: 9_000 });
  });

  it.each(['Popularity', 'Item-kNN', 'RP3beta', 'WRMF', 'EASE'] as const)(
    'gives %s the numbers of the baseline of that name, to the last bit',
    (name) => {
      const baseline = baselines.find((each) => each.name === name)!;
      const scorer = runToEnd(baseline.train(train, 'leave5'));
      const [expected] = runToEnd(evaluate(scorer, train, split.test, { cutoffs: [20] })).measured;
      expect(method(name).recall).toEqual(expected!.intervals.recall);
      expect(method(name).ndcg).toEqual(expected!.intervals.ndcg);
    },
  );

  it('finds the planted tastes, and says by pairs of users how sure that is', () => {
    const popularity = method('Popularity');
    expect(popularity.overPopularity).toBeNull();
    // 64 factors are too many for 200 items, so WRMF learns them by heart.
    for (const name of ['Item-kNN', 'LikesAndTags', 'EASE']) {
      const { recall, ndcg, overPopularity } = method(name);
      expect(overPopularity!.ndcg.low, name).toBeGreaterThan(0);
      expect(overPopularity!.ndcg.mean).toBeCloseTo(ndcg.mean - popularity.ndcg.mean, 12);
      expect(overPopularity!.recall.mean).toBeCloseTo(recall.mean - popularity.recall.mean, 12);
    }
  });

  it('follows WRMF over its epochs by the protocol of 2016, and measures it both ways at the end', () => {
    expect(measured.curve.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
    expect(measured.curveUsers).toBe(all.testUsers);
    const scorer = runToEnd(baselines.find(({ name }) => name === 'WRMF')!.train(train, 'leave5'));
    const precision = (hidesKnown: boolean) =>
      runToEnd(evaluate(scorer, train, split.test, { cutoffs: [5], hidesKnown })).measured[0]!.intervals
        .precision;
    expect(measured.precision).toEqual({ of2016: precision(false), masked: precision(true) });
    expect(measured.curve.at(-1)!.hidden).toEqual(precision(false));
    // Known likes take places, so less is left for the hidden ones.
    expect(measured.precision!.masked.mean).toBeGreaterThan(measured.precision!.of2016.mean);
    expect(measured.curve.at(-1)!.known).toBeGreaterThan(measured.curve[0]!.known);
  });

  it('measures nothing where too few can be tested', () => {
    const small = plantWorld({ users: 150, items: 80, likes: 1_200, groups: 2, seed: 2 });
    const { testUsers, events } = measure({ ...input, likes: small.likes, itemTags: small.itemTags });
    expect(testUsers).toBeGreaterThan(0);
    expect(testUsers).toBeLessThan(fewestTestUsers);
    expect(events).toEqual([]);
  });
});
