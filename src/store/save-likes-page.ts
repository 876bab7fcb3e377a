import type { LikesPageToSave } from '../crawl/crawl-queue';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { HostState } from '../crawl/host-state';
import { countLikers } from './count-likers';
import { endStep } from './crawl-step';
import type { LikesOutDatabase } from './database';
import { endSweep } from './end-sweep';
import type { LikesPageRow } from './likes-page-row';
import type { ModelRow } from './model-row';

export function saveLikesPage(
  db: LikesOutDatabase,
  request: CrawlRequest,
  page: LikesPageToSave,
  host: HostState,
): Promise<boolean> {
  return endStep(db, request, host, async (before) => {
    await db.likesPages.put(rowOf(request, page));
    const { model, users } = await takeIn(db, before, request, page);
    const { after } = page;
    if (!after.goOn) {
      const end = await endSweep(db, model, request.sweep, after);
      return { model: end.model, request: null, users: users + end.users };
    }
    const next = {
      position: after.position,
      pageIndex: request.pageIndex + 1,
      retryCount: 0,
      notBefore: 0,
      lastError: null,
    };
    return { model, request: { ...request, ...next }, users };
  });
}

/** The first sweep counts page by page; a later one only when it has replaced the sweep before it. */
async function takeIn(
  db: LikesOutDatabase,
  before: ModelRow,
  { sweep }: CrawlRequest,
  { freshUsers }: LikesPageToSave,
) {
  const isCurrent = before.sweep === null || before.sweep === sweep;
  const model: ModelRow = { ...before, state: 'crawling', cause: null };
  if (!isCurrent) return { model, users: 0 };
  const likesCollected = before.likesCollected + freshUsers.length;
  return { model: { ...model, sweep, likesCollected }, users: await countLikers(db, freshUsers) };
}

function rowOf({ modelUid, sweep, pageIndex }: CrawlRequest, page: LikesPageToSave): LikesPageRow {
  const { position, userUids, unreadableRows, fetchedAt } = page;
  return { modelUid, sweep, index: pageIndex, position, userUids, unreadableRows, fetchedAt };
}
