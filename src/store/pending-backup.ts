import { factNames } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

/** What the second copy of captured models lacks. */
export type Uncopied = {
  /** The next ones in the order of capture. */
  readonly captured: readonly ModelRow[];
  /** Models in the copy of which more is known by now. */
  readonly learned: readonly ModelRow[];
};

/** `copied` models are in the copy already; at most `limit` of each kind are given at once. */
export function readUncopied(db: LikesOutDatabase, copied: number, limit: number): Promise<Uncopied> {
  return db.transaction('r', db.models, db.states, async () => {
    const captured = await db.models.where('order').aboveOrEqual(copied).limit(limit).toArray();
    const noted = (await readState(db, 'uncopied')).slice(0, limit);
    const learned = (await db.models.bulkGet([...noted])).filter((row) => row !== undefined);
    return { captured, learned };
  });
}

/** Notes inside the caller's transaction of which models more is known than before. */
export async function noteLearned(
  db: LikesOutDatabase,
  changes: readonly (readonly [before: ModelRow | undefined, after: ModelRow])[],
): Promise<void> {
  const learned = changes.filter(([before, after]) => before !== undefined && knowsMore(after, before));
  if (learned.length === 0) return;
  const noted = await readState(db, 'uncopied');
  const all = new Set<ModelUid>([...noted, ...learned.map(([, { uid }]) => uid)]);
  await writeState(db, 'uncopied', [...all]);
}

/** These rows are in the copy as they are given; what was learned of them meanwhile is not. */
export function markCopied(db: LikesOutDatabase, copied: readonly ModelRow[]): Promise<void> {
  return db.transaction('rw', db.models, db.states, async () => {
    const rows = await db.models.bulkGet(copied.map(({ uid }) => uid));
    const done = new Set(copied.filter((row, i) => !knowsMore(rows[i] ?? row, row)).map(({ uid }) => uid));
    const noted = await readState(db, 'uncopied');
    await writeState(
      db,
      'uncopied',
      noted.filter((uid) => !done.has(uid)),
    );
  });
}

/**
 * Only silence that was broken, and the owner's wish, make a model worth another entry: numbers of likes and thumbnails
 * change from page to page, a crawl finds them again, and the copy would grow with each look.
 */
function knowsMore(after: ModelRow, before: ModelRow): boolean {
  return (
    factNames.some((name) => before[name] === null && after[name] !== null) ||
    (after.noAi === true && before.noAi !== true)
  );
}
