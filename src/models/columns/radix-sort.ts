const digitBits = 16;
const digits = 1 << digitBits;
const wordSize = 2 ** 32;

/**
 * Sorts `rows` by their keys, whole numbers from 0 to 2^53, and keeps the order of rows with equal keys. Returns another
 * array. Least significant digits first: its time does not depend on the values, and three columns are three passes more.
 */
export function radixSort(rows: Uint32Array, keys: Float64Array): Uint32Array {
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  let largest = 0;
  for (const row of rows) {
    const key = keys[row]!;
    high[row] = key / wordSize;
    low[row] = key % wordSize;
    if (key > largest) largest = key;
  }
  let [from, to] = [rows.slice(), new Uint32Array(rows.length)];
  for (const [words, shift, unit] of [
    [low, 0, 1],
    [low, digitBits, digits],
    [high, 0, wordSize],
    [high, digitBits, wordSize * digits],
  ] as const) {
    if (largest < unit) break;
    sortByDigit(from, to, words, shift);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, words: Uint32Array, shift: number): void {
  const places = new Uint32Array(digits + 1);
  const mask = digits - 1;
  for (const row of from) places[((words[row]! >>> shift) & mask) + 1]! += 1;
  for (let digit = 0; digit < digits; digit += 1) places[digit + 1]! += places[digit]!;
  for (const row of from) {
    const digit = (words[row]! >>> shift) & mask;
    to[places[digit]!] = row;
    places[digit]! += 1;
  }
}
