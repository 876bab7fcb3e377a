import type { TellStep } from '../progress';
import type { PseudonymKey } from '../pseudonym-key';
import type { PartChoices } from './gather-part';
import type { Shard } from './part-manifest';

export type PartOrder = {
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
  /** Takes the zip piece by piece. A piece is good until this is settled, and only then comes the next. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly tellStep?: (doing: string) => TellStep;
  readonly signal?: AbortSignal | undefined;
};
