import type { LikesPageToSave } from '../crawl/crawl-queue';
import type { ModelRequest } from '../crawl/crawl-request';
import type { HostState } from '../crawl/host-state';
import type { UserUid } from '../sketchfab/user-uid';
import { countLikers } from './count-likers';
import type { LikesOutDatabase } from './database';
import { endModelStep } from './end-step';
import { endSweep } from './end-sweep';
import { wasShownToEveryone, type ModelRow } from './model-row';
import type { LikesPageRow } from './rows';

export function saveLikesPage(
  db: LikesOutDatabase,
  request: ModelRequest,
  page: LikesPageToSave,
  host: HostState,
): Promise<boolean> {
  return endModelStep(db, request, host, async (stored) => {
    const isShown = page.isPublic && stored.isHidden !== true;
    const before = {
      ...stored,
      isPublic: isShown || wasShownToEveryone(stored),
      ...(isShown && { shownAt: page.fetchedAt }),
    };
    const isList = before.sweep === null || before.sweep === request.sweep;
    await db.likesPages.put(rowOf(request, page, isList));
    const { model, users } = await countPage(db, before, request, page, isList);
    if (page.after.end === 'not-yet') {
      const queue = [nextRequest(request, page.after.position)];
      return { model, queue, users, read: { likesPages: 1, sweeps: 0 } };
    }
    const end = await endSweep(db, model, request, page.after, page.fetchedAt);
    return { ...end, users: users + end.users, read: { likesPages: 1, sweeps: 1 } };
  });
}

/** The first sweep counts page by page. A later one counts when it ends, see `endSweep`. */
async function countPage(
  db: LikesOutDatabase,
  before: ModelRow,
  { sweep }: ModelRequest,
  { freshUsers, userUids, usernames }: LikesPageToSave,
  isList: boolean,
): Promise<{ model: ModelRow; users: number }> {
  const lastSweep = Math.max(before.lastSweep, sweep);
  if (!isList) {
    const state = before.state === 'complete' ? before.state : 'crawling';
    return { model: { ...before, state, cause: null, lastSweep }, users: 0 };
  }
  const likesCollected = before.likesCollected + freshUsers.length;
  const names = new Map<UserUid, string | null>(userUids.map((uid, i) => [uid, usernames[i] ?? null]));
  const users = await countLikers(db, freshUsers, [], names);
  return { model: { ...before, state: 'crawling', cause: null, sweep, lastSweep, likesCollected }, users };
}

function nextRequest(request: ModelRequest, position: string): ModelRequest {
  return {
    ...request,
    position,
    pageIndex: request.pageIndex + 1,
    likelyAnswers: request.likelyAnswers === null ? null : Math.max(1, request.likelyAnswers - 1),
    retryCount: 0,
    notBefore: 0,
    lastError: null,
  };
}

function rowOf(request: ModelRequest, page: LikesPageToSave, isList: boolean): LikesPageRow {
  const { modelUid, sweep, pageIndex } = request;
  const { position, userUids, unreadableRows, fetchedAt } = page;
  const usernames = isList ? null : page.usernames;
  return { modelUid, sweep, index: pageIndex, position, userUids, usernames, unreadableRows, fetchedAt };
}
