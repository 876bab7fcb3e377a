import { signalCapture } from '../messaging/capture-signal';
import { forgetPageStatus, readPageStatus, savePageStatus } from '../settings/page-status';
import type { Settings } from '../settings/settings';
import { showPageBadge } from './badge';

/**
 * Signals to all open pages whether capture is on. Those in which nothing listens were open before the extension was
 * installed, updated or given access. Browsers run content scripts only in pages that are loaded afterwards.
 */
export async function signalPages(settings: Settings): Promise<void> {
  const unheard = await signalCapture(settings.consent && settings.autoCapture);
  for (const tabId of unheard) {
    await savePageStatus(tabId, 'needsReload');
    await showPageBadge(tabId, settings);
  }
}

/** A content script runs in this tab, so it need not be loaded again. */
export async function noteScript(tabId: number | undefined, settings: Settings): Promise<void> {
  if (tabId === undefined || (await readPageStatus(tabId)) !== 'needsReload') return;
  await forgetPageStatus(tabId);
  await showPageBadge(tabId, settings);
}
