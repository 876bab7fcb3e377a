import type { LocalLikes, StagedLikes } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import type { MergeKey } from './merge-key';

/** What one source says of the likes of a model. */
export type ObservedLikes = {
  readonly pseudonyms: readonly string[];
  /** Of each, in the same order: the latest moment at which it was seen, ms since 1970. */
  readonly seenAt: readonly number[];
  /** When the reading of the complete list began; `null` when the list is not complete, or no time is told. */
  readonly sweptAt: number | null;
};

/**
 * The likes of a model by all that is known, each once, by code unit. A like that nobody saw since a list began that
 * was read completely is gone: its user took it back. `docs/merge.sql` says the same for parts.
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

/** The likes read here, under the names that they have under the key. */
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
 * The likes of the model at this place, as they are staged. A dataset tells no times: each of its likes was seen at
 * its export or before, and since that is the latest it can be, none is taken for gone that may not be.
 */
export function stagedLikes(imported: ImportedDataset, place: number): StagedLikes | undefined {
  const model = imported.models[place];
  if (!model) return undefined;
  const [start, end] = [imported.starts[place] ?? 0, imported.starts[place + 1] ?? 0];
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
