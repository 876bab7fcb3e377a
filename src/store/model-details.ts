import { uniqueKeyOf } from '../crawl/crawl-request';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from './database';
import { sweepPages } from './end-sweep';
import type { ModelRow } from './model-row';
import type { LikesPageRow } from './rows';

/** What is stored about one model. Without ids of users. */
export type ModelDetails = {
  readonly row: ModelRow;
  /** Of the stored list, in the order in which they were read. */
  readonly pages: readonly LikesPageSize[];
  /** Pages of a later sweep that has not ended. */
  readonly pagesUnderWay: number;
  /** Likes that an earlier list had and a complete later one no longer had, the newest first. */
  readonly takenBack: readonly { readonly likes: number; readonly noticedAt: number }[];
  /** Whether a crawl will read something of it. */
  readonly isQueued: boolean;
};

export type LikesPageSize = {
  readonly likes: number;
  /** Likes of which the site's answer did not say who gave them. */
  readonly unreadable: number;
  readonly fetchedAt: number;
};

/** `null` if it is not stored. */
export function readModelDetails(db: LikesOutDatabase, uid: ModelUid): Promise<ModelDetails | null> {
  return db.transaction('r', [db.models, db.likesPages, db.unlikes, db.requests], async () => {
    const row = await db.models.get(uid);
    if (!row) return null;
    const pages = row.sweep === null ? [] : await sweepPages(db, uid, row.sweep).toArray();
    const isLater = row.lastSweep > (row.sweep ?? -1);
    const pagesUnderWay = isLater ? await sweepPages(db, uid, row.lastSweep).count() : 0;
    const unlikes = await db.unlikes.where(':id').between([uid, -Infinity], [uid, Infinity]).toArray();
    const requests = await db.requests.bulkGet([uniqueKeyOf('model', uid), uniqueKeyOf('likes', uid)]);
    return {
      row,
      pages: pages.map(sizeOf),
      pagesUnderWay,
      takenBack: unlikes.map(({ userUids, noticedAt }) => ({ likes: userUids.length, noticedAt })).reverse(),
      isQueued: requests.some((request) => request?.state === 'pending'),
    };
  });
}

const sizeOf = ({ userUids, unreadableRows, fetchedAt }: LikesPageRow): LikesPageSize => ({
  likes: userUids.length,
  unreadable: unreadableRows,
  fetchedAt,
});
