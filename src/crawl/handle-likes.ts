import { parseLikesPage } from '../sketchfab/likes-page';
import { afterPage } from './after-page';
import type { CrawlQueue } from './crawl-queue';
import type { ModelRequest } from './crawl-request';
import type { HostState } from './host-state';
import { emptySweep, rememberPage, type SweepMemory } from './sweep-memory';

/** Parses a page of likes, decides what follows, and stores both. Keeps the current sweeps in memory. */
export function createLikesHandler(queue: CrawlQueue) {
  const sweeps = new Map<string, SweepMemory>();

  async function sweepOf(request: ModelRequest): Promise<SweepMemory> {
    const remembered = sweeps.get(request.uniqueKey);
    if (remembered) return remembered;
    const { pages, known } = await queue.readSweep(request);
    const memory = emptySweep(new Set(known));
    for (const page of pages) rememberPage(memory, page);
    sweeps.set(request.uniqueKey, memory);
    return memory;
  }

  return async function saveLikes(
    request: ModelRequest,
    { json, isPublic }: { readonly json: unknown; readonly isPublic: boolean },
    host: HostState,
    now: number,
  ): Promise<void> {
    const page = { ...parseLikesPage(json, request.modelUid, request.position), position: request.position };
    const memory = await sweepOf(request);
    const freshUsers = rememberPage(memory, page);
    // Fixed at the first page: a later number can agree by chance with a list from which an unlike hid a like.
    const isFront = request.pageIndex === 0;
    const likesBefore = isFront ? await queue.readLikeCount(request) : request.likesBefore;
    const after = afterPage({ ...page, freshUsers: freshUsers.length }, request, memory, likesBefore);
    const toSave = { ...page, isPublic, fetchedAt: now, freshUsers, after };
    const saved = await queue.saveLikesPage({ ...request, likesBefore }, toSave, host);
    if (!saved || after.end !== 'not-yet') sweeps.delete(request.uniqueKey);
  };
}
