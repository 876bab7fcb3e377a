import type { Interval } from '../../../src/recommend/evaluation/bootstrap';
import type { Measurement, MethodName } from '../../../src/recommend/evaluation/measurement';

const around = (mean: number): Interval => ({ mean, low: mean * 0.95, high: mean * 1.04 });

const numbers: readonly (readonly [MethodName, number, number])[] = [
  ['Popularity', 0.058, 0.029],
  ['Item-kNN', 0.171, 0.094],
  ['RP3beta', 0.129, 0.071],
  ['LikesAndTags', 0.168, 0.092],
  ['WRMF', 0.163, 0.088],
  ['EASE', 0.214, 0.121],
];

/** Invented numbers that agree with each other, after so many methods and epochs. */
export function sampleMeasurement(methods = 6, epochs = 15): Measurement {
  return {
    core: { users: 41_449, items: 27_708, likes: 547_477 },
    testUsers: 7_195,
    methods: numbers.slice(0, methods).map(([name, recall, ndcg]) => ({
      ...{ name, recall: around(recall), ndcg: around(ndcg), filledShare: name === 'RP3beta' ? 0.07 : 0.001 },
      overPopularity:
        name === 'Popularity' ? null : { recall: around(recall - 0.058), ndcg: around(ndcg - 0.029) },
    })),
    curveUsers: 1_000,
    curve: Array.from({ length: epochs }, (_, at) => {
      const share = 1 - 0.75 ** (at + 1);
      return { epoch: at + 1, hidden: around(0.046 * share), known: 0.12 * share };
    }),
    epochs: 15,
    precision: methods >= 5 ? { of2016: around(0.046), masked: around(0.062) } : null,
  };
}
