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

/** The same hash, which leaves pseudonyms that were taken over as they are. */
export function hashUnlessTakenOver(hash: (text: string) => string): (user: string) => string {
  return (user) => (isTakenOver(user) ? user.slice(mark.length) : hash(user));
}
