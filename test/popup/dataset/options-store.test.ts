import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { createPageState } from '../../../src/popup/page-state';
import type { createFakeBrowser } from '../fake-browser';
import { readExclusionList, recordExclusionList } from '../../../src/store/exclusion-list';
import { freshDatabase } from '../../store/fresh-database';
import { firstDay } from '../snapshot-of';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../fake-browser')).createFakeBrowser(),
}));
const browser = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof createFakeBrowser
>;
const { createOptionsStore } = await import('../../../src/popup/dataset/options-store');
const { defaultExportOptions } = await import('../../../src/popup/dataset/options');

function aKeeper(stored?: unknown, db = freshDatabase()) {
  browser.storage.local.get.mockImplementation(() => Promise.resolve({ datasetOptions: stored }));
  const state = createPageState({ ...firstDay, exportOptions: null });
  return { state, keeper: createOptionsStore(state, db, (act) => act()) };
}

beforeEach(() => vi.clearAllMocks());

describe('the stored dataset options', () => {
  it('are the defaults if nothing was stored', async () => {
    const { state, keeper } = aKeeper();
    await keeper.watch();
    expect(state.read().exportOptions).toEqual(defaultExportOptions);
  });

  it('are stored under one name, and hold neither key nor passphrase', async () => {
    const { state, keeper } = aKeeper();
    await keeper.watch();
    state.change({ passphrase: 'a secret phrase' });
    keeper.change({ userIds: 'passphrase', options: { ...defaultDatasetOptions, leaveOutNoAi: true } });
    expect(state.read().exportOptions).toMatchObject({
      userIds: 'passphrase',
      options: { leaveOutNoAi: true },
    });
    await vi.waitFor(() => expect(browser.storage.local.set).toHaveBeenCalledOnce());
    const [kept] = browser.storage.local.set.mock.calls[0] as unknown as [Record<string, unknown>];
    expect(Object.keys(kept)).toEqual(['datasetOptions']);
    expect(JSON.stringify(kept)).not.toContain('secret');
  });

  it.each([
    ['an exclusion list that is not a list', { options: { excluded: { usernames: 'somebody' } } }],
    ['an unknown kind of key', { userIds: 'none' }],
    ['a text', 'broken'],
  ])('block the download if what is stored is %s', async (_what, stored) => {
    const { state, keeper } = aKeeper(stored);
    await keeper.watch();
    expect(state.read().exportOptions).toBeNull();
    expect(state.read().errors.join()).toContain('nothing can be downloaded');
    keeper.change({ userIds: 'project' });
    expect(browser.storage.local.set).not.toHaveBeenCalled();
    await keeper.reset();
    expect(state.read()).toMatchObject({ exportOptions: defaultExportOptions, errors: [] });
  });

  it('stay unchanged if a change is not valid', async () => {
    const { state, keeper } = aKeeper();
    await keeper.watch();
    keeper.change({ options: { ...defaultDatasetOptions, userSharePercent: 0 } });
    expect(state.read().exportOptions).toEqual(defaultExportOptions);
    expect(state.read().errors.join()).toContain('userSharePercent');
    keeper.change({});
    expect(state.read().errors).toEqual([]);
  });

  it('follow another page, but never lose a change that is being stored', async () => {
    const db = freshDatabase();
    const { state, keeper } = aKeeper({ userIds: 'project' }, db);
    await keeper.watch();
    let isKept = () => {};
    browser.storage.local.set.mockReturnValueOnce(new Promise((resolve) => (isKept = resolve)));
    keeper.change({ contributor: 'me' });
    browser.storage.onChanged.fire({ datasetOptions: {} }, 'local');
    await readExclusionList(db);
    expect(state.read().exportOptions).toMatchObject({ contributor: 'me' });
    isKept();
    await vi.waitFor(() => {
      browser.storage.onChanged.fire({ datasetOptions: {} }, 'local');
      expect(state.read().exportOptions).toMatchObject({ userIds: 'project', contributor: '' });
    });
  });
});

const lists = { usernames: [], userUids: [], modelUids: [] };
const leavingOut = (...usernames: string[]) => ({ options: { excluded: { usernames } } });

describe('the list of whom to leave out', () => {
  const listed = (state: ReturnType<typeof aKeeper>['state']) =>
    state.read().exportOptions?.options.excluded.usernames;

  it.each([
    ['lost', undefined],
    ['emptied', leavingOut()],
    ['older', leavingOut('ada')],
  ])('is that of the database where the stored options are %s', async (_what, stored) => {
    const db = freshDatabase();
    await recordExclusionList(db, { ...lists, usernames: ['ada', 'bob'] });
    const { state, keeper } = aKeeper(stored, db);
    await keeper.watch();
    expect(listed(state)).toEqual(['ada', 'bob']);
  });

  it('is that of the stored options where the database was lost, and is in the database from then on', async () => {
    const db = freshDatabase();
    const { state, keeper } = aKeeper(leavingOut('ada'), db);
    await keeper.watch();
    expect(listed(state)).toEqual(['ada']);
    expect(await readExclusionList(db)).toEqual({ ...lists, usernames: ['ada'] });
  });

  it('stays when the options are reset', async () => {
    const db = freshDatabase();
    await recordExclusionList(db, { ...lists, usernames: ['ada'] });
    const { state, keeper } = aKeeper('broken', db);
    await keeper.watch();
    expect(state.read().exportOptions).toBeNull();
    await keeper.reset();
    expect(listed(state)).toEqual(['ada']);
  });

  it('blocks the download where the database cannot be read', async () => {
    const db = freshDatabase();
    db.close();
    const { state, keeper } = aKeeper(leavingOut('ada'), db);
    await keeper.watch();
    expect(state.read().exportOptions).toBeNull();
    expect(state.read().errors.join()).toContain('nothing can be downloaded');
  });

  it('follows the database when everything is deleted in another page', async () => {
    const db = freshDatabase();
    await recordExclusionList(db, { ...lists, usernames: ['ada'] });
    const { state, keeper } = aKeeper(undefined, db);
    await keeper.watch();
    await db.states.clear();
    await vi.waitFor(() => expect(listed(state)).toEqual([]));
  });
});
