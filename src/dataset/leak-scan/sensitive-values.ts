import type { TextList } from '../columns/string-list';
import { createFingerprints, type Fingerprints, type GrowingFingerprints } from './fingerprint-set';
import { addHead, createHeadFilter, type HeadFilter } from './prefix-filter';

/**
 * What it takes to find anybody who was collected in a file, those left out as well. Plain data, and about half of what
 * their ids and names take, which go no further: the worker that writes a dataset has no raw id to write.
 */
export type WatchedPeople = {
  /** Long enough never to occur by chance: found anywhere, also inside of longer words. One for each length there is. */
  readonly longIds: readonly IdsOfLength[];
  /** By byte, 1 where long ids hold it. */
  readonly idBytes: Uint8Array;
  /** Found as whole values. */
  readonly shortIds: Fingerprints;
  readonly names: Fingerprints;
};

export type IdsOfLength = {
  /** In bytes. */
  readonly length: number;
  readonly prints: Fingerprints;
  readonly heads: HeadFilter;
};

/** A shorter one, such as 16271, occurs by chance in hashes and numbers. */
const longIdLength = 16;

export function watchPeople(userUids: TextList, usernames: TextList): WatchedPeople {
  const idBytes = new Uint8Array(256);
  const shortIds = createFingerprints();
  const byLength = new Map<number, { prints: GrowingFingerprints; heads: HeadFilter }>();
  const countOf = new Map<number, number>();
  eachText(userUids, (_, start, end) => countOf.set(end - start, (countOf.get(end - start) ?? 0) + 1));
  eachText(userUids, (bytes, start, end) => {
    if (end - start < longIdLength) {
      shortIds.add(bytes, start, end);
      return;
    }
    const same = byLength.get(end - start) ?? {
      prints: createFingerprints(),
      heads: createHeadFilter(countOf.get(end - start) ?? 0),
    };
    byLength.set(end - start, same);
    same.prints.add(bytes, start, end);
    addHead(same.heads, bytes, start);
    for (let at = start; at < end; at += 1) idBytes[bytes[at] as number] = 1;
  });
  const names = createFingerprints();
  eachText(usernames, names.add);
  return {
    longIds: [...byLength].map(([length, { prints, heads }]) => ({ length, prints: prints.prints(), heads })),
    idBytes,
    shortIds: shortIds.prints(),
    names: names.prints(),
  };
}

function eachText(
  { length, bytes, starts }: TextList,
  visit: (bytes: Uint8Array, start: number, end: number) => void,
): void {
  for (let place = 0; place < length; place += 1)
    visit(bytes, starts[place] as number, starts[place + 1] as number);
}
