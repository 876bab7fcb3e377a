import type { UserUid } from '../../sketchfab/user-uid';
import { importedUserId } from '../pseudonyms/imported-user';
import type { MergeKey } from './merge-key';

/**
 * Gives every user one id for the length of an export: the raw id if likes of the user were read here, otherwise
 * `importedUserId`. A crawl can meanwhile read likes of a user who already has an imported id. That user keeps it, or
 * there would be two of them.
 */
export function createUserResolver(knownUsers: readonly UserUid[], key: MergeKey) {
  const rawIds = new Map<string, UserUid>();
  const importedIds = new Map<string, UserUid>();
  for (const user of knownUsers) rawIds.set(key.pseudonymOf(user), user);
  const lateUsers = new Map<UserUid, UserUid>();

  /** The id of the user with this pseudonym. */
  function resolvePseudonym(pseudonym: string): UserUid {
    const rawId = rawIds.get(pseudonym);
    if (rawId !== undefined) return rawId;
    const id = importedIds.get(pseudonym) ?? importedUserId(pseudonym);
    importedIds.set(pseudonym, id);
    return id;
  }

  /** The id of a user whose like was read here. */
  function resolveRawId(user: UserUid): UserUid {
    const pseudonym = key.pseudonymOf(user);
    const importedId = importedIds.get(pseudonym);
    if (importedId === undefined) rawIds.set(pseudonym, user);
    else lateUsers.set(user, importedId);
    return importedId ?? user;
  }

  return {
    resolvePseudonym,
    resolveRawId,
    /** Raw ids that were read after their users had imported ids, with these ids. */
    lateUsers: lateUsers as ReadonlyMap<UserUid, UserUid>,
  };
}

/** Gives a user the id that the user has if known by an import alone. */
export function importedIdUnder({ pseudonymOf }: Pick<MergeKey, 'pseudonymOf'>): (user: UserUid) => UserUid {
  return (user) => importedUserId(pseudonymOf(user));
}
