import { describe, expect, it } from 'vitest';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from '../crawl/rig';
import { json, userUid } from '../crawl/small-world';
import { isLikesOf, leap, models } from './leap';
import { readLongList } from './read-long-list';

describe('a model with 50,000 likes', () => {
  // The full length is tested in test/faults/fuzz/long-list.campaign.ts.
  it('is saved page by page, and the models behind it get their turn', () => readLongList(6_000));
});

describe('a response of 100 MB or a million rows', () => {
  it('is given up with its size as the cause, and other models are crawled', async () => {
    const rig = await new Rig([30, 30]).begin();
    rig.world.answer = (url) =>
      isLikesOf(url, 0) ? { failure: 'too-large', message: 'more than 2097152 bytes' } : undefined;
    await leap(rig);
    expect(await models(rig)).toMatchObject([
      { state: 'failed', cause: expect.stringContaining('too large') as string },
      { state: 'complete' },
    ]);
    expect(rig.world.asked.filter(({ url }) => isLikesOf(new URL(url), 0))).toHaveLength(1);
  });

  it.each([1_001, 1_000_000])('stores none of %i rows', async (rows) => {
    const rig = await new Rig([30, 30]).begin();
    const results = Array.from({ length: rows }, (_, i) => ({ uid: userUid(i) }));
    const answer = json({ results, next: null });
    rig.world.answer = (url) => (isLikesOf(url, 0) ? answer : undefined);
    await leap(rig);
    expect(await models(rig)).toMatchObject([
      { state: 'failed', cause: expect.stringContaining('rows') as string, likesCollected: 0 },
      { state: 'complete' },
    ]);
    await expectTrueCounters(rig.db);
  });
});
