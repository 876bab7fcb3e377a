import type { TableFacts } from '../../sketchfab/model-facts';

/** What a zip says of its pseudonyms. Two files share pseudonyms only where all of it is the same and known. */
export type KeyFingerprint = {
  readonly keyMode: string;
  readonly algorithm: string;
  /** `null` where the zip does not tell: for a key of one export, and for a dataset under a passphrase. */
  readonly keyId: string | null;
  readonly projectId: string | null;
};

/** Facts are `null` where the zip does not tell them; labels have no slugs. */
export type ImportedModel = TableFacts & {
  readonly state: string;
  /** The zip holds the whole list of likes, as it once was. */
  readonly complete: boolean;
  /** Ms since 1970: when the reading of that list began; `null` where it is not complete or no times are told. */
  readonly sweptAt: number | null;
  /** Ms since 1970; `null` in a dataset, which tells no times. */
  readonly observedAt: number | null;
};

/** Everything of one zip that was read to its end and found right. */
export type ImportedDataset = {
  readonly kind: 'dataset' | 'part';
  /** Of the content: the same zip read again has the same. */
  readonly importId: string;
  readonly keyFingerprint: KeyFingerprint;
  readonly toolVersion: string;
  /** Ms since 1970. No like in it was seen later. */
  readonly exportedAt: number;
  /** By id. */
  readonly models: readonly ImportedModel[];
  /** Each pseudonym once. */
  readonly pseudonyms: readonly string[];
  /** The likes of model m are `users[starts[m]]` up to, not with, `users[starts[m + 1]]`: indexes into `pseudonyms`. */
  readonly starts: Uint32Array;
  readonly users: Uint32Array;
  /** When each like was seen last, ms since 1970; `null` in a dataset, which tells no times. */
  readonly seenAt: Float64Array | null;
};
