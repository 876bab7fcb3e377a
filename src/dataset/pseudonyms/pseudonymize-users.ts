import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesAt, type StringList } from '../columns/string-list';
import { setImmediate } from '../zip/set-immediate';
import { pseudonymForm } from './keyed-hash';

/** The users of one export under the names they get in it. */
export type Pseudonyms = {
  /** `pseudonymBytes` each, one after the other, sorted. A user's place in here is the user's rank. */
  readonly sorted: Uint8Array;
  /** By the user's index in the like matrix. */
  readonly rankOf: Uint32Array;
};

/** Of 128 bits. As hex they are twice as many characters, and the order is the same. */
export const pseudonymBytes = pseudonymForm.digestBits / 8;

// Some 20 ms of hashing, after which the page may draw and a press of Cancel is heard.
const usersInTurn = 2_000;

/** Of the user of this rank. */
export function pseudonymAt(sorted: Uint8Array, rank: number): string {
  return bytesToHex(sorted.subarray(rank * pseudonymBytes, (rank + 1) * pseudonymBytes));
}

/**
 * Hashes each of these users once. Rejects when two get the same pseudonym: at 128 bits that happens to ten million
 * users with a chance of 1.5e-25, so the hash is broken, and merging two people without a word would be the worse
 * outcome. `onUsers` is told how many are done.
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
    if ((user + 1) % usersInTurn !== 0) continue;
    onUsers(user + 1);
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  onUsers(users.length);
  return rank(digests, users.length);
}

function rank(digests: Uint8Array, users: number): Pseudonyms {
  const words = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
  const compare = (a: number, b: number): number => {
    for (let at = 0; at < pseudonymBytes; at += 4) {
      const [ofA, ofB] = [words.getUint32(a * pseudonymBytes + at), words.getUint32(b * pseudonymBytes + at)];
      if (ofA !== ofB) return ofA < ofB ? -1 : 1;
    }
    return 0;
  };
  const order = Uint32Array.from({ length: users }, (_, user) => user).sort(compare);
  const rankOf = new Uint32Array(users);
  const sorted = new Uint8Array(digests.length);
  for (const [place, user] of order.entries()) {
    if (place > 0 && compare(order[place - 1] as number, user) === 0) {
      throw new Error('two users have the same pseudonym');
    }
    rankOf[user] = place;
    sorted.set(digests.subarray(user * pseudonymBytes, (user + 1) * pseudonymBytes), place * pseudonymBytes);
  }
  return { sorted, rankOf };
}
