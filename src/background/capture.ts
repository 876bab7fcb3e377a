import type { Runtime } from 'webextension-polyfill';
import { parsePageReport } from '../messaging/page-report';
import { readPageStatus, savePageStatus } from '../settings/page-status';
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

/** The handler of `recordSightings`: validates the report, checks the settings, stores, counts and updates the badge. */
export function createCapture({ readSettings, quota, recordSightings, showBadge }: CaptureTools) {
  return async function capture(payload: unknown, sender: Runtime.MessageSender): Promise<void> {
    const { sightings, pageSerial, modelsOnPage } = parsePageReport(payload);
    const tabId = sender.tab?.id;
    if (tabId === undefined) throw new Error('a report from no tab');
    const settings = await readSettings();
    if (!settings.consent || !settings.autoCapture) return;
    // An error rather than silence, so that a genuine content script tries again later.
    if (!quota.take(tabId, sightings.length)) throw new Error('more models than a person can look at');
    const newModels = await recordSightings(sightings);
    const before = await readPageStatus(tabId);
    const isSamePage = before !== undefined && before !== 'needsReload' && before.pageSerial === pageSerial;
    const newBefore = isSamePage ? before.newModels : 0;
    await savePageStatus(tabId, { pageSerial, modelsOnPage, newModels: newBefore + newModels });
    await showBadge(tabId, settings);
  };
}
