import { createByteIndex, hashBytes, type ByteIndex } from './byte-index';
import { createHeadFilter, type HeadFilter } from './head-filter';
import { folded } from './leak-scan-folding';
import type { TextList } from './text-list';

/** Told where a find begins and ends, in the bytes that were searched. */
export type OnFound = (start: number, end: number) => void;

/** Ids that are long enough never to occur by chance, found anywhere, also inside of longer words. */
export type IdFinder = {
  readonly longest: number;
  readonly search: (bytes: Uint8Array, onFound: OnFound) => void;
};

type SameLength = {
  readonly length: number;
  readonly index: ByteIndex;
  readonly heads: HeadFilter;
};

/**
 * Looks at every window as long as an id that holds nothing but bytes that ids are made of. One pass for each length that
 * ids have, which is one, 32, in all that the site gives out today. Ids shorter than `minLength` bytes are left out.
 */
export function createIdFinder(ids: TextList, minLength: number): IdFinder {
  const isOfIds = new Uint8Array(256);
  const byLength = new Map<number, SameLength>();
  for (let place = 0; place < ids.length; place += 1) {
    const [start, end] = [ids.starts[place] as number, ids.starts[place + 1] as number];
    if (end - start < minLength) continue;
    for (let at = start; at < end; at += 1) isOfIds[ids.bytes[at] as number] = 1;
    const same = byLength.get(end - start) ?? ofLength(end - start, ids);
    byLength.set(end - start, same);
    same.index.add(place);
    same.heads.add(ids.bytes, start);
  }
  for (const [byte, small] of folded.entries()) {
    if (isOfIds[byte] === 1) isOfIds[small] = 1;
  }
  for (const [byte, small] of folded.entries()) isOfIds[byte] = isOfIds[small] as number;

  const lengths = [...byLength.values()];
  return {
    longest: Math.max(0, ...byLength.keys()),
    search(bytes, onFound) {
      for (const same of lengths) searchLength(same, isOfIds, bytes, onFound);
    },
  };
}

function ofLength(length: number, ids: TextList): SameLength {
  return { length, index: createByteIndex(ids, folded), heads: createHeadFilter(ids.length) };
}

/** A byte that is of no id moves the window behind it, and each byte is looked at once for that. */
function searchLength(
  { length, index, heads }: SameLength,
  isOfIds: Uint8Array,
  bytes: Uint8Array,
  onFound: OnFound,
): void {
  // From `start` up to, not with, `known` all bytes are of ids.
  let [start, known] = [0, 0];
  while (start + length <= bytes.length) {
    const end = start + length;
    let last = end - 1;
    while (last >= known && isOfIds[bytes[last] as number] === 1) last -= 1;
    const isOther = last >= known;
    known = end;
    if (isOther) {
      start = last + 1;
      continue;
    }
    if (heads.mayBegin(bytes, start)) {
      const hash = hashBytes(bytes, start, end, folded);
      if (index.find(bytes, start, end, hash) !== -1) onFound(start, end);
    }
    start += 1;
  }
}
