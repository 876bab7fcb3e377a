import { describe, expect, it } from 'vitest';
import { formatShare } from '../../../src/popup/format/numbers';

describe('a share in words', () => {
  it('calls nothing but the whole 100 %', () => {
    expect(formatShare(999_999, 1_000_000)).toBe('99.9\u00a0%');
    expect(formatShare(5, 5)).toBe('100\u00a0%');
    expect(formatShare(0, 5)).toBe('0.0\u00a0%');
  });
});
