import type { ModelState } from '../crawl/model-state';
import { mergeFacts } from '../sketchfab/merge-facts';
import type { ModelFacts } from '../sketchfab/model-facts';

/** A captured model: what pages and answers said of it, and how far its likes are known. */
export type ModelRow = ModelFacts & {
  /** The place in the order of capture, from 0. */
  readonly order: number;
  readonly capturedAt: number;
  readonly state: ModelState;
  /** Why the state is not `complete`, as a person reads it. */
  readonly cause: string | null;
  /** The sweep whose pages are this model's likes; `null` before the first page. A later sweep replaces it as a whole. */
  readonly sweep: number | null;
  /** Distinct users in that sweep. */
  readonly likesCollected: number;
  /** Whether the site was asked for tags and categories, whatever it answered. */
  readonly hasAskedForFacts: boolean;
  /** Why tags and categories could not be had, while they may still be had another time. */
  readonly factsTrouble: string | null;
};

export function newModelRow(facts: ModelFacts, order: number, capturedAt: number): ModelRow {
  return {
    ...facts,
    order,
    capturedAt,
    state: 'new',
    cause: null,
    sweep: null,
    likesCollected: 0,
    hasAskedForFacts: false,
    factsTrouble: null,
  };
}

/** A later source knows better, where it says anything at all. */
export function learn(row: ModelRow, facts: ModelFacts): ModelRow {
  const known = { ...row, ...mergeFacts(facts, row) };
  const isWhole = known.tags !== null && known.categories !== null;
  return { ...known, factsTrouble: isWhole ? null : row.factsTrouble };
}

export function lacksFacts(row: ModelRow): boolean {
  return !row.hasAskedForFacts && (row.tags === null || row.categories === null);
}
