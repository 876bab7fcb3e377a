import type { CrawledModel, DatasetSource } from '../../src/dataset/dataset-source';
import { type ModelFacts, noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';

/** A model for tests. Only the id is required. */
export type MadeUpModel = Partial<Omit<ModelFacts, 'uid' | 'name' | 'tags' | 'categories'>> & {
  readonly uid: string;
  readonly name?: string;
  readonly tags?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
  readonly isPublic?: boolean;
  readonly state?: string;
  readonly complete?: boolean;
  readonly wasWhole?: boolean;
  readonly cause?: string;
  readonly likes?: readonly string[];
  /** Users in no list of likes. */
  readonly others?: readonly string[];
  /** When its list was read, in ms since 1970. */
  readonly readBetween?: readonly [number, number];
};

/** Small, so that there is a second page. */
const usersInPage = 2;

/** A source that answers like a store, from these rows in order of arrival. */
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

function toModel({ likes, others, ...row }: MadeUpModel): CrawledModel {
  const labels = (texts: readonly string[] | null = null) =>
    texts && texts.map((name, index) => ({ name, slug: String(index) }));
  return {
    ...noFacts(row.uid as ModelUid),
    ...{
      name: 'a model',
      isPublic: true,
      state: 'complete',
      complete: true,
      wasWhole: false,
      cause: null,
      readBetween: null,
    },
    likeCount: likes?.length ?? null,
    ...row,
    uid: row.uid as ModelUid,
    tags: labels(row.tags),
    categories: labels(row.categories),
    userUids: (likes ?? []) as UserUid[],
    otherUserUids: (others ?? []) as UserUid[],
  };
}
