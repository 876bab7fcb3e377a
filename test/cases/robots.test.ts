import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { readState } from '../../src/store/states';
import type { Answer } from '../../src/sketchfab/answer';
import { Rig } from '../crawl/rig';
import { status } from '../crawl/small-world';
import { leap } from './leap';

const isRobots = (url: URL) => url.pathname === '/robots.txt';
const text = (body: string): Answer => status(200, { contentType: 'text/plain', body });
const day = 86_400_000;

/** A crawl without rules yet, on a site whose robots.txt is `answer`. */
async function under(answer: Answer | ((host: string) => Answer), likes = [30, 10]): Promise<Rig> {
  const rig = await new Rig(likes).begin();
  await rig.db.states.delete('rules');
  rig.world.answer = (url) => {
    if (!isRobots(url)) return undefined;
    return typeof answer === 'function' ? answer(url.hostname) : answer;
  };
  return rig;
}

const asked = (rig: Rig) => rig.world.asked.map(({ url }) => new URL(url));
const others = (rig: Rig) => asked(rig).filter((url) => !isRobots(url));

describe('robots.txt', () => {
  it('is read once, before anything else of a host', async () => {
    const rig = await under(text(''));
    await leap(rig);
    const urls = asked(rig);
    for (const origin of new Set(urls.map((url) => url.origin))) {
      const own = urls.filter((url) => url.origin === origin);
      expect(own.map(isRobots)).toEqual(own.map((_, i) => i === 0));
    }
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it.each([400, 401, 403, 404, 410, 451])('allows everything if it is missing (HTTP %i)', async (code) => {
    const rig = await under(status(code, { contentType: 'text/html', body: '<h1>No</h1>' }));
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
    expect(asked(rig).filter(isRobots)).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['HTTP 500', status(500)],
    ['HTTP 503', status(503)],
    ['no response', { failure: 'timeout', message: '' }],
    ['an endless redirect', { failure: 'no-connection', message: 'redirect count exceeded' }],
  ])(
    'allows nothing while it cannot be reached (%s), and is requested ever less often',
    async (_, answer) => {
      let isUp = false;
      const rig = await under(() => (isUp ? text('') : answer));
      const start = rig.time;
      await leap(rig, start + 6 * 3_600_000);
      expect(others(rig)).toEqual([]);
      expect(rig.world.asked.length).toBeLessThan(15);
      isUp = true;
      await leap(rig);
      expect(await rig.stored()).toEqual(rig.truth());
    },
  );

  it('blocks the crawl if it is behind a wall, and a requested wait is kept', async () => {
    const walled = await under(status(202, { wall: 'challenge', body: '' }));
    await leap(walled);
    expect(await readState(walled.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'wall' });
    let turns = 0;
    const busy = await under(() => (++turns === 1 ? status(429, { retryAfter: '600' }) : text('')));
    await leap(busy);
    expect(busy.gaps()[0]).toBeGreaterThanOrEqual(600_000);
    expect(await busy.stored()).toEqual(busy.truth());
  });

  it('allows everything if it is empty', async () => {
    const rig = await under(status(204, { body: '' }));
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('is left to the user to decide about if it is too long to read', async () => {
    const rig = await under({ failure: 'too-large', message: '' });
    await leap(rig);
    expect(others(rig)).toEqual([]);
    expect(await readState(rig.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'robots' });
  });

  it('is left to the user to decide about above 500 KiB, since a rule may stand beyond', async () => {
    const padding = `# ${'x'.repeat(500 * 1_024)}\n`;
    const beyond = await under(text(`User-agent: *\n${padding}Disallow: /\n`));
    await leap(beyond);
    expect(others(beyond)).toEqual([]);
    expect(await readState(beyond.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'robots' });
  });

  it('is read again after a day, and not before', async () => {
    const rig = await under(text(''), [30]);
    await leap(rig);
    rig.time += day - 60_000;
    await startCrawl(rig.db, 'all', rig.time);
    await leap(rig);
    expect(asked(rig).filter(isRobots)).toHaveLength(2);
    rig.time += day;
    await startCrawl(rig.db, 'anew', rig.time);
    await leap(rig);
    expect(asked(rig).filter(isRobots)).toHaveLength(4);
  });
});

describe('a path that robots.txt disallows', () => {
  const rules = 'User-agent: *\nDisallow: /i/\nAllow: /v3/\n';

  it('blocks the crawl without a request until the user decides otherwise', async () => {
    const rig = await under(text(rules));
    await leap(rig);
    expect(await readState(rig.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'robots' });
    expect(rig.world.likesRequests()).toEqual([]);
    await startCrawl(rig.db, 'all', rig.time);
    await leap(rig);
    expect(rig.world.likesRequests()).toEqual([]);
    expect(await rig.phase()).toBe('blocked');
    rig.pace = { ...rig.pace, crawlDespiteRobots: true };
    await startCrawl(rig.db, 'all', rig.time);
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('counts if the rules name Likes Out, but not if they name others', async () => {
    const ours = await under(text('User-agent: LikesOut\nDisallow: /i/\n'));
    await leap(ours);
    expect(await ours.phase()).toBe('blocked');
    const theirs = await under(text('User-agent: GPTBot\nDisallow: /\n'));
    await leap(theirs);
    expect(await theirs.stored()).toEqual(theirs.truth());
  });

  it('on one host does not affect the other', async () => {
    const rig = await under((host) =>
      text(host === 'sketchfab.com' ? '' : 'User-agent: *\nDisallow: /v4/\n'),
    );
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a crawl delay in robots.txt', () => {
  it.each([false, true])(
    'is obeyed if it is longer than the setting (ignoring the rules: %s)',
    async (despite) => {
      const rig = await under(text('User-agent: *\nCrawl-delay: 7\n'), [60, 30]);
      rig.pace = { ...rig.pace, crawlDespiteRobots: despite };
      await leap(rig);
      const of = others(rig);
      expect(of).toHaveLength(2 + 3 + 2);
      const times = rig.world.asked.filter(({ url }) => !url.endsWith('robots.txt')).map(({ at }) => at);
      const gaps = times.slice(1).map((at, i) => at - times[i]!);
      // Between the first two requests, the rules of another host are requested.
      expect(Math.min(...gaps.slice(1))).toBeGreaterThanOrEqual(7_000);
      expect(await rig.stored()).toEqual(rig.truth());
    },
  );

  it('does not speed up a slower setting, and is ignored if it is nonsense', async () => {
    const slow = await under(text('User-agent: *\nCrawl-delay: 0.1\n'), [60]);
    slow.pace = { ...slow.pace, crawlDelayMs: 3_000 };
    await leap(slow);
    expect(Math.min(...slow.gaps())).toBeGreaterThanOrEqual(3_000);
    for (const delay of ['soon', '-5', '']) {
      const odd = await under(text(`User-agent: *\nCrawl-delay: ${delay}\n`), [60]);
      await leap(odd);
      expect(Math.max(...odd.gaps())).toBeLessThan(2_000);
    }
  });
});
