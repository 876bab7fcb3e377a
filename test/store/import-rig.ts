import { noFacts, type TableFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';
import { countLikers } from '../../src/store/count-likers';
import { recount } from '../../src/store/count-model';
import type { LikesOutDatabase } from '../../src/store/database';
import { importStore } from '../../src/store/import-store';
import { newModelRow } from '../../src/store/model-row';
import { readState, writeState } from '../../src/store/states';
import type { StoreRig } from '../dataset/merge/import-store-rig';
import type { MadeUpLikes } from '../dataset/merge/memory-import-store';
import { dumpTables } from './dump-tables';
import { freshDatabase } from './fresh-database';

/** The real store, with these models captured and these likes read, counters included. */
export async function importRig(
  models: readonly TableFacts[] = [],
  likes: Readonly<Record<string, MadeUpLikes>> = {},
): Promise<StoreRig & { readonly db: LikesOutDatabase }> {
  const db = freshDatabase();
  const held = new Map<string, TableFacts>(models.map((model) => [model.uid, model]));
  for (const uid of new Set([...held.keys(), ...Object.keys(likes)])) {
    const model = held.get(uid) ?? noFacts(uid as ModelUid);
    await addModel(db, model, likes[uid]);
  }
  return {
    db,
    store: importStore(db, () => 1_000),
    dump: () => dumpTables(db),
    countStagings: () => db.imports.count(),
  };
}

async function addModel(db: LikesOutDatabase, model: TableFacts, likes?: MadeUpLikes): Promise<void> {
  const counters = await readState(db, 'counters');
  const userUids = (likes?.userUids ?? []) as readonly UserUid[];
  const row = {
    ...newModelRow({ ...noFacts(model.uid), ...model }, counters.models, 0),
    isPublic: true,
    ...{ sweep: likes?.readBetween ? 0 : null, likesCollected: userUids.length },
    state: likes?.complete ? ('complete' as const) : likes ? ('partial' as const) : ('new' as const),
  };
  await db.models.put(row);
  const users = await countLikers(db, userUids, [], new Map());
  for (const [index, fetchedAt] of (likes?.readBetween ?? []).entries()) {
    const page = { index, fetchedAt, userUids: index === 0 ? userUids : [] };
    const rest = { modelUid: model.uid, sweep: 0, position: '', usernames: null, unreadableRows: 0 };
    await db.likesPages.put({ ...page, ...rest });
  }
  const recounted = recount(counters, undefined, row);
  await writeState(db, 'counters', { ...recounted, users: recounted.users + users });
}
