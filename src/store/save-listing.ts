import type { AfterListing } from '../crawl/after-listing';
import type { DiscoveryRequest } from '../crawl/crawl-request';
import { beginDiscovery } from '../crawl/discovery-state';
import type { HostState } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { endStep } from './end-step';
import { readState, writeState } from './states';
import { upsertModels } from './upsert-models';

/** Upserts the models on a page of the catalogue and updates the progress of the discovery. */
export function saveListing(
  db: LikesOutDatabase,
  request: DiscoveryRequest,
  listing: AfterListing & { readonly isPublic: boolean },
  host: HostState,
  now: number,
): Promise<boolean> {
  return endStep(db, request, host, async (before) => {
    const { counters, newModels } = await upsertModels(db, listing, before, now);
    const discovery = (await readState(db, 'discovery')) ?? beginDiscovery(request.minimumLikes, now);
    await writeState(db, 'discovery', {
      ...discovery,
      pages: discovery.pages + 1,
      listed: discovery.listed + listing.models.length,
      newModels: discovery.newModels + newModels,
      firstLikeCount: discovery.firstLikeCount ?? listing.firstLikeCount,
      lastLikeCount: listing.lastLikeCount,
      endedAt: listing.next === null ? now : null,
      error: listing.error,
    });
    return { counters, queue: listing.next === null ? [] : [listing.next] };
  });
}
