import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCapture } from '../../src/background/capture';
import { createSightingQuota, maxSightingsPerMinute } from '../../src/background/sighting-quota';
import { parseSettings } from '../../src/settings/settings';
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

function setUp(settings: Record<string, unknown> = { consent: true }) {
  const known = new Set<string>();
  let time = 0;
  const capture = createCapture({
    readSettings: () => Promise.resolve(parseSettings(settings)),
    quota: createSightingQuota(() => time),
    recordSightings: (sightings) => {
      const before = known.size;
      for (const { uid } of sightings) known.add(uid);
      return Promise.resolve(known.size - before);
    },
    showBadge: () => Promise.resolve(),
  });
  return { capture, known, pass: (ms: number) => (time += ms) };
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
});
