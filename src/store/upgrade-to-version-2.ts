import type { Transaction } from 'dexie';
import { idleCrawl } from '../crawl/crawl-state';
import { calmHost } from '../crawl/host-state';
import { recount } from './count-model';
import { noCounters } from './counters';
import { newModelRow, type ModelRow } from './model-row';

/**
 * Upgrades the data of 0.1: adds the fields that rows have gained. Drops requests, since each follows from its model and
 * "Crawl all" queues it again; the pages of a half-read sweep are read again.
 */
export async function upgradeToVersion2(upgrade: Transaction): Promise<void> {
  const models = upgrade.table<ModelRow, string>('models');
  const states = upgrade.table<{ name: string; value: object }, string>('states');
  await upgrade.table('requests').clear();
  let counters = noCounters;
  for (const old of await models.toArray()) {
    const state = old.state === 'crawling' ? 'new' : old.state;
    const readAt = old.state === 'complete' ? old.capturedAt : null;
    const isRead = old.state === 'complete';
    const row: ModelRow = {
      ...newModelRow(old, old.order, old.capturedAt),
      ...old,
      state,
      observedAt: null,
      lastSweep: (old.sweep ?? -1) + 1,
      readAt,
      countWhenRead: isRead ? old.likeCount : null,
    };
    counters = recount(counters, undefined, row);
    await models.put(row);
  }
  await upgrade.table('users').toCollection().modify({ username: null });
  const users = await upgrade.table('users').count();
  const before = (await states.get('counters'))?.value as { requests?: number } | undefined;
  await states.put({ name: 'counters', value: { ...counters, users, requests: before?.requests ?? 0 } });
  await states.put({ name: 'crawl', value: idleCrawl });
  await states.put({ name: 'host', value: calmHost });
}
