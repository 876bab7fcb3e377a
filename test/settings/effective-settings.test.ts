import { describe, expect, it } from 'vitest';
import { effectiveSettings, fastestOfferedDelayMs } from '../../src/settings/effective-settings';

/** The settings that a compromised renderer would want. */
const forged = {
  consent: true,
  useCookies: true,
  crawlDespiteRobots: true,
  crawlDelayMs: 0,
  crawlConcurrency: 8,
};

describe('settings in a storage that content scripts can write', () => {
  it('are ignored while no page of the extension wrote them', () => {
    expect(effectiveSettings(forged, {}, false)).toMatchObject({
      consent: false,
      useCookies: false,
      crawlDespiteRobots: false,
      crawlDelayMs: fastestOfferedDelayMs,
      crawlConcurrency: 1,
    });
  });

  it('cannot make the crawl faster or bolder than the user decided', () => {
    const decided = { consent: true, crawlDelayMs: 3_000, crawlConcurrency: 1, useCookies: false };
    expect(effectiveSettings(forged, decided, false)).toMatchObject({
      consent: true,
      useCookies: false,
      crawlDespiteRobots: false,
      crawlDelayMs: 3_000,
      crawlConcurrency: 1,
    });
  });

  it('apply unchanged once a page of the extension wrote them', () => {
    expect(effectiveSettings(forged, forged, false)).toMatchObject(forged);
  });

  it('neither capture, nor look every night, nor take the models of other machines, unless a page of the extension said so', () => {
    const decided = { autoCapture: false, shardIndex: 3, shardCount: 10, minimumLikes: 50 };
    const changed = {
      autoCapture: true,
      nightlyCatchUp: true,
      shardIndex: 1,
      shardCount: 1,
      minimumLikes: 0,
    };
    expect(effectiveSettings(changed, decided, false)).toMatchObject({ ...decided, nightlyCatchUp: false });
  });

  it('may withdraw consent', () => {
    expect(effectiveSettings({ consent: false }, { consent: true }, false).consent).toBe(false);
  });
});

describe('settings in a storage that only the extension can write', () => {
  it('apply unchanged', () => {
    expect(effectiveSettings(forged, {}, true)).toMatchObject(forged);
  });

  it('give no consent when they are lost, even if the database remembers one', () => {
    expect(effectiveSettings({}, { consent: true }, true).consent).toBe(false);
  });

  it('fall back to the crawl delay in the database when they are lost', () => {
    expect(effectiveSettings({}, { crawlDelayMs: 20_000 }, true).crawlDelayMs).toBe(20_000);
  });

  it('fall back to the default crawl delay when none is remembered', () => {
    expect(effectiveSettings({ crawlDelayMs: 'fast' }, {}, true).crawlDelayMs).toBe(1_000);
  });
});

describe('damaged settings', () => {
  it.each([
    [{ consent: 'yes' }, {}],
    [{ consent: 1 }, { consent: true }],
    [{ consent: null, crawlDelayMs: -1 }, { consent: 'true' }],
  ])('%j give no consent, whatever is remembered', (stored, decided) => {
    for (const isClosed of [true, false])
      expect(effectiveSettings(stored, decided, isClosed).consent).toBe(false);
  });
});
