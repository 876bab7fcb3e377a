import { baselines } from '../baselines';
import { partOf, type Computation } from '../computation/computation';
import { rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import { interactionsOf, type Interactions } from '../matrix/interactions';
import { matrixOfRows } from '../matrix/matrix-of-rows';
import { likesAsFeatures, tagsAsFeatures } from '../neighbours/features';
import { itemWeightsScorer } from '../neighbours/item-weights-scorer';
import { likesAndTagsRule } from '../neighbours/likes-and-tags';
import { allNeighbours } from '../neighbours/neighbour-rule';
import type { Scorer } from '../scorer';
import type { EvaluationPart, SplitInput } from '../splits/split';
import { splitLeave5 } from '../splits/split-leave5';
import { factorsScorer } from '../wrmf/wrmf-scorers';
import { startFactors, trainEpoch } from '../wrmf/wrmf';
import { wrmfDefaults } from '../wrmf/wrmf-settings';
import { bootstrap, type Interval } from './bootstrap';
import { evaluate, type Evaluation } from './evaluate';
import { cutoff, cutoffOf2016, type MeasureEvent, methodNames, type MethodName } from './measurement';
import { type UserMetrics, userMetrics } from './user-metrics';

export type MeasureInput = SplitInput & {
  /** Items by tags, for the same items. */
  readonly itemTags: BinaryMatrix;
  readonly report: (event: MeasureEvent) => void;
};

/** Fewer users to test on give intervals that say nothing. */
export const fewestTestUsers = 100;

/** The curve is measured after each epoch, so for no more users than this. */
const mostCurveUsers = 1_000;

const neighbours = 100;

/** About what share of the whole each takes. */
const shares: Readonly<Record<MethodName, number>> = {
  Popularity: 0.04,
  'Item-kNN': 0.08,
  RP3beta: 0.08,
  LikesAndTags: 0.12,
  WRMF: 0.38,
  EASE: 0.28,
};

/**
 * Measures all methods on the split `leave5`, one after the other, and tells each result as soon as it is there. Ends with
 * the number of users that could be tested; if that is below `fewestTestUsers`, nothing was measured.
 */
export function* measureMethods(input: MeasureInput): Computation<number> {
  const { report } = input;
  const split = yield* partOf(splitLeave5(input), 0, 0.02);
  const { test, train } = split;
  if (test.users.length < fewestTestUsers) return test.users.length;
  const likes = interactionsOf(train);
  report({
    kind: 'split',
    core: { users: input.likes.rowCount, items: input.likes.columnCount, likes: input.likes.columns.length },
    testUsers: test.users.length,
    curveUsers: Math.min(mostCurveUsers, test.users.length),
    epochs: wrmfDefaults.epochs,
  });
  let popularity: UserMetrics | null = null;
  let done = 0.02;
  for (const name of methodNames) {
    report({ kind: 'begun', name });
    const end = done + 0.98 * shares[name];
    const middle = done + (end - done) * 0.7;
    const scorer = yield* partOf(trainMethod(name, likes, test, input), done, middle);
    const evaluation = yield* partOf(evaluate(scorer, likes, test, { cutoffs: [cutoff] }), middle, end);
    const { perUser, intervals } = evaluation.measured[0]!;
    if (name === 'WRMF') report(yield* partOf(precisionOf(scorer, likes, test), end, end));
    const overPopularity = popularity && (yield* partOf(differences(perUser, popularity), end, end));
    popularity ??= perUser;
    report({
      kind: 'measured',
      method: {
        ...{ name, recall: intervals.recall, ndcg: intervals.ndcg, overPopularity },
        filledShare: evaluation.lists.filledShare,
      },
    });
    done = end;
  }
  return test.users.length;
}

function* trainMethod(
  name: MethodName,
  likes: Interactions,
  test: EvaluationPart,
  { itemTags, report }: MeasureInput,
): Computation<Scorer> {
  if (name === 'WRMF') return yield* trainWithCurve(likes, test, report);
  const baseline = baselines.find((each) => each.name === name);
  if (baseline) return yield* baseline.train(likes, 'leave5');
  const rule = likesAndTagsRule(likesAsFeatures(likes), tagsAsFeatures(itemTags));
  return itemWeightsScorer(yield* allNeighbours(rule, { limit: neighbours }));
}

/** WRMF as the baseline trains it, looked at after each epoch. */
function* trainWithCurve(
  likes: Interactions,
  test: EvaluationPart,
  report: MeasureInput['report'],
): Computation<Scorer> {
  const { epochs } = wrmfDefaults;
  const sample = everyNth(test, mostCurveUsers);
  const factors = startFactors(likes, wrmfDefaults);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const share = (part: number) => (epoch - 1 + part) / epochs;
    yield* partOf(trainEpoch(likes, wrmfDefaults, factors), share(0), share(0.6));
    const options = { cutoffs: [cutoffOf2016], hidesKnown: false };
    const evaluation = yield* partOf(
      evaluate(factorsScorer(factors), likes, sample, options),
      share(0.6),
      share(1),
    );
    const known = userMetrics(evaluation.lists, sample.known, cutoffOf2016).precision;
    report({
      kind: 'epoch',
      point: {
        epoch,
        hidden: precisionIn(evaluation),
        known: known.reduce((a, b) => a + b, 0) / known.length,
      },
    });
  }
  return factorsScorer(factors);
}

/** Users evenly spread over all, at most so many. */
function everyNth({ users, known, hidden }: EvaluationPart, most: number): EvaluationPart {
  const count = Math.min(most, users.length);
  const rows = Uint32Array.from({ length: count }, (_, at) => Math.floor((at * users.length) / count));
  const select = (matrix: BinaryMatrix) =>
    matrixOfRows(count, matrix.columnCount, (row) => rowOf(matrix, rows[row]!));
  return { users: rows.map((row) => users[row]!), known: select(known), hidden: select(hidden) };
}

function* precisionOf(
  scorer: Scorer,
  likes: Interactions,
  test: EvaluationPart,
): Computation<Extract<MeasureEvent, { kind: 'precision' }>> {
  const cutoffs = [cutoffOf2016];
  const of2016 = precisionIn(yield* evaluate(scorer, likes, test, { cutoffs, hidesKnown: false }));
  const masked = precisionIn(yield* evaluate(scorer, likes, test, { cutoffs }));
  return { kind: 'precision', precision: { of2016, masked } };
}

const precisionIn = ({ measured }: Evaluation): Interval => measured[0]!.intervals.precision;

/** Of the same users in the same order. */
function* differences(
  values: UserMetrics,
  others: UserMetrics,
): Computation<{ readonly recall: Interval; readonly ndcg: Interval }> {
  const of = (name: 'recall' | 'ndcg') => values[name].map((value, at) => value - others[name][at]!);
  const [recall, ndcg] = yield* bootstrap([of('recall'), of('ndcg')]);
  return { recall: recall!, ndcg: ndcg! };
}
