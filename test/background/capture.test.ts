import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCapture } from '../../src/background/capture';
import { createTabQuota, maxBytesPerMinute, maxSightingsPerMinute } from '../../src/background/tab-quota';
import { maxReportBytes } from '../../src/messaging/sighting-bytes';
import type { ModelFacts } from '../../src/sketchfab/model-facts';
import { parseSettings } from '../../src/settings/settings';
import { readRefusedReports, countRefusedReport } from '../../src/settings/refused-reports';
import { maxBytesPerDay, takeFromDay } from '../../src/store/day-budget';
import { freshDatabase } from '../store/fresh-database';
import { sighting } from '../crawl/small-world';

// Only the platform is faked, namely `storage.session`.
const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: (key: string) => Promise.resolve(session.has(key) ? { [key]: session.get(key) } : {}),
        set: (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
          return Promise.resolve();
        },
      },
    },
  },
}));

const sender = { tab: { id: 7 } } as Runtime.MessageSender;
const report = (pageSerial: number, ...models: number[]) => ({
  pageSerial,
  modelsOnPage: models.length,
  sightings: models.map((i) => sighting(i)),
});

/** A model with as many and as long labels as are accepted. */
const large = (i: number) => {
  const labels = Array.from({ length: 100 }, (_, n) => ({
    name: `${n} ${'塩'.repeat(500)}`,
    slug: `${n} ${'s'.repeat(500)}`,
  }));
  return sighting(i, { tags: labels, categories: labels });
};
const largeReport = (...models: number[]) => ({ ...report(1), sightings: models.map(large) });

function setUp(settings: Record<string, unknown> = { consent: true }, db = freshDatabase()) {
  const known = new Map<string, ModelFacts>();
  let time = 0;
  const tabs = new Map<number, Promise<void>>();
  const capture = createCapture({
    inOrder: (tabId, work) => {
      const turn = (tabs.get(tabId) ?? Promise.resolve()).then(work);
      tabs.set(
        tabId,
        turn.catch(() => {}),
      );
      return turn;
    },
    readSettings: () => Promise.resolve(parseSettings(settings)),
    quota: createTabQuota(() => time),
    takeFromDay: (bytes) => takeFromDay(db, bytes, time),
    showRefusal: (_, fullUntil) => countRefusedReport(fullUntil, time),
    recordSightings: async (sightings) => {
      const before = known.size;
      for (const facts of sightings) known.set(facts.uid, facts);
      if (sightings.length > 0) await new Promise((resolve) => setTimeout(resolve));
      return known.size - before;
    },
    showBadge: () => Promise.resolve(),
  });
  return {
    capture,
    known,
    pass: (ms: number) => (time += ms),
    refused: async () => readRefusedReports(time),
    bytesStored: () => JSON.stringify([...known.values()]).length,
  };
}

beforeEach(() => session.clear());

