import { baselines } from '../../src/recommend/baselines';
import { runToEnd } from '../../src/recommend/computation/computation';
import { evaluate } from '../../src/recommend/evaluation/evaluate';
import { rowLengths, type BinaryMatrix } from '../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../src/recommend/matrix/interactions';
import { cosineRule } from '../../src/recommend/neighbours/cosine';
import { likesAsFeatures } from '../../src/recommend/neighbours/features';
import { allNeighbours, nearestItems } from '../../src/recommend/neighbours/neighbour-rule';
import { splitLeave5 } from '../../src/recommend/splits/split-leave5';
import { trainWrmf } from '../../src/recommend/wrmf/wrmf';
import { wrmfDefaults } from '../../src/recommend/wrmf/wrmf-settings';
import { plantWorld } from '../../test/recommend/planted-world';
import { askImplicit } from './ask-implicit';
import { fiveCore } from './five-core';
import { time, type Timed } from './stopwatch';

const neighbours = 50;
const { width, epochs } = wrmfDefaults;

const round = (value: number, digits = 1) => value.toFixed(digits);

/** A world with the size and long tails of 2016, and invented tastes. */
export function runRecommendBench(times: number, withBaselines: boolean): void {
  const size = { users: 62_583 * times, items: 28_806 * times, likes: 632_840 * times };
  const { likes } = plantWorld({ ...size, groups: 20, seed: 2016 });
  tellWorld(likes);
  const interactions = interactionsOf(likes);

  const start = performance.now();
  const rule = cosineRule([likesAsFeatures(interactions)]);
  nearestItems(rule, 0, neighbours);
  console.log(`first list of similar items: ${round(performance.now() - start)} ms`);

  const cosine = time(allNeighbours(rule, { limit: neighbours }));
  tell(`cosine, ${neighbours} neighbours of all items`, cosine);
  const wrmf = time(trainWrmf(interactions, wrmfDefaults));
  tell(`WRMF, ${width} factors, ${epochs} epochs`, wrmf);

  const implicit = askImplicit(likes, { neighbours, width, epochs });
  if (implicit) {
    for (const [name, ours] of Object.entries({ cosine, wrmf })) {
      const theirs = implicit[name as keyof typeof implicit];
      console.log(
        `implicit's ${name}, one thread: ${round(theirs.wallSeconds)} s, processor ${round(theirs.cpuSeconds)} s; ` +
          `ours takes ${round(ours.cpuSeconds / theirs.cpuSeconds, 2)} times its processor time`,
      );
    }
  }
  if (withBaselines) runBaselines(likes);
  console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

function runBaselines(likes: BinaryMatrix): void {
  const core = fiveCore(likes);
  tellWorld(core);
  const id = (prefix: string) => (index: number) => `${prefix}${index}`;
  const input = { likes: core, userId: id('u'), itemId: id('m'), seed: '2016'.repeat(8) };
  const split = time(splitLeave5(input));
  tell('split leave5', split);
  const { test, train } = split.result;
  const interactions = interactionsOf(train);
  let [cpu, wall] = [split.cpuSeconds, split.wallSeconds];

  for (const { name, train: trainScorer } of baselines) {
    const trained = time(trainScorer(interactions, 'leave5'));
    const evaluated = time(evaluate(trained.result, interactions, test, { cutoffs: [5, 10, 20, 50, 100] }));
    tell(`${name}, training`, trained);
    tell(`${name}, evaluation of ${test.users.length} users`, evaluated);
    const { intervals, statistics } = evaluated.result.measured[2]!;
    const interval = ({ mean, low, high }: typeof intervals.recall) =>
      `${round(mean, 4)} [${round(low, 4)}, ${round(high, 4)}]`;
    console.log(
      `  Recall@20 ${interval(intervals.recall)}, NDCG@20 ${interval(intervals.ndcg)}, ` +
        `coverage ${round(statistics.coverage, 3)}, filled ${round(evaluated.result.lists.filledShare, 4)}`,
    );
    cpu += trained.cpuSeconds + evaluated.cpuSeconds;
    wall += trained.wallSeconds + evaluated.wallSeconds;
  }
  console.log(`all baselines with their evaluation: ${round(wall)} s, processor ${round(cpu)} s`);
  const ancestor = runToEnd(baselines.find(({ name }) => name === 'WRMF')!.train(interactions, 'leave5'));
  const unmasked = runToEnd(evaluate(ancestor, interactions, test, { cutoffs: [5], hidesKnown: false }));
  console.log(`WRMF, p@5 with nothing masked: ${round(unmasked.measured[0]!.intervals.precision.mean, 4)}`);
}

function tellWorld(likes: BinaryMatrix): void {
  const squares = rowLengths(likes).reduce((sum, n) => sum + n * n, 0);
  const { rowCount, columnCount, columns } = likes;
  console.log(
    `${rowCount} users, ${columnCount} items, ${columns.length} likes, ${Math.round(squares / 1e6)} million pairs`,
  );
}

function tell(what: string, { wallSeconds, cpuSeconds, longestStepMs }: Timed<unknown>): void {
  console.log(
    `${what}: ${round(wallSeconds)} s, processor ${round(cpuSeconds)} s, longest step ${Math.round(longestStepMs)} ms`,
  );
}
