import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import { countLikers } from './count-likers';
import type { LikesOutDatabase } from './database';
import { sweepPages } from './end-sweep';
import { rewriteModels } from './rewrite-models';
import { readState, writeState } from './states';

/**
 * Removes models with all that is stored of them: likes, also those of imports, what was taken back, and requests. A page
 * or an import that has one of them brings it back as a new one. Whom datasets leave out stays as it is.
 */
export function removeModels(db: LikesOutDatabase, uids: readonly ModelUid[]): Promise<void> {
  const tables = [db.models, db.requests, db.likesPages, db.users, db.unlikes, db.states];
  return db.transaction('rw', [...tables, db.imports, db.importedLikes], async () => {
    // One that is being read brings its models when it goes live.
    const imports = await db.imports.filter(({ isLive }) => isLive).primaryKeys();
    let users = 0;
    for (const uid of new Set(uids)) {
      const row = await db.models.get(uid);
      if (!row) continue;
      if (row.sweep !== null) {
        const pages = await sweepPages(db, uid, row.sweep).toArray();
        const likers = new Set<UserUid>(pages.flatMap(({ userUids }) => userUids));
        users += await countLikers(db, [], [...likers], new Map());
      }
      await db.likesPages
        .where(':id')
        .between([uid, -Infinity, -Infinity], [uid, Infinity, Infinity])
        .delete();
      await db.unlikes.where(':id').between([uid, -Infinity], [uid, Infinity]).delete();
      await db.importedLikes.bulkDelete(imports.map((staging) => [staging, uid]));
    }
    const removed = new Set<ModelUid>(uids);
    await rewriteModels(db, (row) => (removed.has(row.uid) ? undefined : row));
    const counters = await readState(db, 'counters');
    await writeState(db, 'counters', { ...counters, users: counters.users + users });
  });
}
