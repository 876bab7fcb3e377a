import { describe, expect, it } from 'vitest';
import { parseListingPage } from '../../src/sketchfab/listing-page';
import { ShapeError } from '../../src/sketchfab/shape-error';

const uid = '00112233445566778899aabbccddeeff';
const page = (over: object) => parseListingPage({ results: [{ uid, likeCount: 7 }], next: null, ...over });

describe('a page of the catalogue', () => {
  it('gives its models, and the cursor of the next page', () => {
    const { models, next } = page({ cursors: { next: 'cD0y=' }, next: 'https://evil.example/?cursor=x' });
    expect(models).toMatchObject([{ uid, likeCount: 7 }]);
    expect(next).toBe('sort_by=-likeCount&count=24&cursor=cD0y%3D');
  });

  it('takes the cursor from the address if it is only there', () => {
    expect(page({ next: 'https://api.sketchfab.com/v3/models?cursor=p24' }).next).toMatch(/cursor=p24$/);
  });

  it('is the last one without a cursor', () => {
    expect(page({ cursors: { next: null } }).next).toBeNull();
  });

  it('skips and counts a row that is not a model', () => {
    expect(page({ results: [{ uid }, { uid: 5 }, null] })).toMatchObject({ unreadableRows: 2 });
  });

  it.each([
    ['a cursor that is half a character', { cursors: { next: 'a\ud800' } }],
    ['a cursor of two thousand characters', { cursors: { next: 'x'.repeat(2_000) } }],
    ['a next page without an address', { next: 'yes' }],
    ['no row that is a model', { results: [{}, 3] }],
    ['results that are not an array', { results: {} }],
  ])('with %s is refused, naming the field', (_, over) => {
    expect(() => page(over)).toThrow(ShapeError);
  });
});
