import type { UserUid } from '../sketchfab/user-uid';
import { setImmediate } from './set-immediate';

/** The users of one export under the names they get in it. */
export type Pseudonyms = {
  /** Sorted by code unit. A user's place in here is the user's rank. */
  readonly sorted: readonly string[];
  /** By the user's index in the like matrix. */
  readonly rankOf: Uint32Array;
};

// Some 20 ms of hashing, after which the page may draw and a press of Cancel is heard.
const usersInTurn = 2_000;

/**
 * Hashes each of these users once. Rejects when two get the same pseudonym: at 128 bits that happens to ten million
 * users with a chance of 1.5e-25, so the hash is broken, and merging two people without a word would be the worse
 * outcome. `onUsers` is told how many are done.
 */
export async function pseudonymize(
  userUids: readonly UserUid[],
  hash: (text: string) => string,
  onUsers: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Pseudonyms> {
  const names: string[] = [];
  for (const uid of userUids) {
    names.push(hash(uid));
    if (names.length % usersInTurn !== 0) continue;
    onUsers(names.length);
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  onUsers(names.length);
  return rank(names);
}

function rank(names: readonly string[]): Pseudonyms {
  const order = Uint32Array.from(names, (_, index) => index);
  order.sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
  const rankOf = new Uint32Array(names.length);
  const sorted: string[] = [];
  for (const user of order) {
    const name = names[user] as string;
    if (name === sorted.at(-1)) throw new Error('two users have the same pseudonym');
    rankOf[user] = sorted.length;
    sorted.push(name);
  }
  return { sorted, rankOf };
}
