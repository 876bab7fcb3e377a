import type { UserUid } from '../../sketchfab/user-uid';
import { stringAt, type StringList } from '../columns/string-list';
import { keyedHash } from '../pseudonyms/keyed-hash';
import { setImmediate } from '../zip/set-immediate';

// Some 20 ms of hashing, after which the page may draw.
const usersInTurn = 2_000;

/**
 * 1 for each user who is in a sample of `sharePercent`. The key decides of each user alone, so that the same rows give
 * the same sample in any order, and a larger share holds the smaller one: two samples of one project key do not add up
 * to more people than the larger has. Rejects with the signal's reason.
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
    // No user id holds a `|`, so this is nobody's pseudonym. 32 bits are a number from 0 up to, not with, 1.
    const chance =
      Number.parseInt(hash(`user-sample|${stringAt(userUids, index)}`).slice(0, 8), 16) / 2 ** 32;
    kept[index] = chance < sharePercent / 100 ? 1 : 0;
    if ((index + 1) % usersInTurn !== 0) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  return kept;
}