describe('a report from a page', () => {
  it('adds up the new models of a page and starts again at 0 on the next', async () => {
    const { capture } = setUp();
    await capture(report(1, 1, 2), sender);
    await capture(report(1, 2, 3), sender);
    expect(session.get('page:7')).toEqual({ pageSerial: 1, modelsOnPage: 2, newModels: 3 });
    await capture(report(2, 3, 4), sender);
    expect(session.get('page:7')).toEqual({ pageSerial: 2, modelsOnPage: 2, newModels: 1 });
  });

  it.each([{}, { consent: false }, { consent: true, autoCapture: false }])(
    'stores nothing while the settings are %j',
    async (settings) => {
      const { capture, known } = setUp(settings);
      await capture(report(1, 1), sender);
      expect(known.size).toBe(0);
      expect(session.size).toBe(0);
    },
  );

  it('is counted after the earlier ones of its tab, however long those take', async () => {
    const { capture } = setUp();
    await Promise.all([capture(report(1, 0, 1, 2, 3, 4, 5, 6, 7), sender), capture(report(2), sender)]);
    expect(session.get('page:7')).toMatchObject({ pageSerial: 2, modelsOnPage: 0 });
  });

  it('stores nothing if it is forged', async () => {
    const { capture, known } = setUp();
    await expect(capture({ ...report(1, 1), url: 'https://evil.example' }, sender)).rejects.toThrow();
    await expect(capture(report(1, 1), {})).rejects.toThrow('no tab');
    expect(known.size).toBe(0);
  });

  it('is refused if a tab reports more models than a user can look at, until a minute has passed', async () => {
    const { capture, known, pass } = setUp();
    const hundred = Array.from({ length: 100 }, (_, i) => i);
    for (let i = 0; i < maxSightingsPerMinute / 100; i++) {
      await capture(report(1, ...hundred.map((n) => n + i * 100)), sender);
    }
    await expect(capture(report(1, 999_999), sender)).rejects.toThrow('more models');
    expect(known.size).toBe(maxSightingsPerMinute);
    pass(60_000);
    await capture(report(1, 1_000_000), sender);
    expect(known.size).toBe(maxSightingsPerMinute + 1);
  });

  it('is refused when it is larger than any page can make it, and the refusal is counted', async () => {
    const { capture, known, refused } = setUp();
    // Within what a tab may send in a minute.
    const tooLarge = largeReport(1, 2, 3, 4, 5);
    expect(JSON.stringify(tooLarge.sightings).length).toBeGreaterThan(maxReportBytes);
    await expect(capture(tooLarge, sender)).rejects.toThrow('more models');
    expect(known.size).toBe(0);
    expect(await refused()).toEqual({ since: 0, reports: 1, fullUntil: null });
  });

  it('is stored with labels of 200 characters at most', async () => {
    const { capture, known } = setUp();
    await capture(largeReport(1), sender);
    const [facts] = known.values();
    for (const { name, slug } of facts?.tags ?? []) expect([name.length, slug?.length]).toEqual([200, 200]);
    expect(facts?.tags).toHaveLength(100);
  });

  it('is refused when a tab has sent as many bytes as nobody looks at, until a minute has passed', async () => {
    const { capture, bytesStored, pass, refused } = setUp();
    const flood = async () => {
      for (let i = 0; i < 100; i++) await capture(largeReport(i), sender).catch(() => undefined);
    };
    await flood();
    expect(bytesStored()).toBeLessThan(maxBytesPerMinute);
    expect((await refused())?.reports).toBeGreaterThan(50);
    await capture(largeReport(1_000), { tab: { id: 8 } } as Runtime.MessageSender);
    pass(60_000);
    await capture(largeReport(1_001), sender);
  });

  it('is refused when all tabs have filled the budget of the day, also by a worker that was restarted', async () => {
    const db = freshDatabase();
    const { capture, refused, pass } = setUp({ consent: true }, db);
    pass(5_000);
    await takeFromDay(db, maxBytesPerDay - 2_000, 5_000);
    await capture(report(1, 1), sender);
    await expect(capture(report(1, 2, 3, 4, 5), sender)).rejects.toThrow('in a day');
    expect(await refused()).toEqual({ since: 5_000, reports: 1, fullUntil: 86_405_000 });

    const restarted = setUp({ consent: true }, db);
    restarted.pass(86_404_999);
    await expect(restarted.capture(report(1, 2, 3, 4, 5), sender)).rejects.toThrow('in a day');
    expect(restarted.known.size).toBe(0);
    restarted.pass(1);
    await restarted.capture(report(1, 2, 3, 4, 5), sender);
    expect(await restarted.refused()).toBeNull();
  });

  it('counts for itself, so that a flood of empty reports ends as well', async () => {
    const { capture, refused } = setUp();
    for (let i = 0; i < 3_000; i++) await capture(report(1), sender).catch(() => undefined);
    expect((await refused())?.reports).toBeGreaterThan(900);
  });
});
