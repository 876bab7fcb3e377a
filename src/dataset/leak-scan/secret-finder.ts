import type { OnFound } from './id-finder';

export type SecretFinder = {
  readonly longest: number;
  /** `bytes` as they were written. */
  readonly search: (bytes: Uint8Array, onFound: OnFound) => void;
};

/** Finds a text anywhere, also as JSON or our PSV would spell it. */
export function createSecretFinder(text: string): SecretFinder {
  const encoder = new TextEncoder();
  const asJson = JSON.stringify(text).slice(1, -1);
  const asPsv = text.replaceAll('\\', '\\\\');
  const spellings = [...new Set([text, asJson, asPsv])].map((spelling) => encoder.encode(spelling));
  const skips = spellings.map(skipTable);
  return {
    longest: Math.max(...spellings.map((spelling) => spelling.length)),
    search(bytes, onFound) {
      for (const [index, spelling] of spellings.entries()) {
        searchOne(spelling, skips[index] as Uint32Array, bytes, onFound);
      }
    },
  };
}

/** How far a window may move on whose last byte is this one: Horspool's way, which looks at few of the bytes. */
function skipTable(spelling: Uint8Array): Uint32Array {
  const skips = new Uint32Array(256).fill(spelling.length);
  for (const [at, byte] of spelling.subarray(0, -1).entries()) skips[byte] = spelling.length - 1 - at;
  return skips;
}

function searchOne(spelling: Uint8Array, skips: Uint32Array, bytes: Uint8Array, onFound: OnFound): void {
  const last = spelling.length - 1;
  for (let end = last; end < bytes.length; end += skips[bytes[end] as number] as number) {
    let at = last;
    while (at >= 0 && bytes[end - last + at] === spelling[at]) at -= 1;
    if (at < 0) onFound(end - last, end + 1);
  }
}
