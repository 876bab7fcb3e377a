import { describe, expect, it } from 'vitest';
import { createBlobSink } from '../../../src/workers/export/file-sink';

describe('a file written in chunks', () => {
  it('keeps order and bytes, even if the writer reuses its buffer', async () => {
    const sink = createBlobSink();
    const buffer = new Uint8Array(3_000_000);
    for (let round = 0; round < 7; round += 1) {
      buffer.fill(round);
      await sink.write(buffer);
    }
    const file = await sink.end();
    expect(file.size).toBe(21_000_000);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const misplaced = bytes.findIndex((byte, at) => byte !== Math.floor(at / 3_000_000));
    expect(misplaced).toBe(-1);
  });
});
