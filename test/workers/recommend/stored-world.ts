import { firstLikesPosition } from '../../../src/sketchfab/addresses';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import type { LikesOutDatabase } from '../../../src/store/database';
import { newModelRow } from '../../../src/store/model-row';
import type { LikesPageRow } from '../../../src/store/rows';
import { modelUid, sighting, userUid } from '../../crawl/small-world';

export type StoredModel = {
  /** The numbers of the users, in the order of the site. */
  readonly likers: readonly number[];
  readonly tags?: readonly string[] | null;
  readonly name?: string;
  readonly isPublic?: boolean;
  /** Whether reading its likes was stopped. */
  readonly isCut?: boolean;
  /** Of an older sweep, which no longer counts. */
  readonly formerLikers?: readonly number[];
};

const page = (model: number, sweep: number, likers: readonly number[]): LikesPageRow => ({
  ...{ modelUid: modelUid(model), sweep, index: 0, usernames: null, unreadableRows: 0 },
  ...{ position: firstLikesPosition, userUids: likers.map((user) => userUid(user) as UserUid), fetchedAt: 1 },
});

/** Puts models and likes into the database, as a crawl would have stored them. */
export async function storeWorld(db: LikesOutDatabase, models: readonly StoredModel[]): Promise<void> {
  await db.models.bulkPut(
    models.map(({ likers, tags = [], name, isPublic = true, isCut }, i) => ({
      ...newModelRow(sighting(i), i, 1),
      ...{
        state: isCut ? 'partial' : 'complete',
        sweep: 1,
        lastSweep: 1,
        likesCollected: likers.length,
        isPublic,
      },
      ...(name !== undefined && { name }),
      tags: tags && tags.map((tag) => ({ name: tag, slug: tag.toLowerCase() })),
    })),
  );
  await db.likesPages.bulkPut(
    models.flatMap(({ likers, formerLikers }, i) => [
      ...(formerLikers ? [page(i, 0, formerLikers)] : []),
      page(i, 1, likers),
    ]),
  );
  const users = [...new Set(models.flatMap(({ likers }) => likers))];
  await db.users.bulkPut(
    users.map((user) => ({ uid: userUid(user) as UserUid, models: 1, username: `name-of-${user}` })),
  );
}
