import { discoveryKey, type DiscoveryRequest } from '../crawl/crawl-request';
import { beginDiscovery } from '../crawl/discovery-state';
import { firstListingPosition } from '../sketchfab/addresses';
import { changeQueue, discoveryOrder } from './change-queue';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** From where an interrupted one stands, whatever its minimum was. */
export async function queueDiscovery(db: LikesOutDatabase, minimumLikes: number, now: number): Promise<void> {
  const queued = await db.requests.get(discoveryKey);
  const interrupted = queued?.kind === 'discovery' && queued.state === 'pending' ? queued : null;
  const state = interrupted ? await readState(db, 'discovery') : null;
  await writeState(db, 'discovery', { ...(state ?? beginDiscovery(minimumLikes, now)), minimumLikes });
  const request: DiscoveryRequest = { ...(interrupted ?? newDiscovery), minimumLikes };
  await writeState(db, 'counters', await changeQueue(db, await readState(db, 'counters'), [request]));
}

const newDiscovery: Omit<DiscoveryRequest, 'minimumLikes'> = {
  uniqueKey: discoveryKey,
  kind: 'discovery',
  state: 'pending',
  order: discoveryOrder,
  notBefore: 0,
  retryCount: 0,
  lastError: null,
  pageIndex: 0,
  position: firstListingPosition,
  likelyAnswers: 1,
  landmark: null,
  lastLikeCount: null,
  emptyPagesInRow: 0,
};
