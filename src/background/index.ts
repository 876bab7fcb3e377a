import browser from 'webextension-polyfill';
import { crawl } from '../crawl/crawler';
import { parseCrawlExtent, parseMinimumLikes } from '../messaging/crawl-options';
import { handleMessages } from '../messaging/handle-messages';
import { readSettings, watchSettings } from '../settings/browser-settings';
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

const secondCopy = createSecondCopy({
  db,
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
          const { useCookies } = await readSettings();
          return fetchAnswer(url, useCookies ? 'include' : 'omit');
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
    return isCrawling(db);
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
  if (name === catchUpAlarm) catchUp(db).then(wake, (error: unknown) => report('nightly look', error));
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
browser.tabs.onRemoved.addListener((tabId) => {
  quota.forget(tabId);
  forgetPageCounts(tabId).catch((error: unknown) => report('closed tab', error));
});
const followSettings = () => {
  showBadges().catch((error: unknown) => report('badge', error));
  followCatchUpSetting().catch((error: unknown) => report('nightly look', error));
  followShard().catch((error: unknown) => report('shard', error));
};
watchSettings(followSettings);

followSettings();
wake();
