import type { BaselineName } from '../baselines';
import type { Interval } from './bootstrap';

/** The methods that are measured: the baselines, and likes and tags together. */
export type MethodName = BaselineName | 'LikesAndTags';

/** In the order of their cost. */
export const methodNames: readonly MethodName[] = [
  'Popularity',
  'Item-kNN',
  'RP3beta',
  'LikesAndTags',
  'WRMF',
  'EASE',
];

export type MeasuredMethod = {
  readonly name: MethodName;
  readonly recall: Interval;
  readonly ndcg: Interval;
  /** By how much it is above popularity for the same users, paired; `null` for popularity itself. */
  readonly overPopularity: { readonly recall: Interval; readonly ndcg: Interval } | null;
  /** The share of recommended items that only popularity could offer. */
  readonly filledShare: number;
};

/** WRMF after an epoch, by rec-a-sketch's protocol: precision at 5 with nothing hidden from the lists. */
export type CurvePoint = {
  readonly epoch: number;
  /** On the likes that were hidden. */
  readonly hidden: Interval;
  /** On those that it has learned from. */
  readonly known: number;
};

/** How many places of each list count, as in papers, and as in rec-a-sketch. */
export const cutoff = 20;
export const cutoffOf2016 = 5;

/** The best precision at 5 of rec-a-sketch in 2016, with nothing hidden from the lists. */
export const precisionOf2016 = 0.048;

export type Measurement = {
  /** The users, items and likes that were split: the 5/5 core. */
  readonly core: { readonly users: number; readonly items: number; readonly likes: number };
  readonly testUsers: number;
  readonly methods: readonly MeasuredMethod[];
  /** For how many users of the test the curve is measured. */
  readonly curveUsers: number;
  readonly curve: readonly CurvePoint[];
  readonly epochs: number;
  /** WRMF's precision at 5 for all users of the test: by the protocol of 2016, and with known likes left out of the lists. */
  readonly precision: { readonly of2016: Interval; readonly masked: Interval } | null;
};

/** Whether nothing is missing. Otherwise it was stopped, has failed, or still goes on. */
export function isWhole({ methods, curve, epochs }: Measurement): boolean {
  return methods.length === methodNames.length && curve.length === epochs;
}

/** What a measurement tells on the way. */
export type MeasureEvent =
  | ({ readonly kind: 'split' } & Pick<Measurement, 'core' | 'testUsers' | 'curveUsers' | 'epochs'>)
  | { readonly kind: 'begun'; readonly name: MethodName }
  | { readonly kind: 'epoch'; readonly point: CurvePoint }
  | { readonly kind: 'precision'; readonly precision: NonNullable<Measurement['precision']> }
  | { readonly kind: 'measured'; readonly method: MeasuredMethod };

/** What is known after an event; `null` before the split is made. */
export function withEvent(before: Measurement | null, event: MeasureEvent): Measurement | null {
  if (event.kind === 'split') {
    const { core, testUsers, curveUsers, epochs } = event;
    return { core, testUsers, curveUsers, epochs, methods: [], curve: [], precision: null };
  }
  if (!before) return null;
  switch (event.kind) {
    case 'begun':
      return before;
    case 'epoch':
      return { ...before, curve: [...before.curve, event.point] };
    case 'precision':
      return { ...before, precision: event.precision };
    case 'measured':
      return { ...before, methods: [...before.methods, event.method] };
  }
}
