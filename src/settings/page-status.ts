import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { watchSession } from './watch-session';

/** The models captured on the page in one tab. */
export type PageCounts = {
  readonly pageSerial: number;
  readonly modelsOnPage: number;
  /** Models of this page that were not in the database before. */
  readonly newModels: number;
};

/**
 * What is known of the page in one tab: its counts, or that nothing on it can be captured until it is loaded again, since no
 * content script of ours runs in it. In `storage.session`, which outlives the worker but not the browser.
 */
export type PageStatus = PageCounts | 'needsReload';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const pageCounts = v.object({ pageSerial: count, modelsOnPage: count, newModels: count });
const pageStatus = v.union([pageCounts, v.literal('needsReload')]);
const keyOf = (tabId: number) => `page:${tabId}`;

export async function readPageStatus(tabId: number): Promise<PageStatus | undefined> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  const parsed = v.safeParse(pageStatus, stored[keyOf(tabId)]);
  return parsed.success ? parsed.output : undefined;
}

export async function savePageStatus(tabId: number, status: PageStatus): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: status });
}

export async function forgetPageStatus(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back after every change of a tab's status. Returns a function that stops watching. */
export function watchPageStatus(onChange: () => void): () => void {
  return watchSession((key) => key.startsWith('page:'), onChange);
}
