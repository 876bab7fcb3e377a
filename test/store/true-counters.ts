import { expect } from 'vitest';
import { isSettled } from '../../src/crawl/model-state';
import type { Counters } from '../../src/store/counters';
import type { LikesOutDatabase } from '../../src/store/database';
import type { ModelRow } from '../../src/store/model-row';
import { readState } from '../../src/store/states';

/** Counts everything from the rows alone. `requests` has no rows to be counted from. */
async function countRows(db: LikesOutDatabase): Promise<Omit<Counters, 'requests' | 'byCause' | 'byState'>> {
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
  return {
    models: models.length,
    withoutFacts: models.filter(({ factsTrouble }) => factsTrouble !== null).length,
    likes: pairs.size,
    users: new Set([...pairs].map((pair) => pair.split(' ')[1])).size,
    likesShown: shown.reduce((sum, { likeCount }) => sum + likeCount!, 0),
    likesOfShown: shown.reduce(
      (sum, { likeCount, likesCollected }) => sum + Math.min(likeCount!, likesCollected),
      0,
    ),
  };
}

/** The running totals equal what a count of all rows gives. */
export async function expectTrueCounters(db: LikesOutDatabase): Promise<void> {
  const counters = await readState(db, 'counters');
  expect(counters).toMatchObject(await countRows(db));
  const models = await db.models.toArray();
  for (const [state, count] of Object.entries(counters.byState)) {
    expect([state, count]).toEqual([state, models.filter((model) => model.state === state).length]);
  }
  for (const [cause, count] of Object.entries(counters.byCause)) {
    expect([cause, count]).toEqual([cause, countCause(models, cause)]);
  }
}

function countCause(models: readonly ModelRow[], cause: string): number {
  const facts = models.filter(({ factsTrouble }) => cause === `no tags and categories: ${factsTrouble}`);
  return facts.length + models.filter((model) => model.cause === cause).length;
}
