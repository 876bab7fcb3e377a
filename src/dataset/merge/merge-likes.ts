import type { LocalLikes, StagedLikes } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import type { MergeKey } from './merge-key';

/** The likes of a model from one source. */
export type ObservedLikes = {
  readonly pseudonyms: readonly string[];
  /** Parallel to `pseudonyms`: when each like was last seen, in ms since 1970. */
  readonly seenAt: readonly number[];
  /** When the reading of the complete list began; null if the list is incomplete or the time is unknown. */
  readonly sweptAt: number | null;
};

/**
 * Merges the likes of a model into distinct pseudonyms, sorted by code unit. A like that nobody saw after the reading of
 * a complete list began was taken back. `docs/merge.sql` does the same for parts.
 */
export function mergeLikes(sources: readonly ObservedLikes[]): string[] {
  const lastSeen = new Map<string, number>();
  for (const { pseudonyms, seenAt } of sources) {
    for (const [index, pseudonym] of pseudonyms.entries()) {
      const seen = seenAt[index] ?? -Infinity;
      if (seen > (lastSeen.get(pseudonym) ?? -Infinity)) lastSeen.set(pseudonym, seen);
    }
  }
  const sweptAt = Math.max(...sources.map((source) => source.sweptAt ?? -Infinity), -Infinity);
  return [...lastSeen]
    .filter(([, seen]) => seen >= sweptAt)
    .map(([pseudonym]) => pseudonym)
    .sort();
}

/** The likes read here, with the pseudonyms of the key. */
export function observedLikes(
  { userUids, readBetween, complete }: LocalLikes,
  { pseudonymOf }: Pick<MergeKey, 'pseudonymOf'>,
): ObservedLikes {
  const [first, last] = readBetween ?? [null, -Infinity];
  const users = [...new Set(userUids)];
  return {
    pseudonyms: users.map(pseudonymOf),
    seenAt: users.map(() => last),
    sweptAt: complete ? first : null,
  };
}

/**
 * The likes of the model with this index, ready to be staged. A dataset has no times: its likes count as seen at its
 * export, which is the latest possible time, so that none is taken for a withdrawn one that may not be.
 */
export function stagedLikes(imported: ImportedDataset, index: number): StagedLikes | undefined {
  const model = imported.models[index];
  if (!model) return undefined;
  const [start, end] = [imported.starts[index] ?? 0, imported.starts[index + 1] ?? 0];
  const users = imported.users.subarray(start, end);
  const { seenAt } = imported;
  return {
    importId: imported.importId,
    modelUid: model.uid,
    pseudonyms: Array.from(users, (user) => imported.pseudonyms[user] ?? ''),
    seenAt: seenAt ? Array.from(seenAt.subarray(start, end)) : Array.from(users, () => imported.exportedAt),
    sweptAt: model.sweptAt,
    state: model.state,
    complete: model.complete,
  };
}
