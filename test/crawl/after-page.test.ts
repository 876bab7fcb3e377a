import { describe, expect, it } from 'vitest';
import { afterPage, type Pass } from '../../src/crawl/after-page';
import { emptySweep, rememberPage } from '../../src/crawl/sweep-memory';
import type { UserUid } from '../../src/sketchfab/user-uid';

type Page = { position: string; users: string[]; unreadableRows?: number };

const uids = (users: readonly string[]) => users as readonly UserUid[];
const whole: Pass = { extent: 'whole', isSecondPass: false };

type Circumstances = { known?: readonly string[]; pass?: Pass; isAnswered?: boolean };

/** The decision after `pages`, the last of which leads to `next`. */
function after(
  next: string | null,
  pages: readonly Page[],
  likeCount: number | null,
  { known = [], pass = whole, isAnswered = true }: Circumstances = {},
) {
  const memory = emptySweep(new Set(uids(known)));
  let freshUsers = 0;
  for (const { position, users, unreadableRows = 0 } of pages) {
    freshUsers = rememberPage(memory, { position, userUids: uids(users), unreadableRows }).length;
  }
  const page = { next, userUids: uids(pages.at(-1)!.users), freshUsers };
  return afterPage(page, pass, memory, likeCount === null ? null : { count: likeCount, isAnswered });
}

const first = { position: 'count=24', users: ['a', 'b'] };
const second = { position: 'B', users: ['c', 'd'] };
const settled = (state: string) => ({ end: 'settled', state });

describe('after a page of likes, the list', () => {
  it('continues with a page not requested yet', () => {
    expect(after('offset=2', [first], null)).toEqual({ end: 'not-yet', position: 'offset=2' });
  });

  it('is partial if a row could not be read', () => {
    const pages = [{ ...first, unreadableRows: 1 }, second];
    const cause = 'some rows of the list could not be read';
    expect(after(null, pages, 4)).toEqual({ ...settled('partial'), cause });
  });

  it.each([
    ['the next page is the one just read', 'count=24', [first]],
    ['the list leads from A to B to A', 'count=24', [first, { position: 'B', users: ['c'] }]],
  ])('is partial if %s', (_, next, pages) => {
    const cause = 'the list of likes runs in a circle';
    expect(after(next, pages, null)).toEqual({ ...settled('partial'), cause });
  });

  it('is partial if a page under a new cursor shows no new user', () => {
    const cause = 'a page of likes repeated those before it';
    const pages = [first, { position: 'B', users: ['b', 'a'] }];
    expect(after('C', pages, null)).toEqual({ ...settled('partial'), cause });
  });

  /** Pages of 24 new users each. */
  const pagesOf = (count: number) =>
    Array.from({ length: count }, (_, page) => ({
      position: `offset=${24 * page}`,
      users: Array.from({ length: 24 }, (_user, nth) => `made-up-${page}-${nth}`),
    }));

  it.each([
    [0, 41, 'not-yet'],
    [0, 42, 'settled'],
    [100, 50, 'not-yet'],
    [100, 51, 'settled'],
    [2_000, 208, 'not-yet'],
    [2_000, 209, 'settled'],
  ])('with %i likes shown is, after %i pages of new users, %s', (shown, pages, end) => {
    expect(after('next', pagesOf(pages), shown)).toMatchObject({ end });
  });

  it('is partial if it is far longer than the number of likes shown', () => {
    const cause = 'the list of likes is far longer than the number of likes shown';
    expect(after('next', pagesOf(60), 12)).toEqual({ ...settled('partial'), cause });
  });

  it('continues if only a page showed a number, which may be forged', () => {
    expect(after('next', pagesOf(60), 12, { isAnswered: false })).toMatchObject({ end: 'not-yet' });
  });

  it('is partial after 5,000 pages, if the site shows no number', () => {
    const cause = 'the list of likes does not end';
    expect(after('next', pagesOf(4_999), null)).toMatchObject({ end: 'not-yet' });
    expect(after('next', pagesOf(5_000), null)).toEqual({ ...settled('partial'), cause });
    expect(after('next', pagesOf(5_000), 1_000_000)).toEqual({ ...settled('partial'), cause });
  });

  it('continues after a page of known users if all of it is to be read', () => {
    expect(after('C', [first, second], 4, { known: ['c', 'd'] })).toMatchObject({ end: 'not-yet' });
  });

  it('continues after two empty pages, but not after a third', () => {
    const empty = (position: string) => ({ position, users: [] });
    expect(after('D', [first, empty('B'), empty('C')], null)).toMatchObject({ end: 'not-yet' });
    const cause = 'the list of likes ends in empty pages';
    expect(after('E', [first, empty('B'), empty('C'), empty('D')], null)).toEqual({
      ...settled('partial'),
      cause,
    });
  });
});

