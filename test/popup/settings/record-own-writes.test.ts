import { describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../../settings/fake-storage';
import { freshDatabase } from '../../store/fresh-database';
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
    recordOwnWrites(db);
    await browser.storage.local.set({ consent: true, datasetChoices: { excluded: [] } });
    await browser.storage.local.set({ crawlDelayMs: 3_000 });
    expect(await readState(db, 'decided')).toEqual({ consent: true, crawlDelayMs: 3_000 });
    expect([...fakeStorage.texts.keys()].sort()).toEqual(['consent', 'crawlDelayMs', 'datasetChoices']);
  });

  it('writes no setting that the database could not remember, and reports it', async () => {
    fakeStorage.clear();
    const db = freshDatabase();
    recordOwnWrites(db);
    db.close();
    await expect(browser.storage.local.set({ consent: true })).rejects.toThrow();
    expect(fakeStorage.texts.size).toBe(0);
  });
});
