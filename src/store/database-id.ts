import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** What the second copy compares with its own head. */
export type DatabaseStatus = {
  /** `null` for a new database, or one that is being restored. */
  readonly databaseId: string | null;
  readonly models: number;
  readonly intent: { readonly wasCrawling: boolean; readonly minimumLikes: number | null };
};

export function readDatabaseStatus(db: LikesOutDatabase): Promise<DatabaseStatus> {
  return db.transaction('r', db.states, async () => {
    const { phase, scope } = await readState(db, 'crawl');
    const discovery = await readState(db, 'discovery');
    const isCrawling = phase === 'crawling';
    const isListing = isCrawling && discovery !== null && discovery.endedAt === null;
    return {
      databaseId: await readState(db, 'databaseId'),
      models: (await readState(db, 'counters')).models,
      intent: {
        wasCrawling: isCrawling && scope === 'everything',
        minimumLikes: isListing ? discovery.minimumLikes : null,
      },
    };
  });
}

export function writeDatabaseId(db: LikesOutDatabase, id: string): Promise<void> {
  return writeState(db, 'databaseId', id);
}
