import type { Counters, Work } from '../../store/counters';

// A simulated crawl of 28,825 models with the 632,840 likes of 2016 took 45,358 pages of likes.
const pagesPerListIn2016 = 1.6;
// One model may hold most of the likes, so that the mean of fewer lists is chance.
const enoughSweeps = 50;

/** How many answers this work is likely to take: lists of unknown length count as long as those read so far. */
export function likelyRequests(
  { answers, unknownLists }: Work,
  { likesPages, sweeps }: Pick<Counters, 'likesPages' | 'sweeps'>,
): number {
  const pagesPerList = sweeps < enoughSweeps ? pagesPerListIn2016 : likesPages / sweeps;
  return Math.ceil(answers + unknownLists * pagesPerList);
}
