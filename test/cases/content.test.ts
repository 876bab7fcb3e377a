import { describe, expect, it } from 'vitest';
import { readState } from '../../src/store/states';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from '../crawl/rig';
import { json, modelUid, status, userUid } from '../crawl/small-world';
import { isFacts, isLikesOf, leap, models, statesOf } from './leap';

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

describe('a response of the wrong shape', () => {
  it.each<[string, string, RegExp]>([
    ['null', 'null', /object/],
    ['a number', '7', /object/],
    ['a string', '"likes"', /object/],
    ['an array', '[]', /object/],
    ['ten thousand nested arrays', deep, /object/],
    ['results that are not an array', '{"results":{"0":{"uid":"16271"}}}', /results/],
    ['null results', '{"results":null,"next":null}', /results/],
    ['results nested ten thousand deep', `{"results":[${deep}]}`, /results/],
    ['rows of numbers', '{"results":[1,2,3],"next":null}', /results/],
    ['ids that are numbers', '{"results":[{"uid":16271}],"next":null}', /results/],
    ['a next that cannot be followed', '{"results":[],"next":true,"cursors":{"next":{}}}', /next/],
  ])(
    '(%s) is refused, requested once more, then fails the model and names the field',
    async (_, body, field) => {
      const rig = await new Rig([60, 30]).begin();
      rig.world.answer = (url) =>
        isLikesOf(url, 0) && url.searchParams.get('cursor') === 'c24' ? status(200, { body }) : undefined;
      await leap(rig);
      expect(rig.world.asked.filter(({ url }) => url.includes('cursor=c24')).length).toBeGreaterThanOrEqual(
        2,
      );
      expect(await statesOf(rig)).toEqual(['partial', 'complete']);
      expect((await models(rig))[0]!.cause).toMatch(field);
      await expectTrueCounters(rig.db);
    },
  );

  it('costs nothing if it occurs once', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (_, nth) => (nth === 3 ? json({ results: 'soon' }) : undefined);
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('stops the crawl with a message after 20 models in a row', async () => {
    const rig = await new Rig(Array<number>(25).fill(10)).begin();
    rig.world.answer = (url) => (isFacts(url) ? undefined : json({ likers: [] }));
    await leap(rig);
    expect(await readState(rig.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'format' });
    expect((await readState(rig.db, 'crawl')).reason).toMatch(/results|uid/);
  });
});

describe('unknown fields', () => {
  it('are neither read nor stored', async () => {
    const rig = await new Rig([1]).begin();
    const row = { uid: userUid(0), username: 'ada', email: 'secret@example.org', avatars: { images: [] } };
    rig.world.answer = (url) =>
      isFacts(url)
        ? json({ uid: modelUid(0), tags: [], categories: [], likeCount: 1, secret: 'secret' })
        : json({ results: [row], next: null, secret: 'secret' });
    await leap(rig);
    const everything = await Promise.all(rig.db.tables.map((table) => table.toArray() as Promise<unknown[]>));
    expect(JSON.stringify(everything)).not.toContain('secret');
    expect(await statesOf(rig)).toEqual(['complete']);
  });
});

describe('keys named __proto__ and constructor', () => {
  it('reach no prototype and no row', async () => {
    const rig = await new Rig([1]).begin();
    const poison = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const tags = `[{"name":"__proto__","slug":"constructor",${poison}}]`;
    rig.world.answer = (url) =>
      isFacts(url)
        ? status(200, {
            body: `{"uid":"${modelUid(0)}","tags":${tags},"categories":[],"likeCount":1,${poison}}`,
          })
        : status(200, { body: `{"results":[{"uid":"${userUid(0)}",${poison}}],"next":null,${poison}}` });
    await leap(rig);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await models(rig))[0]!.tags).toEqual([{ name: '__proto__', slug: 'constructor' }]);
    const everything = await Promise.all(rig.db.tables.map((table) => table.toArray() as Promise<unknown[]>));
    expect(JSON.stringify(everything)).not.toContain('polluted');
  });
});

describe('invalid user ids', () => {
  it.each<[string, string]>([
    ['other letters', '"äöü16271"'],
    ['empty', '""'],
    ['10 KB', JSON.stringify('a'.repeat(10_240))],
    ['a number past 2^53', '9007199254740993'],
    ['a path', '"../../me"'],
    ['an array', '["16271"]'],
    ['a string with a line break', '"16271\\n"'],
  ])('(%s) are refused, and the list is never complete', async (_, uid) => {
    const rig = await new Rig([2]).begin();
    const body = `{"results":[{"uid":"16271"},{"uid":${uid}}],"next":null}`;
    rig.world.answer = (url) => (isFacts(url) ? undefined : status(200, { body }));
    await leap(rig);
    expect(await models(rig)).toMatchObject([{ state: 'partial', likesCollected: 1 }]);
    expect((await rig.db.users.toArray()).map((user) => user.uid)).toEqual(['16271']);
  });

  it('are told apart from valid ones, 32 hex digits and short decimals, both kept as text', async () => {
    const rig = await new Rig([2]).begin();
    const results = [{ uid: '16271' }, { uid: 'ffeeddccbbaa99887766554433221100' }];
    rig.world.answer = (url) => (isFacts(url) ? undefined : json({ results, next: null }));
    await leap(rig);
    expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 2 }]);
  });
});