describe('a list of one page, a single moment', () => {
  it.each([
    ['as long as the site shows', 2],
    ['longer than the site showed some time ago', 1],
    ['of unknown length', null],
  ])('is complete if it is %s', (_, likeCount) => {
    expect(after(null, [first], likeCount)).toMatchObject(settled('complete'));
  });

  it('is complete if nobody likes the model', () => {
    expect(after(null, [{ position: 'count=24', users: [] }], 0)).toMatchObject(settled('complete'));
  });

  it('is read once more if it is shorter than shown, counting a repeated user once', () => {
    const cause = 'the list is shorter than the number of likes shown';
    expect(after(null, [first], 3)).toEqual({ end: 'second-pass', cause });
    expect(after(null, [{ position: 'count=24', users: ['a', 'a'] }], 2)).toMatchObject({
      end: 'second-pass',
    });
  });
});

describe('a list of several pages, between which likes may come and go', () => {
  it('is complete if it has as many likes as were shown just before', () => {
    expect(after(null, [first, second], 4)).toMatchObject(settled('complete'));
  });

  it.each([
    ['longer', 3],
    ['shorter', 5],
    ['of unknown length', null],
  ])('is read once more if it is %s', (_, likeCount) => {
    expect(after(null, [first, second], likeCount)).toMatchObject({ end: 'second-pass' });
  });
});

describe('a number of likes that only a page has shown', () => {
  const isAnswered = false;

  it('proves no list of several pages complete', () => {
    expect(after(null, [first, second], 4, { isAnswered })).toMatchObject({ end: 'second-pass' });
  });

  it('does not end a sweep for new likes', () => {
    const pass: Pass = { extent: 'newest', isSecondPass: false };
    const known = ['b', 'c', 'd', 'e', 'f'];
    expect(after('C', [first, second], 6, { known, pass, isAnswered })).toMatchObject({ end: 'not-yet' });
  });

  it('agrees with a list of one page that is just as long', () => {
    expect(after(null, [first], 2, { isAnswered })).toMatchObject(settled('complete'));
  });

  it('still casts doubt on a list that is shorter', () => {
    expect(after(null, [first], 3, { isAnswered })).toMatchObject({ end: 'second-pass' });
  });
});

describe('a second pass', () => {
  const pass: Pass = { extent: 'whole', isSecondPass: true };
  const known = ['a', 'b', 'c', 'd'];

  it('completes the list if it finds the same likes, even if the number shown is smaller or unknown', () => {
    expect(after(null, [first, second], 3, { known, pass })).toMatchObject(settled('complete'));
    expect(after(null, [first, second], null, { known, pass })).toMatchObject(settled('complete'));
  });

  it('marks the list drifted if it finds other likes', () => {
    const cause = 'the list changed while it was read';
    const moved = [first, { position: 'B', users: ['c', 'e'] }];
    expect(after(null, moved, 3, { known, pass })).toEqual({ ...settled('drifted'), cause });
    const fewer = [first, { position: 'B', users: ['c'] }];
    expect(after(null, fewer, null, { known, pass })).toEqual({ ...settled('drifted'), cause });
    const more = [first, { position: 'B', users: ['c', 'd', 'e'] }];
    expect(after(null, more, 4, { known, pass })).toEqual({ ...settled('drifted'), cause });
  });

  it('marks the list drifted if it finds the same likes, but fewer than shown', () => {
    expect(after(null, [first, second], 5, { known, pass })).toMatchObject(settled('drifted'));
  });
});

describe('a sweep for new likes', () => {
  const pass: Pass = { extent: 'newest', isSecondPass: false };
  const known = ['b', 'c', 'd', 'e', 'f'];

  it('ends at a full page of known users if the numbers agree', () => {
    expect(after('C', [first, second], 6, { known, pass })).toEqual({ end: 'caught-up' });
  });

  it('continues after a page that is empty', () => {
    const empty = { position: 'C', users: [] };
    expect(after('D', [first, second, empty], 6, { known, pass })).toMatchObject({ end: 'not-yet' });
  });

  it('continues after a page with someone new', () => {
    expect(after('B', [first], 6, { known, pass })).toMatchObject({ end: 'not-yet' });
  });

  it('continues to the end of the list if the numbers show that someone left it', () => {
    expect(after('C', [first, second], 5, { known, pass })).toMatchObject({ end: 'not-yet' });
  });

  it('continues if the number is unknown', () => {
    expect(after('C', [first, second], null, { known, pass })).toMatchObject({ end: 'not-yet' });
  });
});
