import type { ModelUid } from '../../sketchfab/model-uid';
import type { StringDictionary } from '../../dataset/columns/string-dictionary';
import type { FixedFacet, Measure, OpenFacet } from '../model-filter';
import type { ListColumn } from './list-column';
import type { TextDictionary } from './text-dictionary';

/**
 * What is known of the models, as columns. A model keeps its row number, which is that of its id; the row of a removed one
 * stays free for its return. About 300 bytes per model with its texts.
 */
export type ModelColumns = {
  /** Rows in use, those of removed models included. */
  readonly length: number;
  /** Models that are not removed. */
  readonly present: number;
  /** Counts the changes. */
  readonly version: number;
  /** The version in which a row last changed. */
  readonly changedIn: Uint32Array;
  readonly isPresent: Uint8Array;
  readonly uids: StringDictionary<ModelUid>;
  readonly names: TextDictionary;
  /** Numbers of `names`. */
  readonly name: Uint32Array;
  /** The place of the value among those of the facet. */
  readonly fixed: Readonly<Record<FixedFacet, Uint8Array>>;
  readonly texts: Readonly<Record<OpenFacet, TextDictionary>>;
  /** Numbers of `texts`. */
  readonly lists: Readonly<Record<OpenFacet, ListColumn>>;
  /** `unknownNumber` where it is unknown. */
  readonly measures: Readonly<Record<Measure, Int32Array>>;
  readonly collected: Uint32Array;
  readonly order: Uint32Array;
  readonly capturedAt: Float64Array;
  /** NaN if unknown. */
  readonly readAt: Float64Array;
};

/** Marks a measure that is unknown: no count or day is as small. */
export const unknownNumber = -(2 ** 31);

const msPerDay = 86_400_000;

/** The day in UTC of a moment, counted from 1970-01-01. */
export function dayOf(moment: number | null): number {
  return moment === null || !isPossible(moment) ? unknownNumber : Math.floor(moment / msPerDay);
}

/** A moment that a calendar can name. */
const isPossible = (moment: number) => Math.abs(moment) <= 8.64e15;
