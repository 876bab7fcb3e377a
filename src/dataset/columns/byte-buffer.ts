// One chunk is one turn of the compressor, in which nothing else runs: 256 kB take it about 10 ms.
const chunkBytes = 256 * 1024;

/**
 * Where the bytes of a file are put together, in one buffer for all of them. A table of 6.3 million likes is 550 MB: as
 * strings and fresh arrays that would be as much for the clean-up of memory, which lags behind.
 */
export type ByteBuffer = {
  readonly text: (text: string) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** Each byte as two small letters or digits. */
  readonly hex: (bytes: Uint8Array, start: number, end: number) => void;
  readonly isFull: () => boolean;
  /** What was put in since the last time. Good until more is put in: use it up before. */
  readonly take: () => Uint8Array<ArrayBuffer>;
};

export function createByteBuffer(fullAt = chunkBytes): ByteBuffer {
  let buffer = new Uint8Array(fullAt + 4096);
  let length = 0;

  function grow(bytes: number): void {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array(2 * (length + bytes));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  }

  return {
    text(text) {
      grow(bytesAtMost(text));
      length = writeText(text, buffer, length);
    },
    bytes(bytes) {
      grow(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    hex(bytes, start, end) {
      grow(2 * (end - start));
      length = writeHex(bytes, start, end, buffer, length);
    },
    isFull: () => length >= fullAt,
    take() {
      const taken = buffer.subarray(0, length);
      length = 0;
      return taken;
    },
  };
}

const encoder = new TextEncoder();

/** A character of JavaScript is three bytes of UTF-8 at most. */
export const bytesAtMost = (text: string): number => 3 * text.length;

/**
 * Writes a text as UTF-8 where there is room for `bytesAtMost`, and tells where it ends. `encodeInto` leaves two objects
 * behind for every call, outside of the script's own memory, and an id has none but the plainest characters.
 */
export function writeText(text: string, bytes: Uint8Array, start: number): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return start + encoder.encodeInto(text, bytes.subarray(start)).written;
    bytes[start + at] = code;
  }
  return start + text.length;
}

/** Texts as UTF-8 in one buffer that each takes over from the one before. */
export function createEncoding() {
  let buffer = new Uint8Array(256);
  return {
    /** Good until the next text. */
    encode(text: string): Uint8Array {
      if (buffer.length < bytesAtMost(text)) buffer = new Uint8Array(2 * bytesAtMost(text));
      return buffer.subarray(0, writeText(text, buffer, 0));
    },
  };
}

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
