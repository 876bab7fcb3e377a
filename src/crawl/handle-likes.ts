import { parseLikesPage } from '../sketchfab/likes-page';
import { afterPage } from './after-page';
import type { CrawlQueue } from './crawl-queue';
import type { ModelRequest } from './crawl-request';
import type { HostState } from './host-state';
import { emptySweep, rememberPage, type SweepMemory } from './sweep-memory';

/** Reads a page of likes, decides what follows it, and saves both. Remembers the sweeps that are under way. */
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
    json: unknown,
    host: HostState,
    now: number,
  ): Promise<void> {
    const page = { ...parseLikesPage(json, request.modelUid, request.position), position: request.position };
    const memory = await sweepOf(request);
    const freshUsers = rememberPage(memory, page);
    // Read now and not at the start: facts may have come in meanwhile.
    const mayEnd = page.next === null || request.extent === 'newest';
    const likeCount = mayEnd ? await queue.readLikeCount(request) : null;
    const after = afterPage({ ...page, freshUsers: freshUsers.length }, request, memory, likeCount);
    const saved = await queue.saveLikesPage(request, { ...page, fetchedAt: now, freshUsers, after }, host);
    if (!saved || after.end !== 'no') sweeps.delete(request.uniqueKey);
  };
}
