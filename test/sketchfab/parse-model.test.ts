import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageReport } from '../../src/messaging/page-report';
import { maxLabelsPerModel } from '../../src/sketchfab/label';
import { factsFrom, noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { parseModel as parseModelFrom } from '../../src/sketchfab/parse-model';
import { ShapeError } from '../../src/sketchfab/shape-error';
import { leastProcessorMs } from './least-processor-ms';

const parseModel = (json: unknown) => parseModelFrom(json, 'pageJson');

const uid = '00112233445566778899aabbccddeeff';
const owner = 'ffeeddccbbaa99887766554433221100';
const v3 = {
  uid,
  name: 'Tin Robot',
  description: null,
  tags: [{ name: 'robot', slug: 'robot', uri: 'https://api.sketchfab.com/v3/tags/robot' }],
  categories: [{ uid: 'c0ffee', name: 'Characters & Creatures', slug: 'characters-creatures' }],
  publishedAt: '2024-03-01T10:00:00',
  likeCount: 34,
  viewCount: 1_234,
  faceCount: 5_000,
  license: { label: 'CC Attribution', slug: 'by' },
  isAgeRestricted: false,
  user: { uid: owner, username: 'ada' },
  thumbnails: {
    images: [{ url: 'https://media.sketchfab.com/t.jpeg', width: 200, height: 200, size: 9_000 }],
  },
};
const silence = noFacts(uid as ModelUid);
const tagsOf = (tags: unknown) => parseModel({ uid, tags }).tags;

describe('a model as JSON', () => {
  it('of the documented API is read completely', () => {
    expect(parseModel(v3)).toMatchObject({
      uid,
      name: 'Tin Robot',
      likeCount: 34,
      ownerUid: owner,
      tags: [{ name: 'robot', slug: 'robot' }],
      categories: [{ name: 'Characters & Creatures', slug: 'characters-creatures' }],
      noAi: false,
      isRestricted: false,
      thumbnailUrl: 'https://media.sketchfab.com/t.jpeg',
      publishedOn: '2024-03-01',
      views: { count: 1_234, seenOn: null },
      faceCount: 5_000,
      licence: 'CC Attribution',
    });
  });

  it('names its source for every fact that it tells, and for no other', () => {
    const { origins } = parseModel({ uid, name: 'Tin Robot', likeCount: 0, tags: [] });
    expect(origins).toEqual({ name: 'pageJson', likeCount: 'pageJson', tags: 'pageJson', noAi: 'pageJson' });
    const all = parseModel(v3);
    expect(all).toEqual(factsFrom('pageJson', all));
  });

  it('with nothing but an id has no other facts', () => {
    expect(parseModel({ uid })).toEqual(silence);
  });

  it('has no fact from a field of the wrong type', () => {
    const wrong = {
      uid,
      name: 5,
      likeCount: '34',
      user: 'ada',
      tags: 'robot',
      categories: { name: 'x' },
      isRestricted: 'false',
      thumbnails: [],
      publishedAt: 1_709_287_200,
      viewCount: '1.2k',
      faceCount: 0.5,
      license: ['CC Attribution'],
    };
    expect(parseModel(wrong)).toEqual(silence);
  });

  it.each([-1, 1.5, 2 ** 53, Infinity, NaN])('with %s likes has no number of likes', (likeCount) => {
    expect(parseModel({ uid, likeCount }).likeCount).toBeNull();
  });

  it.each([
    ['2024-03-01T23:59:59.254352', '2024-03-01'],
    ['2024-03-01T23:59:59Z', '2024-03-01'],
    ['2024-03-01T23:59:59-02:00', '2024-03-02'],
    ['2024-03-01', null],
    ['2024-02-30T00:00:00', null],
    ['0000-00-00T00:00:00', null],
    ['1970-01-01T00:00:00', null],
    ['+275760-09-13T00:00:00', null],
    ['yesterday', null],
    ['', null],
  ])('published at %j was published on %s', (publishedAt, day) => {
    expect(parseModel({ uid, publishedAt }).publishedOn).toBe(day);
  });

  it.each([
    ['CC\nAttribution ', 'CC Attribution'],
    [{ label: 'Free Standard' }, 'Free Standard'],
    [{ label: '' }, null],
    [{ slug: 'by' }, null],
    ['', null],
    [5, null],
    [null, null],
  ])('with the licence %j has the licence %s', (license, licence) => {
    expect(parseModel({ uid, license }).licence).toBe(licence);
  });

  it('with an owner id given as a number has no owner, since past 2^53 it could be someone else', () => {
    expect(parseModel({ uid, user: { uid: 9_007_199_254_740_993 } }).ownerUid).toBeNull();
    expect(parseModel({ uid, user: { uid: '16271' } }).ownerUid).toBe('16271');
  });

  it.each([null, 5, 'x', [], {}, { uid: 5 }, { uid: '' }, { uid: 'x/y' }, { uid: 'x'.repeat(10_000) }])(
    '%j has no usable id, and the error says so',
    (json) => {
      expect(() => parseModel(json)).toThrow(ShapeError);
      expect(() => parseModel(json)).toThrow(/uid/);
    },
  );

  it('is restricted in the words of either endpoint', () => {
    expect(parseModel({ uid, isRestricted: true }).isRestricted).toBe(true);
    expect(parseModel({ uid, isAgeRestricted: true }).isRestricted).toBe(true);
  });
});

describe('tags and categories', () => {
  it('may be strings, as in the early years, or objects, or mixed', () => {
    expect(tagsOf(['robot', { name: 'Wind-up', slug: 'windup' }, { slug: 'only-slug' }])).toEqual([
      { name: 'robot', slug: null },
      { name: 'Wind-up', slug: 'windup' },
      { name: 'only-slug', slug: 'only-slug' },
    ]);
  });

  it('are cleaned, without empty, repeated and unreadable ones', () => {
    expect(tagsOf([' a\n', 'a', { name: 'a', slug: 'b' }, '', '  ', null, 5, {}, ['x']])).toEqual([
      { name: 'a', slug: null },
    ]);
  });

  it('are an empty list if the site says so, and unknown if it says nothing readable', () => {
    expect(tagsOf([])).toEqual([]);
    expect(tagsOf([5, null])).toBeNull();
    expect(parseModel({ uid, categories: [{ uid: 'c0ffee' }] }).categories).toBeNull();
  });

  it('are capped, and `noai` counts beyond the cap', () => {
    const facts = parseModel({ uid, tags: [...Array.from({ length: 200 }, (_, i) => `tag ${i}`), 'NoAI'] });
    expect(facts.tags).toHaveLength(maxLabelsPerModel);
    expect(facts.noAi).toBe(true);
  });

  it('of a million cost no more than a thousand', () => {
    const tags = new Array<string>(1_000_000).fill('x');
    expect(tagsOf(tags)).toHaveLength(1);
    expect(leastProcessorMs(() => tagsOf(tags))).toBeLessThan(500);
  });

  it('give noAi by slug, and leave it unknown if they are missing', () => {
    expect(parseModel({ uid, tags: [{ name: 'No AI', slug: 'noai' }] }).noAi).toBe(true);
    expect(parseModel({ uid, tags: [{ name: 'noai fan', slug: 'noaifan' }] }).noAi).toBe(false);
    expect(parseModel({ uid }).noAi).toBeNull();
  });
});

describe('any JSON', () => {
  const fields = Object.keys(v3).concat('isRestricted');
  const mutated = fc
    .tuple(
      fc.constantFrom(...fields),
      fc.json().map((text) => JSON.parse(text) as unknown),
    )
    .map(([field, value]) => ({ ...v3, [field]: value }));
  const rows = fc.array(fc.jsonValue(), { maxLength: 5 });
  const nested = fc.record({ tags: rows, categories: rows, images: rows }).map(({ images, ...labels }) => ({
    ...v3,
    ...labels,
    thumbnails: { images },
  }));

  it('gives facts that the worker accepts, or a ShapeError', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, nested, fc.jsonValue()), (json) => {
        try {
          const facts = parseModel(json);
          expect(parsePageReport({ pageSerial: 0, modelsOnPage: 1, sightings: [facts] }).sightings).toEqual([
            facts,
          ]);
        } catch (error) {
          if (!(error instanceof ShapeError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves the prototypes unchanged', () => {
    const poison = '{"isPolluted":true,"name":"from the prototype"}';
    const json: unknown = JSON.parse(
      `{"uid":"${uid}","__proto__":${poison},"constructor":{"prototype":${poison}},"tags":[{"__proto__":${poison}}],"user":{"__proto__":{"uid":"16271"}}}`,
    );
    expect(parseModel(json)).toEqual({ ...silence, tags: null });
    expect(Object.keys(parseModel(json))).toEqual(Object.keys(silence));
    expect('isPolluted' in {}).toBe(false);
  });

  it('may be nested deeply', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(parseModel({ uid, name: deep, tags: deep, user: deep, thumbnails: { images: deep } })).toEqual(
      silence,
    );
  });
});
