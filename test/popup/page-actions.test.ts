import { beforeEach, describe, expect, it, vi } from 'vitest';
import { privacyChangedOn } from '../../src/settings/privacy';
import { beginDiscovery } from '../../src/crawl/discovery-state';
import type { Overview } from '../../src/store/overview';
import type { createFakeBrowser } from './fake-browser';
import { emptyOverview, firstDay } from './snapshot-of';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-browser')).createFakeBrowser(),
}));

const browser = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof createFakeBrowser
>;
const { createActions } = await import('../../src/popup/page-actions');
const { createPageState } = await import('../../src/popup/page-state');

const origins = ['https://sketchfab.com/*', 'https://api.sketchfab.com/*'];

function act(hasAccess: boolean) {
  const state = createPageState({ ...firstDay, hasAccess });
  const datasetExport = {
    start: () => Promise.resolve(),
    cancel: () => undefined,
    forget: () => Promise.resolve(),
  };
  const forgetRecommendations = vi.fn();
  const actions = createActions({ state, datasetExport, forgetRecommendations, isPopup: true });
  return { state, actions, forgetRecommendations };
}

beforeEach(() => vi.clearAllMocks());

describe('a button that needs access to Sketchfab', () => {
  it('asks for access in the click itself, not later', () => {
    act(false).actions.allowAccess();
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins });
  });

  it('saves consent and asks for access at once, whatever the answer', () => {
    browser.permissions.request.mockReturnValueOnce(new Promise(() => undefined));
    act(false).actions.startCollecting();
    expect(browser.storage.local.set).toHaveBeenCalledExactlyOnceWith({
      consent: true,
      privacySeen: privacyChangedOn,
    });
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins });
  });

  it('does not ask for access it has', () => {
    act(true).actions.startCollecting();
    expect(browser.storage.local.set).toHaveBeenCalledOnce();
    expect(browser.permissions.request).not.toHaveBeenCalled();
  });

  it('reports that asking failed, although consent was saved', async () => {
    browser.permissions.request.mockRejectedValueOnce(new Error('no gesture'));
    const { state, actions } = act(false);
    actions.startCollecting();
    await vi.waitFor(() =>
      expect(state.read().errors).toEqual([
        'The browser could not be asked for access to Sketchfab (no gesture).',
      ]),
    );
  });
});

describe('the button "Resume"', () => {
  const held = (scope: 'discovery' | 'everything'): Overview => ({
    ...emptyOverview,
    crawl: { ...emptyOverview.crawl, phase: 'paused', scope },
    discovery: beginDiscovery(12, 0),
  });

  async function sent(scope: 'discovery' | 'everything', press: 'resumeCrawl' | 'crawlDespiteRobots') {
    const { state, actions } = act(true);
    state.change({ overview: held(scope) });
    actions[press]();
    await vi.waitFor(() => expect(browser.runtime.sendMessage).toHaveBeenCalledOnce());
    return browser.runtime.sendMessage.mock.calls.flat();
  }

  it('resumes the crawl', async () => {
    expect(await sent('everything', 'resumeCrawl')).toEqual([{ name: 'startCrawl', payload: 'all' }]);
  });

  it('resumes a discovery as a discovery, not as a crawl of everything', async () => {
    expect(await sent('discovery', 'resumeCrawl')).toEqual([{ name: 'discoverMostLiked', payload: 12 }]);
  });

  it('first saves that robots.txt is to be ignored', async () => {
    expect(await sent('everything', 'crawlDespiteRobots')).toEqual([{ name: 'startCrawl', payload: 'all' }]);
    expect(browser.storage.local.set).toHaveBeenCalledExactlyOnceWith({ crawlDespiteRobots: true });
    expect(browser.storage.local.set.mock.invocationCallOrder[0]).toBeLessThan(
      browser.runtime.sendMessage.mock.invocationCallOrder[0]!,
    );
  });
});

describe('the button "Delete everything"', () => {
  it('takes recommendations from the page before anything is deleted', () => {
    const { actions, forgetRecommendations } = act(true);
    actions.deleteEverything();
    expect(forgetRecommendations).toHaveBeenCalledOnce();
    expect(forgetRecommendations.mock.invocationCallOrder[0]).toBeLessThan(
      browser.runtime.sendMessage.mock.invocationCallOrder[0]!,
    );
  });

  it('says so while it is at work, and stops saying so whatever the outcome', async () => {
    for (const outcome of [{ ok: true }, new Error('asleep')]) {
      let answer = (): void => undefined;
      browser.runtime.sendMessage.mockImplementationOnce(
        () =>
          new Promise((resolve, reject) => {
            answer = () => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
          }),
      );
      const { state, actions } = act(true);
      actions.deleteEverything();
      expect(state.read().isDeleting).toBe(true);
      answer();
      await vi.waitFor(() => expect(state.read().isDeleting).toBe(false));
      expect(state.read().errors).toEqual(
        outcome instanceof Error ? ['Not everything could be deleted (asleep).'] : [],
      );
    }
  });
});

describe('the button "Ask the browser to keep it"', () => {
  it.each([
    [true, 'lasting'],
    [false, 'refused'],
  ])('shows the answer (%s)', async (isKept, persistence) => {
    vi.stubGlobal('navigator', { storage: { persist: () => Promise.resolve(isKept) } });
    const { state, actions } = act(true);
    actions.keepStorage();
    await vi.waitFor(() => expect(state.read().persistence).toBe(persistence));
    vi.unstubAllGlobals();
  });
});

describe('the button "Find most liked models"', () => {
  it('saves the minimum and starts a discovery with it', async () => {
    act(true).actions.discoverMostLiked(40);
    await vi.waitFor(() =>
      expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({
        name: 'discoverMostLiked',
        payload: 40,
      }),
    );
    expect(browser.storage.local.set).toHaveBeenCalledExactlyOnceWith({ minimumLikes: 40 });
  });
});
