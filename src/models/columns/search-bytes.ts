import type { StringList } from '../../dataset/columns/string-list';

/** Marks each text that contains the bytes: Horspool's search through all texts at once, skipping to the next after a hit. */
export function searchBytes({ bytes, starts, length }: StringList, word: Uint8Array): Uint8Array {
  const hits = new Uint8Array(length);
  if (word.length === 0) return hits.fill(1);
  const last = word.length - 1;
  const skips = skipsOf(word);
  const end = starts[length]! - word.length;
  let text = 0;
  for (let at = starts[0]!; at <= end;) {
    if (!isAt(bytes, at, word)) {
      at += skips[bytes[at + last]!]!;
      continue;
    }
    while (starts[text + 1]! <= at) text += 1;
    const next = starts[text + 1]!;
    // It may also begin in one text and end in another.
    if (at + word.length <= next) hits[text] = 1;
    at = hits[text] === 1 ? next : at + 1;
  }
  return hits;
}

/** How far the word can move on, by the byte under its last one. */
function skipsOf(word: Uint8Array): Uint32Array {
  const skips = new Uint32Array(256).fill(word.length);
  for (let at = 0; at < word.length - 1; at += 1) skips[word[at]!] = word.length - 1 - at;
  return skips;
}

function isAt(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  // The last byte first, as the skip depends on it.
  for (let at = word.length - 1; at >= 0; at -= 1) if (bytes[start + at] !== word[at]) return false;
  return true;
}
