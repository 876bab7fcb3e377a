import type { Collection } from 'dexie';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from './database';
import type { LikesPageRow } from './likes-page-row';

/** The pages of one sweep through a model's likes, in the order they were read. */
export function sweepPages(
  db: LikesOutDatabase,
  modelUid: ModelUid,
  sweep: number,
): Collection<LikesPageRow, [string, number, number]> {
  return db.likesPages.where(':id').between([modelUid, sweep, -Infinity], [modelUid, sweep, Infinity]);
}
