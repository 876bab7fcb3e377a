import { expect } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { createCapture } from '../../src/background/capture';
import { createModelCommands } from '../../src/background/model-commands';
import { createTabQuota } from '../../src/background/tab-quota';
import { parseCrawlExtent, parseMinimumLikes } from '../../src/messaging/crawl-options';
import { handleMessages } from '../../src/messaging/handle-messages';
import { parseImportId } from '../../src/messaging/import-id';
import type { Envelope } from '../../src/messaging/protocol';
import { parseSettings } from '../../src/settings/settings';
import { pauseCrawl, startCrawl, startDiscovery, stopCrawl } from '../../src/store/control-crawl';
import type { LikesOutDatabase } from '../../src/store/database';
import { takeFromDay } from '../../src/store/day-budget';
import { deleteEverything } from '../../src/store/delete-everything';
import { noPause } from '../store/no-pause';
import { importStore } from '../../src/store/import-store';
import { removeModels } from '../../src/store/remove-models';
import { recordSightings } from '../../src/store/upsert-models';
import { modelUid, sighting } from '../crawl/small-world';
import { freshDatabase } from '../store/fresh-database';
import { expectTrueCounters } from '../store/true-counters';
import { type Dice, diceOf } from './dice';
import { mutate } from './mutate';
import { stringsIn } from './strings-in';

type Listener = (raw: unknown, sender: Runtime.MessageSender) => Promise<Envelope> | undefined;

const ownPage = { id: 'us', url: 'chrome-extension://us/src/popup/index.html' };
const sitePage = { id: 'us', url: 'https://sketchfab.com/3d-models/popular', tab: { id: 7 } };
const senders = [
  ownPage,
  sitePage,
  sitePage,
  { ...sitePage, id: 'them' },
  { ...sitePage, id: undefined },
  { ...sitePage, url: 'https://sketchfab.com.evil.example/' },
  { ...sitePage, url: 'https://evil.example/?https://sketchfab.com/' },
  { ...sitePage, url: 'http://sketchfab.com/' },
  { ...sitePage, tab: undefined },
  { ...ownPage, url: 'chrome-extension://them/src/popup/index.html' },
  { ...ownPage, url: undefined },
  { ...ownPage, id: 'them' },
  {},
] as const;
const names = [
  'recordSightings',
  'startCrawl',
  'retryModels',
  'discoverMostLiked',
  'wakeCrawl',
  'pauseCrawl',
  'stopCrawl',
  'removeImport',
  'removeModels',
  'deleteEverything',
] as const;
const noNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'eval',
  7,
  null,
  undefined,
  {},
  ['startCrawl'],
];

/** Which sender may send which message, written independently of the product. */
function isAllowed(name: unknown, sender: object): boolean {
  if (name === 'recordSightings' || name === 'isCaptureOn') return sender === sitePage;
  return sender === ownPage && (names as readonly unknown[]).includes(name);
}

/** The worker's message handling over the real store; `listen` receives the listener in the browser's place. */
function worker(db: LikesOutDatabase, listen: () => Listener): Listener {
  let time = 0;
  const capture = createCapture({
    inOrder: (_, work) => work(),
    readSettings: () => Promise.resolve(parseSettings({ consent: true })),
    quota: createTabQuota(() => (time += 1_000)),
    takeFromDay: (bytes) => takeFromDay(db, bytes, time),
    showRefusal: () => Promise.resolve(),
    recordSightings: (sightings) => recordSightings(db, sightings, time),
    showBadge: () => Promise.resolve(),
  });
  handleMessages({
    recordSightings: capture,
    isCaptureOn: () => Promise.resolve(true),
    startCrawl: (payload) => startCrawl(db, parseCrawlExtent(payload), time),
    ...createModelCommands({
      db,
      readSettings: () => Promise.resolve({ consent: true }),
      updateShard: () => Promise.resolve(),
      removeModels: (uids) => removeModels(db, uids),
      wake: () => undefined,
      now: () => time,
    }),
    discoverMostLiked: (payload) => startDiscovery(db, parseMinimumLikes(payload), time),
    wakeCrawl: () => Promise.resolve(),
    pauseCrawl: () => pauseCrawl(db),
    stopCrawl: () => stopCrawl(db),
    checkSite: () => Promise.resolve(),
    removeImport: (payload) => importStore(db).remove(parseImportId(payload)),
    deleteEverything: () => deleteEverything(db, `after ${time}`, noPause),
  });
  return listen();
}

