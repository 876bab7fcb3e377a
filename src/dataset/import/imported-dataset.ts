import type { TableFacts } from '../../sketchfab/model-facts';
import type { KeyProof } from '../pseudonyms/key-proof';

/** The content of a zip that was read to its end and verified. */
export type ImportedDataset = {
  readonly kind: 'dataset' | 'part';
  /** Derived from the content: the same for the same files, however they are zipped. */
  readonly importId: string;
  readonly keyFingerprint: KeyFingerprint;
  /** That it was written with that key; null if it has none. Not yet compared with the key. */
  readonly keyProof: KeyProof | null;
  readonly toolVersion: string;
  /** In ms since 1970. No like in it was seen later. */
  readonly exportedAt: number;
  /** Sorted by id. */
  readonly models: readonly ImportedModel[];
  /** Distinct. */
  readonly pseudonyms: readonly string[];
  /** The likes of model m are `users[starts[m]]` up to but not including `users[starts[m + 1]]`: indices into `pseudonyms`. */
  readonly starts: Uint32Array;
  readonly users: Uint32Array;
  /** When each like was last seen, in ms since 1970; null in a dataset, which has no times. */
  readonly seenAt: Float64Array | null;
};

/** Facts that the zip does not contain are null; labels have no slugs. */
export type ImportedModel = TableFacts & {
  readonly state: string;
  /** The zip contains the complete list of likes as it was read. */
  readonly complete: boolean;
  /** When the reading of the complete list began, in ms since 1970; null if it is incomplete, and in a dataset. */
  readonly sweptAt: number | null;
  /** When the reading of the list ended, in ms since 1970; null if it never began, and in a dataset. */
  readonly observedAt: number | null;
};

/** What a zip says about the key of its pseudonyms. Two zips share pseudonyms only if all of it is known and equal. */
export type KeyFingerprint = {
  readonly keyMode: string;
  readonly algorithm: string;
  /** Null if the zip does not contain it: for a one-time key, and in a dataset under a passphrase. */
  readonly keyId: string | null;
  readonly projectId: string | null;
};

/** About seventy times the 28,806 models of 2016. */
export const maxImportedModels = 2_000_000;
