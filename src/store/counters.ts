import { modelStates, type ModelState } from '../crawl/model-state';

/** Running totals, changed in the same transaction as the rows they count. */
export type Counters = {
  readonly models: number;
  /** Distinct users with at least one stored like. */
  readonly users: number;
  /** Distinct (model, user) pairs. */
  readonly likes: number;
  readonly byState: Readonly<Record<ModelState, number>>;
  /** Models with something wrong, by their cause. */
  readonly byCause: Readonly<Record<string, number>>;
  /** Models whose tags and categories could not be had yet; a new crawl asks again. */
  readonly withoutFacts: number;
  /** Over the settled models whose like count the site showed: likes it showed, and likes stored, at most as many. */
  readonly likesShown: number;
  readonly likesOfShown: number;
  readonly requests: number;
};

export const noCounters: Counters = {
  models: 0,
  users: 0,
  likes: 0,
  byState: Object.fromEntries(modelStates.map((state) => [state, 0])) as Record<ModelState, number>,
  byCause: {},
  withoutFacts: 0,
  likesShown: 0,
  likesOfShown: 0,
  requests: 0,
};
