import { describe, expect, it } from 'vitest';
import { beginDiscovery } from '../../../src/crawl/discovery-state';
import { discoveryText } from '../../../src/popup/crawl/discovery-text';
import type { Overview } from '../../../src/store/overview';
import { countersOf, emptyOverview, firstDay, noon, overviewOf } from '../snapshot-of';

const { settings } = firstDay;
const say = (overview: Overview, minimumLikes = 5, view: 'popup' | 'tab' = 'tab') =>
  discoveryText(overview, { ...settings, minimumLikes }, noon, view);
const text = (...of: Parameters<typeof say>) => say(...of).sentences.join(' ');
const begun = {
  ...beginDiscovery(5, noon - 23_000),
  pages: 20,
  listed: 480,
  newModels: 456,
  firstLikeCount: 4_933,
  lastLikeCount: 153,
};
const running = (discovery: Partial<typeof begun> = {}) =>
  overviewOf(
    countersOf({ new: 480 }, { requests: 20 }),
    { phase: 'crawling', scope: 'discovery', runningSince: noon - 23_000 },
    { discovery: { ...begun, ...discovery } },
  );

describe('the text about discovery', () => {
  it('gives the figure of 2016 before the first discovery', () => {
    expect(text(emptyOverview)).toBe(
      'In 2016 28,806 models had 5 likes or more: about 1,200 requests, about 23 minutes. Today there are more.',
    );
  });

  it('invents no figures for other minimums', () => {
    for (const view of ['popup', 'tab'] as const) {
      expect(text(emptyOverview, 50, view)).toMatch(/28,806 models.* 50.* fewer\.$/);
      expect(text(emptyOverview, 50, view)).toContain('2016');
      expect(text(emptyOverview, 2, view)).toMatch(/28,806 models.* 2.* more\.$/);
    }
  });

  it('says what was found so far, and what is left as soon as it can be estimated', () => {
    expect(text(running())).toMatch(
      /^480 models found so far, the last with 153 likes\. About 1,\d00 requests and \d+ minutes to go/,
    );
    expect(text(running({ pages: 9 }))).toContain('How long the list is cannot be told yet.');
  });

  it('says that an interrupted discovery will resume', () => {
    const overview = { ...running(), crawl: { ...running().crawl, phase: 'idle' as const } };
    expect(text(overview)).toBe('Held up: 480 models found. It goes on from there.');
  });

  it('says at the end what was found, or why it ended early', () => {
    const ended = overviewOf(countersOf({ new: 480 }), {}, { discovery: { ...begun, endedAt: noon } });
    expect(text(ended)).toContain('Found: 480 models with 5 likes or more, 456 of them new.');
    const error = 'the list of models runs in a circle';
    const early = overviewOf(
      countersOf({ new: 480 }),
      {},
      {
        discovery: { ...begun, endedAt: noon, error },
      },
    );
    expect(text(early, 5, 'popup')).toBe('Ended early, with 480 models found:');
    expect(say(early).error).toBe(error);
  });
});
