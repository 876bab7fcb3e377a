import type { LikesPosition } from '../sketchfab/addresses';
import type { UserUid } from '../sketchfab/user-uid';
import type { ShownCount } from './crawl-request';
import type { ModelState } from './model-state';
import type { SweepMemory } from './sweep-memory';

/** What follows a page of likes: the next one, or the end of the sweep. */
export type AfterPage =
  | { readonly end: 'not-yet'; readonly position: LikesPosition }
  /** The sweep has ended in this state. */
  | { readonly end: 'settled'; readonly state: ModelState; readonly cause: string | null }
  /** An earlier complete sweep has the remaining likes. */
  | { readonly end: 'caught-up' }
  /** The list and the number of likes shown disagree. Both are requested once more, later. */
  | { readonly end: 'second-pass'; readonly cause: string };

/** The site may send empty pages. After this many in a row the list is given up. */
const maxEmptyPagesInRow = 3;
/** 120,000 likes, many times those of any model. Reading them takes more than an hour. */
const maxPages = 5_000;
/**
 * A list and the number of likes that an answer has shown differ by some that came or went, never by the number itself and
 * these. What a page has shown is no reason to stop.
 */
const maxLikesAbove = 1_000;

export type PageEnd = {
  readonly next: LikesPosition | null;
  readonly userUids: readonly UserUid[];
  readonly freshUsers: number;
};

export type Pass = { readonly extent: 'whole' | 'newest'; readonly isSecondPass: boolean };

/** `memory` includes the page. `shown` is the number of likes that the site shows, `null` if unknown. */
export function afterPage(
  page: PageEnd,
  pass: Pass,
  memory: SweepMemory,
  shown: ShownCount | null,
): AfterPage {
  if (page.next === null) return settleList(memory, shown, pass.isSecondPass);
  if (memory.positions.has(page.next)) return partial('the list of likes runs in a circle');
  if (page.userUids.length > 0 && page.freshUsers === 0)
    return partial('a page of likes repeated those before it');
  if (memory.emptyPagesInRow >= maxEmptyPagesInRow) return partial('the list of likes ends in empty pages');
  if (memory.pages >= maxPages) return partial('the list of likes does not end');
  const proven = provenCount(shown);
  if (proven !== null && memory.users.size > 2 * proven + maxLikesAbove)
    return partial('the list of likes is far longer than the number of likes shown');
  if (pass.extent === 'newest' && isCaughtUp(page, memory, shown)) return { end: 'caught-up' };
  return { end: 'not-yet', position: page.next };
}

/**
 * New likes come first in the list. So after a page of known likes the remaining ones are known too, if the numbers agree:
 * after an unlike anywhere, known and new likes together are more than the site shows.
 */
function isCaughtUp({ userUids }: PageEnd, { known, users }: SweepMemory, shown: ShownCount | null): boolean {
  const isKnownPage = userUids.length > 0 && userUids.every((uid) => known.has(uid));
  const added = [...users].filter((uid) => !known.has(uid)).length;
  return isKnownPage && known.size + added === provenCount(shown);
}

const provenCount = (shown: ShownCount | null) => (shown?.isAnswered ? shown.count : null);

function partial(cause: string): AfterPage {
  return { end: 'settled', state: 'partial', cause };
}

const words = {
  unreadable: 'some rows of the list could not be read',
  short: 'the list is shorter than the number of likes shown',
  moving: 'the list changed while it was read',
};

/**
 * The state of a list that was read to its end. Likes that come and go meanwhile shift later ones across page borders,
 * so an unlike can hide another like from a sweep. A list is `complete` if
 *
 * - it has a single page, hence no borders, and no fewer likes than the site shows; or
 * - it has as many likes as an answer showed just before the first page was requested, so none was hidden; or
 * - a second pass found exactly the same likes, and no fewer than the site shows.
 *
 * Otherwise there is a second pass, and if that does not help the list is `drifted`.
 */
export function settleList(memory: SweepMemory, shown: ShownCount | null, isSecondPass: boolean): AfterPage {
  const { users, known, pages, unreadableRows } = memory;
  if (unreadableRows > 0) return { end: 'settled', state: 'partial', cause: words.unreadable };
  const isShort = shown !== null && users.size < shown.count;
  const isSinglePage = pages === 1;
  const isTheSameAgain =
    isSecondPass && users.size === known.size && [...users].every((uid) => known.has(uid));
  if (users.size === provenCount(shown) || (!isShort && (isSinglePage || isTheSameAgain))) {
    return { end: 'settled', state: 'complete', cause: null };
  }
  const cause = isShort ? words.short : words.moving;
  return isSecondPass ? { end: 'settled', state: 'drifted', cause } : { end: 'second-pass', cause };
}
