import { calmHost } from '../../../src/crawl/host-state';
import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import { countersOf, firstDay, noon, overviewOf } from '../snapshot-of';
import { blockedStates } from './blocked-states';
import { datasetStates } from './dataset-states';
import { discoveryStates } from './discovery-states';
import { chosenStates, modelsStates } from './models-states';
import { recommendStates } from './recommend-states';
import { siteCheckStates } from './site-check-states';
import { sheetStates } from './sheet-states';
import { captured, crawling, hostile, huge, midway, problems, running, through } from './samples';

/** Every state of the page. */
export const states: Readonly<Record<string, PageSnapshot>> = {
  'first-run': { ...firstDay, settings: { ...firstDay.settings, consent: false } },
  'consent-lost': {
    ...running,
    overview: overviewOf(midway),
    settings: { ...firstDay.settings, consent: false },
  },
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
  'waiting-breaker': {
    ...running,
    overview: overviewOf(midway, crawling, {
      host: { ...calmHost, notBefore: noon + 5 * 3_600_000, waitingFor: 'site-error', failuresInRow: 10 },
    }),
  },
  slow: { ...running, overview: overviewOf(midway, crawling, { host: { ...calmHost, delayMs: 8_200 } }) },
  rechecking: {
    ...running,
    overview: overviewOf(
      countersOf(
        { complete: 1_237, gone: 3 },
        { users: 8_201, likes: 29_812, requests: 2_437, queued: { answers: 933, unknownLists: 0 } },
      ),
      { phase: 'crawling', runningSince: noon - 330_000, requestsBefore: 2_130 },
    ),
  },
  'all-complete': {
    ...running,
    overview: overviewOf(
      countersOf(
        { complete: 1_237, gone: 3 },
        {
          users: 8_201,
          likes: 29_812,
          likesShown: 29_812,
          likesOfShown: 29_812,
          plan: { answers: 1_237, unknownLists: 0 },
        },
      ),
      { phase: 'done' },
    ),
  },
  'privacy-changed': {
    ...running,
    overview: overviewOf(captured),
    settings: { ...firstDay.settings, privacySeen: '2026-01-31' },
  },
  refused: {
    ...running,
    overview: overviewOf(captured),
    refused: { since: noon - 90_000, reports: 1_204, fullUntil: noon + 80_000_000 },
  },
  restored: {
    ...running,
    overview: overviewOf(captured, {}, { restored: { at: noon - 90_000_000, models: 1_198, lost: 2 } }),
  },
  paused: { ...running, overview: overviewOf(midway, { phase: 'paused' }) },
  heldUp: {
    ...running,
    overview: overviewOf(midway, { phase: 'crawling', reason: 'The quota has been exceeded.' }),
  },
  done: { ...running, overview: overviewOf(through, { phase: 'done' }) },
  problems: { ...running, overview: overviewOf(through, { phase: 'done' }, { problems }) },
  exporting: {
    ...running,
    overview: overviewOf(through, { phase: 'done' }),
    exporting: { phase: 'running', share: 0.62, step: 'readLikes' },
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
    exporting: { phase: 'failed', failure: { code: 'zipTooLarge', path: 'data/model_likes_anon.psv' } },
  },
  error: {
    ...running,
    overview: overviewOf(midway, { phase: 'paused' }),
    errors: ['The crawl could not be resumed (nobody answered startCrawl).'],
  },
  unreadable: {
    ...firstDay,
    overview: null,
    isStoreBroken: true,
    errors: ['Close this window and open it again: the stored data cannot be read (VersionError).'],
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
      { phase: 'blocked', blockedBy: 'wall', reason: hostile },
      {
        problems: Array.from({ length: 40 }, (_, at) => ({ cause: `${at} ${hostile}`, models: 1_000 - at })),
      },
    ),
  },
  'hostile-errors': {
    ...running,
    overview: overviewOf(midway, { phase: 'paused' }),
    errors: [hostile],
    exporting: { phase: 'failed', failure: { code: 'unexpected', message: hostile } },
  },
  'storage-clearable': {
    ...running,
    overview: overviewOf(through, { phase: 'done' }),
    persistence: 'clearable',
  },
  'storage-refused': { ...running, overview: overviewOf(through, { phase: 'done' }), persistence: 'refused' },
  deleting: { ...running, overview: overviewOf(through, { phase: 'done' }), isDeleting: true },
  ...blockedStates,
  ...discoveryStates,
  ...datasetStates,
  ...modelsStates,
  ...siteCheckStates,
  ...sheetStates,
  ...chosenStates,
  ...recommendStates,
};
