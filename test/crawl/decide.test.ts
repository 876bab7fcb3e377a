import { describe, expect, it } from 'vitest';
import { type Circumstances, decide, decideOnShape, maxRetries } from '../../src/crawl/decide';
import { calmHost, type HostState } from '../../src/crawl/host-state';
import type { Meaning } from '../../src/sketchfab/classify-response';

const now = Date.parse('2026-05-06T07:08:09Z');
const host = (own: Partial<HostState>): Pick<Circumstances, 'host'> => ({ host: { ...calmHost, ...own } });
/** The first attempt of a request for the likes of `m`, of a crawl with many requests to come and no failure so far. */
const circumstances = (own: Partial<Circumstances> = {}): Circumstances => ({
  now,
  random: 0,
  retryCount: 0,
  wasForbidden: false,
  isNearEnd: false,
  host: calmHost,
  subject: 'm',
  kind: 'likes',
  ...own,
});
const others = (count: number, kind = 'likes') =>
  Array.from({ length: count }, (_, i) => `${kind}:other${i}`);

describe('what the crawl does about', () => {
  it('content: it reads it', () => {
    expect(decide({ is: 'json', json: [1] }, circumstances())).toEqual({ do: 'read', json: [1] });
  });

  it.each([
    ['without a time', null, 0],
    ['that names a time', '60', 60_000],
  ])(
    'a check for humans %s stops the crawl until the requested time, if any',
    (_what, retryAfter, waitMs) => {
      const meaning: Meaning = { is: 'blocked', cause: 'a wall', retryAfter, date: null };
      const stop = { do: 'stop', by: 'wall', notBefore: now + waitMs, cause: 'a wall' };
      expect(decide(meaning, circumstances())).toEqual(stop);
    },
  );

  it.each([
    ['a model that is gone', 'gone', 'gone'],
    ['an answer that cannot be read', 'unreadable', 'failed'],
  ] as const)('%s: it gives that request up, and suspects nothing', (_what, is, outcome) => {
    const giveUp = { do: 'give-up', outcome, blame: 'subject', suspicion: null, cause: 'so it is' };
    expect(decide({ is, cause: 'so it is' }, circumstances())).toEqual(giveUp);
  });

  it('a computer without network: it looks again in 15 seconds', () => {
    expect(decide({ is: 'offline', cause: 'offline' }, circumstances())).toEqual({
      do: 'slow-down',
      notBefore: now + 15_000,
      waitingFor: 'offline',
      cause: 'offline',
    });
  });

  it.each<[string, string | null, number, number]>([
    ['the first time, with a time: until then', '60', 0, 60_000],
    ['the first time, with a short time: only until then', '1', 0, 1_000],
    ['the first time, without one: 15 seconds or more', null, 0, 15_000],
    ['again, with a short time: twice as long as before', '1', 1, 30_000],
    ['again, with a long time: until then', '3600', 1, 3_600_000],
    ['again, without one: twice as long as before', null, 1, 30_000],
  ])('"too many requests" %s', (_what, retryAfter, failuresInRow, waitMs) => {
    const meaning: Meaning = { is: 'throttled', cause: 'HTTP 429', retryAfter, date: null };
    expect(decide(meaning, circumstances(host({ failuresInRow })))).toEqual({
      do: 'slow-down',
      notBefore: now + waitMs,
      waitingFor: 'asked-to-slow-down',
      cause: 'HTTP 429',
    });
  });
});

describe('a refusal', () => {
  const refused = (own: Partial<Circumstances> = {}) =>
    decide({ is: 'forbidden', cause: 'no' }, circumstances(own));
  const given = { do: 'give-up', outcome: 'forbidden', blame: 'subject', suspicion: 'refused', cause: 'no' };

  it('concerns the model alone, unless four other models were refused before it', () => {
    const suspects = (refusals: string[]) =>
      host({ suspects: { refused: refusals, unreadable: others(30) } });
    expect(refused()).toEqual(given);
    expect(refused(suspects(others(3)))).toEqual(given);
    expect(refused(suspects([...others(3), 'likes:m']))).toEqual(given);
    expect(refused(suspects([...others(3), ...others(9, 'model')]))).toEqual(given);
    expect(refused(suspects(others(4)))).toEqual({
      do: 'stop',
      by: 'refusals',
      notBefore: now,
      cause: 'no, 5 models in a row',
    });
  });

  it('was to be expected of a model that was refused in an earlier crawl', () => {
    const suspects = host({ suspects: { refused: others(4), unreadable: [] } });
    expect(refused({ wasForbidden: true, ...suspects })).toEqual({ ...given, suspicion: null });
  });
});

describe('an answer of another shape', () => {
  it('is requested once more, a little later', () => {
    expect(decideOnShape('odd', circumstances({ random: 0.5 }))).toEqual({
      do: 'retry-later',
      notBefore: now + 3_750,
      retryCount: 1,
      blame: 'subject',
      cause: 'odd',
    });
  });

  it('concerns the model alone the second time, unless nineteen others came before it', () => {
    const again = (unreadable: string[]) =>
      decideOnShape(
        'odd',
        circumstances({ retryCount: 1, ...host({ suspects: { refused: [], unreadable } }) }),
      );
    const given = {
      do: 'give-up',
      outcome: 'failed',
      blame: 'subject',
      suspicion: 'unreadable',
      cause: 'odd',
    };
    expect(again(others(18))).toEqual(given);
    expect(again(others(19))).toEqual({
      do: 'stop',
      by: 'format',
      notBefore: now,
      cause: 'odd, 20 models in a row',
    });
  });
});

describe('an error of the site', () => {
  const failed = (own: Partial<Circumstances>) => decide({ is: 'error', cause: 'oh' }, circumstances(own));
  const retry = (waitMs: number, retryCount: number) => ({
    do: 'retry-later',
    notBefore: now + waitMs,
    retryCount,
    blame: 'site',
    cause: 'oh',
  });
  const given = { do: 'give-up', outcome: 'failed', blame: 'site', suspicion: null, cause: 'oh' };

  it('is retried with doubling waits, and given up after five retries', () => {
    expect(failed({})).toEqual(retry(2_500, 1));
    expect(failed({ retryCount: 1 })).toEqual(retry(5_000, 2));
    expect(failed({ retryCount: maxRetries - 1 })).toEqual(retry(40_000, maxRetries));
    expect(failed({ retryCount: maxRetries })).toEqual(given);
    expect(failed({ retryCount: maxRetries, ...host({ failing: ['m'] }) })).toEqual(given);
  });

  it('costs no attempt while other models fail too, unless the crawl is near its end', () => {
    const outage = { retryCount: maxRetries, ...host({ failing: ['other'] }) };
    expect(failed(outage)).toEqual(retry(80_000, maxRetries));
    expect(failed({ ...outage, isNearEnd: true })).toEqual(given);
    expect(failed({ retryCount: 2, ...host({ failing: ['other'] }), isNearEnd: true })).toEqual(
      retry(10_000, 3),
    );
  });
});
