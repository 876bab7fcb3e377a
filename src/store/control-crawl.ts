import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { requestsFor } from './requests-for';
import { readState, writeState } from './states';
import { recount } from './count-model';

/** Goes on with a crawl that was held up, or queues everything that is not known yet and starts one. */
export function startCrawl(db: LikesOutDatabase, now: number): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    const { phase } = await readState(db, 'crawl');
    if (phase === 'crawling') return;
    if (phase === 'idle' || phase === 'done') await queueAll(db);
    // A person has looked: refusals before that say nothing about what comes.
    await writeState(db, 'host', { ...(await readState(db, 'host')), refused: [] });
    const { requests } = await readState(db, 'counters');
    await writeState(db, 'crawl', {
      phase: 'crawling',
      reason: null,
      runningSince: now,
      requestsBefore: requests,
    });
  });
}

export async function isCrawling(db: LikesOutDatabase): Promise<boolean> {
  return (await readState(db, 'crawl')).phase === 'crawling';
}

export function pauseCrawl(db: LikesOutDatabase): Promise<void> {
  return holdCrawl(db, 'paused');
}

/** What is queued stays queued, cursors included: the next crawl asks for no page twice. */
export function stopCrawl(db: LikesOutDatabase): Promise<void> {
  return holdCrawl(db, 'idle');
}

function holdCrawl(db: LikesOutDatabase, to: 'paused' | 'idle'): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const isAsked = crawl.phase === 'crawling' || to === 'idle';
    if (isAsked) await writeState(db, 'crawl', { ...crawl, phase: to, reason: null, runningSince: null });
  });
}

/** Says what in this browser keeps the crawl from going on, or with `null` that nothing does. */
export function noteTrouble(db: LikesOutDatabase, reason: string | null): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const isNews = crawl.phase === 'crawling' && crawl.reason !== reason;
    if (isNews) await writeState(db, 'crawl', { ...crawl, reason });
  });
}

async function queueAll(db: LikesOutDatabase): Promise<void> {
  const [models, pending] = await Promise.all([
    db.models.toArray(),
    db.requests.filter(({ state }) => state === 'pending').primaryKeys(),
  ]);
  const queued = new Set(pending);
  const requests = models.flatMap(requestsFor).filter(({ uniqueKey }) => !queued.has(uniqueKey));
  await db.requests.bulkPut(requests);
  const wanted = new Set(requests.filter(({ kind }) => kind === 'likes').map(({ modelUid }) => modelUid));
  await reopen(
    db,
    models.filter(({ uid, state }) => wanted.has(uid) && state !== 'new'),
  );
}

/** Models that are asked for once more count as unsettled until their new sweep ends. */
async function reopen(db: LikesOutDatabase, models: readonly ModelRow[]): Promise<void> {
  const reopened = models.map((model): ModelRow => ({ ...model, state: 'crawling', cause: null }));
  await db.models.bulkPut(reopened);
  const before = await readState(db, 'counters');
  const counters = reopened.reduce((sum, model, i) => recount(sum, models[i], model), before);
  await writeState(db, 'counters', counters);
}
