// The compressor handles one chunk without a pause: 256 kB take it about 10 ms.
const chunkBytes = 256 * 1024;

/**
 * Assembles the bytes of a file in one reused buffer. The table of 6.3 million likes is 550 MB; as strings or fresh
 * arrays that would be as much garbage, which is collected too late to keep memory bounded.
 */
export type ByteBuffer = {
  /** Appends the text as UTF-8. */
  readonly text: (text: string) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** Appends the bytes in `[start, end)` as two lower-case hex digits each. */
  readonly hex: (bytes: Uint8Array, start: number, end: number) => void;
  readonly isFull: () => boolean;
  /** Everything appended since the last call. Overwritten by the next append. */
  readonly take: () => Uint8Array<ArrayBuffer>;
};

export function createByteBuffer(fullAt = chunkBytes): ByteBuffer {
  let buffer = new Uint8Array(fullAt + 4096);
  let length = 0;

  function reserve(bytes: number): void {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array(2 * (length + bytes));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  }

  return {
    text(text) {
      reserve(maxUtf8Length(text));
      length = writeText(text, buffer, length);
    },
    bytes(bytes) {
      reserve(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    hex(bytes, start, end) {
      reserve(2 * (end - start));
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

/** A UTF-16 code unit takes at most three bytes of UTF-8. */
const maxUtf8Length = (text: string): number => 3 * text.length;

/**
 * Writes a text as UTF-8 and returns where it ends; needs room for `maxUtf8Length`. Every call of `encodeInto` leaves
 * two objects outside the JavaScript heap, so ASCII, which covers every id, is written without it.
 */
function writeText(text: string, bytes: Uint8Array, start: number): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return start + encoder.encodeInto(text, bytes.subarray(start)).written;
    bytes[start + at] = code;
  }
  return start + text.length;
}

/** Encodes one text after the other into a single reused buffer. */
export function createUtf8Encoder() {
  let buffer = new Uint8Array(256);
  return {
    /** Overwritten by the next call. */
    encode(text: string): Uint8Array {
      if (buffer.length < maxUtf8Length(text)) buffer = new Uint8Array(2 * maxUtf8Length(text));
      return buffer.subarray(0, writeText(text, buffer, 0));
    },
  };
}

const digits = new TextEncoder().encode('0123456789abcdef');
const high = Uint8Array.from({ length: 256 }, (_, byte) => digits[byte >> 4] as number);
const low = Uint8Array.from({ length: 256 }, (_, byte) => digits[byte & 15] as number);

/** Writes the bytes in `[start, end)` as lower-case hex to `into` from `at` on, and returns where it ends. */
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
