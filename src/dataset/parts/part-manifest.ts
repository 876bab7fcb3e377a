import type { FileFacts } from '../dataset-summary';
import type { StepReporter } from '../progress';
import type { HashAlgorithm } from '../pseudonyms/keyed-hash';
import { keyId, type PseudonymKey } from '../pseudonyms/pseudonym-key';
import type { PartOptions, PartSelection } from './select-part';

/** What a part says about itself. Parts are merged only if key and method are the same. */
export type PartManifest = {
  readonly run: string;
  readonly contributor: string;
  readonly keyMode: Exclude<PseudonymKey['mode'], 'one-time'>;
  readonly keyId: string;
  readonly algorithm: HashAlgorithm;
  readonly projectId: string;
  readonly toolVersion: string;
  readonly exportedAt: string;
  readonly shard: { readonly i: number; readonly n: number; readonly rule: string } | null;
  /** When the first list was begun and the last one read, as ISO 8601; null if none was. */
  readonly started: string | null;
  readonly ended: string | null;
  readonly counts: { readonly models: number; readonly users: number; readonly likes: number };
  readonly parts: readonly FileFacts[];
};

const shardRule = 'first 8 hex characters of SHA-256(item_id), as a number, modulo n';

export function buildManifest(
  {
    key,
    options,
    contributor,
    run,
    shard,
    exportedAt,
    toolVersion,
  }: Omit<PartRequest, 'write' | 'reportStep' | 'signal'>,
  { models, users, ranks, readFrom, readTo }: PartSelection,
  parts: readonly FileFacts[],
): PartManifest {
  return {
    run,
    contributor,
    keyMode: key.mode,
    // For a passphrase too, since parts are for those who know it.
    keyId: keyId(key.text),
    algorithm: options.hash,
    projectId: key.projectId,
    toolVersion,
    exportedAt: exportedAt.toISOString(),
    shard: shard && { ...shard, rule: shardRule },
    started: outermost(readFrom, Math.min, Infinity),
    ended: outermost(readTo, Math.max, -Infinity),
    counts: { models: models.indices.length, users, likes: ranks.length },
    parts,
  };
}

/** The earliest or latest time as ISO 8601; null if all are NaN. */
function outermost(
  times: Float64Array,
  pick: (one: number, other: number) => number,
  none: number,
): string | null {
  const found = times.reduce((best, time) => (Number.isNaN(time) ? best : pick(best, time)), none);
  return found === none ? null : new Date(found).toISOString();
}

export type PartRequest = {
  /** Not a one-time key: nothing could be merged with such a part. */
  readonly key: Exclude<PseudonymKey, { mode: 'one-time' }>;
  readonly options: PartOptions;
  /** As `contributorSlug` returns it. */
  readonly contributor: string;
  /** 8 random hex digits. */
  readonly run: string;
  /** This machine's share of the models: number `i`, from 0, of `n`; null for all of them. */
  readonly shard: { readonly i: number; readonly n: number } | null;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** Receives the zip chunk by chunk. The next chunk comes, and overwrites this one, after the promise is settled. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly reportStep?: StepReporter;
  readonly signal?: AbortSignal | undefined;
};
