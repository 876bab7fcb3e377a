import type { FileFacts } from '../dataset-facts';
import { keyId } from '../key-id';
import type { PartManifest } from './part-manifest';
import type { PartSelection } from './part-selection';
import type { PartOrder } from './part-order';

const shardRule = 'first 8 hex characters of SHA-256(item_id), as a number, modulo n';

export function buildManifest(
  {
    key,
    choices,
    contributor,
    run,
    shard,
    exportedAt,
    toolVersion,
  }: Omit<PartOrder, 'write' | 'tellStep' | 'signal'>,
  { models, users, ranks, readFrom, readTo }: PartSelection,
  parts: readonly FileFacts[],
): PartManifest {
  return {
    run,
    contributor,
    keyMode: key.mode,
    // Told for a passphrase too: parts are for those who know it.
    keyId: keyId(key.text),
    algorithm: choices.hash,
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
  choose: (one: number, other: number) => number,
  none: number,
): string | null {
  const found = moments.reduce((best, moment) => (Number.isNaN(moment) ? best : choose(best, moment)), none);
  return found === none ? null : new Date(found).toISOString();
}
