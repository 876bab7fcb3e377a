import browser from 'webextension-polyfill';
import { crawl } from '../crawl/crawler';
import { handleMessages } from '../messaging/handle-messages';
import { readSettings, watchSettings } from '../settings/browser-settings';
import { forgetPageCounts } from '../settings/page-counts';
import { noteTrouble, pauseCrawl, startCrawl, stopCrawl } from '../store/control-crawl';
import { crawlQueue } from '../store/crawl-queue';
import { openDatabase } from '../store/database';
import { recordSightings } from '../store/record-sightings';
import { keepAlarm } from './alarm';
import { showBadges, showPageBadge } from './badge';
import { createCapture } from './capture';
import { createCrawlRunner } from './crawl-runner';
import { fetchAnswer } from './fetch-answer';
import { report } from './report';
import { sayError } from '../messaging/say-error';
import { sleep } from './sleep';

const db = openDatabase();
const queue = crawlQueue(db);

const runner = createCrawlRunner({
  crawl: (signal) =>
    crawl(
      {
        queue,
        fetchAnswer,
        sleep,
        now: Date.now,
        random: Math.random,
        // Read for each request: a change counts from the next one on, and the call into the browser keeps a
        // worker alive that only fetches and stores, neither of which the browser counts as work.
        readPace: readSettings,
      },
      signal,
    ),
  isCrawling: async () => (await queue.readStanding(Date.now(), new Set())).crawl.phase === 'crawling',
  keepAlarm,
  noteTrouble: (error) => noteTrouble(db, error === null ? null : sayError(error)),
  report,
});

const wake = () => {
  runner.wake().catch((error: unknown) => report('wake', error));
};

const capture = createCapture({
  readSettings,
  recordSightings: (sightings) => recordSightings(db, sightings, Date.now()),
  showBadge: showPageBadge,
});

// Added before anything is awaited, or the browser would not wake the worker for them.
handleMessages({
  recordSightings: async (payload, sender) => {
    await capture(payload, sender);
    wake();
  },
  startCrawl: async () => {
    await startCrawl(db, Date.now());
    wake();
  },
  pauseCrawl: async () => {
    await pauseCrawl(db);
    runner.interrupt();
  },
  stopCrawl: async () => {
    await stopCrawl(db);
    runner.interrupt();
  },
});
browser.alarms.onAlarm.addListener(wake);
browser.runtime.onStartup.addListener(wake);
browser.runtime.onInstalled.addListener(wake);
browser.tabs.onRemoved.addListener((tabId) => {
  forgetPageCounts(tabId).catch((error: unknown) => report('closed tab', error));
});
watchSettings(() => {
  showBadges().catch((error: unknown) => report('badge', error));
});

showBadges().catch((error: unknown) => report('badge', error));
wake();
