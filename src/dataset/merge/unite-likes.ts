/** What one source says of the likes of a model. */
export type LikesSaid = {
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
export function uniteLikes(sources: readonly LikesSaid[]): string[] {
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
