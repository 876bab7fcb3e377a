import { describe, expect, it, vi } from 'vitest';
import { calmHost } from '../../src/crawl/host-state';
import { startCrawl } from '../../src/store/control-crawl';
import { openDatabase } from '../../src/store/database';
import { writeState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';

// Only the platform is faked: alarms, listeners and storage. The worker is the complete, real one.
const platform = vi.hoisted(() => {
  const heard: Record<string, ((...args: unknown[]) => unknown)[]> = {};
  const on = (name: string) => ({
    addListener: (listener: (...args: unknown[]) => unknown) => void (heard[name] ??= []).push(listener),
    removeListener: () => undefined,
  });
  const alarms = new Map<string, object>();
  const area = () => {
    const stored = new Map<string, unknown>();
    return {
      get: (keys?: string | string[] | null) =>
        Promise.resolve(
          Object.fromEntries([...stored].filter(([key]) => (keys ?? null) === null || keys!.includes(key))),
        ),
      setAccessLevel: () => Promise.resolve(),
      set: (items: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(items)) stored.set(key, value);
        return Promise.resolve();
      },
      remove: (keys: string | string[]) => {
        for (const key of [keys].flat()) stored.delete(key);
        return Promise.resolve();
      },
    };
  };
  const browser = {
    runtime: {
      id: 'us',
      getURL: (path: string) => `chrome-extension://us/${path}`,
      onMessage: on('message'),
      onStartup: on('startup'),
      onInstalled: on('installed'),
      onUpdateAvailable: on('update'),
    },
    alarms: {
      get: (name: string) => Promise.resolve(alarms.get(name)),
      create: (name: string, info: object) => Promise.resolve(void alarms.set(name, info)),
      clear: (name: string) => Promise.resolve(alarms.delete(name)),
      onAlarm: on('alarm'),
    },
    permissions: {
      contains: () => Promise.resolve(true),
      onAdded: on('permission'),
      onRemoved: on('permission'),
    },
    tabs: { onRemoved: on('closed'), query: () => Promise.resolve([]) },
    action: { setBadgeText: () => Promise.resolve(), setBadgeBackgroundColor: () => Promise.resolve() },
    i18n: { getMessage: () => '', getUILanguage: () => 'en' },
    storage: { local: area(), session: area(), onChanged: on('storage') },
  };
  return { heard, alarms, browser };
});
vi.mock('webextension-polyfill', () => ({ default: platform.browser }));
vi.stubGlobal('navigator', {
  onLine: true,
  locks: { request: (...args: unknown[]) => (args.at(-1) as (lock: object) => unknown)({}) },
});

const fire = (name: string, ...args: unknown[]) => platform.heard[name]!.map((listener) => listener(...args));
const popup = { id: 'us', url: 'chrome-extension://us/src/popup/index.html' };

describe('the alarm is lost', () => {
  it('sets it again whenever the worker or the browser starts or a page of the extension opens', async () => {
    await platform.browser.storage.local.set({ consent: true });
    const db = openDatabase();
    await recordSightings(db, [sighting(0)], Date.now());
    await startCrawl(db, 'all', Date.now());
    // During a requested wait nothing is due, so this test sends no request.
    const notBefore = Date.now() + 3_600_000;
    await writeState(db, 'host', { ...calmHost, notBefore, waitingFor: 'asked-to-slow-down' });
    const ask = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('nothing may be asked'));

    const isBack = () =>
      vi.waitFor(() => expect(platform.alarms.get('crawl')).toEqual({ periodInMinutes: 0.5 }));
    await import('../../src/background/index');
    await isBack();
    const wakes: [string, () => unknown][] = [
      ['browser start', () => fire('startup')],
      ['installation', () => fire('installed', {})],
      ['a page of the extension', () => fire('message', { name: 'wakeCrawl', payload: undefined }, popup)],
      ['another alarm', () => fire('alarm', { name: 'crawl' })],
    ];
    for (const [, wake] of wakes) {
      platform.alarms.delete('crawl');
      wake();
      await isBack();
    }
    expect(ask).not.toHaveBeenCalled();
  });
});
