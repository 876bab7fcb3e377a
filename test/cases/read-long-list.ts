import { expect } from 'vitest';
import { readState } from '../../src/store/states';
import { Rig } from '../crawl/rig';
import { modelUid } from '../crawl/small-world';
import { leap, statesOf } from './leap';

/** Case 27: a long list, and a short one behind it. */
export async function readLongList(likes: number): Promise<void> {
  const pages = Math.ceil(likes / 24);
  const rig = await new Rig([likes, 30]).begin();
  rig.pace = { ...rig.pace, crawlDelayMs: 0 }; // no waits, to test only the pages
  const saved: number[] = [];
  rig.world.hold = async (nth) => {
    if (nth === 100 || nth === pages) saved.push((await readState(rig.db, 'counters')).likes);
  };
  await leap(rig);
  expect(saved).toEqual([98 * 24, (pages - 2) * 24]); // all but the facts and the page under way
  expect(await statesOf(rig)).toEqual(['complete', 'complete']);
  expect(rig.world.likesRequests()).toHaveLength(pages + 2);
  expect((await rig.stored())[modelUid(0)]).toHaveLength(likes);
}
