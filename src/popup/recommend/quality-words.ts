import { formatDecimal } from '../../i18n/format-decimal';
import { formatShare } from '../../i18n/format-share';
import { countMessage, message, type PlainKey } from '../../i18n/message';
import {
  isWhole,
  type MeasuredMethod,
  type Measurement,
  methodNames,
  type MethodName,
} from '../../recommend/evaluation/measurement';

export const methodTexts: Readonly<
  Record<MethodName, { readonly name: PlainKey; readonly about: PlainKey }>
> = {
  Popularity: { name: 'quality_popularity', about: 'quality_popularityAbout' },
  'Item-kNN': { name: 'quality_knn', about: 'quality_knnAbout' },
  RP3beta: { name: 'quality_rp3beta', about: 'quality_rp3betaAbout' },
  LikesAndTags: { name: 'quality_likesAndTags', about: 'quality_likesAndTagsAbout' },
  WRMF: { name: 'quality_wrmf', about: 'quality_wrmfAbout' },
  EASE: { name: 'quality_ease', about: 'quality_easeAbout' },
};

/** EASE takes no more items; the others are left to RP3beta. */
const mostOfEase = 4_000;

/** Of more than this, popularity has a part in the numbers. */
const muchFilled = 0.02;

/** What a method is, and how far it is that. */
export function aboutMethod({ name, filledShare }: MeasuredMethod, { core }: Measurement): string[] {
  const about =
    name === 'EASE' && core.items > mostOfEase
      ? message('quality_easeAboutMost', { count: mostOfEase })
      : message(methodTexts[name].about);
  if (filledShare <= muchFilled) return [about];
  return [about, message('quality_filled', { share: formatShare(filledShare, 1) })];
}

/** How far it came, if it was stopped or has failed. */
export function stoppedText(measurement: Measurement): string | null {
  if (isWhole(measurement)) return null;
  return message('quality_stoppedAfter', { done: measurement.methods.length, all: methodNames.length });
}

/** What the numbers mean, in a sentence; `null` until all are there. */
export function verdictOf(measurement: Measurement): string | null {
  const { methods } = measurement;
  if (!isWhole(measurement)) return null;
  const popularity = methods.find(({ name }) => name === 'Popularity');
  const others = methods.filter(({ overPopularity }) => overPopularity !== null);
  const best = [...others].sort((a, b) => b.ndcg.mean - a.ndcg.mean)[0];
  if (!popularity || !best) return null;
  const name = message(methodTexts[best.name].name);
  const over = best.overPopularity;
  // The sentence speaks of hits, the order of methods is by where they stand: both must be more than chance.
  if (!over || over.ndcg.low <= 0 || over.recall.low <= 0) return message('quality_noBetter');
  if (popularity.recall.mean === 0) return message('quality_muchBetter', { name });
  const times = best.recall.mean / popularity.recall.mean;
  if (times < fewestTimes) return message('quality_betterByLittle', { name });
  return message('quality_better', { name, times: timesText(times) });
}

/** "1 times as many" would say nothing. */
const fewestTimes = 1.1;

const timesText = (times: number) => (times < 10 ? Math.round(times * 10) / 10 : Math.round(times));

/** How the curve ends, beside the result of 2016. */
export function curveVerdict({ curve, epochs }: Measurement, of2016: number): string | null {
  const last = curve.at(-1);
  if (!last || curve.length < epochs) return null;
  if (last.hidden.high < of2016) return message('quality_curveBelow');
  return message(last.hidden.low > of2016 ? 'quality_curveAbove' : 'quality_curveNear');
}

/** "0.056 to 0.060". */
export function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return message('quality_range', { high: formatDecimal(high), low: formatDecimal(low) });
}

/** How it was measured: what was hidden, from whom, among how many. */
export function protocolText({ testUsers, core }: Measurement): string {
  return countMessage('quality_protocol', testUsers, { models: core.items });
}
