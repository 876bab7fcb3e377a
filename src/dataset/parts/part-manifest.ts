import type { FileFacts } from '../dataset-summary';
import type { ReportStep } from '../progress';
import type { HashAlgorithm } from '../pseudonyms/keyed-hash';
import { keyId, type PseudonymKey } from '../pseudonyms/pseudonym-key';
import type { PartOptions, PartSelection } from './select-part';

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
  }: Omit<PartRequest, 'write' | 'tellStep' | 'signal'>,
  { models, users, ranks, readFrom, readTo }: PartSelection,
  parts: readonly FileFacts[],
): PartManifest {
  return {
    run,
    contributor,
    keyMode: key.mode,
    // Told for a passphrase too: parts are for those who know it.
    keyId: keyId(key.text),
    algorithm: options.hash,
    projectId: key.projectId,
    toolVersion,
    exportedAt: exportedAt.toISOString(),
    shard: shard && { ...shard, rule: shardRule },
    started: outermost(readFrom, Math.min, Infinity),
    ended: outermost(readTo, Math.max, -Infinity),
    counts: { models: models.places.length, users, likes: ranks.length },
    parts,
  };
}

function outermost(
  moments: Float64Array,
  filterSnapshot: (one: number, other: number) => number,
  none: number,
): string | null {
  const found = moments.reduce(
    (best, moment) => (Number.isNaN(moment) ? best : filterSnapshot(best, moment)),
    none,
  );
  return found === none ? null : new Date(found).toISOString();
}

export type PartRequest = {
  /** A key of one export would make a part that nothing can be merged with. */
  readonly key: Exclude<PseudonymKey, { mode: 'one-time' }>;
  readonly options: PartOptions;
  /** As `contributorSlug` gives it. */
  readonly contributor: string;
  /** 8 hex characters of chance. */
  readonly run: string;
  readonly shard: Shard | null;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** Takes the zip piece by piece. A piece is good until this is settled, and only then comes the next. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly reportStep?: (doing: string) => ReportStep;
  readonly signal?: AbortSignal | undefined;
};
