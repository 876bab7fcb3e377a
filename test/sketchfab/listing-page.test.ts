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

  it('leaves out models that are not public, and counts them nowhere', () => {
    const { models, unreadableRows } = page({ results: [{ uid, visibility: 'private' }, { uid }] });
    expect({ models: models.length, unreadableRows }).toEqual({ models: 1, unreadableRows: 0 });
  });

  it('may be empty, or have as many as a thousand rows and a cursor of as many characters', () => {
    expect(page({ results: [], next: '' })).toEqual({ models: [], unreadableRows: 0, next: null });
    expect(page({ results: Array(1_000).fill({ uid }) }).models).toHaveLength(1_000);
    expect(page({ cursors: { next: 'x'.repeat(1_000) } }).next).toContain('x'.repeat(1_000));
  });

  it('takes a cursor that is a number, and none that is empty or a list', () => {
    expect(page({ cursors: { next: 24 } }).next).toMatch(/cursor=24$/);
    expect(page({ cursors: { next: '' } }).next).toBeNull();
    expect(page({ cursors: { next: ['a'] }, next: 7 }).next).toBeNull();
  });

  it('tells that what it says comes from an answer of the site', () => {
    expect(page({}).models).toMatchObject([{ origins: { likeCount: 'answer' } }]);
  });

  it.each([
    ['a cursor that is half a character', { cursors: { next: 'a\ud800' } }, /^next: no text that could/],
    ['a cursor of 1,001 characters', { cursors: { next: 'x'.repeat(1_001) } }, /^next: too long/],
    ['a next page without an address', { next: 'yes' }, /^next: says there is more, but not where/],
    ['no row that is a model', { results: [{}, 3] }, /^results: no row has the id of a model/],
    ['results that are not an array', { results: {} }, /^results: no list/],
    ['1,001 rows', { results: Array(1_001).fill({ uid }) }, /^results: far too many rows/],
  ])('with %s is refused, naming the field', (_, over, message) => {
    expect(() => page(over)).toThrow(ShapeError);
    expect(() => page(over)).toThrow(message);
  });

  it.each([null, [], 'page'])('is never %j', (json) => {
    expect(() => parseListingPage(json)).toThrow(ShapeError);
    expect(() => parseListingPage(json)).toThrow(/^the answer is no object/);
  });
});
