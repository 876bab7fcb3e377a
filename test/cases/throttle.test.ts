import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptDelay } from '../../src/crawl/adapt-delay';
import { backoffMs, retryBackoff, throttleBackoff } from '../../src/crawl/backoff';
import { decide, type Decision } from '../../src/crawl/decide';
import { calmHost } from '../../src/crawl/host-state';
import { classifyResponse } from '../../src/sketchfab/classify-response';
import { status } from '../crawl/small-world';

const slowest = 60_000;
const ms = (max: number) => fc.integer({ min: 0, max });
const minimum = fc.integer({ min: 1, max: 30_000 });
const was = fc.constantFrom('good' as const, 'bad' as const, 'too-many' as const);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pause that adapts to the speed of the site, after AutoThrottle', () => {
  it('never shrinks after an error', () => {
    fc.assert(
      fc.property(
        ms(slowest),
        minimum,
        ms(120_000),
        fc.constantFrom('bad', 'too-many'),
        (before, least, latencyMs, kind) => {
          expect(adaptDelay(before, least, { latencyMs, was: kind })).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('is never shorter than the minimum, nor longer than a minute unless the minimum is', () => {
    fc.assert(
      fc.property(ms(slowest), minimum, ms(120_000), was, (before, least, latencyMs, kind) => {
        const delay = adaptDelay(before, least, { latencyMs, was: kind });
        expect(delay).toBeGreaterThanOrEqual(least);
        expect(delay).toBeLessThanOrEqual(slowest);
      }),
    );
  });

  it('is at least as long as the site took for a good response', () => {
    fc.assert(
      fc.property(ms(slowest), minimum, ms(slowest), (before, least, latencyMs) => {
        expect(adaptDelay(before, least, { latencyMs, was: 'good' })).toBeGreaterThanOrEqual(latencyMs);
      }),
    );
  });

  it('grows with the time that the site takes, whatever it answers', () => {
    fc.assert(
      fc.property(
        ms(slowest),
        minimum,
        ms(60_000),
        ms(60_000),
        was,
        (before, least, latencyMs, more, kind) => {
          const quick = adaptDelay(before, least, { latencyMs, was: kind });
          expect(
            adaptDelay(before, least, { latencyMs: latencyMs + more, was: kind }),
          ).toBeGreaterThanOrEqual(quick);
        },
      ),
    );
  });

  it('shrinks halfway back with each good response, and completely in the end', () => {
    expect(adaptDelay(8_000, 1_000, { latencyMs: 100, was: 'good' })).toBe(4_050);
    let delay = slowest;
    for (let answers = 0; answers < 7; answers++)
      delay = adaptDelay(delay, 1_000, { latencyMs: 100, was: 'good' });
    expect(delay).toBe(1_000);
  });

  it('doubles when the site says that requests come too fast', () => {
    expect(adaptDelay(0, 1_000, { latencyMs: 50, was: 'too-many' })).toBe(2_000);
    expect(adaptDelay(5_000, 1_000, { latencyMs: 50, was: 'too-many' })).toBe(10_000);
  });

  it('stays 0 if the minimum is 0', () => {
    fc.assert(
      fc.property(ms(slowest), ms(120_000), was, (before, latencyMs, kind) => {
        expect(adaptDelay(before, 0, { latencyMs, was: kind })).toBe(0);
      }),
    );
  });
});

describe('backoff', () => {
  it.each([retryBackoff, throttleBackoff])(
    'with %j is spread over the upper half of its ceiling, and only there',
    (form) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 2_000 }), random, (failures, dice) => {
          const ceiling = Math.min(form.capMs, form.baseMs * 2 ** (failures - 1));
          const wait = backoffMs(form, failures, dice);
          expect(wait).toBeGreaterThanOrEqual(Math.floor(ceiling / 2));
          expect(wait).toBeLessThanOrEqual(ceiling);
        }),
      );
      for (let failures = 1; failures <= 12; failures++) {
        const ceiling = Math.min(form.capMs, form.baseMs * 2 ** (failures - 1));
        expect(backoffMs(form, failures, 0)).toBe(Math.round(ceiling / 2));
        expect(backoffMs(form, failures, 0.999_999)).toBeGreaterThan(ceiling * 0.999);
      }
    },
  );
});

type What = 'read' | 'retry' | 'skip' | 'stop host' | 'stop crawl';

/** The meaning of each status, written independently of the product. */
function expected(code: number, body: 'json' | 'html' | 'nothing', hasRetryAfter: boolean): What {
  if (code === 429 || (code === 503 && hasRetryAfter)) return 'stop host';
  if (code === 202 || code === 405) return 'stop crawl';
  if (code === 200) return body === 'json' ? 'read' : 'stop crawl';
  if (code === 401 || code === 403) return body === 'json' ? 'skip' : 'stop crawl';
  return code === 404 || code === 410 ? 'skip' : 'retry';
}

const names: Record<Decision['do'], What> = {
  read: 'read',
  'retry-later': 'retry',
  'give-up': 'skip',
  'slow-down': 'stop host',
  stop: 'stop crawl',
};

describe('each status from 200 to 599', () => {
  const bodies = { json: '{"detail":"x"}', html: '<!doctype html>', nothing: '' } as const;
  const circumstances = {
    now: 0,
    random: 0.5,
    retryCount: 0,
    wasForbidden: false,
    isNearEnd: false,
    host: calmHost,
    subject: 'a model',
    kind: 'likes',
  };

  it.each(Object.keys(bodies) as (keyof typeof bodies)[])(
    'with %s as the body has the consequence that the table lists',
    (body) => {
      for (let code = 200; code <= 599; code++) {
        for (const retryAfter of [null, '7']) {
          const contentType = body === 'html' ? 'text/html' : 'application/json';
          const answer = status(code, { body: bodies[body], contentType, retryAfter });
          const what = names[decide(classifyResponse(answer), circumstances).do];
          expect([code, retryAfter, what]).toEqual([
            code,
            retryAfter,
            expected(code, body, retryAfter !== null),
          ]);
          const walled = decide(classifyResponse({ ...answer, wall: 'challenge' }), circumstances);
          expect([code, walled.do]).toEqual([code, 'stop']);
        }
      }
    },
  );
});
