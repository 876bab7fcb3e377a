import { caseFolding, hashBytes } from '../columns/byte-hash';
import { has } from './fingerprint-set';
import type { IdsOfLength, LeakIndex } from './leak-index';
import { mightContain } from './prefix-filter';

/** Receives the range `[start, end)` of a match in the searched bytes. */
export type OnMatch = (start: number, end: number) => void;

/** Finds ids too long to occur by chance, anywhere in the bytes, ignoring ASCII case. */
export type IdFinder = {
  /** Length of the longest id in bytes. */
  readonly longest: number;
  readonly search: (bytes: Uint8Array, onMatch: OnMatch) => void;
};

/**
 * Checks every window as long as an id that consists of bytes used in ids. One pass per length of id; all ids that the
 * site gives out today have one length, 32. Text that at every byte starts like an id is hashed at every byte: slow to
 * search, but nothing in it is missed.
 */
export function createIdFinder({ longIds, idBytes }: Pick<LeakIndex, 'longIds' | 'idBytes'>): IdFinder {
  const isIdByte = ignoringCase(idBytes);
  return {
    longest: Math.max(0, ...longIds.map(({ length }) => length)),
    search(bytes, onMatch) {
      for (const ids of longIds) searchLength(ids, isIdByte, bytes, onMatch);
    },
  };
}

/** Marks a letter in both cases if ids contain it in one. */
function ignoringCase(idBytes: Uint8Array): Uint8Array {
  const isFoldedIdByte = new Uint8Array(256);
  for (const [byte, isUsed] of idBytes.entries())
    if (isUsed === 1) isFoldedIdByte[caseFolding[byte] as number] = 1;
  return Uint8Array.from(caseFolding, (byte) => isFoldedIdByte[byte] as number);
}

/** A byte that no id contains moves the window past it, so each byte is checked once. */
function searchLength(
  { length, fingerprints, prefixes }: IdsOfLength,
  isIdByte: Uint8Array,
  bytes: Uint8Array,
  onMatch: OnMatch,
): void {
  // All bytes in `[start, checked)` are id bytes.
  let [start, checked] = [0, 0];
  while (start + length <= bytes.length) {
    const end = start + length;
    let last = end - 1;
    while (last >= checked && isIdByte[bytes[last] as number] === 1) last -= 1;
    const hasOtherByte = last >= checked;
    checked = end;
    if (hasOtherByte) {
      start = last + 1;
      continue;
    }
    if (mightContain(prefixes, bytes, start)) {
      const hash = hashBytes(bytes, start, end, caseFolding);
      if (has(fingerprints, bytes, start, end, hash)) onMatch(start, end);
    }
    start += 1;
  }
}
