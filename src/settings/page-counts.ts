import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** The models captured on the page in one tab. In `storage.session`, which outlives the worker but not the browser. */
export type PageCounts = {
  readonly pageSerial: number;
  readonly modelsOnPage: number;
  /** Models of this page that were not in the database before. */
  readonly newModels: number;
};

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const pageCounts = v.object({ pageSerial: count, modelsOnPage: count, newModels: count });
const keyOf = (tabId: number) => `page:${tabId}`;

export async function readPageCounts(tabId: number): Promise<PageCounts | undefined> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  const parsed = v.safeParse(pageCounts, stored[keyOf(tabId)]);
  return parsed.success ? parsed.output : undefined;
}

export async function savePageCounts(tabId: number, counts: PageCounts): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: counts });
}

export async function forgetPageCounts(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back after every change of a tab's counts. Returns a function that stops watching. */
export function watchPageCounts(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith('page:'))) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
