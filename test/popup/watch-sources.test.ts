import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CrawlState } from '../../src/crawl/crawl-state';
import { openDatabase } from '../../src/store/database';
import { writeState } from '../../src/store/states';
import type { createFakeBrowser } from './fake-browser';
import { emptyOverview, firstDay } from './snapshot-of';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-browser')).createFakeBrowser(),
}));

const browser = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof createFakeBrowser
>;
const { createPageState } = await import('../../src/popup/page-state');
const { watchSources } = await import('../../src/popup/watch-sources');

let db: ReturnType<typeof openDatabase>;

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ usage: 1 }) } });
  // The page's timer would outlive the test.
  vi.stubGlobal('setInterval', () => 0);
  db = openDatabase();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await db.delete();
});

async function watch(phase: CrawlState['phase']) {
  const crawl = { ...emptyOverview.crawl, phase };
  await db.transaction('rw', db.states, () => writeState(db, 'crawl', crawl));
  const state = createPageState({ ...firstDay, hasAccess: false, overview: null });
  await watchSources(state, db);
  return state;
}

describe('the sources of the page', () => {
  it('wake a crawl that should be running, once', async () => {
    const state = await watch('crawling');
    const crawl = { ...emptyOverview.crawl, phase: 'crawling', requestsBefore: 7 } as const;
    await db.transaction('rw', db.states, () => writeState(db, 'crawl', crawl));
    await vi.waitFor(() => expect(state.read().overview?.crawl.requestsBefore).toBe(7));
    expect(browser.runtime.sendMessage).toHaveBeenCalledOnce();
    expect(browser.runtime.sendMessage.mock.calls).toEqual([[{ name: 'wakeCrawl', payload: undefined }]]);
  });

  it.each(['idle', 'paused', 'blocked', 'done'] as const)(
    'do not wake a crawl in the phase %s',
    async (phase) => {
      await watch(phase);
      expect(browser.runtime.sendMessage).not.toHaveBeenCalled();
    },
  );

  it('report that a crawl could not be woken', async () => {
    browser.runtime.sendMessage.mockRejectedValueOnce(new Error('asleep'));
    const state = await watch('crawling');
    await vi.waitFor(() => expect(state.read().errors).toEqual(['The crawl could not be resumed (asleep).']));
  });

  it('read settings that changed while the page was opening', async () => {
    const state = await watch('idle');
    // The page began with consent, and none is stored.
    await vi.waitFor(() => expect(state.read().settings.consent).toBe(false));
  });

  it('follow access to Sketchfab as it is granted and revoked', async () => {
    const state = await watch('idle');
    browser.permissions.contains.mockResolvedValue(true);
    browser.permissions.onAdded.fire({});
    await vi.waitFor(() => expect(state.read().hasAccess).toBe(true));
    browser.permissions.contains.mockResolvedValue(false);
    browser.permissions.onRemoved.fire({});
    await vi.waitFor(() => expect(state.read().hasAccess).toBe(false));
  });

  it('distinguish a database that cannot be read from one that is slow', async () => {
    const state = createPageState({ ...firstDay, overview: null });
    db.on('ready', () => Promise.reject(new Error('the disk is gone')));
    await watchSources(state, db);
    expect(state.read()).toMatchObject({ overview: null, isStoreBroken: true });
  });
});
