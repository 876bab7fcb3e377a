import type { ModelState } from '../crawl/model-state';
import { dateCounts } from '../sketchfab/date-counts';
import { mergeFacts } from '../sketchfab/merge-facts';
import { type FactSources, mergeSources, ownFacts } from './fact-sources';
import type { ModelFacts } from '../sketchfab/model-facts';

/** A captured model: its facts, and how far its likes have been read. */
export type ModelRow = ModelFacts & {
  /** Position in the order of capture, from 0. */
  readonly order: number;
  readonly capturedAt: number;
  /** When the site last gave facts about it here; `null` if unknown. */
  readonly observedAt: number | null;
  /**
   * Whether an answer of the site without cookies has shown the model. Pages also show private models to those who may see
   * them.
   */
  readonly isPublic: boolean;
  /** When such an answer last showed it. Absent from rows that were stored before. */
  readonly shownAt?: number;
  /** Whether the site's own words on the model were that not everyone sees it. Its list of likes cannot deny that. */
  readonly isHidden?: boolean;
  readonly state: ModelState;
  /** Why the state is not `complete`, as shown to the user. */
  readonly cause: string | null;
  /** The sweep whose pages are the stored list of likes; `null` before the first page. */
  readonly sweep: number | null;
  /** The number of the last sweep that was begun, -1 before the first. */
  readonly lastSweep: number;
  /** Distinct users in the stored list. */
  readonly likesCollected: number;
  /** When the list was last complete, ms since 1970, and the number of likes shown then. */
  readonly readAt: number | null;
  readonly countWhenRead: number | null;
  /** Whether an answer has told the number of likes again since a crawl last used it. What a page told proves nothing. */
  readonly isCountFresh: boolean;
  /** No more tags and categories are to be expected: the site gave all it has, or no longer has the model. */
  readonly hasAskedForFacts: boolean;
  /** Why the last request for tags and categories failed, if another one may succeed. */
  readonly factsError: string | null;
  /** Absent while no import has the model. */
  readonly sources?: FactSources;
};

export function newModelRow(facts: ModelFacts, order: number, capturedAt: number): ModelRow {
  return {
    ...facts,
    order,
    capturedAt,
    observedAt: capturedAt,
    isPublic: false,
    state: 'new',
    cause: null,
    sweep: null,
    lastSweep: -1,
    likesCollected: 0,
    readAt: null,
    countWhenRead: null,
    isCountFresh: false,
    hasAskedForFacts: false,
    factsError: null,
  };
}

/** Updates a row with facts from a newer source, which win unless they are `null`. */
export function updateFacts(before: ModelRow, facts: ModelFacts, observedAt: number | null): ModelRow {
  const own = ownFacts(before);
  // The clock may have been ahead when the number of views was stored.
  const row = observedAt === null ? own : dateCounts(own, observedAt);
  const known = mergeSources({ ...row, ...mergeFacts(facts, row) }, before.sources?.imports ?? [], true);
  const isWhole = known.tags !== null && known.categories !== null;
  // What only an import has brought is captured now.
  const isFirst = before.sources?.isCaptured === false;
  return {
    ...known,
    observedAt,
    capturedAt: isFirst ? (observedAt ?? row.capturedAt) : row.capturedAt,
    isCountFresh: !isFirst && (row.isCountFresh || hasAnsweredCount(facts)),
    factsError: isWhole ? null : row.factsError,
  };
}

/** A field that is absent from rows that were stored before there was one. */
type Stored<Name extends keyof ModelRow> = Partial<Pick<ModelRow, Name>>;

/** Whether an answer of the site told this number of likes: only such a number can prove a list unchanged or whole. */
export function hasAnsweredCount({
  likeCount,
  origins,
}: Pick<ModelFacts, 'likeCount'> & Stored<'origins'>): boolean {
  return likeCount !== null && origins?.likeCount === 'answer';
}

export function lacksFacts(row: ModelRow): boolean {
  return !row.hasAskedForFacts && (row.tags === null || row.categories === null);
}

/** Of rows that were stored before this was known, only those with likes were certainly answered. */
export function wasShownToEveryone({
  isPublic,
  sweep,
}: Stored<'isPublic'> & Pick<ModelRow, 'sweep'>): boolean {
  return isPublic ?? sweep !== null;
}

/**
 * Whether the model may leave the browser: the site has shown it to everyone, or an imported zip has it. Whoever knows the
 * id of a private model can write a zip that names it, so of a model that a page showed here only a zip with a proven key
 * is believed. Otherwise a dataset would have what the page said. No zip denies what the site itself has said.
 */
export function isKnownPublic(row: ModelRow): boolean {
  if (wasShownToEveryone(row)) return true;
  const { isCaptured = true, imports = [] } = row.sources ?? {};
  return row.isHidden !== true && imports.some(({ isProven }) => !isCaptured || isProven === true);
}

/** Whether the number of likes has changed since the list was read. */
export function hasNewCount(row: ModelRow): boolean {
  return row.likeCount !== null && row.likeCount !== (row.countWhenRead ?? row.likesCollected);
}
