import { calmHost } from '../../../src/crawl/host-state';
import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import { noon, overviewOf } from '../snapshot-of';
import { captured, midway, problems, running } from './samples';

/** The crawl stopped by each cause. */
export const blockedStates: Readonly<Record<string, PageSnapshot>> = {
  blocked: {
    ...running,
    overview: overviewOf(midway, {
      phase: 'blocked',
      blockedBy: 'wall',
      reason: 'a check for humans (HTTP 202)',
    }),
  },
  'blocked-problems': {
    ...running,
    overview: overviewOf(
      midway,
      { phase: 'blocked', blockedBy: 'wall', reason: 'a check for humans (HTTP 202)' },
      { problems, host: { ...calmHost, notBefore: noon + 3_600_000, waitingFor: 'asked-to-slow-down' } },
    ),
  },
  'blocked-refusals': {
    ...running,
    overview: overviewOf(
      midway,
      {
        phase: 'blocked',
        blockedBy: 'refusals',
        reason: 'not shown to everyone (HTTP 403), 5 models in a row',
      },
      { problems },
    ),
  },
  'blocked-robots': {
    ...running,
    overview: overviewOf(midway, {
      phase: 'blocked',
      blockedBy: 'robots',
      reason: 'the robots.txt of the site asks crawlers not to read this',
    }),
  },
  'blocked-robots-at-once': {
    ...running,
    overview: overviewOf(captured, {
      phase: 'blocked',
      blockedBy: 'robots',
      reason: 'the robots.txt of the site asks crawlers not to read this',
    }),
  },
  'blocked-format': {
    ...running,
    overview: overviewOf(midway, {
      phase: 'blocked',
      blockedBy: 'format',
      reason: 'results: not a list, 20 models in a row',
    }),
  },
};
