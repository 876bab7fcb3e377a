import { calmHost } from '../../../src/crawl/host-state';
import type { Snapshot } from '../../../src/popup/snapshot';
import { countersOf, firstDay, noon, overviewOf } from '../snapshot-of';

const captured = countersOf({ new: 1_240 });
const midway = countersOf(
  { complete: 405, partial: 3, drifted: 1, gone: 3, new: 827, crawling: 1 },
  { users: 3_120, likes: 9_812, likesShown: 10_033, likesOfShown: 9_812, requests: 1_130 },
);
const through = countersOf(
  { complete: 1_228, partial: 5, drifted: 1, gone: 3, failed: 3 },
  { users: 8_201, likes: 29_812, likesShown: 30_482, likesOfShown: 29_812, requests: 2_130 },
);
const huge = countersOf(
  {
    complete: 412_000,
    partial: 9_120,
    drifted: 1_055,
    gone: 12_408,
    forbidden: 2_001,
    failed: 1_999,
    new: 88_888,
  },
  {
    users: 1_625_830,
    likes: 16_328_400,
    likesShown: 16_328_401,
    likesOfShown: 16_328_400,
    requests: 1_000_000,
  },
);
const crawling = { phase: 'crawling', runningSince: noon - 1_130_000 } as const;
const running = {
  ...firstDay,
  pageCounts: { pageSerial: 1, modelsOnPage: 24, newModels: 3 },
  keptBytes: 8_100_000,
};
const hostile = '\u202egnorw <img src=x onerror=alert(1)> '.repeat(8) + 'unbroken'.repeat(60);
const problems = [
  { cause: 'The answer was not what it should be: results is not a list', models: 2 },
  { cause: 'Sketchfab answered with an error five times (HTTP 503)', models: 1 },
];

/** Every state the page can be in, each as calm as the others. */
export const states: Readonly<Record<string, Snapshot>> = {
  'first-run': { ...firstDay, settings: { ...firstDay.settings, consent: false } },
  empty: firstDay,
  'no-access': { ...running, overview: overviewOf(midway, crawling), hasAccess: false },
  'no-access-blocked': {
    ...running,
    overview: overviewOf(midway, { phase: 'blocked', reason: 'a check for humans (HTTP 202)' }, { problems }),
    hasAccess: false,
  },
  opening: { ...firstDay, overview: null },
  capturing: { ...running, overview: overviewOf(captured) },
  'capture-off': {
    ...running,
    overview: overviewOf(captured),
    settings: { ...firstDay.settings, autoCapture: false },
  },
  'crawling-begins': {
    ...running,
    overview: overviewOf(captured, { phase: 'crawling', runningSince: noon - 2_000 }),
  },
  crawling: { ...running, overview: overviewOf(midway, crawling) },
  'waiting-asked': {
    ...running,
    overview: overviewOf(midway, crawling, {
      host: { ...calmHost, notBefore: noon + 171_000, waitingFor: 'asked-to-slow-down', failuresInRow: 1 },
    }),
  },
  'waiting-offline': {
    ...running,
    overview: overviewOf(midway, crawling, {
      host: { ...calmHost, notBefore: noon + 28_000, waitingFor: 'offline', failuresInRow: 3 },
    }),
  },
  paused: { ...running, overview: overviewOf(midway, { phase: 'paused' }) },
  blocked: {
    ...running,
    overview: overviewOf(midway, { phase: 'blocked', reason: 'a check for humans (HTTP 202)' }),
  },
  heldUp: {
    ...running,
    overview: overviewOf(midway, { phase: 'crawling', reason: 'The quota has been exceeded.' }),
  },
  done: { ...running, overview: overviewOf(through, { phase: 'done' }) },
  problems: { ...running, overview: overviewOf(through, { phase: 'done' }, { problems }) },
  exporting: {
    ...running,
    overview: overviewOf(through, { phase: 'done' }),
    exporting: { phase: 'running', share: 0.62 },
  },
  exported: {
    ...running,
    overview: overviewOf(through, { phase: 'done' }),
    exporting: {
      phase: 'done',
      fileName: 'sketchfab-likes-2026-11-22.zip',
      completeModels: 1_228,
      models: 1_240,
      likes: 29_812,
      users: 8_201,
    },
  },
  'export-failed': {
    ...running,
    overview: overviewOf(through, { phase: 'done' }),
    exporting: { phase: 'failed', reason: 'A raw user id was found in the file, so it was not saved.' },
  },
  trouble: {
    ...running,
    overview: overviewOf(midway, { phase: 'paused' }),
    troubles: ['The crawl could not be resumed (nobody answered startCrawl).'],
  },
  unreadable: {
    ...firstDay,
    overview: null,
    isStoreBroken: true,
    troubles: ['Close this window and open it again: the stored data cannot be read (VersionError).'],
  },
  huge: {
    ...running,
    overview: overviewOf(huge, { ...crawling, runningSince: noon - 1_200_000_000 }),
    keptBytes: 1_912_000_000,
  },
  'hostile-words': {
    ...running,
    overview: overviewOf(
      through,
      { phase: 'blocked', reason: hostile },
      {
        problems: Array.from({ length: 40 }, (_, at) => ({ cause: `${at} ${hostile}`, models: 1_000 - at })),
      },
    ),
  },
  'hostile-trouble': {
    ...running,
    overview: overviewOf(midway, { phase: 'paused' }),
    troubles: [hostile],
    exporting: { phase: 'failed', reason: hostile },
  },
};
