import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageReport } from '../../src/messaging/page-report';
import { sighting } from '../crawl/small-world';

const report = (over: object = {}) => ({ pageSerial: 1, modelsOnPage: 1, sightings: [sighting(1)], ...over });
const label = { name: 'robot', slug: 'robot' };

describe('a report of a page', () => {
  it('is taken as it is when it is true to its shape', () => {
    const full = report({
      sightings: [sighting(1, { tags: [label], categories: [], likeCount: 3, noAi: true })],
    });
    expect(parsePageReport(full)).toEqual(full);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a field too many', report({ fetch: 'https://evil.example' })],
    [
      'a sighting with a field too many',
      report({ sightings: [{ ...sighting(1), url: 'https://evil.example' }] }),
    ],
    ['an id that is a path', report({ sightings: [{ ...sighting(1), uid: '../../i/users/me' }] })],
    ['an id that is a prototype', report({ sightings: [{ ...sighting(1), uid: '__proto__' }] })],
    ['a name of a megabyte', report({ sightings: [{ ...sighting(1), name: 'x'.repeat(1_000_000) }] })],
    ['a negative like count', report({ sightings: [{ ...sighting(1), likeCount: -1 }] })],
    ['a like count past all counting', report({ sightings: [{ ...sighting(1), likeCount: 2 ** 60 }] })],
    ['a hundred and one tags', report({ sightings: [{ ...sighting(1), tags: Array(101).fill(label) }] })],
    ['a hundred and one sightings', report({ sightings: Array(101).fill(sighting(1)) })],
    [
      'a thumbnail that is a script',
      report({ sightings: [{ ...sighting(1), thumbnailUrl: 'javascript:1' }] }),
    ],
    ['a million models on a page', report({ modelsOnPage: 1_000_000 })],
  ])('is refused whole with %s', (_, forged) => {
    expect(() => parsePageReport(forged)).toThrow();
  });

  it('never lets anything else through, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (payload) => {
        expect(() => parsePageReport(payload)).toThrow();
        expect(() => parsePageReport(report({ sightings: [payload] }))).toThrow();
      }),
      { numRuns: 2_000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
