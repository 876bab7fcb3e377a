import type { OnMatch } from './id-finder';

export type SecretFinder = {
  /** Length of the longest spelling in bytes. */
  readonly longest: number;
  readonly search: (bytes: Uint8Array, onMatch: OnMatch) => void;
};

/** Finds a text anywhere, also as JSON and our PSV escape it. Case matters. */
export function createSecretFinder(text: string): SecretFinder {
  const encoder = new TextEncoder();
  const asJson = JSON.stringify(text).slice(1, -1);
  const asPsv = text.replaceAll('\\', '\\\\');
  const spellings = [...new Set([text, asJson, asPsv])].map((spelling) => encoder.encode(spelling));
  const skips = spellings.map(skipTable);
  return {
    longest: Math.max(...spellings.map((spelling) => spelling.length)),
    search(bytes, onMatch) {
      for (const [index, spelling] of spellings.entries()) {
        searchSpelling(spelling, skips[index] as Uint32Array, bytes, onMatch);
      }
    },
  };
}

/** Boyer-Moore-Horspool: how far the window may move, by its last byte. */
function skipTable(spelling: Uint8Array): Uint32Array {
  const skips = new Uint32Array(256).fill(spelling.length);
  for (const [at, byte] of spelling.subarray(0, -1).entries()) skips[byte] = spelling.length - 1 - at;
  return skips;
}

function searchSpelling(spelling: Uint8Array, skips: Uint32Array, bytes: Uint8Array, onMatch: OnMatch): void {
  const last = spelling.length - 1;
  for (let end = last; end < bytes.length; end += skips[bytes[end] as number] as number) {
    let at = last;
    while (at >= 0 && bytes[end - last + at] === spelling[at]) at -= 1;
    if (at < 0) onMatch(end - last, end + 1);
  }
}
