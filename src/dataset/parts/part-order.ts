import type { DatasetSource } from '../dataset-source';
import type { PseudonymKey } from '../pseudonym-key';
import type { PartChoices } from './gather-part';
import type { Shard } from './part-manifest';

export type PartOrder = {
  readonly source: DatasetSource;
  /** A key of one export would make a part that nothing can be merged with. */
  readonly key: Exclude<PseudonymKey, { mode: 'one-time' }>;
  readonly choices: PartChoices;
  /** As `contributorSlug` gives it. */
  readonly contributor: string;
  /** 8 hex characters of chance. */
  readonly run: string;
  readonly shard: Shard | null;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** Takes the zip piece by piece; the next comes when this one is settled. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly signal?: AbortSignal;
};
