import { hexToBytes } from '@noble/hashes/utils.js';
import type { UserUid } from '../../sketchfab/user-uid';
import { decodeText } from '../columns/string-list';

// No id of the site contains it, so no raw id can pass for a pseudonym.
const mark = '~';
const markByte = mark.charCodeAt(0);

/** Stands in for the raw id of a user whose pseudonym is all that an import gives. */
export function importedUserId(pseudonym: string): UserUid {
  return `${mark}${pseudonym}` as UserUid;
}

export function isImportedUser(user: string): boolean {
  return user.startsWith(mark);
}

/** Wraps a digest of user ids (UTF-8) so that it gives the pseudonym of an imported user unchanged. */
export function digestUserId(digest: (user: Uint8Array) => Uint8Array): (user: Uint8Array) => Uint8Array {
  return (user) => (user[0] === markByte ? hexToBytes(decodeText(user.subarray(1))) : digest(user));
}
