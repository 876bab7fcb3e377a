import { describe, expect, it } from 'vitest';
import { buffersOf } from '../../src/workers/call-worker';

describe('the buffers transferred with a stage', () => {
  it('are all buffers in it, each once, however deep', () => {
    const [shared, numbers, deep] = [new Uint8Array(8), new Uint32Array(2), new Float64Array(1)];
    const value = {
      a: { bytes: shared, more: [numbers, { deep }] },
      b: shared.subarray(2, 4),
      ...{ date: new Date(0), map: new Map([['x', 1]]), nothing: null, text: 'x' },
    };
    expect(buffersOf(value)).toEqual([shared.buffer, numbers.buffer, deep.buffer]);
  });
});
