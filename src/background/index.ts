import browser from 'webextension-polyfill';
import { crawl } from '../crawl/crawler';
import { provideMessages } from '../i18n/message-source';
import { parseCrawlExtent, parseMinimumLikes } from '../messaging/crawl-options';
import { handleMessages } from '../messaging/handle-messages';
import { parseImportId } from '../messaging/import-id';
import { readStoredSettings, watchSettings } from '../settings/browser-settings';
import { closeStorage } from '../settings/close-storage';
import { effectiveSettings } from '../settings/effective-settings';
import { ownShard } from '../settings/own-shard';
import { forgetPageStatus } from '../settings/page-status';
import { countRefusedReport } from '../settings/refused-reports';
import { forgetReports } from '../settings/forget-reports';
import { withSettingsLock } from '../settings/settings-lock';
import { wipeStorage } from '../settings/wipe-storage';
import { applyShard } from '../store/apply-shard';
import {
  isCrawling,
  recordError,
  pauseCrawl,
  startCrawl,
  startDiscovery,
  stopCrawl,
} from '../store/control-crawl';
import { crawlQueue } from '../store/crawl-queue';
import { openDatabase } from '../store/database';
import { takeFromDay } from '../store/day-budget';
import { readState } from '../store/states';
import { forgetRestored } from '../store/restore-models';
import { recordSightings } from '../store/upsert-models';
import { catchUpAlarm, keepAlarm } from './alarm';
import { showBadges, showPageBadge, showRefusalBadge } from './badge';
import { createCapture } from './capture';
import { catchUp, scheduleCatchUp } from './catch-up';
import { checkSiteApart } from './check-site-apart';
import { crawlErrorMessage } from './crawl-error-message';
import { createCrawlRunner } from './crawl-runner';
import { createDeletionGate } from './deletion-gate';
import { fetchWithConsent } from './fetch-with-consent';
import { report } from './report';
import { noteScript, signalPages } from './open-pages';
import { requireAccess } from './require-access';
import { createModelCommands } from './model-commands';
import { createSecondCopy } from './second-copy';
import { sleep } from './sleep';
import { createTabQuota } from './tab-quota';
import { withCrawlLock } from './with-crawl-lock';

provideMessages(browser.i18n);
const db = openDatabase();
const queue = crawlQueue(db);

// A connection that failed to open stays dead until it is closed. Then the next use opens it again.
const reconnect = () => db.close({ disableAutoOpen: false });
/** Opens the database first if it is not open. */
const opened =
  <A extends readonly unknown[], R>(act: (...args: A) => R) =>
  (...args: A): R => {
    if (!db.isOpen()) reconnect();
    return act(...args);
  };

// At each start, as browsers do not document how long the access level lasts.
const storageClosed = closeStorage().catch((error: unknown) => {
  report('closing the storage', error);
  return false;
});
const readSettings = async () =>
  effectiveSettings(await readStoredSettings(), await readState(db, 'decided'), await storageClosed);

/** Chromium closes a database's files two seconds after the last connection to it. See `deleteEverything`. */
const pauseMs = { merging: 1_000, closing: 3_000 };

const secondCopy = createSecondCopy({
  db,
  isStorageClosed: () => storageClosed,
  hasConsent: async () => (await readSettings()).consent,
  exclusively: (work) => navigator.locks.request('second-copy', work),
  now: Date.now,
  createId: () => crypto.randomUUID(),
  pause: (until) => sleep(pauseMs[until], new AbortController().signal),
  whileNoPageWrites: withSettingsLock,
  wipe: async () => {
    await wipeStorage();
    await forgetReports();
  },
});

/** Copies the user's setting into the database, which does not have it after it was lost or cleared. */
const updateShard = async () => applyShard(db, ownShard(await readSettings()));

const fetchForCrawl = fetchWithConsent(readSettings);
const gate = createDeletionGate(navigator.locks);

const runner = createCrawlRunner({
  crawl: withCrawlLock(navigator.locks, async (signal) => {
    await requireAccess();
    await recordError(db, null);
    // Once more, so that the second copy knows of a crawl started during `isCrawling` before it begins.
    await secondCopy.sync();
    await crawl(
      {
        queue,
        fetchAnswer: fetchForCrawl,
        sleep,
        now: Date.now,
        random: Math.random,
        // Read for each request, so that a change applies from the next one on. This call also keeps the worker alive:
        // browsers count neither fetching nor storing as activity, but they do count extension APIs.
        readPace: readSettings,
      },
      signal,
    );
  }),
  // Called before and after each run. A lost database does not know of the crawl until it is restored.
  isCrawling: async () => {
    await secondCopy.sync();
    await updateShard();
    const { consent } = await readSettings();
    return consent && isCrawling(db);
  },
  keepAlarm,
  recordError: (error) => recordError(db, crawlErrorMessage(error)),
  reconnect,
  report,
});

