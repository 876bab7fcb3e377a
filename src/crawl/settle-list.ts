import type { AfterPage } from './after-page';
import type { SweepMemory } from './sweep-memory';

const words = {
  unreadable: 'some rows of the list could not be read',
  short: 'the list is shorter than the number of likes shown',
  moving: 'the list changed while it was read',
};

/**
 * What a list is that was followed to its own end. Likes that come and go meanwhile move those behind them across
 * the borders of pages: an unlike can hide a like from a sweep. So a list is `complete` when
 *
 * - it has one page, which is one moment, and no fewer likes than the site shows; or
 * - it has as many as the site showed right before its first page was asked for: then nothing was hidden; or
 * - a second pass found the very same likes, no fewer than the site shows.
 *
 * Otherwise there is a second pass, and after that the list is `drifted`.
 */
export function settleList(memory: SweepMemory, likeCount: number | null, isSecondPass: boolean): AfterPage {
  const { users, known, pages, unreadableRows } = memory;
  if (unreadableRows > 0) return { end: 'settled', state: 'partial', cause: words.unreadable };
  const isShort = likeCount !== null && users.size < likeCount;
  const isOneMoment = pages === 1;
  const isTheSameAgain =
    isSecondPass && users.size === known.size && [...users].every((uid) => known.has(uid));
  if (users.size === likeCount || (!isShort && (isOneMoment || isTheSameAgain))) {
    return { end: 'settled', state: 'complete', cause: null };
  }
  const cause = isShort ? words.short : words.moving;
  return isSecondPass ? { end: 'settled', state: 'drifted', cause } : { end: 'second-pass', cause };
}
