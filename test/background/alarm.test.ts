import { describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { nextNight } = await import('../../src/background/alarm');

describe('the nightly look', () => {
  const at = (hour: number, minute = 0) => new Date(2026, 4, 10, hour, minute).getTime();

  it('is at three in the morning of the same day, before that hour', () => {
    expect(nextNight(at(1))).toBe(at(3));
  });

  it('is on the next day from that hour on', () => {
    expect(nextNight(at(3))).toBe(at(27));
    expect(nextNight(at(23, 59))).toBe(at(27));
  });
});
