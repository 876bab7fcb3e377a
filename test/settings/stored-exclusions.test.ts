import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './fake-storage';

vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('./fake-storage');
  return { default: { storage: { local } } };
});
const { forgetStoredExclusions } = await import('../../src/settings/stored-exclusions');

beforeEach(() => fakeStorage.clear());

describe('the stored list of whom to leave out', () => {
  it('goes, and the other options stay', async () => {
    const options = { leaveOutNoAi: true, excluded: { usernames: ['ada'] } };
    await fakeStorage.set({ consent: true, datasetOptions: { userIds: 'project', options } });
    await forgetStoredExclusions();
    expect(await fakeStorage.get(null)).toEqual({
      consent: true,
      datasetOptions: { userIds: 'project', options: { leaveOutNoAi: true } },
    });
  });

  it.each(['broken', [{ excluded: ['ada'] }], { excluded: ['ada'] }])(
    'goes with options of another form (%j)',
    async (datasetOptions) => {
      await fakeStorage.set({ consent: true, datasetOptions });
      await forgetStoredExclusions();
      expect(await fakeStorage.get(null)).toEqual({ consent: true });
    },
  );

  it('need not be there', async () => {
    await forgetStoredExclusions();
    expect(await fakeStorage.get(null)).toEqual({});
  });
});
