import type { UserUid } from '../sketchfab/user-uid';
import type { LikesOutDatabase } from './database';

/** Usernames by user id, `null` where the site gave none. */
export type Usernames = ReadonlyMap<UserUid, string | null>;

/**
 * Updates the users that one model's list has gained and lost (each distinct), inside the caller's transaction.
 * Returns the change in the number of distinct users.
 */
export async function countLikers(
  db: LikesOutDatabase,
  gained: readonly UserUid[],
  lost: readonly UserUid[],
  usernames: Usernames,
): Promise<number> {
  const changes = new Map<UserUid, number>();
  for (const uid of gained) changes.set(uid, 1);
  for (const uid of lost) changes.set(uid, (changes.get(uid) ?? 0) - 1);
  const uids = [...changes.keys()].filter((uid) => changes.get(uid) !== 0);
  const known = await db.users.bulkGet(uids);
  const rows = uids.map((uid, i) => ({
    uid,
    models: (known[i]?.models ?? 0) + (changes.get(uid) ?? 0),
    username: usernames.get(uid) ?? known[i]?.username ?? null,
  }));
  const leaving = rows.filter(({ models }) => models <= 0);
  await db.users.bulkPut(rows.filter(({ models }) => models > 0));
  await db.users.bulkDelete(leaving.map(({ uid }) => uid));
  return known.filter((row) => row === undefined).length - leaving.length;
}
