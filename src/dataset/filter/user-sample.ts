import type { UserUid } from '../../sketchfab/user-uid';
import { stringAt, type StringList } from '../columns/string-list';
import { keyedHash } from '../pseudonyms/keyed-hash';
import { setImmediate } from '../zip/set-immediate';

// About 20 ms of hashing; in between the page can draw and a cancel is noticed.
const usersPerTurn = 2_000;

/**
 * A random sample of `sharePercent` of the users: 1 or 0 by user index. It depends on the key and the user id alone, so
 * the same rows give the same sample in any order, and under one project key a larger sample contains every smaller
 * one: publishing both reveals no more users than the larger. Rejects with the signal's reason.
 */
export async function userSample(
  userUids: StringList<UserUid>,
  sharePercent: number,
  keyText: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const hash = keyedHash(keyText);
  const kept = new Uint8Array(userUids.length);
  for (let index = 0; index < userUids.length; index += 1) {
    // No user id contains a `|`, so this is nobody's pseudonym. 32 bits give a number in [0, 1).
    const draw = Number.parseInt(hash(`user-sample|${stringAt(userUids, index)}`).slice(0, 8), 16) / 2 ** 32;
    kept[index] = draw < sharePercent / 100 ? 1 : 0;
    if ((index + 1) % usersPerTurn !== 0) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  return kept;
}
