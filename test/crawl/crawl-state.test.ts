import { describe, expect, it } from 'vitest';
import { isUnderWay } from '../../src/crawl/crawl-state';

describe('a crawl', () => {
  it.each([
    ['crawling', true],
    ['paused', true],
    ['blocked', true],
    ['idle', false],
    ['done', false],
  ] as const)('that is %s is under way: %s', (phase, isIt) => {
    expect(isUnderWay({ phase })).toBe(isIt);
  });
});
