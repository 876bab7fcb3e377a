import { beforeEach, describe, expect, it, vi } from 'vitest';

const calls = vi.hoisted(() => [] as string[]);
const stored = vi.hoisted(() => ({ local: {}, session: {} }));

vi.mock('webextension-polyfill', () => {
  const area = (name: 'local' | 'session') => ({
    setAccessLevel: () => Promise.resolve() as Promise<void> | undefined,
    get: () => Promise.resolve({ ...stored[name] }),
    clear: () => {
      calls.push(`${name}.clear`);
      stored[name] = {};
      return Promise.resolve();
    },
    set: (items: object) => {
      calls.push(`${name}.set`);
      stored[name] = { ...stored[name], ...items };
      return Promise.resolve();
    },
    remove: (names: string[]) => {
      calls.push(`${name}.remove`);
      const rest = Object.entries(stored[name]).filter(([key]) => !names.includes(key));
      stored[name] = Object.fromEntries(rest);
      return Promise.resolve();
    },
  });
  return { default: { storage: { local: area('local'), session: area('session') } } };
});

const { forgetReports } = await import('../../src/settings/forget-reports');
const { wipeStorage } = await import('../../src/settings/wipe-storage');

const browser = (await import('webextension-polyfill')).default;

beforeEach(() => calls.splice(0));

describe('wiping the storage', () => {
  it('clears it and writes what is left in the same turn, before anyone can read', async () => {
    stored.local = { consent: true, exclusions: ['a'] };
    const wiping = wipeStorage();
    // One turn for reading.
    await Promise.resolve();
    await Promise.resolve();
    expect(calls).toEqual(['local.clear', 'local.set']);
    await wiping;
    expect(stored.local).toEqual({ consent: true, exclusions: ['a'] });
  });

  it('fills it once, and never clears it, where clearing would remove nothing from the disk', async () => {
    const area = browser.storage.local as unknown as { setAccessLevel?: unknown };
    const { setAccessLevel } = area;
    delete area.setAccessLevel;
    await wipeStorage();
    area.setAccessLevel = setAccessLevel;
    expect(calls).toEqual(['local.set', 'local.remove']);
    expect(stored.local).toEqual({ consent: true, exclusions: ['a'] });
  });
});

describe('forgetting reports', () => {
  it('removes counts of pages and refusals, and keeps which pages have to be loaded again', async () => {
    stored.session = {
      'page:1': { pageSerial: 1, modelsOnPage: 24, newModels: 3 },
      'page:2': 'needsReload',
      refusedReports: { since: 0, reports: 3, fullUntil: null },
    };
    await forgetReports();
    expect(stored.session).toEqual({ 'page:2': 'needsReload' });
  });
});
