import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { createFakeBrowser } from './fake-browser';
import { firstDay } from './snapshot-of';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-browser')).createFakeBrowser(),
}));

const browser = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof createFakeBrowser
>;
const { createActions } = await import('../../src/popup/actions');
const { createPageState } = await import('../../src/popup/page-state');

const origins = ['https://sketchfab.com/*', 'https://api.sketchfab.com/*'];

function act(hasAccess: boolean) {
  const state = createPageState({ ...firstDay, hasAccess });
  const datasetExport = { start: () => Promise.resolve(), cancel: () => undefined };
  return { state, actions: createActions({ state, datasetExport, isPopup: true }) };
}

beforeEach(() => vi.clearAllMocks());

describe('a press that needs access to Sketchfab', () => {
  it('asks in the press itself, and not later', () => {
    act(false).actions.allowAccess();
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins });
  });

  it('saves consent and asks at once, whatever the answer will be', () => {
    browser.permissions.request.mockReturnValueOnce(new Promise(() => undefined));
    act(false).actions.startCollecting();
    expect(browser.storage.local.set).toHaveBeenCalledExactlyOnceWith({ consent: true });
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins });
  });

  it('does not ask for what it has', () => {
    act(true).actions.startCollecting();
    expect(browser.storage.local.set).toHaveBeenCalledOnce();
    expect(browser.permissions.request).not.toHaveBeenCalled();
  });

  it('says that it could not ask, though consent was saved', async () => {
    browser.permissions.request.mockRejectedValueOnce(new Error('no gesture'));
    const { state, actions } = act(false);
    actions.startCollecting();
    await vi.waitFor(() =>
      expect(state.read().troubles).toEqual([
        'The browser could not be asked for access to Sketchfab (no gesture).',
      ]),
    );
  });
});
