import { describe, expect, it } from 'vitest';
import { formatShare } from '../../src/i18n/format-share';

describe('a formatted share', () => {
  it('is 100% only for the whole', () => {
    expect(formatShare(999_999, 1_000_000)).toBe('99.9%');
    expect(formatShare(5, 5)).toBe('100%');
    expect(formatShare(0, 5)).toBe('0.0%');
  });
});
