import type { CrawledModel, DatasetSource } from '../../src/dataset/dataset-source';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';

/** A model of a test's own world. Only the id must be said. */
export type MadeUpModel = {
  readonly uid: string;
  readonly name?: string;
  readonly tags?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
  readonly state?: string;
  readonly complete?: boolean;
  readonly cause?: string;
  readonly likes?: readonly string[];
  readonly likeCount?: number | null;
  readonly noAi?: boolean | null;
  readonly isRestricted?: boolean | null;
  readonly thumbnailUrl?: string | null;
  /** When its list was read. */
  readonly readBetween?: readonly [number, number];
};

/** Few, so that there is a second page. */
const usersInPage = 2;

/** What a store would answer, from rows in the order in which they came. */
export function memorySource(
  rows: readonly MadeUpModel[],
  usernames: Readonly<Record<string, string>> = {},
): DatasetSource {
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  const find = (uid: ModelUid) => byUid.get(uid)!;
  return {
    readModelUids: () => Promise.resolve([...byUid.keys()].sort() as ModelUid[]),
    readModels: (uids) => Promise.resolve(uids.map((uid) => toModel(find(uid)))),
    readUsers: (after) =>
      Promise.resolve(
        (Object.keys(usernames) as UserUid[])
          .filter((uid) => after === null || uid > after)
          .sort()
          .slice(0, usersInPage)
          .map((uid) => ({ uid, username: usernames[uid] ?? null })),
      ),
    countRequests: () => Promise.resolve(42),
  };
}

function toModel(row: MadeUpModel): CrawledModel {
  const labels = (texts: readonly string[] | null = null) =>
    texts && texts.map((name, index) => ({ name, slug: String(index) }));
  return {
    uid: row.uid as ModelUid,
    name: row.name ?? 'a model',
    tags: labels(row.tags),
    categories: labels(row.categories),
    state: row.state ?? 'complete',
    complete: row.complete ?? true,
    cause: row.cause ?? null,
    likeCount: row.likeCount === undefined ? (row.likes?.length ?? null) : row.likeCount,
    noAi: row.noAi ?? null,
    isRestricted: row.isRestricted ?? null,
    thumbnailUrl: row.thumbnailUrl ?? null,
    userUids: (row.likes ?? []) as UserUid[],
    readBetween: row.readBetween ?? null,
  };
}
