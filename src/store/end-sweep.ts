import type { ModelState } from '../crawl/model-state';
import { countLikers } from './count-likers';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { sweepPages, usersOfSweep } from './sweep-pages';

type Ended = { readonly model: ModelRow; readonly users: number };

/**
 * Settles a model whose sweep has ended, inside the caller's transaction. A sweep replaces the one before it as a
 * whole when it is complete, or holds everyone the older one did; else its pages go and the older likes stay.
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
  const isLessThanBefore = [...old].some((user) => !found.has(user));
  if (end.state !== 'complete' && isLessThanBefore) {
    await sweepPages(db, model.uid, sweep).delete();
    return { model: settled, users: 0 };
  }
  await sweepPages(db, model.uid, model.sweep).delete();
  const users = await countLikers(db, [...found], [...old]);
  return { model: { ...settled, sweep, likesCollected: found.size }, users };
}
