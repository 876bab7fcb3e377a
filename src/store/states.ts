import { idleCrawl } from '../crawl/crawl-state';
import { calmHost } from '../crawl/host-state';
import { defaultDatasetOptions } from '../dataset/dataset-options';
import { noCounters } from './counters';
import type { LikesOutDatabase } from './database';
import type { States } from './state-row';

/** The values before they are first written. */
const initial: States = {
  crawl: idleCrawl,
  host: calmHost,
  counters: noCounters,
  discovery: null,
  rules: {},
  decided: {},
  excluded: defaultDatasetOptions.excluded,
  lastCheck: null,
  databaseId: null,
  uncopied: [],
  dayBudget: null,
  restored: null,
  projectKey: null,
  siteCheck: null,
  measurement: null,
};

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
