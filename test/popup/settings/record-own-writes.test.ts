import { describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../../settings/fake-storage';
import { freshDatabase } from '../../store/fresh-database';
import { readExclusionList, recordExclusionList } from '../../../src/store/exclusion-list';
import { readState } from '../../../src/store/states';

vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../../settings/fake-storage');
  return { default: { storage: { local } } };
});
const browser = (await import('webextension-polyfill')).default;
const { recordOwnWrites } = await import('../../../src/popup/settings/record-own-writes');

describe('a page of the extension', () => {
  it('remembers in the database which settings it wrote, and nothing else', async () => {
    const db = freshDatabase();
    recordOwnWrites(db, (work) => work());
    await browser.storage.local.set({ consent: true, datasetChoices: { excluded: [] } });
    await browser.storage.local.set({ crawlDelayMs: 3_000 });
    expect(await readState(db, 'decided')).toEqual({ consent: true, crawlDelayMs: 3_000 });
    expect([...fakeStorage.texts.keys()].sort()).toEqual(['consent', 'crawlDelayMs', 'datasetChoices']);
  });

  it.each([
    ['a list', { options: { excluded: { usernames: ['bob'] } } }, ['bob']],
    ['an empty list', { options: { excluded: { usernames: [] } } }, []],
    ['no list', { options: {} }, ['ada']],
    ['nothing', undefined, ['ada']],
    ['a list that cannot be read', { options: { excluded: { usernames: 'bob' } } }, ['ada']],
  ])(
    'remembers whom to leave out when it writes options with %s',
    async (_what, datasetOptions, expected) => {
      const db = freshDatabase();
      await recordExclusionList(db, { usernames: ['ada'], userUids: [], modelUids: [] });
      recordOwnWrites(db, (work) => work());
      await browser.storage.local.set({ datasetOptions });
      expect((await readExclusionList(db)).usernames).toEqual(expected);
    },
  );

  it('writes nothing while settings are read and written back elsewhere, and all of it afterwards', async () => {
    fakeStorage.clear();
    const db = freshDatabase();
    let goOn = (): void => undefined;
    const others = new Promise<void>((resolve) => (goOn = resolve));
    recordOwnWrites(db, (work) => others.then(work));
    const writing = browser.storage.local.set({ consent: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([fakeStorage.texts.size, await readState(db, 'decided')]).toEqual([0, {}]);
    goOn();
    await writing;
    expect([...fakeStorage.texts.keys()]).toEqual(['consent']);
    expect(await readState(db, 'decided')).toEqual({ consent: true });
  });

  it('writes no setting that the database could not remember, and reports it', async () => {
    fakeStorage.clear();
    const db = freshDatabase();
    recordOwnWrites(db, (work) => work());
    db.close();
    await expect(browser.storage.local.set({ consent: true })).rejects.toThrow();
    expect(fakeStorage.texts.size).toBe(0);
  });
});