/** Sends `count` forged messages; throws if one crashes or does what it may not. Returns the number carried out. */
export async function fuzzMessages(count: number, seed: number, listen: () => Listener): Promise<number> {
  const dice = diceOf(seed);
  const db = freshDatabase();
  const send = worker(db, listen);
  let done = 0;
  for (let nth = 0; nth < count; nth++) {
    const label = `message ${nth} of seed ${seed}`;
    const { raw, name } = forge(dice);
    const fitting = name === 'recordSightings' ? sitePage : ownPage;
    const sender = dice.roll(2) === 0 ? fitting : dice.pick(senders);
    const before = await footprint(db);
    const answer = send(raw, sender);
    expect(answer === undefined, label).toBe(!isAllowed(name, sender));
    const envelope = await answer;
    if (envelope?.ok) done += 1;
    else expect(await footprint(db), label).toBe(before);
    if (name === 'recordSightings' && envelope?.ok) await expectFrom(db, JSON.stringify(raw), label);
    if (nth % 100 === 0) await expectTrueCounters(db);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return done;
}

function forge(dice: Dice): { raw: unknown; name: unknown } {
  const name: unknown =
    dice.roll(6) === 0 ? dice.pick(noNames) : dice.roll(2) === 0 ? 'recordSightings' : dice.pick(names);
  const payload = payloadOf(name, dice);
  const odd = dice.pick([null, undefined, 'startCrawl', 7, [name, payload], Object.create(null) as unknown]);
  return dice.roll(20) === 0 ? { raw: odd, name: undefined } : { raw: { name, payload }, name };
}

/** A valid report, one with an invalid id, or one broken anywhere. */
const waysToForge: readonly ((report: string, dice: Dice) => string)[] = [
  (report) => report,
  (report, dice) => report.replace(/"uid":"[^"]*"/, `"uid":${dice.pick(noIds)}`),
  (report, dice) => mutate(report, dice),
  (report, dice) => mutate(report, dice),
];
const noIds = [
  '"../../i/users/me"',
  '"__proto__"',
  '""',
  '7',
  'null',
  '"0"',
  `"${'a'.repeat(33)}"`,
  `"${'A'.repeat(32)}"`,
];

function payloadOf(name: unknown, dice: Dice): unknown {
  if (name !== 'recordSightings') {
    return dice.pick<unknown>([
      'all',
      'failed',
      'anew',
      'everything',
      '__proto__',
      5,
      -1,
      1.5,
      NaN,
      2e9,
      '5',
      null,
      undefined,
      {},
      [5],
      [modelUid(dice.roll(500)), modelUid(dice.roll(500))],
      [modelUid(dice.roll(500)), '__proto__'],
    ]);
  }
  const i = dice.roll(500);
  const label = { name: 'robot', slug: 'robot' };
  const full = {
    tags: [label],
    categories: [label],
    likeCount: 3,
    ownerUid: modelUid(i) as never,
    thumbnailUrl: 'https://media.sketchfab.com/t.jpeg',
  };
  const report = JSON.stringify({
    pageSerial: 1,
    modelsOnPage: 2,
    sightings: [sighting(i), sighting(i + 1, full)],
  });
  const text = dice.pick(waysToForge)(report, dice);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const footprint = async (db: LikesOutDatabase) =>
  JSON.stringify([await db.states.toArray(), await db.models.count(), await db.requests.count()]);

/** Everything stored is well formed, and each id was in the report. */
async function expectFrom(db: LikesOutDatabase, report: string, label: string): Promise<void> {
  const said = stringsIn(report);
  for (const model of await db.models.toArray()) {
    expect(model.uid, label).toMatch(/^(?:[0-9a-f]{32}|[0-9A-Za-z]{26,27})$/);
    expect(model.name === null || model.name.length <= 1_000, label).toBe(true);
    expect(model.thumbnailUrl === null || model.thumbnailUrl.startsWith('https://'), label).toBe(true);
    expect(Object.keys(model), label).not.toContain('x');
    expect(JSON.stringify(model), label).not.toContain('polluted');
  }
  const stored = await db.models.bulkGet([...said].filter((text) => /^[0-9A-Za-z]{26,32}$/.test(text)));
  expect(stored.some((model) => model !== undefined) || said.size < 20, label).toBe(true);
}
