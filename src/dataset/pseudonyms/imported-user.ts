import { hexToBytes } from '@noble/hashes/utils.js';
import type { UserUid } from '../../sketchfab/user-uid';
import { decodeText } from '../columns/string-list';

// No id of the site has it, so no raw id is ever taken for a pseudonym.
const mark = '~';
const markByte = mark.charCodeAt(0);

/** A user of whom only the pseudonym is known, to stand among raw ids. */
export function importedUserId(pseudonym: string): UserUid {
  return `${mark}${pseudonym}` as UserUid;
}

export function isImportedUser(user: string): boolean {
  return user.startsWith(mark);
}

/** The same digest of users as UTF-8, which leaves pseudonyms that were taken over as they are. */
export function digestUserId(digest: (user: Uint8Array) => Uint8Array): (user: Uint8Array) => Uint8Array {
  return (user) => (user[0] === markByte ? hexToBytes(decodeText(user.subarray(1))) : digest(user));
}
