import type { ModelState } from '../crawl/model-state';
import type { ModelUid } from '../sketchfab/model-uid';
import type { FacetName, Measure, ModelFilter, OpenFacet } from './model-filter';
import type { ModelSort } from './model-sort';

/** Rows of the list from `start` to before `end`. Rows that do not exist are left out of the answer. */
export type RowWindow = { readonly start: number; readonly end: number };

export type ModelsQuery = {
  readonly filter: ModelFilter;
  /** If empty, the order of capture. */
  readonly sort: ModelSort;
  /** How many values of these facets to give besides the chosen ones; by default 20. */
  readonly limits?: Partial<Readonly<Record<OpenFacet, number>>>;
  readonly window: RowWindow;
};

/**
 * The answer to a query. Each query makes a new list of rows. Until the next one, rows keep their places: what changes
 * is shown in place, even if it no longer matches, and models that begin to match are added at the end. Only a model that
 * is removed gives up its place, and gets it back if it returns.
 */
export type ModelsAnswer = {
  /** The number of the list, so that rows of an older one can be told apart. */
  readonly list: number;
  /** All models that are known. */
  readonly total: number;
  /** The models that match now. */
  readonly matching: number;
  /** The rows of the list: those that match, and those that have ceased to match since the query. */
  readonly listed: number;
  readonly facets: Readonly<Record<FacetName, FacetCounts>>;
  readonly histograms: Readonly<Record<Measure, Histogram>>;
  /** The models that match, by what a dataset may leave them out for. Combinations that do not occur are missing. */
  readonly tallies: readonly MarkTally[];
  readonly window: ListedModels;
};

/** How many models have these marks. What is unknown is no mark. */
export type MarkTally = {
  readonly isPublic: boolean;
  readonly isLeftOut: boolean;
  readonly isNoAi: boolean;
  readonly isRestricted: boolean;
  readonly count: number;
};

/** Where a model stands: in the list, and by its likes. */
export type ModelPlace = {
  /** From 0; `null` if it is not in the list. */
  readonly position: number | null;
  /** Its neighbours in the list. */
  readonly previous: ModelUid | null;
  readonly next: ModelUid | null;
  /** Models that the site shows with fewer likes; `null` if its own number is unknown. */
  readonly fewerLikes: number | null;
  /** All models whose number of likes is known. */
  readonly withKnownLikes: number;
};

export type ListedModels = {
  readonly list: number;
  /** The place of the first row. */
  readonly start: number;
  readonly rows: readonly ListedModel[];
};

/** A row. `null` is unknown, which is not the same as no tags. */
export type ListedModel = {
  readonly uid: ModelUid;
  /** Empty if unknown. */
  readonly name: string;
  readonly state: ModelState;
  /** As the site shows them. */
  readonly likes: number | null;
  readonly likesCollected: number;
  readonly categories: readonly string[] | null;
  readonly tags: readonly string[] | null;
  readonly causes: readonly string[];
  readonly noAi: boolean | null;
  readonly isRestricted: boolean | null;
  readonly isPublic: boolean;
  readonly isLeftOut: boolean;
  readonly capturedAt: number;
  readonly readAt: number | null;
  /** Whether the filter still finds it. */
  readonly matches: boolean;
};

/** Counts of models that match everything but the filter of this facet. */
export type FacetCounts = {
  /**
   * Fixed facets: all values in their order. Open ones: the most frequent, the most frequent first; those that are chosen
   * are always among them, even with a count of 0.
   */
  readonly values: readonly FacetValue[];
  /** How many further values there are. */
  readonly more: number;
};

export type FacetValue = { readonly value: string; readonly count: number; readonly isChosen: boolean };

/**
 * Counts of models that match everything but the range of this measure. The bins are the same for every filter, and
 * together they hold the number of every model; likes in steps of 1, 2 and 5, days in steps of equal length.
 */
export type Histogram = {
  readonly bins: readonly Bin[];
  /** Models whose number is unknown. */
  readonly unknown: number;
};

export type Bin = {
  /** The smallest and the largest number in it. */
  readonly min: number;
  readonly max: number;
  readonly count: number;
  /** Whether the range of the filter has any of it; false without a range. */
  readonly isChosen: boolean;
};
