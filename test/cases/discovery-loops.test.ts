import { describe, expect, it } from 'vitest';
import { startDiscovery } from '../../src/store/control-crawl';
import { modelUid, status } from '../crawl/small-world';
import { cursorsAsked, discovering, discoveryOf, isListing, listed, rowsOf } from './catalogue';
import { leap, models } from './leap';

const page = (n: number, likeCount = 50) =>
  Array.from({ length: 24 }, (_, i) => ({ uid: modelUid(24 * n + i), likeCount }));

describe('a catalogue that goes round in a circle', () => {
  it.each([1, 2, 3, 7, 24, 100])('of %i pages is abandoned before the third round ends', async (length) => {
    // Five pages lead into the circle; every page shows new models.
    let shown = 0;
    const rig = await discovering((cursor) => {
      const n = cursor === null ? 0 : Number(cursor.slice(1));
      return { results: page(shown++), next: `c${n < 5 ? n + 1 : 5 + ((n - 5 + 1) % length)}` };
    });
    await leap(rig);
    expect((await discoveryOf(rig))!.error).toMatch(/circle/);
    expect(cursorsAsked(rig).length).toBeLessThanOrEqual(3 * (length + 5) + 2);
    expect(await rig.phase()).toBe('idle');
  });
});

describe('a catalogue that cannot be read to its end', () => {
  it('is abandoned at the third empty page', async () => {
    let serial = 0;
    const rig = await discovering((cursor) => ({
      results: cursor === null ? page(0) : [],
      next: `n${++serial}`,
    }));
    await leap(rig);
    expect(cursorsAsked(rig)).toHaveLength(4);
    expect((await discoveryOf(rig))!.error).toMatch(/empty/);
    expect(await models(rig)).toHaveLength(24);
  });

  it('is followed past one empty page', async () => {
    const pages = [page(0), [], page(1), page(2)];
    const rig = await discovering((cursor) => {
      const n = Number(cursor?.slice(1) ?? 0);
      return { results: pages[n]!, next: n < 3 ? `n${n + 1}` : null };
    });
    await leap(rig);
    expect(await models(rig)).toHaveLength(72);
    expect((await discoveryOf(rig))!.error).toBeNull();
  });

  it('is abandoned when it is no longer sorted by likes', async () => {
    const rig = await discovering(
      listed(() => rowsOf([...Array<number>(24).fill(40), ...Array<number>(48).fill(400)])),
    );
    await leap(rig);
    expect(cursorsAsked(rig)).toHaveLength(2);
    expect((await discoveryOf(rig))!.error).toMatch(/sorted/);
  });

  it('is followed if numbers rise a little, as they do while it is read', async () => {
    const counts = Array.from({ length: 96 }, (_, i) => 100 - Math.floor(i / 2) + (i % 5));
    const rig = await discovering(listed(() => rowsOf(counts)));
    await leap(rig);
    expect(await models(rig)).toHaveLength(96);
    expect((await discoveryOf(rig))!.error).toBeNull();
  });

  it('is abandoned at once without numbers of likes, and nothing of it is stored', async () => {
    const rig = await discovering((cursor) => ({
      results: page(Number(cursor?.slice(1) ?? 0)).map(({ uid }) => ({ uid })),
      next: 'n1',
    }));
    await leap(rig);
    expect(cursorsAsked(rig)).toHaveLength(1);
    expect((await discoveryOf(rig))!.error).toMatch(/likes/);
    expect(await models(rig)).toEqual([]);
  });

  it.each([
    ['keeps failing', status(500), 6],
    ['has the wrong shape', status(200, { body: '{"models":[]}' }), 2],
    ['is missing', status(404), 1],
    ['is forbidden', status(403), 1],
  ] as const)(
    'is given up with its cause if it %s, and discovery can be restarted',
    async (_, answer, tries) => {
      const rig = await discovering(listed(() => rowsOf(Array<number>(30).fill(9))));
      const truth = rig.world.answer;
      rig.world.answer = (url) => (isListing(url) ? answer : undefined);
      await leap(rig);
      expect(cursorsAsked(rig)).toHaveLength(tries);
      expect((await discoveryOf(rig))!.error).not.toBeNull();
      expect(await rig.phase()).toBe('idle');
      rig.world.answer = truth;
      await startDiscovery(rig.db, 5, rig.time);
      await leap(rig);
      expect((await discoveryOf(rig))!.error).toBeNull();
      expect(await models(rig)).toHaveLength(30);
    },
  );
});
