import type { StringList } from '../columns/string-list';
import { createFingerprintSet, type FingerprintSet, type FingerprintSetBuilder } from './fingerprint-set';
import { addPrefix, createPrefixFilter, type PrefixFilter } from './prefix-filter';

/**
 * What it takes to find anybody who was collected in a file, those left out as well. Plain data, and about half of what
 * their ids and names take, which go no further: the worker that writes a dataset has no raw id to write.
 */
export type LeakIndex = {
  /** Long enough never to occur by chance: found anywhere, also inside of longer words. One for each length there is. */
  readonly longIds: readonly IdsOfLength[];
  /** By byte, 1 where long ids hold it. */
  readonly idBytes: Uint8Array;
  /** Found as whole values. */
  readonly shortIds: FingerprintSet;
  readonly names: FingerprintSet;
};

export type IdsOfLength = {
  /** In bytes. */
  readonly length: number;
  readonly fingerprints: FingerprintSet;
  readonly heads: PrefixFilter;
};

/** A shorter one, such as 16271, occurs by chance in hashes and numbers. */
const longIdLength = 16;

export function createLeakIndex(userUids: StringList, usernames: StringList): LeakIndex {
  const idBytes = new Uint8Array(256);
  const shortIds = createFingerprintSet();
  const byLength = new Map<number, { fingerprints: FingerprintSetBuilder; heads: PrefixFilter }>();
  const countOf = new Map<number, number>();
  eachText(userUids, (_, start, end) => countOf.set(end - start, (countOf.get(end - start) ?? 0) + 1));
  eachText(userUids, (bytes, start, end) => {
    if (end - start < longIdLength) {
      shortIds.add(bytes, start, end);
      return;
    }
    const same = byLength.get(end - start) ?? {
      fingerprints: createFingerprintSet(),
      heads: createPrefixFilter(countOf.get(end - start) ?? 0),
    };
    byLength.set(end - start, same);
    same.fingerprints.add(bytes, start, end);
    addPrefix(same.heads, bytes, start);
    for (let at = start; at < end; at += 1) idBytes[bytes[at] as number] = 1;
  });
  const names = createFingerprintSet();
  eachText(usernames, names.add);
  return {
    longIds: [...byLength].map(([length, { fingerprints, heads }]) => ({
      length,
      fingerprints: fingerprints.fingerprints(),
      heads,
    })),
    idBytes,
    shortIds: shortIds.fingerprints(),
    names: names.fingerprints(),
  };
}

function eachText(
  { length, bytes, starts }: StringList,
  visit: (bytes: Uint8Array, start: number, end: number) => void,
): void {
  for (let place = 0; place < length; place += 1)
    visit(bytes, starts[place] as number, starts[place + 1] as number);
}
