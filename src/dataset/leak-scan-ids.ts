import { addByte, createByteIndex, hashFactor, type ByteIndex } from './byte-index';
import { folded } from './leak-scan-folding';
import type { TextList } from './text-list';

/** Told where a find begins and ends, in the bytes that were searched. */
export type OnFound = (start: number, end: number) => void;

/** Ids that are long enough never to occur by chance, found anywhere, also inside of longer words. */
export type IdFinder = {
  readonly longest: number;
  readonly search: (bytes: Uint8Array, onFound: OnFound) => void;
};

type SameLength = { readonly length: number; readonly index: ByteIndex; readonly factorOfFirst: number };

/**
 * Looks up every window as long as an id in every run of bytes that ids are made of. One pass for each length that
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
  }
  for (const [byte, small] of folded.entries()) {
    if (isOfIds[byte] === 1) isOfIds[small] = 1;
  }
  for (const [byte, small] of folded.entries()) isOfIds[byte] = isOfIds[small] as number;

  const lengths = [...byLength.values()];
  const shortest = Math.min(...byLength.keys());
  return {
    longest: Math.max(0, ...byLength.keys()),
    search(bytes, onFound) {
      let start = 0;
      while (start < bytes.length) {
        let end = start;
        while (end < bytes.length && isOfIds[bytes[end] as number] === 1) end += 1;
        if (end - start >= shortest) {
          for (const same of lengths) searchRun(same, bytes, start, end, onFound);
        }
        start = end + 1;
      }
    },
  };
}

function ofLength(length: number, ids: TextList): SameLength {
  let factorOfFirst = 1;
  for (let at = 0; at < length; at += 1) factorOfFirst = Math.imul(factorOfFirst, hashFactor);
  return { length, index: createByteIndex(ids, folded), factorOfFirst };
}

/** The hash rolls: each byte of the run is added once and taken off once. */
function searchRun(
  { length, index, factorOfFirst }: SameLength,
  bytes: Uint8Array,
  runStart: number,
  runEnd: number,
  onFound: OnFound,
): void {
  let hash = 0;
  for (let at = runStart; at < runEnd; at += 1) {
    hash = addByte(hash, folded[bytes[at] as number] as number);
    const start = at + 1 - length;
    if (start < runStart) continue;
    if (start > runStart) {
      hash = (hash - Math.imul(factorOfFirst, folded[bytes[start - 1] as number] as number)) | 0;
    }
    if (index.find(bytes, start, at + 1, hash) !== -1) onFound(start, at + 1);
  }
}
