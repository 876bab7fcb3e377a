import type { Runtime } from 'webextension-polyfill';
import { parsePageReport } from '../messaging/page-report';
import { maxReportBytes, sightingBytes } from '../messaging/sighting-bytes';
import { readPageStatus, savePageStatus } from '../settings/page-status';
import type { Settings } from '../settings/settings';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { TabQuota } from './tab-quota';

export type CaptureTools = {
  /**
   * Runs the work for each tab one by one, in the order of the calls. Otherwise a page that was left just after it reported
   * could overwrite the count of the one that is shown now.
   */
  readonly inOrder: (tabId: number, work: () => Promise<void>) => Promise<void>;
  readonly readSettings: () => Promise<Settings>;
  readonly quota: Pick<TabQuota, 'take'>;
  /** Counts these bytes for today. Returns when the next day begins if they are too many, otherwise `null`. */
  readonly takeFromDay: (bytes: number) => Promise<number | null>;
  /** Stores sightings and returns how many models were new. */
  readonly recordSightings: (sightings: readonly ModelFacts[]) => Promise<number>;
  readonly showBadge: (tabId: number, settings: Settings) => Promise<void>;
  /** Tells the user of a refused report. `fullUntil` is when pages may report again, if the day's budget is spent. */
  readonly showRefusal: (tabId: number, fullUntil: number | null) => Promise<void>;
};

/** A report costs this much beyond its sightings, so that a flood of small ones is limited too. */
const bytesPerReport = 1_000;

/** The handler of `recordSightings`: validates the report, checks the settings, stores, counts and updates the badge. */
export function createCapture(tools: CaptureTools) {
  return async function capture(payload: unknown, sender: Runtime.MessageSender): Promise<void> {
    const { sightings, pageSerial, modelsOnPage } = parsePageReport(payload);
    const tabId = sender.tab?.id;
    if (tabId === undefined) throw new Error('a report from no tab');
    await tools.inOrder(tabId, async () => {
      const settings = await tools.readSettings();
      if (!settings.consent || !settings.autoCapture) return;
      await requireSpace(tools, tabId, sightings);
      const newModels = await tools.recordSightings(sightings);
      const before = await readPageStatus(tabId);
      const isSamePage = before !== undefined && before !== 'needsReload' && before.pageSerial === pageSerial;
      const newBefore = isSamePage ? before.newModels : 0;
      await savePageStatus(tabId, { pageSerial, modelsOnPage, newModels: newBefore + newModels });
      await tools.showBadge(tabId, settings);
    });
  };
}

/** Throws rather than being silent, so that a genuine content script keeps its report and tries again later. */
async function requireSpace(
  { quota, takeFromDay, showRefusal }: CaptureTools,
  tabId: number,
  sightings: readonly ModelFacts[],
): Promise<void> {
  const bytes = sightings.reduce((sum, facts) => sum + sightingBytes(facts), bytesPerReport);
  const size = { sightings: sightings.length, bytes };
  if (bytes > maxReportBytes + bytesPerReport || !quota.take(tabId, size)) {
    await showRefusal(tabId, null);
    throw new Error('more models than a person can look at');
  }
  const fullUntil = await takeFromDay(bytes);
  if (fullUntil === null) return;
  await showRefusal(tabId, fullUntil);
  throw new Error('more models than a person can look at in a day');
}
