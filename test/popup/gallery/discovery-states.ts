import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import { countersOf, firstDay, noon, overviewOf } from '../snapshot-of';
import { captured, crawling, discovery, found, listed, midway, running } from './samples';

/** Before, during and after a discovery. */
export const discoveryStates: Readonly<Record<string, PageSnapshot>> = {
  'discovery-begins': {
    ...running,
    pageStatus: undefined,
    overview: overviewOf(
      countersOf({}),
      { phase: 'crawling', scope: 'discovery', runningSince: noon - 1_000 },
      { discovery: { ...discovery, pages: 0, listed: 0, firstLikeCount: null, lastLikeCount: null } },
    ),
  },
  discovering: {
    ...running,
    overview: overviewOf(
      countersOf({ new: 480 }, { requests: 20, plan: { answers: 1_500, unknownLists: 0 } }),
      { phase: 'crawling', scope: 'discovery', runningSince: noon - 23_000 },
      { discovery },
    ),
  },
  'discovering-and-all': {
    ...running,
    overview: overviewOf(midway, { ...crawling, requestsBefore: 1_110 }, { discovery }),
  },
  'discovery-paused': {
    ...running,
    overview: overviewOf(
      countersOf({ new: 480 }, { requests: 20, plan: { answers: 1_500, unknownLists: 0 } }),
      { phase: 'paused', scope: 'discovery' },
      { discovery },
    ),
  },
  discovered: { ...running, overview: overviewOf(listed, { scope: 'discovery' }, { discovery: found }) },
  'discovery-error': {
    ...running,
    overview: overviewOf(
      countersOf({ new: 480 }, { plan: { answers: 1_500, unknownLists: 0 } }),
      {},
      { discovery: { ...discovery, endedAt: noon, error: 'the list of models is not sorted by likes' } },
    ),
  },
  'other-minimum': {
    ...running,
    overview: overviewOf(captured),
    settings: { ...firstDay.settings, minimumLikes: 50, crawlDelayMs: 2_000 },
  },
};
