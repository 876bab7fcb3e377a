import browser from 'webextension-polyfill';
import { message } from '../i18n/message';
import type { Settings } from '../settings/settings';
import { readPageStatus } from '../settings/page-status';
import { badgeText } from './badge-text';

const accent = '#0f766e';

/** Shows the number of models captured on the page of one tab, or that it needs to be loaded again. */
export async function showPageBadge(tabId: number, { consent, autoCapture }: Settings): Promise<void> {
  const text = badgeText(consent && autoCapture, await readPageStatus(tabId));
  await browser.action.setBadgeText({ tabId, text });
}

/** Shows on every icon whether auto-capture is on. */
export async function showBadges(settings: Settings): Promise<void> {
  const { consent, autoCapture } = settings;
  await browser.action.setBadgeBackgroundColor({ color: accent });
  await browser.action.setBadgeText({ text: badgeText(consent && autoCapture, undefined) });
  for (const { id, url } of await browser.tabs.query({})) {
    // `url` is only set for tabs of the site, and only those have a badge of their own.
    if (id !== undefined && url !== undefined) await showPageBadge(id, settings);
  }
}

/** Shows on the icon that a report from this tab was refused, until the next one is stored. */
export async function showRefusalBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: message('badge_refused') });
}
