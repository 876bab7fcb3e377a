import type { LikesPosition } from '../sketchfab/addresses';
import type { ModelState } from './model-state';
import type { SweepMemory } from './sweep-memory';

/** What follows a page of likes: the next one, or the end of the sweep with the state the model is in then. */
export type AfterPage =
  | { readonly goOn: true; readonly position: LikesPosition }
  | { readonly goOn: false; readonly state: ModelState; readonly cause: string | null };

/** The site may send pages without anyone on them; this many in a row is a list that leads nowhere. */
const maxEmptyPagesInRow = 3;

export type PageEnd = {
  readonly next: LikesPosition | null;
  /** Users this page was the first to show, and rows it had at all. */
  readonly freshUsers: number;
  readonly rows: number;
};

/**
 * `memory` includes the page; `likeCount` is what the site shows, `null` when unknown. Only a list that was followed to its own
 * end, had no unreadable row and is no shorter than the site says is `complete`.
 */
export function afterPage(page: PageEnd, memory: SweepMemory, likeCount: number | null): AfterPage {
  if (page.next === null)
    return { goOn: false, ...settleList(memory.users.size, memory.unreadableRows, likeCount) };
  if (memory.positions.has(page.next)) return partial('the list of likes runs in a circle');
  if (page.rows > 0 && page.freshUsers === 0) return partial('a page of likes repeated those before it');
  if (memory.emptyPagesInRow >= maxEmptyPagesInRow) return partial('the list of likes ends in empty pages');
  return { goOn: true, position: page.next };
}

/** The state of a model whose list was followed to its end: `likes` distinct users in it. */
export function settleList(
  likes: number,
  unreadableRows: number,
  likeCount: number | null,
): { state: ModelState; cause: string | null } {
  if (unreadableRows > 0) return { state: 'partial', cause: 'some rows of the list could not be read' };
  if (likeCount !== null && likes < likeCount) {
    return { state: 'drifted', cause: 'the list is shorter than the number of likes shown' };
  }
  return { state: 'complete', cause: null };
}

function partial(cause: string): AfterPage {
  return { goOn: false, state: 'partial', cause };
}
