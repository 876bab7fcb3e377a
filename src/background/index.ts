import browser from 'webextension-polyfill';
import { crawl } from '../crawl/crawler';
import { parseCrawlExtent, parseMinimumLikes } from '../messaging/crawl-options';
import { handleMessages } from '../messaging/handle-messages';
import { signalCapture } from '../messaging/capture-signal';
import { readStoredSettings, watchSettings } from '../settings/browser-settings';
import { closeStorage } from '../settings/close-storage';
import { effectiveSettings } from '../settings/effective-settings';
import { ownShard } from '../settings/own-shard';
import { forgetPageCounts } from '../settings/page-counts';
import { keepShard } from '../store/apply-shard';
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
import { readState } from '../store/states';
import { forgetRestored } from '../store/restore-models';
import { recordSightings } from '../store/upsert-models';
import { catchUpAlarm, keepAlarm } from './alarm';
import { showBadges, showPageBadge } from './badge';
import { createCapture } from './capture';
import { catchUp, followCatchUpSetting } from './catch-up';
import { crawlErrorMessage } from './crawl-error-message';
import { createCrawlRunner } from './crawl-runner';
import { fetchAnswer } from './fetch-answer';
import { report } from './report';
import { requireAccess } from './require-access';
import { createSecondCopy } from './second-copy';
import { createSightingQuota } from './sighting-quota';
import { sleep } from './sleep';
import { withCrawlLock } from './with-crawl-lock';

const db = openDatabase();
const queue = crawlQueue(db);

// A connection that failed to open stays dead until it is closed; the next use then opens it anew.
const reconnect = () => db.close({ disableAutoOpen: false });

// Each start anew: nothing says how long a browser keeps it.
const storageClosed = closeStorage().catch((error: unknown) => {
  report('closing the storage', error);
  return false;
});
const readSettings = async () =>
  effectiveSettings(await readStoredSettings(), await readState(db, 'decided'), await storageClosed);

const secondCopy = createSecondCopy({
  db,
  isStorageClosed: () => storageClosed,
  inTurn: (work) => navigator.locks.request('second-copy', work),
  now: Date.now,
  createId: () => crypto.randomUUID(),
});

/** The person's setting, as the database has it. One that was lost or emptied does not know it. */
const followShard = async () => keepShard(db, ownShard(await readSettings()));

const runner = createCrawlRunner({
  crawl: withCrawlLock(navigator.locks, async (signal) => {
    await requireAccess();
    await recordError(db, null);
    // Once more: a crawl that was wanted between the two questions of `isCrawling` is known to the copy before it begins.
    await secondCopy.follow();
    await crawl(
      {
        queue,
        // Asked for each request, so that cookies switched off are off from the next one on.
        fetchAnswer: async (url) => {
          const { consent, useCookies } = await readSettings();
          if (!consent) throw new Error('there is no consent to collect');
          await requireAccess();
          const answer = await fetchAnswer(url, useCookies ? 'include' : 'omit');
          // Access that was taken back meanwhile is no failure of the site.
          if ('failure' in answer) await requireAccess();
          return answer;
        },
        sleep,
        now: Date.now,
        random: Math.random,
        // Read for each request: a change counts from the next one on, and the call into the browser keeps a
        // worker alive that only fetches and stores, neither of which the browser counts as work.
        readPace: readSettings,
      },
      signal,
    );
  }),
  // Asked before and after each run: a lost database says what is wanted only when it was brought back.
  isCrawling: async () => {
    await secondCopy.follow();
    await followShard();
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

const quota = createSightingQuota(Date.now);
const capture = createCapture({
  readSettings,
  quota,
  recordSightings: async (sightings) => {
    if (!db.isOpen()) reconnect();
    return recordSightings(db, sightings, Date.now());
  },
  showBadge: showPageBadge,
});

// Added before anything is awaited, or the browser would not wake the worker for them.
handleMessages({
  isCaptureOn: async () => {
    const { consent, autoCapture } = await readSettings();
    return consent && autoCapture;
  },
  recordSightings: async (payload, sender) => {
    await capture(payload, sender);
    // Before it is acknowledged: until then the page keeps its report and sends it again.
    await secondCopy.follow();
    wake();
  },
  startCrawl: async (payload) => {
    if (!db.isOpen()) reconnect();
    await followShard();
    await startCrawl(db, parseCrawlExtent(payload), Date.now());
    await forgetRestored(db);
    wake();
  },
  discoverMostLiked: async (payload) => {
    if (!db.isOpen()) reconnect();
    await startDiscovery(db, parseMinimumLikes(payload), Date.now());
    await forgetRestored(db);
    wake();
  },
  wakeCrawl: () => {
    wake();
    return Promise.resolve();
  },
  pauseCrawl: async () => {
    await pauseCrawl(db);
    runner.interrupt();
    wake(); // the copy knows what is wanted
  },
  stopCrawl: async () => {
    await stopCrawl(db);
    runner.interrupt();
    wake(); // the copy knows what is wanted
  },
  deleteEverything: async () => {
    await runner.stopAfterPage();
    await secondCopy.deleteEverything().finally(() => runner.resume());
    await followShard();
  },
});
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === catchUpAlarm)
    readSettings()
      .then((settings) => catchUp(db, settings))
      .then(wake, (error: unknown) => report('nightly look', error));
  else wake();
});
browser.runtime.onStartup.addListener(wake);
browser.runtime.onInstalled.addListener(wake);
// An update waits for a worker that never rests: the page is finished and stored, then the new version begins.
browser.runtime.onUpdateAvailable.addListener(() => {
  runner.stopAfterPage().then(
    () => browser.runtime.reload(),
    (error: unknown) => report('update', error),
  );
});
// Host access is the person's to give, in Firefox from the start: what waited for it goes on.
browser.permissions.onAdded.addListener(wake);
// Whatever it was waiting for, it is to wait for access now, and to say so.
browser.permissions.onRemoved.addListener(() => {
  runner.interrupt();
  wake();
});
browser.tabs.onRemoved.addListener((tabId) => {
  quota.forget(tabId);
  forgetPageCounts(tabId).catch((error: unknown) => report('closed tab', error));
});
const followSettings = () => {
  readSettings()
    .then(async (settings) => {
      await showBadges(settings);
      await signalCapture(settings.consent && settings.autoCapture);
      await followCatchUpSetting(settings);
      // Consent that was taken back ends a wait, and one that was given ends the standstill.
      runner.interrupt();
      wake();
    })
    .catch((error: unknown) => report('settings', error));
  followShard().catch((error: unknown) => report('shard', error));
};
watchSettings(followSettings);

followSettings();
wake();
