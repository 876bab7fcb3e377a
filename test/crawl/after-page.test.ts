import { describe, expect, it } from 'vitest';
import { afterPage } from '../../src/crawl/after-page';
import { emptySweep, rememberPage } from '../../src/crawl/sweep-memory';
import type { UserUid } from '../../src/sketchfab/user-uid';

/** Reads pages of users in turn; each names the position it was asked at. */
function sweepOf(...pages: { position: string; users: string[]; unreadableRows?: number }[]) {
  const memory = emptySweep();
  let freshUsers = 0;
  let rows = 0;
  for (const { position, users, unreadableRows = 0 } of pages) {
    rows = users.length;
    freshUsers = rememberPage(memory, { position, userUids: users as UserUid[], unreadableRows }).length;
  }
  return { memory, freshUsers, rows };
}

const after = (next: string | null, sweep: ReturnType<typeof sweepOf>, likeCount: number | null = null) =>
  afterPage({ next, freshUsers: sweep.freshUsers, rows: sweep.rows }, sweep.memory, likeCount);

describe('after a page of likes', () => {
  const first = { position: 'count=24', users: ['a', 'b'] };

  it('goes on to a page not asked yet', () => {
    expect(after('offset=2', sweepOf(first))).toEqual({ goOn: true, position: 'offset=2' });
  });

  it('is complete at the end of a list as long as the site shows', () => {
    expect(after(null, sweepOf(first), 2)).toMatchObject({ goOn: false, state: 'complete' });
  });

  it('is complete when likes came in since the site was last asked for their number', () => {
    expect(after(null, sweepOf(first), 1)).toMatchObject({ state: 'complete' });
  });

  it('is complete at the end of a list whose length nobody knows', () => {
    expect(after(null, sweepOf(first), null)).toMatchObject({ state: 'complete' });
  });

  it('is complete for a model that nobody likes', () => {
    expect(after(null, sweepOf({ position: 'count=24', users: [] }), 0)).toMatchObject({ state: 'complete' });
  });

  it('has drifted when the list ends short of the number shown', () => {
    expect(after(null, sweepOf(first), 3)).toMatchObject({ state: 'drifted' });
  });

  it('counts a user seen twice once, so two rows do not hide a missing like', () => {
    expect(after(null, sweepOf({ position: 'count=24', users: ['a', 'a'] }), 2)).toMatchObject({
      state: 'drifted',
    });
  });

  it('is partial when a row could not be read', () => {
    const sweep = sweepOf({ ...first, unreadableRows: 1 }, { position: 'offset=2', users: ['c'] });
    expect(after(null, sweep, 3)).toMatchObject({ state: 'partial' });
  });

  it('is partial when the next page is the one just read', () => {
    expect(after('count=24', sweepOf(first))).toMatchObject({ goOn: false, state: 'partial' });
  });

  it('is partial when the list leads from A to B to A', () => {
    expect(after('count=24', sweepOf(first, { position: 'B', users: ['c'] }))).toMatchObject({
      state: 'partial',
    });
  });

  it('is partial when a page under a new cursor shows nobody new', () => {
    expect(after('C', sweepOf(first, { position: 'B', users: ['b', 'a'] }))).toMatchObject({
      state: 'partial',
    });
  });

  it('follows two empty pages, but not a third', () => {
    const empty = (position: string) => ({ position, users: [] });
    expect(after('D', sweepOf(first, empty('B'), empty('C')))).toMatchObject({ goOn: true });
    expect(after('E', sweepOf(first, empty('B'), empty('C'), empty('D')))).toMatchObject({
      state: 'partial',
    });
  });
});
