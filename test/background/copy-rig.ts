import { createSecondCopy, type SecondCopyTools } from '../../src/background/second-copy';
import type { LikesOutDatabase } from '../../src/store/database';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from '../store/fresh-database';

let ids = 0;

/** The second copy as run by one worker on this database. */
export function worker(db: LikesOutDatabase, isStorageClosed = true, over: Partial<SecondCopyTools> = {}) {
  let turn = Promise.resolve();
  return createSecondCopy({
    db,
    exclusively: (work) => (turn = turn.catch(() => undefined).then(work)),
    now: () => 1_000,
    isStorageClosed: () => Promise.resolve(isStorageClosed),
    hasConsent: () => Promise.resolve(true),
    createId: () => `database-${++ids}`,
    pause: () => Promise.resolve(),
    whileNoPageWrites: (work) => work(),
    wipe: () => Promise.resolve(),
    ...over,
  });
}

export const tags = [{ name: 'robot', slug: 'robot' }];
/** Sightings with tags. */
export const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => sighting(from + i, { tags }));

/** A database with this many captured models and their copy. */
export async function captured(count: number): Promise<LikesOutDatabase> {
  const db = freshDatabase();
  await recordSightings(db, many(count), 7);
  await worker(db).sync();
  return db;
}

/** The rows that survive a loss, in order of capture. */
export async function rows(db: LikesOutDatabase) {
  const models = await db.models.orderBy('order').toArray();
  return models.map(({ uid, name, tags, capturedAt, order }) => ({ uid, name, tags, capturedAt, order }));
}
