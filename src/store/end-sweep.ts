import type { Collection } from 'dexie';
import type { AfterPage } from '../crawl/after-page';
import type { ModelRequest } from '../crawl/crawl-request';
import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import { countLikers, type Usernames } from './count-likers';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { secondPass } from './requests-for';
import type { LikesPageRow } from './rows';

export type SweepEnd = Exclude<AfterPage, { end: 'not-yet' }>;
type Ended = {
  readonly model: ModelRow;
  readonly users: number;
  readonly queue: readonly ModelRequest[];
};

/**
 * Ends a sweep inside the caller's transaction. A complete sweep replaces the previous list as a whole; likes that it no
 * longer has are recorded as unlikes. Any other sweep is added to that list, so a sweep that knows less loses nothing.
 */
export async function endSweep(
  db: LikesOutDatabase,
  model: ModelRow,
  { sweep, likesBefore }: Pick<ModelRequest, 'sweep' | 'likesBefore'>,
  end: SweepEnd,
  now: number,
): Promise<Ended> {
  const isReplacement = end.end === 'settled' && end.state === 'complete';
  const listed = await (isReplacement ? replaceList(db, model, sweep, now) : addToList(db, model, sweep));
  return { ...listed, ...settle(listed.model, likesBefore?.isAnswered ? likesBefore.count : null, end, now) };
}

function settle(
  model: ModelRow,
  countWhenRead: number | null,
  end: SweepEnd,
  now: number,
): Pick<Ended, 'model' | 'queue'> {
  const whole = {
    state: 'complete',
    cause: null,
    readAt: now,
    countWhenRead,
    isCountFresh: false,
  } as const;
  switch (end.end) {
    case 'caught-up':
      return { model: { ...model, ...whole }, queue: [] };
    case 'second-pass': {
      const state = model.state === 'complete' ? 'complete' : 'crawling';
      return { model: { ...model, state, cause: null }, queue: secondPass(model) };
    }
    case 'settled':
      return end.state === 'complete'
        ? { model: { ...model, ...whole }, queue: [] }
        : { model: { ...model, state: end.state, cause: end.cause }, queue: [] };
  }
}

type Listed = { readonly model: ModelRow; readonly users: number };

async function replaceList(
  db: LikesOutDatabase,
  model: ModelRow,
  sweep: number,
  now: number,
): Promise<Listed> {
  if (model.sweep === null || model.sweep === sweep) return { model, users: 0 };
  const found = await sweepPages(db, model.uid, sweep).toArray();
  const old = usersOf(await sweepPages(db, model.uid, model.sweep).toArray());
  const current = usersOf(found);
  const unlikes = [...old].filter((user) => !current.has(user));
  if (unlikes.length > 0) {
    await db.unlikes.put({ modelUid: model.uid, sweep, userUids: unlikes, noticedAt: now });
  }
  await sweepPages(db, model.uid, model.sweep).delete();
  await db.likesPages.bulkPut(found.map(withoutNames));
  const users = await countLikers(db, [...current], [...old], namesOf(found));
  return { model: { ...model, sweep, likesCollected: current.size }, users };
}

/** Keeps only the pages with users who are not in the list yet. */
async function addToList(db: LikesOutDatabase, model: ModelRow, sweep: number): Promise<Listed> {
  if (model.sweep === null || model.sweep === sweep) return { model, users: 0 };
  const found = await sweepPages(db, model.uid, sweep).toArray();
  if (found.length === 0) return { model, users: 0 };
  const list = await sweepPages(db, model.uid, model.sweep).toArray();
  const known = usersOf(list);
  const adding = found.filter(({ userUids }) => userUids.some((user) => !known.has(user)));
  const gained = [...usersOf(adding)].filter((user) => !known.has(user));
  const next = (list.at(-1)?.index ?? -1) + 1;
  await sweepPages(db, model.uid, sweep).delete();
  const moved = adding.map((page, i) => ({
    ...withoutNames(page),
    sweep: model.sweep ?? 0,
    index: next + i,
  }));
  await db.likesPages.bulkPut(moved);
  const users = await countLikers(db, gained, [], namesOf(adding));
  return { model: { ...model, likesCollected: known.size + gained.length }, users };
}

const withoutNames = (page: LikesPageRow): LikesPageRow => ({ ...page, usernames: null });

function usersOf(pages: readonly LikesPageRow[]): Set<UserUid> {
  return new Set(pages.flatMap(({ userUids }) => userUids));
}

function namesOf(pages: readonly LikesPageRow[]): Usernames {
  return new Map(
    pages.flatMap(({ userUids, usernames }) => userUids.map((uid, i) => [uid, usernames?.[i] ?? null])),
  );
}

/** The pages of one sweep through a model's likes, in the order in which they were read. */
export function sweepPages(
  db: LikesOutDatabase,
  modelUid: ModelUid,
  sweep: number,
): Collection<LikesPageRow, [string, number, number]> {
  return db.likesPages.where(':id').between([modelUid, sweep, -Infinity], [modelUid, sweep, Infinity]);
}
