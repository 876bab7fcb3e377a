import { datasetFacts, pickFacts } from '../sketchfab/model-facts';
import { type ModelUid, parseModelUid } from '../sketchfab/model-uid';
import { isOfUsualForm, type UserUid } from '../sketchfab/user-uid';
import type { LikesOutDatabase } from './database';
import { isKnownPublic, type ModelRow } from './model-row';
import type { LikesPageRow } from './rows';
import { readState } from './states';

// All keys at once would be 288,000 objects at ten times the models of 2016.
const keysInPage = 5_000;
const usersInPage = 2_000;

/** Implements `DatasetSource`, through which an export reads the store. */
export function datasetSource(db: LikesOutDatabase) {
  return {
    /** In code unit order, as IndexedDB sorts strings and the tables are sorted. */
    async readModelUids(): Promise<readonly ModelUid[]> {
      const keys: string[] = [];
      for (let page = ['']; page.length > 0; keys.push(...page)) {
        page = await db.models
          .where(':id')
          .above(keys.at(-1) ?? '')
          .limit(keysInPage)
          .primaryKeys();
      }
      return keys.map(parseModelUid).filter((uid) => uid !== undefined);
    },

    /** Reads models and pages in one transaction, so that a sweep that is being replaced is read as a whole, old or new. */
    readModels: (uids: readonly ModelUid[]) =>
      db.transaction('r', db.models, db.likesPages, db.unlikes, async () => {
        const rows = await db.models.bulkGet([...uids]);
        const pages = await readPages(db, uids);
        const unliked = await readUnliked(db, uids);
        return rows
          .filter((row) => row !== undefined)
          .map((row) => crawledModel(row, pages.get(row.uid) ?? [], unliked.get(row.uid) ?? []));
      }),

    async readUsers(after: UserUid | null) {
      const rows = await db.users
        .where(':id')
        .above(after ?? '')
        .limit(usersInPage)
        .toArray();
      return rows.map(({ uid, username }) => ({ uid, username }));
    },

    /** All users in any list that was crawled here. */
    readUserUids: async (): Promise<readonly UserUid[]> =>
      (await db.users.toCollection().primaryKeys()) as UserUid[],

    countRequests: async () => (await readState(db, 'counters')).requests,
  };
}

/** The pages of these models, which are sorted by id. */
async function readPages(db: LikesOutDatabase, uids: readonly ModelUid[]) {
  const byModel = new Map<ModelUid, LikesPageRow[]>();
  const [first, last] = [uids[0], uids.at(-1)];
  if (first === undefined || last === undefined) return byModel;
  const between = (from: ModelUid, to: ModelUid) =>
    db.likesPages.where(':id').between([from, -Infinity, -Infinity], [to, Infinity, Infinity]).toArray();
  // An export reads all models in runs. An import reads some, and there may be any number of models between two of them.
  const isRun = (await db.models.where(':id').between(first, last, true, true).count()) === uids.length;
  const pages = isRun
    ? await between(first, last)
    : (await Promise.all(uids.map((uid) => between(uid, uid)))).flat();
  for (const page of pages) {
    const others = byModel.get(page.modelUid);
    if (others) others.push(page);
    else byModel.set(page.modelUid, [page]);
  }
  return byModel;
}

/** The users who took back their likes of these models. */
async function readUnliked(db: LikesOutDatabase, uids: readonly ModelUid[]) {
  const byModel = new Map<ModelUid, readonly UserUid[]>();
  const [first, last] = [uids[0], uids.at(-1)];
  if (first === undefined || last === undefined) return byModel;
  // There are few, whatever lies between two models.
  const rows = await db.unlikes.where(':id').between([first, -Infinity], [last, Infinity]).toArray();
  for (const { modelUid, userUids } of rows)
    byModel.set(modelUid, [...(byModel.get(modelUid) ?? []), ...userUids]);
  return byModel;
}

function crawledModel(row: ModelRow, pages: readonly LikesPageRow[], unliked: readonly UserUid[]) {
  const current = pages.filter(({ sweep }) => sweep === row.sweep);
  const moments = current.map(({ fetchedAt }) => fetchedAt);
  return {
    uid: row.uid,
    ...pickFacts(datasetFacts, row),
    name: row.name ?? '',
    isPublic: isKnownPublic(row),
    state: row.state,
    complete: row.state === 'complete',
    wasWhole: row.readAt !== null,
    cause: row.cause,
    userUids: current.flatMap(({ userUids }) => userUids),
    otherUserUids: [
      // Pages tell owners, too, and a word for an id would make the scan stop every export.
      ...(row.ownerUid !== null && isOfUsualForm(row.ownerUid) ? [row.ownerUid] : []),
      ...pages.flatMap(({ sweep, userUids }) => (sweep === row.sweep ? [] : userUids)),
      ...unliked,
    ],
    readBetween: current.length > 0 ? ([Math.min(...moments), Math.max(...moments)] as const) : null,
  };
}
