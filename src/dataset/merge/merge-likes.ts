import type { LocalLikes, StagedLikes } from '../import/import-store';
import type { MergeKey } from './merge-key';

/** The likes of a model as read here, under the pseudonyms of a key. */
export type OwnLikes = Pick<LocalLikes, 'readBetween' | 'complete'> & {
  readonly pseudonyms: readonly string[];
};

/** The likes of a model from one import. */
export type ImportedLikes = Pick<StagedLikes, 'pseudonyms' | 'seenAt' | 'sweptAt' | 'overrules'>;

/**
 * Merges the likes of a model into distinct pseudonyms, sorted by code unit.
 *
 * An imported like was taken back if nobody saw it after the reading of a complete list began; `docs/merge.sql` does the
 * same for parts. A like that was read here is only taken back by an import of which a person said so, and only as long as
 * the list was not read again: the clock of another machine may be wrong.
 */
export function mergeLikes(own: OwnLikes, imported: readonly ImportedLikes[]): string[] {
  const lastSeen = new Map<string, number>();
  for (const { pseudonyms, seenAt } of imported) {
    for (const [index, pseudonym] of pseudonyms.entries()) {
      const seen = seenAt[index] ?? -Infinity;
      if (seen > (lastSeen.get(pseudonym) ?? -Infinity)) lastSeen.set(pseudonym, seen);
    }
  }
  const [readFrom, readTo] = own.readBetween ?? [-Infinity, -Infinity];
  const sweptAt = latest([own.complete ? readFrom : null, ...imported.map((source) => source.sweptAt)]);
  const overruledAt = latest(
    imported.map(({ sweptAt: at, overrules }) => (isSame(overrules, own.readBetween) ? at : null)),
  );
  const kept = new Set<string>();
  for (const [pseudonym, seen] of lastSeen) if (seen >= sweptAt) kept.add(pseudonym);
  for (const pseudonym of own.pseudonyms) {
    if (Math.max(readTo, lastSeen.get(pseudonym) ?? -Infinity) >= overruledAt) kept.add(pseudonym);
  }
  return [...kept].sort();
}

const latest = (times: readonly (number | null)[]) =>
  Math.max(-Infinity, ...times.map((at) => at ?? -Infinity));

function isSame(one: LocalLikes['readBetween'], other: LocalLikes['readBetween']): boolean {
  return one !== null && other !== null && one[0] === other[0] && one[1] === other[1];
}

export function ownLikes(
  { userUids, readBetween, complete }: LocalLikes,
  { pseudonymOf }: Pick<MergeKey, 'pseudonymOf'>,
): OwnLikes {
  return { pseudonyms: [...new Set(userUids)].map(pseudonymOf), readBetween, complete };
}
