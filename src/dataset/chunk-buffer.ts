import { bytesAtMost, writeText } from './encoding';
import { writeHex } from './write-hex';

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

export function createChunkBuffer(fullAt = chunkBytes): ChunkBuffer {
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
      makeRoom(bytesAtMost(text));
      length = writeText(text, buffer, length);
    },
    bytes(bytes) {
      makeRoom(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    hex(bytes, start, end) {
      makeRoom(2 * (end - start));
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
