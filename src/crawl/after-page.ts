import type { LikesPosition } from '../sketchfab/addresses';
import type { UserUid } from '../sketchfab/user-uid';
import type { ModelState } from './model-state';
import type { SweepMemory } from './sweep-memory';

/** What follows a page of likes: the next one, or the end of the sweep. */
export type AfterPage =
  | { readonly end: 'no'; readonly position: LikesPosition }
  /** Settled: the sweep is the model's list now, as far as it goes. */
  | { readonly end: 'settled'; readonly state: ModelState; readonly cause: string | null }
  /** The rest of the list is what an earlier complete sweep knows. */
  | { readonly end: 'caught-up' }
  /** The list and the number of likes shown disagree: both are asked for once more, later. */
  | { readonly end: 'second-pass'; readonly cause: string };

/** The site may send pages without anyone on them; this many in a row is a list that leads nowhere. */
const maxEmptyPagesInRow = 3;

export type PageEnd = {
  readonly next: LikesPosition | null;
  readonly userUids: readonly UserUid[];
  readonly freshUsers: number;
};

export type Pass = { readonly extent: 'whole' | 'newest'; readonly isSecondPass: boolean };

/** `memory` includes the page; `likeCount` is what the site shows, `null` when unknown. */
export function afterPage(
  page: PageEnd,
  pass: Pass,
  memory: SweepMemory,
  likeCount: number | null,
): AfterPage {
  if (page.next === null) return settleList(memory, likeCount, pass.isSecondPass);
  if (memory.positions.has(page.next)) return partial('the list of likes runs in a circle');
  if (page.userUids.length > 0 && page.freshUsers === 0)
    return partial('a page of likes repeated those before it');
  if (memory.emptyPagesInRow >= maxEmptyPagesInRow) return partial('the list of likes ends in empty pages');
  if (pass.extent === 'newest' && isCaughtUp(page, memory, likeCount)) return { end: 'caught-up' };
  return { end: 'no', position: page.next };
}

/**
 * New likes stand at the front of the list. So a page of known ones means that the rest is known too, if the numbers
 * say so: with an unlike anywhere, the known and the new together are more than the site shows.
 */
function isCaughtUp({ userUids }: PageEnd, { known, users }: SweepMemory, likeCount: number | null): boolean {
  const isKnownPage = userUids.length > 0 && userUids.every((uid) => known.has(uid));
  const added = [...users].filter((uid) => !known.has(uid)).length;
  return isKnownPage && known.size + added === likeCount;
}

function partial(cause: string): AfterPage {
  return { end: 'settled', state: 'partial', cause };
}

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
