import { beforeEach, describe, expect, it, vi } from 'vitest';

type Tab = { readonly id: number; readonly discarded?: boolean; readonly answer: () => Promise<unknown> };
const platform = vi.hoisted(() => ({ tabs: [] as Tab[], asked: [] as unknown[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: {
      query: (of: unknown) => {
        platform.asked.push(of);
        return Promise.resolve(platform.tabs);
      },
      sendMessage: (id: number, message: unknown) => {
        platform.asked.push([id, message]);
        return platform.tabs.find((tab) => tab.id === id)!.answer();
      },
    },
  },
}));
const { signalCapture } = await import('../../src/messaging/capture-signal');

const hears = () => Promise.resolve(true);
const isGone = () =>
  Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));

beforeEach(() => {
  platform.tabs = [];
  platform.asked = [];
});

describe('the capture signal', () => {
  it('goes to every open page of the site and to no other', async () => {
    platform.tabs = [{ id: 7, answer: hears }];
    await signalCapture(true);
    expect(platform.asked).toEqual([
      { url: 'https://sketchfab.com/*' },
      [7, { name: 'captureChanged', isOn: true }],
    ]);
  });

  it('reports in which tabs nobody received it, and does not wake discarded ones', async () => {
    platform.tabs = [
      { id: 1, answer: hears },
      { id: 2, answer: isGone },
      { id: 3, answer: () => Promise.resolve(undefined) },
      { id: 4, answer: isGone, discarded: true },
    ];
    expect(await signalCapture(false)).toEqual([2, 3]);
  });
});