const wake = () => {
  runner.wake().catch((error: unknown) => report('wake', error));
};

/** Ends the crawl in this way. */
const halted = (end: (from: typeof db) => Promise<void>) => async () => {
  await end(db);
  runner.interrupt();
  wake(); // updates the second copy
};

const quota = createTabQuota(Date.now);
const capture = createCapture({
  inOrder: (tabId, work) => navigator.locks.request(`page:${tabId}`, work),
  readSettings,
  quota,
  takeFromDay: opened((bytes) => takeFromDay(db, bytes, Date.now())),
  recordSightings: opened((sightings) => recordSightings(db, sightings, Date.now())),
  showBadge: showPageBadge,
  showRefusal: async (tabId, fullUntil) => {
    await navigator.locks.request('refused-reports', () => countRefusedReport(fullUntil, Date.now()));
    await showRefusalBadge(tabId);
  },
});

const modelCommands = createModelCommands({
  ...{ db, readSettings, updateShard, wake, now: Date.now },
  removeModels: secondCopy.removeModels,
});

// Listeners are added before anything is awaited, or the browser would not wake the worker for them.
handleMessages({
  retryModels: opened(modelCommands.retryModels),
  removeModels: opened(modelCommands.removeModels),
  isCaptureOn: async (_, sender) => {
    const settings = await readSettings();
    await noteScript(sender.tab?.id, settings);
    return settings.consent && settings.autoCapture;
  },
  recordSightings: async (payload, sender) => {
    await capture(payload, sender);
    // Before replying: until then the page keeps its report and sends it again.
    await secondCopy.sync();
    wake();
  },
  startCrawl: opened(async (payload) => {
    await updateShard();
    await startCrawl(db, parseCrawlExtent(payload), Date.now());
    await forgetRestored(db);
    wake();
  }),
  discoverMostLiked: opened(async (payload) => {
    await startDiscovery(db, parseMinimumLikes(payload), Date.now());
    await forgetRestored(db);
    wake();
  }),
  wakeCrawl: () => {
    wake();
    return Promise.resolve();
  },
  pauseCrawl: halted(pauseCrawl),
  stopCrawl: halted(stopCrawl),
  checkSite: opened(() => {
    const tools = { db, locks: navigator.locks, fetchAnswer: fetchForCrawl, readPace: readSettings };
    return gate.write((signal) => checkSiteApart(tools, signal)).finally(wake);
  }),
  removeImport: opened((payload) => secondCopy.removeImport(parseImportId(payload))),
  deleteEverything: () =>
    gate.delete(async () => {
      await runner.stopAfterPage();
      await secondCopy.deleteEverything().finally(() => runner.resume());
      await updateShard();
    }),
});
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === catchUpAlarm)
    readSettings()
      .then((settings) => catchUp(db, settings, Date.now()))
      .then(wake, (error: unknown) => report('nightly check', error));
  else wake();
});
browser.runtime.onStartup.addListener(wake);
browser.runtime.onInstalled.addListener(wake);
// Without this listener an update would wait for the worker to become idle. Store the current page, then reload.
browser.runtime.onUpdateAvailable.addListener(() => {
  runner.stopAfterPage().then(
    () => browser.runtime.reload(),
    (error: unknown) => report('update', error),
  );
});
// The crawl now waits for access and says so.
browser.permissions.onRemoved.addListener(() => {
  runner.interrupt();
  wake();
});
browser.tabs.onRemoved.addListener((tabId) => {
  quota.forget(tabId);
  forgetPageStatus(tabId).catch((error: unknown) => report('closed tab', error));
});
const followSettings = () => {
  readSettings()
    .then(async (settings) => {
      // Consent that was withdrawn ends the crawl, and consent that was given lets it go on.
      runner.interrupt();
      wake();
      await showBadges(settings);
      await scheduleCatchUp(db, settings, Date.now());
      // Last, as a frozen tab may take its time to answer.
      await signalPages(settings);
    })
    .catch((error: unknown) => report('settings', error));
  updateShard().catch((error: unknown) => report('shard', error));
};
watchSettings(followSettings);
// Users can grant host access later; in Firefox they always have to. A crawl that waits for it goes on, and pages that
// are open now need to be loaded again.
browser.permissions.onAdded.addListener(followSettings);

followSettings();
wake();
