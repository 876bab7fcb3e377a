import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../src/i18n/format-bytes';

describe('a formatted size', () => {
  it.each([
    [0, '0 kB'],
    [12_345, '12 kB'],
    [8_100_000, '8.1 MB'],
    [72_000_000, '72 MB'],
    [1_912_000_000, '1.9 GB'],
    [5e15, '5,000 TB'],
  ])('of %d bytes is %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});
