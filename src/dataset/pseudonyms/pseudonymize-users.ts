import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesAt, type StringList } from '../columns/string-list';
import { setImmediate } from '../zip/set-immediate';
import { pseudonymForm } from './keyed-hash';

/** The pseudonyms of the users of one export. */
export type Pseudonyms = {
  /** Sorted, `pseudonymBytes` bytes each. A user's index here is the user's rank. */
  readonly sorted: Uint8Array;
  /** By user index of the like matrix. */
  readonly rankOf: Uint32Array;
};

/** 16. In hex a pseudonym has twice as many characters and sorts the same. */
export const pseudonymBytes = pseudonymForm.digestBits / 8;

// About 20 ms of hashing; in between the page can draw and a cancel is noticed.
const usersPerTurn = 2_000;

/** The pseudonym of the user with this rank, in hex. */
export function pseudonymAt(sorted: Uint8Array, rank: number): string {
  return bytesToHex(sorted.subarray(rank * pseudonymBytes, (rank + 1) * pseudonymBytes));
}

/**
 * Hashes each user once. `onUsers` receives the number of users done. Rejects with the signal's reason, and if two users
 * get the same pseudonym: with 128 bits and ten million users that has a probability of 1.5e-25, so the hash must be
 * broken, and silently merging two people would be worse than failing.
 */
export async function pseudonymizeUsers(
  users: StringList,
  digest: (user: Uint8Array) => Uint8Array,
  onUsers: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Pseudonyms> {
  const digests = new Uint8Array(users.length * pseudonymBytes);
  for (let user = 0; user < users.length; user += 1) {
    digests.set(digest(bytesAt(users, user)).subarray(0, pseudonymBytes), user * pseudonymBytes);
    if ((user + 1) % usersPerTurn !== 0) continue;
    onUsers(user + 1);
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  onUsers(users.length);
  return rankDigests(digests, users.length);
}

function rankDigests(digests: Uint8Array, users: number): Pseudonyms {
  const words = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
  const compare = (a: number, b: number): number => {
    for (let at = 0; at < pseudonymBytes; at += 4) {
      const [ofA, ofB] = [words.getUint32(a * pseudonymBytes + at), words.getUint32(b * pseudonymBytes + at)];
      if (ofA !== ofB) return ofA < ofB ? -1 : 1;
    }
    return 0;
  };
  const usersByPseudonym = Uint32Array.from({ length: users }, (_, user) => user).sort(compare);
  const rankOf = new Uint32Array(users);
  const sorted = new Uint8Array(digests.length);
  for (const [rank, user] of usersByPseudonym.entries()) {
    if (rank > 0 && compare(usersByPseudonym[rank - 1] as number, user) === 0) {
      throw new Error('two users have the same pseudonym');
    }
    rankOf[user] = rank;
    sorted.set(digests.subarray(user * pseudonymBytes, (user + 1) * pseudonymBytes), rank * pseudonymBytes);
  }
  return { sorted, rankOf };
}
