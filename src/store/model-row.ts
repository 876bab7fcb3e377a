import type { ModelState } from '../crawl/model-state';
import { mergeFacts } from '../sketchfab/merge-facts';
import type { ModelFacts } from '../sketchfab/model-facts';

/** A captured model: what pages and answers said of it, and how far its likes are known. */
export type ModelRow = ModelFacts & {
  /** The place in the order of capture, from 0. */
  readonly order: number;
  readonly capturedAt: number;
  /** When the site last told something of it, to us or to those whose zip was taken in; `null` when nobody knows. */
  readonly observedAt: number | null;
  readonly state: ModelState;
  /** Why the state is not `complete`, as a person reads it. */
  readonly cause: string | null;
  /** The sweep whose pages are this model's likes; `null` before the first page. */
  readonly sweep: number | null;
  /** The last sweep that was begun: the next one has the next number. */
  readonly lastSweep: number;
  /** Distinct users in the list as it is stored. */
  readonly likesCollected: number;
  /** When the list was last known to be whole, ms since 1970, and the number of likes shown then. */
  readonly readAt: number | null;
  readonly countWhenRead: number | null;
  /** Whether somebody told the number of likes since the last crawl looked at it. */
  readonly isCountFresh: boolean;
  /** Nothing more is to be learned of tags and categories: the site told what there is, or has the model no more. */
  readonly hasAskedForFacts: boolean;
  /** Why tags and categories could not be had, while they may still be had another time. */
  readonly factsError: string | null;
};

export function newModelRow(facts: ModelFacts, order: number, capturedAt: number): ModelRow {
  return {
    ...facts,
    order,
    capturedAt,
    observedAt: capturedAt,
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

/** A later source knows better, where it says anything at all. */
export function learn(row: ModelRow, facts: ModelFacts, observedAt: number | null): ModelRow {
  const known = { ...row, ...mergeFacts(facts, row) };
  const isWhole = known.tags !== null && known.categories !== null;
  return {
    ...known,
    observedAt,
    isCountFresh: row.isCountFresh || facts.likeCount !== null,
    factsError: isWhole ? null : row.factsError,
  };
}

export function lacksFacts(row: ModelRow): boolean {
  return !row.hasAskedForFacts && (row.tags === null || row.categories === null);
}

/** Whether the number of likes is another than when the list was read. */
export function hasNewCount(row: ModelRow): boolean {
  return row.likeCount !== null && row.likeCount !== (row.countWhenRead ?? row.likesCollected);
}
