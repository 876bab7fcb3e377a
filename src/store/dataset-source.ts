import { parseModelUid, type ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { readRange } from './read-range';
import { readState } from './states';

// All keys in one answer would be 288,000 objects at ten times the models of 2016.
const keysInPage = 5_000;

/** The store as an export reads it. `dataset` declares the shape (its `DatasetSource`), this satisfies it. */
export function datasetSource(db: LikesOutDatabase) {
  return {
    /** IndexedDB orders strings by code unit, as the tables are. */
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

    async readModels(uids: readonly ModelUid[]) {
      const [first, last] = [uids[0], uids.at(-1)];
      if (first === undefined || last === undefined) return [];
      const asked = new Set(uids);
      const rows: ModelRow[] = [];
      for await (const page of readRange(db.models, first, last, ({ uid }) => uid))
        rows.push(...page.filter(({ uid }) => asked.has(uid)));
      return rows.map((row) => ({
        uid: row.uid,
        name: row.name ?? '',
        tags: row.tags,
        categories: row.categories,
        state: row.state,
        complete: row.state === 'complete',
        cause: row.cause,
        likeCount: row.likeCount,
        noAi: row.noAi,
        isRestricted: row.isRestricted,
        thumbnailUrl: row.thumbnailUrl,
      }));
    },

    /** Models and pages from one moment, so that a sweep which is being replaced is read as a whole, old or new. */
    readLikes: (uids: readonly ModelUid[]) =>
      db.transaction('r', db.models, db.likesPages, async () => {
        const [first, last] = [uids[0], uids.at(-1)];
        if (first === undefined || last === undefined) return [];
        const models = await db.models.bulkGet([...uids]);
        const sweeps = new Map(models.map((row) => [row?.uid, row?.sweep]));
        const users = new Map<ModelUid, UserUid[]>(uids.map((uid) => [uid, []]));
        const readBetween = new Map<ModelUid, readonly [first: number, last: number]>();
        const pages = await db.likesPages
          .where(':id')
          .between([first, -Infinity, -Infinity], [last, Infinity, Infinity])
          .toArray();
        for (const page of pages) {
          if (sweeps.get(page.modelUid) !== page.sweep) continue;
          users.get(page.modelUid)?.push(...page.userUids);
          const [begun, ended] = readBetween.get(page.modelUid) ?? [Infinity, -Infinity];
          readBetween.set(page.modelUid, [Math.min(begun, page.fetchedAt), Math.max(ended, page.fetchedAt)]);
        }
        return uids.map((modelUid) => ({
          modelUid,
          userUids: users.get(modelUid) ?? [],
          readBetween: readBetween.get(modelUid) ?? null,
        }));
      }),

    async readUsernames(): Promise<ReadonlyMap<UserUid, string>> {
      const names = new Map<UserUid, string>();
      for await (const page of readRange(db.users, '', '\uffff', ({ uid }) => uid)) {
        for (const { uid, username } of page) if (username !== null) names.set(uid, username);
      }
      return names;
    },

    /** Everybody who stands in a list that was read here. */
    readUserUids: async (): Promise<readonly UserUid[]> =>
      (await db.users.toCollection().primaryKeys()) as UserUid[],

    countRequests: async () => (await readState(db, 'counters')).requests,
  };
}
