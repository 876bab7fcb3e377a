import type { Counters, Work } from '../../store/counters';

// A simulated crawl of 28,825 models with the 632,840 likes of 2016 took 45,358 likes pages.
const pagesPerListIn2016 = 1.6;
// One model may have most of the likes, so the mean of fewer lists is meaningless.
const enoughSweeps = 50;

/** How many responses this work is likely to take. Lists of unknown length count as the mean of those read so far. */
export function likelyRequests(
  { answers, unknownLists }: Work,
  { likesPages, sweeps }: Pick<Counters, 'likesPages' | 'sweeps'>,
): number {
  const pagesPerList = sweeps < enoughSweeps ? pagesPerListIn2016 : likesPages / sweeps;
  return Math.ceil(answers + unknownLists * pagesPerList);
}
