import type { UserUid } from '../../sketchfab/user-uid';
import { importedUserId } from '../pseudonyms/imported-user';
import type { MergeKey } from './merge-key';

/**
 * What to call the users of one export: by raw ids where their likes were read here, else by `importedUserId`. A crawl
 * goes on meanwhile and reads likes of somebody who was called by the pseudonym before; that one stays so to the end,
 * or there would be two of them.
 */
export function createUserResolver(known: readonly UserUid[], key: MergeKey) {
  const rawOf = new Map<string, UserUid>();
  const imported = new Map<string, UserUid>();
  for (const user of known) rawOf.set(key.pseudonymOf(user), user);
  /** Raw ids that were read later than their pseudonyms were told, and what they go by. */
  const late = new Map<UserUid, UserUid>();

  function nameOf(pseudonym: string): UserUid {
    const raw = rawOf.get(pseudonym);
    if (raw !== undefined) return raw;
    const name = imported.get(pseudonym) ?? importedUserId(pseudonym);
    imported.set(pseudonym, name);
    return name;
  }

  /** Of a user whose like was read here. */
  function ownNameOf(user: UserUid): UserUid {
    const pseudonym = key.pseudonymOf(user);
    const name = imported.get(pseudonym);
    if (name === undefined) rawOf.set(pseudonym, user);
    else late.set(user, name);
    return name ?? user;
  }

  return { nameOf, ownNameOf, late: late as ReadonlyMap<UserUid, UserUid> };
}

/** Raw ids to exclude, and the same people as an import may have brought them, of whom only the pseudonym is known. */
export function excludeImported(userUids: readonly string[], { pseudonymOf }: MergeKey): string[] {
  return userUids.flatMap((uid) => [uid, importedUserId(pseudonymOf(uid as UserUid))]);
}
