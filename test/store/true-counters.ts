import { expect } from 'vitest';
import { isSettled } from '../../src/crawl/model-state';
import { shardOf } from '../../src/crawl/shard';
import type { CrawlRequest } from '../../src/crawl/crawl-request';
import type { Counters, Work } from '../../src/store/counters';
import type { LikesOutDatabase } from '../../src/store/database';
import type { ModelRow } from '../../src/store/model-row';
import { requestsFor } from '../../src/store/requests-for';
import { readState } from '../../src/store/states';

type Uncounted = 'requests' | 'likesPages' | 'sweeps' | 'byCause' | 'byState' | 'shard';

/** Counts everything from the rows alone. Responses and sweeps have no rows, since replaced lists are deleted. */
async function countRows(
  db: LikesOutDatabase,
  { i, n }: Counters['shard'],
): Promise<Omit<Counters, Uncounted>> {
  const models = await db.models.toArray();
  const pages = await db.likesPages.toArray();
  const pairs = new Set<string>();
  for (const model of models) {
    const own = pages.filter((page) => page.modelUid === model.uid && page.sweep === model.sweep);
    for (const user of own.flatMap(({ userUids }) => userUids)) pairs.add(`${model.uid} ${user}`);
  }
  const shown = models.filter(
    ({ state, likeCount }) => isSettled(state) && state !== 'gone' && likeCount !== null,
  );
  const ours = models.filter(({ uid }) => shardOf(uid, n) === i);
  return {
    models: models.length,
    withoutFacts: models.filter(({ factsError }) => factsError !== null).length,
    likes: pairs.size,
    users: new Set([...pairs].map((pair) => pair.split(' ')[1])).size,
    likesShown: shown.reduce((sum, { likeCount }) => sum + likeCount!, 0),
    likesOfShown: shown.reduce(
      (sum, { likeCount, likesCollected }) => sum + Math.min(likeCount!, likesCollected),
      0,
    ),
    notPublic: models.filter((model) => !model.isPublic && !isVouchedFor(model)).length,
    elsewhere: models.filter((model) => model.state === 'new' && !ours.includes(model)).length,
    plan: countWork(ours.flatMap(requestsFor)),
    queued: countWork(await db.requests.toArray()),
  };
}

/** By an import that may be believed. */
const isVouchedFor = ({ isHidden, sources }: ModelRow) =>
  !isHidden && sources?.imports.some(({ isProven }) => isProven || !sources.isCaptured);

function countWork(requests: readonly CrawlRequest[]): Work {
  const pending = requests
    .filter(({ state }) => state === 'pending')
    .map(({ likelyAnswers }) => likelyAnswers);
  return {
    answers: pending.reduce((sum: number, answers) => sum + (answers ?? 0), 0),
    unknownLists: pending.filter((answers) => answers === null).length,
  };
}

/** Checks that the running totals equal a count of all rows. */
export async function expectTrueCounters(db: LikesOutDatabase): Promise<void> {
  const counters = await readState(db, 'counters');
  expect(counters).toMatchObject(await countRows(db, counters.shard));
  const { requests, likesPages, sweeps } = counters;
  expect(requests).toBeGreaterThanOrEqual(likesPages);
  expect(likesPages).toBeGreaterThanOrEqual(sweeps);
  const models = await db.models.toArray();
  for (const [state, count] of Object.entries(counters.byState)) {
    expect([state, count]).toEqual([state, models.filter((model) => model.state === state).length]);
  }
  for (const [cause, count] of Object.entries(counters.byCause)) {
    expect([cause, count]).toEqual([cause, countCause(models, cause)]);
  }
}

function countCause(models: readonly ModelRow[], cause: string): number {
  const facts = models.filter(({ factsError }) => cause === `no tags and categories: ${factsError}`);
  return facts.length + models.filter((model) => model.cause === cause).length;
}
