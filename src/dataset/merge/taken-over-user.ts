import { hexToBytes } from '@noble/hashes/utils.js';
import type { UserUid } from '../../sketchfab/user-uid';

// No id of the site has it, so no raw id is ever taken for a pseudonym.
const mark = '~';

/** A user of whom only the pseudonym is known, to stand among raw ids. */
export function takenOverUser(pseudonym: string): UserUid {
  return `${mark}${pseudonym}` as UserUid;
}

export function isTakenOver(user: string): boolean {
  return user.startsWith(mark);
}

/** The same digest, which leaves pseudonyms that were taken over as they are. */
export function digestUnlessTakenOver(digest: (user: UserUid) => Uint8Array): (user: UserUid) => Uint8Array {
  return (user) => (isTakenOver(user) ? hexToBytes(user.slice(mark.length)) : digest(user));
}
