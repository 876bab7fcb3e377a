import { describe, expect, it } from 'vitest';
import { firstLikesPosition, likesUrl } from '../../src/sketchfab/addresses';
import { parseLikesPage } from '../../src/sketchfab/likes-page';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { ShapeError } from '../../src/sketchfab/shape-error';

const model = '00112233445566778899aabbccddeeff' as ModelUid;
const ada = { uid: '16271', username: 'ada', displayName: 'Ada L.' };
const grace = { uid: '0a0b0c0d0e0f00010203040506070809', username: 'grace' };
const parse = (json: unknown, asked = firstLikesPosition) => parseLikesPage(json, model, asked);

describe('a page of likes', () => {
  it('lists its users in the order of the site, repeats included', () => {
    expect(parse({ next: null, results: [ada, grace, ada] }).userUids).toEqual([ada.uid, grace.uid, ada.uid]);
  });

  it('keeps ids as strings, so that none loses precision', () => {
    const page = parse({ next: null, results: [ada, { uid: 9007199254740993 }] });
    expect(page).toMatchObject({ userUids: ['16271'], unreadableRows: 1 });
  });

  it.each([
    ['no uid', { username: 'x' }],
    ['an empty uid', { uid: '' }],
    ['a uid of ten kilobytes', { uid: 'a'.repeat(10_000) }],
    ['a uid with a slash', { uid: '../../etc' }],
    ['null', null],
    ['a string', 'ada'],
  ])('skips and counts a row with %s', (_, row) => {
    expect(parse({ next: null, results: [row, grace] })).toEqual({
      userUids: [grace.uid],
      usernames: [grace.username],
      unreadableRows: 1,
      next: null,
    });
  });

  it.each([
    ['null', null, 'the answer is no object'],
    ['an array', [], 'the answer is no object'],
    ['an object without results', { next: null }, 'results: no list'],
    ['an object whose results are an object', { results: {} }, 'results: no list'],
    ['a list of models instead of users', { results: [{ uid: model, viewerUrl: 'x' }] }, 'results: a model'],
    ['a list of rows without users', { results: [{}, {}] }, 'results: no row has a user id'],
    ['a list of 1,001 rows', { results: Array(1001).fill(ada) }, 'too many rows'],
  ])('is refused, naming the field, if it is %s', (_, json, message) => {
    expect(() => parse(json)).toThrow(ShapeError);
    expect(() => parse(json)).toThrow(message);
  });
});

describe('a page of likes', () => {
  it('may be empty, or have as many as a thousand rows', () => {
    expect(parse({ next: null, results: [] }).userUids).toEqual([]);
    expect(parse({ next: null, results: Array(1_000).fill(ada) }).userUids).toHaveLength(1_000);
  });

  it('has no username where the site gives none, and cuts one that is far too long', () => {
    const users = [{ uid: '1' }, { uid: '2', username: 7 }, { uid: '3', username: ' ' }];
    const long = { uid: '4', username: 'x'.repeat(101) };
    expect(parse({ next: null, results: [...users, long] }).usernames).toEqual([
      null,
      null,
      null,
      'x'.repeat(100),
    ]);
  });
});

describe('the address of the next page', () => {
  const next = (links: object, asked?: string) => parse({ results: [ada, grace], ...links }, asked).next;

  it.each([
    ['null', { next: null }],
    ['missing', {}],
    ['empty', { next: '' }],
    ['null in both places', { next: null, cursors: { next: null, previous: null } }],
  ])('is absent if the link is %s', (_, links) => {
    expect(next(links)).toBeNull();
  });

  it('keeps the requested address and all its parameters when the link is a URL', () => {
    const position = next({
      next: `https://sketchfab.com/i/likes?model=${model}&cursor=bz0yNA%3D%3D&sort=new`,
    });
    expect(likesUrl(model, position!)).toBe(
      `https://sketchfab.com/i/likes?model=${model}&cursor=bz0yNA%3D%3D&sort=new`,
    );
  });

  it('resolves a relative URL against the site', () => {
    expect(next({ next: `/i/likes?model=${model}&count=24&offset=48` })).toBe('count=24&offset=48');
  });

  it.each([
    [
      'another origin',
      `https://evil.example/i/likes?model=${model}&cursor=abc&token=1`,
      'count=24&cursor=abc',
    ],
    ['credentials in it', `https://me:pw@sketchfab.com/i/users/me?offset=24`, 'count=24&offset=24'],
    ['another path', `https://sketchfab.com/i/models?model=${model}&offset=24`, 'count=24&offset=24'],
    ['another model', `https://sketchfab.com/i/likes?model=ffff&cursor=abc`, 'count=24&cursor=abc'],
    ['a script', `javascript:alert(1)//?cursor=abc`, 'count=24&cursor=abc'],
  ])('takes only cursor or offset from a URL with %s', (_, url, position) => {
    expect(next({ next: url })).toBe(position);
  });

  it.each(['x24', '24x', '-24', '1e3', '1234567890', ''])('takes no offset that is %j', (offset) => {
    const url = `https://sketchfab.com/elsewhere?cursor=abc&offset=${offset}`;
    expect(next({ next: url })).toBe('count=24&cursor=abc');
  });

  it.each([`https://sketchfab.com/i/likes?model=${model}`, 'https://[', 'more'])(
    'continues from the requested offset if the link is %s, which names no page',
    (link) => {
      expect(next({ next: link })).toBe('count=24&offset=2');
    },
  );

  it('takes a cursor that is a number, and none that is empty or an object', () => {
    expect(next({ cursors: { next: 48 } })).toBe('count=24&cursor=48');
    expect(next({ cursors: { next: '' } })).toBeNull();
    expect(next({ cursors: { next: {} } })).toBeNull();
  });

  it('may have a thousand characters', () => {
    const cursor = 'x'.repeat(1_000 - 'count=24&cursor='.length);
    expect(next({ cursors: { next: cursor } })).toHaveLength(1_000);
    expect(() => next({ cursors: { next: `${cursor}x` } })).toThrow(/too long/);
  });

  it('encodes a cursor that is not part of a URL', () => {
    expect(next({ next: null, cursors: { next: 'a=1&model=x' } })).toBe('count=24&cursor=a%3D1%26model%3Dx');
  });

  it('continues from the requested offset if the site only says that there is more', () => {
    expect(next({ next: true })).toBe('count=24&offset=2');
    expect(next({ next: true }, 'count=24&offset=48')).toBe('count=24&offset=50');
  });

  it('is a shape error if a page reached by cursor says that there is more but gives no cursor', () => {
    expect(() => next({ next: true }, 'count=24&cursor=abc')).toThrow(/next: says there is more/);
  });

  it('is a shape error if a cursor is long enough to fill a disk', () => {
    expect(() => next({ cursors: { next: 'x'.repeat(5_000) } })).toThrow(/too long/);
  });
});
