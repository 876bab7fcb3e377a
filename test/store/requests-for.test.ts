import { describe, expect, it } from 'vitest';
import { newModelRow, type ModelRow } from '../../src/store/model-row';
import { requestsAnew, requestsFor, secondPass } from '../../src/store/requests-for';
import { sighting } from '../crawl/small-world';

const row = (own: Partial<ModelRow>): ModelRow => ({
  ...newModelRow(sighting(1, { tags: [], categories: [] }), 7, 0),
  likeCount: 3,
  ...own,
});
/** A list that was read completely, when three likes were shown and two of them were handed out. */
const complete = (own: Partial<ModelRow>): ModelRow =>
  row({ state: 'complete', likesCollected: 2, countWhenRead: 3, isCountFresh: true, ...own });

const kindsOf = (requests: ReturnType<typeof requestsFor>) =>
  requests.map(({ kind, extent }) => (kind === 'likes' ? `${extent} list` : 'facts'));

describe('the requests for a model', () => {
  it.each<[string, ModelRow, readonly string[]]>([
    ['that is gone are none', row({ state: 'gone', tags: null }), []],
    ['that is new and has one page of likes are one for its list', row({}), ['whole list']],
    ['whose likes fill a page are one for its list', row({ likeCount: 24 }), ['whole list']],
    ['with more likes also ask how many there are', row({ likeCount: 25 }), ['facts', 'whole list']],
    ['with an unknown number of likes also ask for it', row({ likeCount: null }), ['facts', 'whole list']],
    ['without tags also ask for them', row({ tags: null }), ['facts', 'whole list']],
    ['without categories also ask for them', row({ categories: null }), ['facts', 'whole list']],
    [
      'whose tags were asked for in vain do not ask again',
      row({ tags: null, hasAskedForFacts: true }),
      ['whole list'],
    ],
    [
      'whose list is complete and was not seen again ask for its number of likes',
      complete({ isCountFresh: false }),
      ['facts'],
    ],
    ['seen with the number of likes its list was read with are none', complete({}), []],
    [
      'seen with fewer likes than its list was read with ask for the newest',
      complete({ likeCount: 2 }),
      ['newest list'],
    ],
    ['seen with more likes ask for the newest', complete({ likeCount: 4 }), ['newest list']],
    ['seen without a number of likes are none', complete({ likeCount: null }), []],
    [
      'read when none was shown compare with the likes it has',
      complete({ countWhenRead: null }),
      ['newest list'],
    ],
    [
      'read when none was shown are none if it has them all',
      complete({ countWhenRead: null, likeCount: 2 }),
      [],
    ],
    [
      'read when it had no likes ask for the newest',
      complete({ countWhenRead: 0, likesCollected: 3 }),
      ['newest list'],
    ],
    ['whose list is complete and lacks tags ask for them', complete({ tags: null }), ['facts']],
  ])('%s', (_what, model, kinds) => {
    expect(kindsOf(requestsFor(model))).toEqual(kinds);
  });

  it.each<[string, ModelRow, readonly string[]]>([
    ['of a complete list read all of it', complete({}), ['whole list']],
    [
      'of a long complete list also ask how many likes there are',
      complete({ likeCount: 25 }),
      ['facts', 'whole list'],
    ],
    ['of a model that is gone are none', row({ state: 'gone' }), []],
  ])('to crawl anew %s', (_what, model, kinds) => {
    expect(kindsOf(requestsAnew(model))).toEqual(kinds);
  });

  it('are for the next sweep, and know whether the model was refused before', () => {
    const [facts, likes] = requestsFor(row({ tags: null, lastSweep: 3, state: 'forbidden' }));
    const { uid } = row({});
    const both = { modelUid: uid, state: 'pending', sweep: 4, wasForbidden: true, isSecondPass: false };
    expect(facts).toMatchObject({ ...both, kind: 'model', uniqueKey: `model:${uid}`, extent: 'whole' });
    expect(likes).toMatchObject({ ...both, kind: 'likes', uniqueKey: `likes:${uid}`, pageIndex: 0 });
    expect(requestsFor(row({}))).toMatchObject([{ sweep: 0, wasForbidden: false }]);
  });

  it('come in the order of capture, the facts before the list, and second passes after all others', () => {
    const orders = requestsFor(row({ tags: null })).map(({ order }) => order);
    expect(orders).toEqual([14, 15]);
    const last = requestsFor(row({ order: 10_000_000, tags: null })).at(-1)!.order;
    const second = secondPass(row({ order: 0 }));
    expect(kindsOf(second)).toEqual(['facts', 'whole list']);
    expect(second.every(({ order, isSecondPass }) => order > last && isSecondPass)).toBe(true);
  });

  it.each<[string, ModelRow, number | null]>([
    ['no likes has one page', row({ likeCount: 0 }), 1],
    ['48 likes has two', row({ likeCount: 48 }), 2],
    ['49 likes has three', row({ likeCount: 49 }), 3],
    ['an unknown number of likes has an unknown number', row({ likeCount: null }), null],
    ['25 more likes has two new pages, and one that proves the rest known', complete({ likeCount: 27 }), 3],
    ['fewer likes has the page that proves it', complete({ likeCount: 1 }), 1],
  ])('foresee that a list with %s of pages', (_what, model, pages) => {
    expect(requestsFor(model).find(({ kind }) => kind === 'likes')?.likelyAnswers).toBe(pages);
  });
});
