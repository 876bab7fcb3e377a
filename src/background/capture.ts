import type { Runtime } from 'webextension-polyfill';
import { parsePageReport } from '../messaging/page-report';
import type { ModelFacts } from '../sketchfab/model-facts';
import { readPageCounts, savePageCounts } from '../settings/page-counts';
import type { Settings } from '../settings/settings';

export type CaptureTools = {
  readonly readSettings: () => Promise<Settings>;
  /** Stores sightings and returns how many models were new. */
  readonly recordSightings: (sightings: readonly ModelFacts[]) => Promise<number>;
  readonly showBadge: (tabId: number) => Promise<void>;
};

/** The handler of `recordSightings`: validates, checks that the person wants it, stores, counts, shows. */
export function createCapture({ readSettings, recordSightings, showBadge }: CaptureTools) {
  return async function capture(payload: unknown, sender: Runtime.MessageSender): Promise<void> {
    const report = parsePageReport(payload);
    const { consent, autoCapture } = await readSettings();
    if (!consent || !autoCapture) return;
    const newModels = await recordSightings(report.sightings);
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    const { pageSerial, modelsOnPage } = report;
    const before = await readPageCounts(tabId);
    const newBefore = before?.pageSerial === pageSerial ? before.newModels : 0;
    await savePageCounts(tabId, { pageSerial, modelsOnPage, newModels: newBefore + newModels });
    await showBadge(tabId);
  };
}
