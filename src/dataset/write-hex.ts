const digits = new TextEncoder().encode('0123456789abcdef');
const high = Uint8Array.from({ length: 256 }, (_, byte) => digits[byte >> 4] as number);
const low = Uint8Array.from({ length: 256 }, (_, byte) => digits[byte & 15] as number);

/** Each byte from `start` up to, not with, `end` as two small letters or digits, written to `into`. Tells where it ends. */
export function writeHex(
  bytes: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  at: number,
): number {
  let next = at;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from] as number;
    into[next] = high[byte] as number;
    into[next + 1] = low[byte] as number;
    next += 2;
  }
  return next;
}
