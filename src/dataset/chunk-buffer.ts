// One chunk is one turn of the compressor, in which nothing else runs: 256 kB take it about 10 ms.
const chunkBytes = 256 * 1024;

/**
 * Where the bytes of a file are put together, in one buffer for all of them. A table of 6.3 million likes is 550 MB: as
 * strings and fresh arrays that would be as much for the clean-up of memory, which lags behind.
 */
export type ChunkBuffer = {
  readonly text: (text: string) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** Each byte as two small letters or digits. */
  readonly hex: (bytes: Uint8Array, start: number, end: number) => void;
  readonly isFull: () => boolean;
  /** What was put in since the last time. Good until more is put in: use it up before. */
  readonly take: () => Uint8Array<ArrayBuffer>;
};

const digits = new TextEncoder().encode('0123456789abcdef');
const high = Uint8Array.from({ length: 256 }, (_, byte) => digits[byte >> 4] as number);
const low = Uint8Array.from({ length: 256 }, (_, byte) => digits[byte & 15] as number);

export function createChunkBuffer(fullAt = chunkBytes): ChunkBuffer {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(fullAt + 4096);
  let length = 0;

  function makeRoom(bytes: number): void {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array(2 * (length + bytes));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  }

  return {
    text(text) {
      // A character of JavaScript is three bytes at most.
      makeRoom(3 * text.length);
      length += encoder.encodeInto(text, buffer.subarray(length)).written;
    },
    bytes(bytes) {
      makeRoom(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    hex(bytes, start, end) {
      makeRoom(2 * (end - start));
      for (let at = start; at < end; at += 1) {
        const byte = bytes[at] as number;
        buffer[length] = high[byte] as number;
        buffer[length + 1] = low[byte] as number;
        length += 2;
      }
    },
    isFull: () => length >= fullAt,
    take() {
      const taken = buffer.subarray(0, length);
      length = 0;
      return taken;
    },
  };
}
