import { factNames, pickFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

/** What the second copy of captured models does not have yet. */
export type Uncopied = {
  /** The next models in the order of capture. */
  readonly captured: readonly ModelRow[];
  /** Models in the copy about which more is known by now. */
  readonly learned: readonly ModelRow[];
};

/** `copied` models are already in the copy. Returns at most `limit` models of each kind. */
export function readUncopied(db: LikesOutDatabase, copied: number, limit: number): Promise<Uncopied> {
  return db.transaction('r', db.models, db.states, async () => {
    const captured = await db.models.where('order').aboveOrEqual(copied).limit(limit).toArray();
    const noted = (await readState(db, 'uncopied')).slice(0, limit);
    const learned = (await db.models.bulkGet([...noted])).filter((row) => row !== undefined);
    return { captured, learned };
  });
}

/** Notes the models about which more is known than before, inside the caller's transaction. */
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

/** Marks these rows as copied. A row about which even more is known by now stays noted. */
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
 * Only facts that were unknown before, and the owner's `noai` mark, are worth another entry in the copy. Numbers of likes
 * and views and thumbnails change from page to page and a crawl finds them again; copying them would let the copy grow
 * endlessly.
 */
function knowsMore(after: ModelRow, before: ModelRow): boolean {
  const [known, knownBefore] = [pickFacts(factNames, after), pickFacts(factNames, before)];
  return (
    factNames.some((name) => knownBefore[name] === null && known[name] !== null) ||
    (after.noAi === true && before.noAi !== true)
  );
}
