import type { FileFacts } from '../dataset-facts';
import type { HashAlgorithm } from '../keyed-hash';
import type { PseudonymKey } from '../pseudonym-key';

/** How the models were shared out among machines; see `crawl/shard`. */
export type Shard = { readonly i: number; readonly n: number };

/** What a part says of itself. Parts are merged only where key and method are the same. */
export type PartManifest = {
  readonly run: string;
  readonly contributor: string;
  readonly keyMode: Exclude<PseudonymKey['mode'], 'one-time'>;
  readonly keyId: string;
  readonly algorithm: HashAlgorithm;
  readonly projectId: string;
  readonly toolVersion: string;
  readonly exportedAt: string;
  readonly shard: (Shard & { readonly rule: string }) | null;
  /** ISO times at which the first and the last list were read; `null` when none was. */
  readonly started: string | null;
  readonly ended: string | null;
  readonly counts: { readonly models: number; readonly users: number; readonly likes: number };
  readonly parts: readonly FileFacts[];
};
