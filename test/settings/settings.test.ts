import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/settings/settings';

describe('settings', () => {
  it('allow no capture and no request before the user consents', () => {
    expect(parseSettings({})).toEqual({
      consent: false,
      privacySeen: null,
      autoCapture: true,
      crawlDelayMs: 1_000,
      crawlConcurrency: 1,
      minimumLikes: 5,
      crawlDespiteRobots: false,
      useCookies: false,
      nightlyCatchUp: false,
      shardIndex: 1,
      shardCount: 1,
    });
  });

  it('accept a crawl delay of zero, which benchmarks set', () => {
    expect(parseSettings({ crawlDelayMs: 0, crawlConcurrency: 8 })).toMatchObject({
      crawlDelayMs: 0,
      crawlConcurrency: 8,
    });
  });

  it('treat a shard beyond the last as the whole site, not as one without work', () => {
    expect(parseSettings({ shardIndex: 3, shardCount: 3 })).toMatchObject({ shardIndex: 3, shardCount: 3 });
    expect(parseSettings({ shardIndex: 4, shardCount: 3 })).toMatchObject({ shardIndex: 1, shardCount: 1 });
  });

  it.each([
    ['consent', 'yes', false],
    ['crawlDelayMs', -1, 1_000],
    ['crawlDelayMs', '0', 1_000],
    ['crawlDelayMs', Number.NaN, 1_000],
    ['crawlConcurrency', 9, 1],
    ['crawlConcurrency', 0, 1],
    ['shardCount', 0, 1],
    ['shardCount', 1.5, 1],
    ['shardIndex', 0, 1],
  ])('read %s of %j as the default', (name, stored, value) => {
    expect(parseSettings({ [name]: stored })).toMatchObject({ [name]: value });
  });
});
