import { formatDecimal } from '../../i18n/format-decimal';
import { countMessage, message, type PlainKey } from '../../i18n/message';
import type { Measurement, MethodName } from '../../recommend/evaluation/measurement';

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

export function aboutMethod(name: MethodName, { core }: Measurement): string {
  if (name === 'EASE' && core.items > mostOfEase)
    return message('quality_easeAboutMost', { count: mostOfEase });
  return message(methodTexts[name].about);
}

/** What the numbers mean, in a sentence; `null` while there are too few of them. */
export function verdictOf({ methods }: Measurement): string | null {
  const popularity = methods.find(({ name }) => name === 'Popularity');
  const others = methods.filter(({ overPopularity }) => overPopularity !== null);
  const best = [...others].sort((a, b) => b.ndcg.mean - a.ndcg.mean)[0];
  if (!popularity || !best) return null;
  const name = message(methodTexts[best.name].name);
  if (best.overPopularity === null || best.overPopularity.low <= 0) return message('quality_noBetter');
  if (popularity.recall.mean === 0) return message('quality_muchBetter', { name });
  return message('quality_better', { name, times: timesText(best.recall.mean / popularity.recall.mean) });
}

const timesText = (times: number) => (times < 10 ? Math.round(times * 10) / 10 : Math.round(times));

/** How the curve ends, beside the result of 2016. */
export function curveVerdict({ curve }: Measurement, of2016: number): string | null {
  const last = curve.at(-1);
  if (!last) return null;
  if (last.hidden.high < of2016) return message('quality_curveBelow');
  return message(last.hidden.low > of2016 ? 'quality_curveAbove' : 'quality_curveNear');
}

/** "0.056 to 0.060". */
export function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return message('quality_range', { high: formatDecimal(high), low: formatDecimal(low) });
}

/** How it was measured: what was hidden, from whom, among how many. */
export function protocolText({ audit: { test }, core }: Measurement): string {
  return countMessage('quality_protocol', test.users, { models: core.items });
}
