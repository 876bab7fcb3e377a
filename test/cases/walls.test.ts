import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { readState } from '../../src/store/states';
import type { Answer } from '../../src/sketchfab/answer';
import { Rig } from '../crawl/rig';
import { modelUid, status } from '../crawl/small-world';
import { leap, statesOf } from './leap';

const html = { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Just a moment</title>' };
const walls: readonly [string, Answer][] = [
  ['202 with the challenge of a firewall', status(202, { wall: 'challenge', body: '' })],
  ['202 with an empty body', status(202, { body: '' })],
  ['403 with a web page', status(403, html)],
  ['403 with an empty body', status(403, { body: '' })],
  ['401 with a web page', status(401, html)],
  ['405 with a captcha', status(405, { wall: 'captcha', body: '' })],
  ['405 with an empty body', status(405, { body: '' })],
  ['403 with cf-mitigated', status(403, { ...html, wall: 'challenge' })],
  ['503 with cf-mitigated', status(503, { ...html, wall: 'challenge' })],
  ['404 with a captcha header', status(404, { wall: 'captcha' })],
  ['200 with a challenge header', status(200, { wall: 'challenge' })],
  ['200 with a web page, as captive portals return', status(200, html)],
  ['200 with a web page labelled as JSON', status(200, { body: html.body })],
  ['200 with an empty body', status(200, { body: '' })],
  ['200 with white space', status(200, { body: ' \r\n ' })],
];

describe('a wall', () => {
  it.each(walls)(
    '(%s) blocks the crawl at once and is never taken for a list without likes',
    async (_, wall) => {
      const rig = await new Rig([60, 30]).begin();
      rig.world.answer = (__, nth) => (nth === 3 ? wall : undefined);
      await leap(rig);
      expect(rig.world.asked).toHaveLength(3);
      expect(await readState(rig.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'wall' });
      expect(await rig.db.requests.get(`likes:${modelUid(0)}`)).toMatchObject({
        state: 'pending',
        retryCount: 0,
      });
      expect(await statesOf(rig)).toEqual(['crawling', 'new']);

      rig.time += 3_600_000;
      await rig.work();
      expect(rig.world.asked).toHaveLength(3); // only a user can resume

      await startCrawl(rig.db, 'all', rig.time);
      await leap(rig);
      expect(rig.world.asked[3]!.url).toBe(rig.world.asked[2]!.url);
      expect(await rig.stored()).toEqual(rig.truth());
    },
  );
});

describe('a redirect to a login or another host', () => {
  const redirected: Answer = { failure: 'redirected', message: 'https://sketchfab.com/login' };

  it('is not followed, and costs no model anything while it lasts', async () => {
    const rig = await new Rig(Array<number>(20).fill(1)).begin();
    const until = rig.time + 3_600_000;
    rig.world.answer = () => (rig.time < until ? redirected : undefined);
    await leap(rig);
    const during = rig.world.asked.filter(({ at }) => at < until);
    expect(during.length).toBeLessThanOrEqual(8);
    expect(rig.world.asked.every(({ url }) => !url.includes('login'))).toBe(true);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});
