import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageReport } from '../../src/messaging/page-report';
import { sighting } from '../crawl/small-world';

const report = (over: object = {}) => ({ pageSerial: 1, modelsOnPage: 1, sightings: [sighting(1)], ...over });
const label = { name: 'robot', slug: 'robot' };

describe('a page report', () => {
  it('is accepted unchanged if it is well formed', () => {
    const full = report({
      sightings: [sighting(1, { tags: [label], categories: [], likeCount: 3, noAi: true })],
    });
    expect(parsePageReport(full)).toEqual(full);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an extra field', report({ fetch: 'https://evil.example' })],
    [
      'a sighting with an extra field',
      report({ sightings: [{ ...sighting(1), url: 'https://evil.example' }] }),
    ],
    ['an id that is a path', report({ sightings: [{ ...sighting(1), uid: '../../i/users/me' }] })],
    ['an id that is a prototype', report({ sightings: [{ ...sighting(1), uid: '__proto__' }] })],
    ['a name of a megabyte', report({ sightings: [{ ...sighting(1), name: 'x'.repeat(1_000_000) }] })],
    ['a negative like count', report({ sightings: [{ ...sighting(1), likeCount: -1 }] })],
    ['a like count beyond 2^53', report({ sightings: [{ ...sighting(1), likeCount: 2 ** 60 }] })],
    ['101 tags', report({ sightings: [{ ...sighting(1), tags: Array(101).fill(label) }] })],
    ['101 sightings', report({ sightings: Array(101).fill(sighting(1)) })],
    [
      'a thumbnail that is a script',
      report({ sightings: [{ ...sighting(1), thumbnailUrl: 'javascript:1' }] }),
    ],
    [
      'a fact that the site is said to have answered',
      report({ sightings: [{ ...sighting(1), origins: { name: 'answer' } }] }),
    ],
    [
      'a source of something that is no fact',
      report({ sightings: [{ ...sighting(1), origins: { isPublic: 'markup' } }] }),
    ],
    ['a million models on a page', report({ modelsOnPage: 1_000_000 })],
  ])('is refused as a whole with %s', (_, forged) => {
    expect(() => parsePageReport(forged)).toThrow();
  });

  it('passes nothing malformed, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (payload) => {
        expect(() => parsePageReport(payload)).toThrow();
        expect(() => parsePageReport(report({ sightings: [payload] }))).toThrow();
      }),
      { numRuns: 2_000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of too many sightings is refused before any of them is read', () => {
    const issuesOf = (value: unknown) => {
      try {
        parsePageReport(value);
        return [];
      } catch (error) {
        return (error as { issues: readonly unknown[] }).issues;
      }
    };
    expect(issuesOf(report({ sightings: Array(300_000).fill({}) }))).toHaveLength(1);
  });
});
