import { hashBytes } from '../columns/byte-index';
import { folded, hasFingerprint } from './fingerprint-set';
import type { IdsOfLength, LeakIndex } from './leak-index';
import { mightContain } from './prefix-filter';

/** Told where a find begins and ends, in the bytes that were searched. */
export type OnFound = (start: number, end: number) => void;

/** Ids that are long enough never to occur by chance, found anywhere, also inside of longer words. */
export type IdFinder = {
  readonly longest: number;
  readonly search: (bytes: Uint8Array, onFound: OnFound) => void;
};

/**
 * Looks at every window as long as an id that holds nothing but bytes that ids are made of. One pass for each length that
 * ids have, which is one, 32, in all that the site gives out today. Text that begins like an id
 * at every byte is hashed whole each time: it is slow to search, and nothing in it is missed.
 */
export function createIdFinder({ longIds, idBytes }: Pick<LeakIndex, 'longIds' | 'idBytes'>): IdFinder {
  const isOfIds = foldedBytes(idBytes);
  return {
    longest: Math.max(0, ...longIds.map(({ length }) => length)),
    search(bytes, onFound) {
      for (const ids of longIds) searchLength(ids, isOfIds, bytes, onFound);
    },
  };
}

/** A capital is of ids where its small letter is, and the other way round. */
function foldedBytes(idBytes: Uint8Array): Uint8Array {
  const small = new Uint8Array(256);
  for (const [byte, isOne] of idBytes.entries()) if (isOne === 1) small[folded[byte] as number] = 1;
  return Uint8Array.from(folded, (byte) => small[byte] as number);
}

/** A byte that is of no id moves the window behind it, and each byte is looked at once for that. */
function searchLength(
  { length, fingerprints, heads }: IdsOfLength,
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
    if (mightContain(heads, bytes, start)) {
      const hash = hashBytes(bytes, start, end, folded);
      if (hasFingerprint(fingerprints, bytes, start, end, hash)) onFound(start, end);
    }
    start += 1;
  }
}
