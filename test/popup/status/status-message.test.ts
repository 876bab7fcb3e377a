import { describe, expect, it } from 'vitest';
import { beginDiscovery } from '../../../src/crawl/discovery-state';
import { calmHost } from '../../../src/crawl/host-state';
import { statusWords } from '../../../src/popup/status/status-words';
import { statusMessage } from '../../../src/popup/status/status-message';
import { states } from '../gallery/states';
import { countersOf, firstDay, noon, overviewOf } from '../snapshot-of';

const midway = countersOf(
  { complete: 405, partial: 4, gone: 3, new: 828 },
  { requests: 1_130, queued: { answers: 1_480, unknownLists: 500 } },
);
const crawling = { phase: 'crawling', runningSince: noon - 1_130_000 } as const;
const waitingFor = (ms: number, waitingFor: 'asked-to-slow-down' | 'site-error' | 'offline' | null) =>
  statusMessage({
    ...firstDay,
    overview: overviewOf(midway, crawling, {
      host: { ...calmHost, notBefore: noon + ms, waitingFor, failuresInRow: 1 },
    }),
  });

describe('the status sentence', () => {
  it.each(Object.entries(states))('holds exactly one of the seven words: %s', (_, snapshot) => {
    const { word, headline } = statusMessage(snapshot);
    const held = statusWords.filter((each) => headline.toLowerCase().includes(each));
    expect(held).toEqual([word]);
  });

  it('is "idle" before consent', () => {
    const settings = { ...firstDay.settings, consent: false };
    expect(statusMessage({ ...firstDay, settings, hasAccess: false }).headline).toBe('Idle until you say so');
  });

  it('says that the settings were lost if there are models without consent', () => {
    const overview = overviewOf(midway, crawling);
    const settings = { ...firstDay.settings, consent: false };
    expect(statusMessage({ ...firstDay, settings, overview, hasAccess: false }).headline).toBe(
      'Paused, your settings were lost',
    );
  });

  it('is "capturing" while auto-capture is on, and "idle" when it is off', () => {
    expect(statusMessage(firstDay).word).toBe('capturing');
    expect(statusMessage({ ...firstDay, settings: { ...firstDay.settings, autoCapture: false } }).word).toBe(
      'idle',
    );
  });

  it('gives the cost before a crawl', () => {
    const counters = countersOf({ new: 1_240 }, { plan: { answers: 900, unknownLists: 750 } });
    const sentence = statusMessage({ ...firstDay, overview: overviewOf(counters) });
    expect(sentence.detail).toBe(
      '1,240 models captured. A crawl takes about 2,100 requests, about 40 minutes.',
    );
  });

  it('gives the time left during a crawl', () => {
    const sentence = statusMessage({ ...firstDay, overview: overviewOf(midway, crawling) });
    expect(sentence.headline).toBe('Crawling, about 38 minutes left');
  });

  it('treats the usual crawl delay as crawling, not as waiting', () => {
    expect(waitingFor(1_250, null).word).toBe('crawling');
    expect(waitingFor(3_000, 'site-error').word).toBe('crawling');
    const slow = { ...firstDay.settings, crawlDelayMs: 60_000 };
    const host = { ...calmHost, notBefore: noon + 75_000 };
    const overview = overviewOf(midway, crawling, { host });
    expect(statusMessage({ ...firstDay, settings: slow, overview }).word).toBe('crawling');
  });

  it('says how long the crawl waits, why, and until when', () => {
    const sentence = waitingFor(171_000, 'asked-to-slow-down');
    expect(sentence.headline).toBe('Waiting 3 minutes, Sketchfab asked us to slow down');
    const clock = new Intl.DateTimeFormat('en-US', { timeStyle: 'short' }).format(noon + 171_000);
    expect(sentence.detail).toContain(clock);
    expect(waitingFor(28_000, 'offline').headline).toBe('Waiting 30 seconds, there is no connection');
    expect(waitingFor(28_000, 'site-error').word).toBe('waiting');
  });

  it('keeps text from the site or the browser out of the headline', () => {
    const reason = 'done crawling, idle <b>';
    for (const phase of ['blocked', 'crawling'] as const) {
      const sentence = statusMessage({ ...firstDay, overview: overviewOf(midway, { phase, reason }) });
      expect(sentence.headline).not.toContain(reason);
      expect(sentence.reason).toContain(reason);
    }
  });

  it('says that an error of the browser is delaying the crawl', () => {
    const sentence = statusMessage({
      ...firstDay,
      overview: overviewOf(midway, { phase: 'crawling', reason: 'disk full' }),
    });
    expect(sentence.headline).toBe('Waiting, this browser has a problem');
  });

  it('gives at the end the share of likes read, rounded down', () => {
    const counters = countersOf({ complete: 10 }, { likesShown: 10_000, likesOfShown: 9_999 });
    const sentence = statusMessage({ ...firstDay, overview: overviewOf(counters, { phase: 'done' }) });
    expect(sentence.headline).toBe('Done, 99.9% of the likes shown on the site');
  });

  it('says after a crawl what a recrawl would do and cost', () => {
    const done = (counters: ReturnType<typeof countersOf>, answers: number) => {
      const overview = overviewOf({ ...counters, plan: { answers, unknownLists: 0 } }, { phase: 'done' });
      return statusMessage({ ...firstDay, overview }).detail;
    };
    expect(done(countersOf({ complete: 10, new: 1 }), 12)).toBe(
      '1 more model captured since: about 12 requests, about 20 seconds.',
    );
    expect(done(countersOf({ complete: 10, failed: 2 }), 12)).toMatch(/^Crawl all retries failures and/);
    expect(done(countersOf({ complete: 10, gone: 2 }), 10)).toBe(
      'Crawl all looks for changes: about 10 requests, about 20 seconds.',
    );
    expect(done(countersOf({ gone: 2 }), 0)).toBe('New models are still captured while you browse.');
  });

  it('counts the models found during a discovery, alone or before a crawl', () => {
    const discovery = { ...beginDiscovery(5, noon), pages: 20, listed: 480, firstLikeCount: 4_933 };
    const listing = (scope: 'discovery' | 'everything', lastLikeCount: number | null) =>
      statusMessage({
        ...firstDay,
        overview: overviewOf(midway, { ...crawling, scope }, { discovery: { ...discovery, lastLikeCount } }),
      });
    for (const scope of ['discovery', 'everything'] as const) {
      expect(listing(scope, 153).headline).toBe('Crawling the list of most liked models, 480 found');
      expect(listing(scope, 153).detail).toMatch(/^About \d+ minutes left for the list\./);
    }
    expect(listing('discovery', null).detail).toMatch(/^At most one request a second\./);
  });

  it('says what blocked the crawl, differently for each cause', () => {
    const blocked = (blockedBy: 'wall' | 'refusals' | 'robots' | 'format') =>
      statusMessage({ ...firstDay, overview: overviewOf(midway, { phase: 'blocked', blockedBy }) }).headline;
    expect(blocked('wall')).toBe('Blocked, Sketchfab wants to see a person');
    expect(blocked('refusals')).toBe('Blocked, Sketchfab refuses one model after another');
    expect(blocked('robots')).toBe("Blocked, Sketchfab's robots.txt asks crawlers to stay away");
    expect(blocked('format')).toBe("Blocked, Sketchfab's answers have changed");
  });

  it('says that a requested wait continues after the check for humans', () => {
    const host = { ...calmHost, notBefore: noon + 3_600_000, waitingFor: 'asked-to-slow-down' as const };
    const overview = overviewOf(midway, { phase: 'blocked', blockedBy: 'wall' }, { host });
    const clock = new Intl.DateTimeFormat('en-US', { timeStyle: 'short' }).format(noon + 3_600_000);
    expect(statusMessage({ ...firstDay, overview }).detail).toContain(clock);
  });

  it('says that the crawl is slow because the site is', () => {
    const overview = overviewOf(midway, crawling, { host: { ...calmHost, delayMs: 8_200 } });
    expect(statusMessage({ ...firstDay, overview }).detail).toMatch(/^Sketchfab is slow, .* 8 seconds\./);
  });

  it('does not mistake unreadable data for a fresh start', () => {
    expect(statusMessage({ ...firstDay, overview: null, isStoreBroken: true }).headline).toBe(
      'Paused, the stored data cannot be read',
    );
  });

  it('does not say "paused" while the database is slow to open', () => {
    const sentence = statusMessage({ ...firstDay, overview: null });
    expect(sentence.headline).toBe('Waiting for the stored data to open');
  });

  it('claims neither capturing nor crawling without access to Sketchfab', () => {
    for (const phase of ['idle', 'crawling', 'paused', 'blocked', 'done'] as const) {
      const sentence = statusMessage({
        ...firstDay,
        hasAccess: false,
        overview: overviewOf(midway, { phase }),
      });
      expect(sentence.headline).toBe('Paused, Likes Out has no access to Sketchfab');
      expect(sentence.detail).toContain('Allow access');
    }
  });
});
