import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeSite, type PracticeSite } from '../../practice/practice-site';
import { createWorld } from '../../practice/world/world';
import { ask } from './ask';

const world = createWorld({ seed: 7, models: 40, users: 900, likes: 2_000 });
const { uid } = world.modelAt(0);
let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite({ world, latencyMs: 30 });
});
beforeEach(() => site.ledger.clear());
afterAll(() => site.close());

describe('the ledger', () => {
  it('records what a request carried', async () => {
    const headers = {
      cookie: 'a=1',
      origin: 'https://x.example',
      referer: 'https://y.example/',
      'user-agent': 'me',
      'sec-fetch-dest': 'empty',
    };
    await ask(site, `/i/likes?model=${uid}&count=24`, { headers });
    const [entry] = site.ledger.entries;
    expect(entry).toMatchObject({
      method: 'GET',
      host: 'sketchfab.com',
      path: '/i/likes',
      status: 200,
      fault: null,
    });
    expect(entry).toMatchObject({
      cookie: 'a=1',
      origin: 'https://x.example',
      referer: 'https://y.example/',
    });
    expect(entry).toMatchObject({ userAgent: 'me', secFetchDest: 'empty' });
    expect(entry?.query.get('model')).toBe(uid);
  });

  it('records null for what a request did not carry', async () => {
    await ask(site, `/i/likes?model=${uid}`);
    expect(site.ledger.entries[0]).toMatchObject({
      cookie: null,
      origin: null,
      referer: null,
      secFetchDest: null,
    });
  });

  it('measures from arrival to the last byte', async () => {
    await ask(site, `/i/likes?model=${uid}`);
    await expect.poll(() => site.ledger.entries[0]?.finishedAt).not.toBeNull();
    const { at, finishedAt } = site.ledger.entries[0]!;
    expect(finishedAt! - at).toBeGreaterThanOrEqual(28); // the site's latency, minus the resolution of two clocks
  });

  it('distinguishes the API from pages, and the likes of one model from other requests', async () => {
    const other = world.modelAt(1).uid;
    const asked = [
      '/3d-models/popular',
      '/practice/state.json',
      `/i/likes?model=${uid}`,
      `/i/likes?model=${other}`,
    ];
    for (const address of [...asked, 'https://api.sketchfab.com/v3/models']) await ask(site, address);
    expect(site.ledger.entries).toHaveLength(5);
    expect(site.ledger.apiRequests().map(({ path }) => path)).toEqual(['/i/likes', '/i/likes', '/v3/models']);
    expect(site.ledger.likesRequests()).toHaveLength(2);
    expect(site.ledger.likesRequests(other)).toHaveLength(1);
  });
});
