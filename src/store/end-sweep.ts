import type { ModelState } from '../crawl/model-state';
import type { UserUid } from '../sketchfab/user-uid';
import { countLikers } from './count-likers';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { sweepPages, usersOfSweep } from './sweep-pages';

type Ended = { readonly model: ModelRow; readonly users: number };

/**
 * Settles a model whose sweep has ended, inside the caller's transaction. A sweep replaces the one before it as a
 * whole or not at all, see `replaces`; when it does not, its pages go and the older likes stay.
 */
export async function endSweep(
  db: LikesOutDatabase,
  model: ModelRow,
  sweep: number,
  end: { readonly state: ModelState; readonly cause: string | null },
): Promise<Ended> {
  const settled: ModelRow = { ...model, state: end.state, cause: end.cause };
  if (model.sweep === null || model.sweep === sweep) return { model: settled, users: 0 };
  const found = await usersOfSweep(db, model.uid, sweep);
  const old = await usersOfSweep(db, model.uid, model.sweep);
  if (!replaces(end.state, found, old)) {
    await sweepPages(db, model.uid, sweep).delete();
    return { model: settled, users: 0 };
  }
  await sweepPages(db, model.uid, model.sweep).delete();
  const users = await countLikers(db, [...found], [...old]);
  return { model: { ...settled, sweep, likesCollected: found.size }, users };
}

/**
 * A list read to its end is the site's list now, if it is no shorter than the one before. One that broke off replaces only
 * what it holds in full.
 */
function replaces(state: ModelState, found: ReadonlySet<UserUid>, old: ReadonlySet<UserUid>): boolean {
  if (state === 'complete') return true;
  if (state === 'drifted') return found.size >= old.size;
  return [...old].every((user) => found.has(user));
}
