import { idleCrawl, type CrawlState } from '../crawl/crawl-state';
import { calmHost, type HostState } from '../crawl/host-state';
import { noCounters, type Counters } from './counters';
import type { LikesOutDatabase } from './database';

/** The rows there is one of each, and what they are before they are first written. */
type States = { readonly crawl: CrawlState; readonly host: HostState; readonly counters: Counters };
export type StateRow = { readonly name: keyof States; readonly value: States[keyof States] };

const initial: States = { crawl: idleCrawl, host: calmHost, counters: noCounters };

export async function readState<N extends keyof States>(db: LikesOutDatabase, name: N): Promise<States[N]> {
  const row = await db.states.get(name);
  return (row?.value as States[N] | undefined) ?? initial[name];
}

export async function writeState<N extends keyof States>(
  db: LikesOutDatabase,
  name: N,
  value: States[N],
): Promise<void> {
  await db.states.put({ name, value });
}
