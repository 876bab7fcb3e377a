import { describe, expect, it } from 'vitest';
import { Rig } from '../crawl/rig';
import { json, modelUid, userUid } from '../crawl/small-world';
import { isLikesOf, leap, models } from './leap';

const users = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ uid: userUid(from + i), username: `u${from + i}` }));

/** A crawl of one model, where `page` returns the page for each cursor. */
async function listOf(page: (cursor: string | null) => object, likes = 60): Promise<Rig> {
  const rig = await new Rig([likes]).begin();
  rig.world.answer = (url) => (isLikesOf(url, 0) ? json(page(url.searchParams.get('cursor'))) : undefined);
  await leap(rig);
  return rig;
}

describe('next points to the page just read', () => {
  it('detects the loop at once', async () => {
    const rig = await listOf(() => ({ results: users(0, 24), cursors: { next: 'A' } }));
    expect(rig.world.likesRequests()).toHaveLength(2);
    expect(await models(rig)).toMatchObject([{ state: 'partial', likesCollected: 24 }]);
  });

  it('detects the loop even if each response shows other users', async () => {
    let turn = 0;
    const rig = await listOf(() => ({ results: users(24 * turn, 24 * ++turn), cursors: { next: 'A' } }));
    expect(rig.world.likesRequests()).toHaveLength(2);
    expect(await models(rig)).toMatchObject([
      { state: 'partial', cause: expect.stringContaining('circle') as string },
    ]);
  });
});

describe('pages lead from A to B to A', () => {
  it('detects the circle even if every page shows someone new', async () => {
    let turn = 0;
    const next: Record<string, string> = { A: 'B', B: 'C', C: 'A' };
    const rig = await listOf((cursor) => ({
      results: users(24 * turn, 24 * ++turn),
      cursors: { next: next[cursor ?? 'C'] },
    }));
    expect(rig.world.likesRequests()).toHaveLength(4);
    expect(await models(rig)).toMatchObject([{ state: 'partial', likesCollected: 96 }]);
  });
});

describe('next is a foreign address', () => {
  const uid = modelUid(0);
  it.each([
    'https://evil.example/i/likes?cursor=c24',
    'https://user:secret@sketchfab.com/i/likes?cursor=c24',
    `https://user:secret@sketchfab.com/i/likes?model=${uid}&cursor=c24`,
    `https://sketchfab.com.evil.example/i/likes?model=${uid}&cursor=c24`,
    `http://sketchfab.com/i/likes?model=${uid}&cursor=c24`,
    `//evil.example/i/likes?model=${uid}&cursor=c24`,
    'https://sketchfab.com/logout?cursor=c24',
    `https://sketchfab.com/i/likes?model=${modelUid(7)}&cursor=c24`,
    `/i/likes?model=${uid}&cursor=c24#@evil.example`,
  ])('uses only the cursor of %s, in an address built by the crawler', async (next) => {
    const rig = await listOf(
      (cursor) =>
        cursor === 'c24' ? { results: users(24, 30), next: null } : { results: users(0, 24), next },
      30,
    );
    for (const { url } of rig.world.asked) {
      expect(url).toMatch(/^https:\/\/(api\.)?sketchfab\.com\/(i\/likes\?model=0{32}&|v3\/models\/0{32}$)/);
    }
    expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 30 }]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '../../../logout',
    'x'.repeat(5_000),
  ])('ignores %s and continues by offset', async (next) => {
    const rig = await listOf(() => ({ results: users(0, 24), next }));
    const asked = rig.world.asked.map(({ url }) => url.replace(modelUid(0), 'uid'));
    const ours = [
      'https://api.sketchfab.com/v3/models/uid',
      'https://sketchfab.com/i/likes?model=uid&count=24',
    ];
    for (const url of asked) expect([...ours, `${ours[1]}&offset=24`]).toContain(url);
    expect((await models(rig))[0]!.state).not.toBe('complete');
  });
});

describe('empty pages with a next', () => {
  it('are followed if there are two before more likes', async () => {
    const pages: Record<string, object> = {
      A: { results: [], cursors: { next: 'B' } },
      B: { results: [], cursors: { next: 'C' } },
      C: { results: users(24, 30), cursors: { next: null } },
    };
    const rig = await listOf(
      (cursor) => pages[cursor ?? ''] ?? { results: users(0, 24), cursors: { next: 'A' } },
      30,
    );
    expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 30 }]);
  });

  it('end the list at the third in a row', async () => {
    let serial = 0;
    const rig = await listOf((cursor) => ({
      results: cursor === null ? users(0, 24) : [],
      cursors: { next: `n${++serial}` },
    }));
    expect(rig.world.likesRequests()).toHaveLength(4);
    expect(await models(rig)).toMatchObject([
      { state: 'partial', likesCollected: 24, cause: expect.stringContaining('empty') as string },
    ]);
  });
});

describe('the same user twice on a page', () => {
  it('is one like, and does not make up for a missing one', async () => {
    const twice = [...users(0, 10), ...users(0, 2)];
    const whole = await listOf(() => ({ results: twice, next: null }), 10);
    expect(await models(whole)).toMatchObject([{ state: 'complete', likesCollected: 10 }]);
    expect((await whole.stored())[modelUid(0)]).toHaveLength(10);
    const short = await listOf(() => ({ results: twice, next: null }), 12);
    expect(await models(short)).toMatchObject([{ state: 'drifted', likesCollected: 10 }]);
  });
});
