import type { UserUid } from '../sketchfab/user-uid';

export type Pseudonyms = {
  /** The same for the same user. Throws when two users would share one. */
  readonly of: (user: UserUid) => string;
  /** Users seen so far. */
  readonly count: () => number;
};

/**
 * Each user's pseudonym, hashed once. At 128 bits two of ten million users share one with a chance of 1.5e-25: should
 * it happen, the hash is broken, and merging two people without a word would be the worse outcome.
 */
export function createPseudonyms(hash: (text: string) => string): Pseudonyms {
  const known = new Map<UserUid, string>();
  const taken = new Set<string>();

  function add(user: UserUid): string {
    const pseudonym = hash(user);
    if (taken.has(pseudonym)) throw new Error('two users have the same pseudonym');
    taken.add(pseudonym);
    known.set(user, pseudonym);
    return pseudonym;
  }

  return { of: (user) => known.get(user) ?? add(user), count: () => known.size };
}
