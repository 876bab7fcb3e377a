import browser from 'webextension-polyfill';
import type { Settings } from '../settings/settings';
import { readPageCounts } from '../settings/page-counts';
import { badgeText } from './badge-text';

const accent = '#0f766e';

/** Shows on one tab's icon how many models its page gave. */
export async function showPageBadge(tabId: number, { consent, autoCapture }: Settings): Promise<void> {
  const counts = await readPageCounts(tabId);
  const text = badgeText(consent && autoCapture, counts?.modelsOnPage ?? 0);
  await browser.action.setBadgeText({ tabId, text });
}

/** Shows on every icon whether auto-capture is on. */
export async function showBadges(settings: Settings): Promise<void> {
  const { consent, autoCapture } = settings;
  await browser.action.setBadgeBackgroundColor({ color: accent });
  await browser.action.setBadgeText({ text: badgeText(consent && autoCapture, 0) });
  for (const { id, url } of await browser.tabs.query({})) {
    // Only the site's tabs tell us their address, and only they carry a text of their own.
    if (id !== undefined && url !== undefined) await showPageBadge(id, settings);
  }
}
