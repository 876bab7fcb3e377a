import { expect, it, vi } from 'vitest';
import { optionsKey } from '../../src/settings/options-key';
import { fakeStorage } from '../settings/fake-storage';
import { captured, worker } from './copy-rig';

vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../settings/fake-storage');
  return { default: { storage: { local } } };
});

it('while everything is deleted, no page writes a setting where settings are read and written back', async () => {
  const db = await captured(2);
  await fakeStorage.set({ [optionsKey]: { options: { excluded: { usernames: ['ada'] } } } });
  const mayPagesWrite: boolean[] = [];
  let isLocked = false;
  // Reads of the options, which are written back without the list.
  const { get } = fakeStorage;
  vi.spyOn(fakeStorage, 'get').mockImplementation((wanted) => {
    if (wanted === optionsKey) mayPagesWrite.push(!isLocked);
    return get(wanted);
  });
  await worker(db, true, {
    whileNoPageWrites: async (work) => {
      isLocked = true;
      await work();
      isLocked = false;
    },
    wipe: () => Promise.resolve(void mayPagesWrite.push(!isLocked)),
  }).deleteEverything();
  expect(mayPagesWrite).toEqual([false, false]);
  expect(await get(optionsKey)).toEqual({ [optionsKey]: { options: {} } });
});
