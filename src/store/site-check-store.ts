import type { CheckTools } from '../crawl/check-site';
import { laterHost } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** What a check of the site needs of the database. It stores how well the site was understood, and nothing it said. */
export function siteCheckStore(
  db: LikesOutDatabase,
): Pick<CheckTools, 'readHost' | 'saveHost' | 'saveCheck' | 'anyModel'> {
  return {
    readHost: () => readState(db, 'host'),
    saveHost: (host) =>
      db.transaction('rw', db.states, async () => {
        await writeState(db, 'host', laterHost(await readState(db, 'host'), host));
      }),
    saveCheck: (check) => writeState(db, 'siteCheck', check),
    anyModel: async () => (await db.models.orderBy('order').first())?.uid ?? null,
  };
}
