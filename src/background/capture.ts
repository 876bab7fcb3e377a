import type { Runtime } from 'webextension-polyfill';
import { parsePageReport } from '../messaging/page-report';
import { readPageCounts, savePageCounts } from '../settings/page-counts';
import type { Settings } from '../settings/settings';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { SightingQuota } from './sighting-quota';

export type CaptureTools = {
  readonly readSettings: () => Promise<Settings>;
  readonly quota: Pick<SightingQuota, 'take'>;
  /** Stores sightings and returns how many models were new. */
  readonly recordSightings: (sightings: readonly ModelFacts[]) => Promise<number>;
  readonly showBadge: (tabId: number, settings: Settings) => Promise<void>;
};

/** The handler of `recordSightings`: validates, checks that the person wants it, stores, counts, shows. */
export function createCapture({ readSettings, quota, recordSightings, showBadge }: CaptureTools) {
  return async function capture(payload: unknown, sender: Runtime.MessageSender): Promise<void> {
    const { sightings, pageSerial, modelsOnPage } = parsePageReport(payload);
    const tabId = sender.tab?.id;
    if (tabId === undefined) throw new Error('a report from no tab');
    const settings = await readSettings();
    if (!settings.consent || !settings.autoCapture) return;
    // Refused, not dropped: an honest content script tries again later.
    if (!quota.take(tabId, sightings.length)) throw new Error('more models than a person can look at');
    const newModels = await recordSightings(sightings);
    const before = await readPageCounts(tabId);
    const newBefore = before?.pageSerial === pageSerial ? before.newModels : 0;
    await savePageCounts(tabId, { pageSerial, modelsOnPage, newModels: newBefore + newModels });
    await showBadge(tabId, settings);
  };
}
