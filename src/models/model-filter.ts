import { type ModelState, modelStates } from '../crawl/model-state';

/** Facets with a fixed set of values, in the order in which they are shown. */
export const fixedValues = {
  state: modelStates,
  /** Whether tags are known, and then whether there are any. */
  tagged: ['with', 'without', 'unknown'],
  noAi: ['yes', 'no', 'unknown'],
  restricted: ['yes', 'no', 'unknown'],
  public: ['yes', 'no'],
  leftOut: ['yes', 'no'],
} as const satisfies Record<string, readonly string[]>;

export type FixedFacet = keyof typeof fixedValues;
export const fixedFacets = Object.keys(fixedValues) as readonly FixedFacet[];

/** Facets whose values come from the models. A model may have several of them. */
export const openFacets = ['category', 'tag', 'cause'] as const;
export type OpenFacet = (typeof openFacets)[number];

export type FacetName = FixedFacet | OpenFacet;
export const facetNames: readonly FacetName[] = [...fixedFacets, ...openFacets];

/** Numbers that a range or a histogram is about: the likes shown, and days in UTC, counted from 1970-01-01. */
export const measures = ['likes', 'added', 'read'] as const;
export type Measure = (typeof measures)[number];

/** Both ends belong to it; `null` is no limit. It never contains a model whose number is unknown. */
export type Range = { readonly min: number | null; readonly max: number | null };

/**
 * Which models are wanted. The parts mean "and", the values inside a facet "or"; an empty list and `null` ask for
 * nothing.
 */
export type ModelFilter = {
  /** Words, each to be found somewhere in the name or in a tag. Case and accents do not matter. */
  readonly text: string;
} & {
  readonly [Facet in FixedFacet]: readonly (typeof fixedValues)[Facet][number][];
} & { readonly [Facet in OpenFacet]: readonly string[] } & {
  readonly [Name in Measure]: Range | null;
};

export const everyModel: ModelFilter = {
  text: '',
  state: [],
  tagged: [],
  noAi: [],
  restricted: [],
  public: [],
  leftOut: [],
  category: [],
  tag: [],
  cause: [],
  likes: null,
  added: null,
  read: null,
};

/** "To go" is more than one state. */
export const statesToGo: readonly ModelState[] = ['new', 'crawling'];
