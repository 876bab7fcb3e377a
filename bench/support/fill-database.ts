import type { Page } from '@playwright/test';
import { drawLikers } from '../../practice/world/draw-likers';
import { likeCounts, type Scale } from '../../practice/world/like-counts';
import { buildModel } from '../../practice/world/practice-model';
import { userAt } from '../../practice/world/practice-user';
import { firstLikesPosition, likesPerPage } from '../../src/sketchfab/addresses';
import { cleanText } from '../../src/sketchfab/clean-text';
import { noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { readLabels } from '../../src/sketchfab/read-labels';
import type { UserUid } from '../../src/sketchfab/user-uid';
import { type Counters, noCounters } from '../../src/store/counters';
import { type ModelRow, newModelRow } from '../../src/store/model-row';
import type { LikesPageRow, UserRow } from '../../src/store/rows';
import { putRows } from './put-rows';

/** The numbers in the database, which an export must contain. */
export type Filled = { readonly models: number; readonly users: number; readonly likes: number };

const crawledAt = Date.UTC(2026, 10, 1);
const modelsInBatch = 500;
const usersInBatch = 20_000;

/**
 * Writes a crawled world into the extension's database, through one of its pages. Its tails are like those of 2016: a few
 * models have thousands of likes, and most users have one. The rows are as `store` would have written them.
 */
export async function fillDatabase(page: Page, scale: Scale): Promise<Filled> {
  const { seed, users } = scale;
  const counts = likeCounts(scale);
  const modelsOf = new Uint32Array(users);
  for (let start = 0; start < scale.models; start += modelsInBatch) {
    const models: ModelRow[] = [];
    const pages: LikesPageRow[] = [];
    for (let index = start; index < Math.min(start + modelsInBatch, scale.models); index += 1) {
      const likers = drawLikers(seed, index, counts[index]!, users);
      for (const user of likers) modelsOf[user]! += 1;
      const row = modelRow(seed, index, likers.length);
      models.push(row);
      pages.push(...pagesOf(row.uid, likers, seed));
    }
    await putRows(page, 'models', models);
    await putRows(page, 'likesPages', pages);
  }
  for (let start = 0; start < users; start += usersInBatch) {
    const rows = Array.from(modelsOf.subarray(start, start + usersInBatch), (models, at): UserRow => {
      const { uid, username } = userAt(seed, start + at);
      return { uid: uid as UserUid, models, username };
    });
    await putRows(
      page,
      'users',
      rows.filter(({ models }) => models > 0),
    );
  }
  const filled = {
    models: scale.models,
    users: modelsOf.reduce((sum, models) => sum + Math.min(models, 1), 0),
    likes: modelsOf.reduce((sum, models) => sum + models, 0),
  };
  await putRows(page, 'states', [{ name: 'counters', value: countersOf(filled, counts) }]);
  return filled;
}

function modelRow(seed: number, index: number, likeCount: number): ModelRow {
  const { uid, name, tags, categories } = buildModel(seed, index, likeCount);
  const facts = {
    ...noFacts(uid as ModelUid),
    ...{ name: cleanText(name), likeCount },
    ...{ tags: readLabels(tags), categories: readLabels(categories) },
    noAi: tags.some(({ slug }) => slug === 'noai') || null,
    thumbnailUrl: `https://media.sketchfab.com/models/${uid}/thumbnails/448x252.jpeg`,
  };
  return {
    ...newModelRow(facts, index, crawledAt),
    ...{ state: 'complete', sweep: 0, lastSweep: 0, likesCollected: likeCount },
    ...{ readAt: crawledAt, countWhenRead: likeCount, hasAskedForFacts: true },
  };
}

function pagesOf(modelUid: ModelUid, likers: readonly number[], seed: number): LikesPageRow[] {
  const pages = Math.max(1, Math.ceil(likers.length / likesPerPage));
  return Array.from({ length: pages }, (_, index) => ({
    ...{ modelUid, sweep: 0, index, usernames: null, unreadableRows: 0 },
    position: index === 0 ? firstLikesPosition : `${firstLikesPosition}&offset=${index * likesPerPage}`,
    userUids: likers.slice(index * likesPerPage, (index + 1) * likesPerPage).map((user) => uidOf(seed, user)),
    fetchedAt: crawledAt + index,
  }));
}

const knownUids: UserUid[] = [];

function uidOf(seed: number, user: number): UserUid {
  return (knownUids[user] ??= userAt(seed, user).uid as UserUid);
}

function countersOf({ models, users, likes }: Filled, counts: Uint32Array): Counters {
  const pages = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / likesPerPage)), 0);
  return {
    ...noCounters,
    ...{ models, users, likes, likesShown: likes, likesOfShown: likes },
    byState: { ...noCounters.byState, complete: models },
    ...{ requests: pages + models, likesPages: pages, sweeps: models },
  };
}
