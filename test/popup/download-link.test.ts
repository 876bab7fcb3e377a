import { beforeEach, describe, expect, it, vi } from 'vitest';

const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://us/${path}` },
    storage: {
      session: {
        get: (key: string) => Promise.resolve({ [key]: session.get(key) }),
        set: (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
          return Promise.resolve();
        },
        remove: (key: string) => Promise.resolve(session.delete(key)),
      },
    },
  },
}));
const { createDownloadLink, takeDownloadLink } = await import('../../src/popup/download-link');

const open = (url: string) => takeDownloadLink({ hash: new URL(url).hash } as Location);

beforeEach(() => session.clear());

describe('a link that starts the download', () => {
  it('works once', async () => {
    const link = await createDownloadLink();
    expect(await open(link)).toBe(true);
    expect(await open(link)).toBe(false);
  });

  it('does not work after a newer one was made', async () => {
    const older = await createDownloadLink();
    const newer = await createDownloadLink();
    expect(await open(older)).toBe(false);
    expect(await open(newer)).toBe(true);
  });

  it.each([
    'chrome-extension://us/src/popup/index.html?view=tab',
    'chrome-extension://us/src/popup/index.html?view=tab#download',
    'chrome-extension://us/src/popup/index.html?view=tab#download=undefined',
    `chrome-extension://us/src/popup/index.html?view=tab#download=${'0'.repeat(36)}`,
  ])('cannot be guessed (%s)', async (guess) => {
    expect(await open(guess)).toBe(false);
    await createDownloadLink();
    expect(await open(guess)).toBe(false);
  });
});
