import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** What a follower of this database compares with what it remembers. */
export type DatabaseStatus = {
  /** `null` for a database that nobody has named: a new one. */
  readonly databaseId: string | null;
  readonly models: number;
  readonly intent: { readonly wasCrawling: boolean; readonly minimumLikes: number | null };
};

export function readDatabaseStatus(db: LikesOutDatabase): Promise<DatabaseStatus> {
  return db.transaction('r', db.states, async () => {
    const { phase, scope } = await readState(db, 'crawl');
    const discovery = await readState(db, 'discovery');
    const isOn = phase === 'crawling';
    const isListing = isOn && discovery !== null && discovery.endedAt === null;
    return {
      databaseId: await readState(db, 'databaseId'),
      models: (await readState(db, 'counters')).models,
      intent: {
        wasCrawling: isOn && scope === 'everything',
        minimumLikes: isListing ? discovery.minimumLikes : null,
      },
    };
  });
}

export function writeDatabaseId(db: LikesOutDatabase, id: string): Promise<void> {
  return writeState(db, 'databaseId', id);
}
