import type { HostState } from '../../src/crawl/host-state';
import { crawlQueue } from '../../src/store/crawl-queue';
import type { ModelRow } from '../../src/store/model-row';
import { readOverview } from '../../src/store/overview';
import { readState } from '../../src/store/states';
import type { Rig } from '../crawl/rig';
import { json, modelUid } from '../crawl/small-world';

/** Runs workers until the crawl stands still or the clock shows `until`; long waits are skipped. */
export async function leap(rig: Rig, until = Infinity, lives = 5_000): Promise<void> {
  for (let life = 0; life < lives && rig.time < until; life++) {
    await rig.work();
    if ((await rig.phase()) !== 'crawling') return;
    const { host } = await readOverview(rig.db, rig.time);
    rig.time = Math.min(until, Math.max(rig.time + 1_000, host.notBefore));
  }
  if (rig.time < until) throw new Error(`still crawling after ${lives} lives`);
}

/** Runs one worker that ends at request `nth`, counted from the world's first one. */
export async function workUpTo(rig: Rig, nth: number): Promise<void> {
  const abort = new AbortController();
  const { answer } = rig.world;
  rig.world.answer = (url, n) => {
    if (n >= nth) abort.abort();
    return answer(url, n);
  };
  await rig.work(
    crawlQueue(rig.db, () => rig.time),
    { signal: abort.signal },
  );
  rig.world.answer = answer;
}

export const isFacts = (url: URL): boolean => url.pathname.startsWith('/v3/models/');
export const isLikesOf = (url: URL, i: number): boolean => url.searchParams.get('model') === modelUid(i);
export const factsOf = (i: number, likeCount: number) =>
  json({ uid: modelUid(i), tags: [], categories: [], likeCount });

export const hostOf = (rig: Rig): Promise<HostState> => readState(rig.db, 'host');
export const models = (rig: Rig): Promise<ModelRow[]> => rig.db.models.orderBy('order').toArray();
export const statesOf = async (rig: Rig): Promise<string[]> => (await models(rig)).map(({ state }) => state);
