import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** What a follower of this database compares with what it remembers. */
export type Standing = {
  /** `null` for a database that nobody has named: a new one. */
  readonly epoch: string | null;
  readonly models: number;
  readonly wish: { readonly wasCrawling: boolean; readonly minimumLikes: number | null };
};

export function readStanding(db: LikesOutDatabase): Promise<Standing> {
  return db.transaction('r', db.states, async () => {
    const { phase, scope } = await readState(db, 'crawl');
    const discovery = await readState(db, 'discovery');
    const isOn = phase === 'crawling';
    const isListing = isOn && discovery !== null && discovery.endedAt === null;
    return {
      epoch: await readState(db, 'epoch'),
      models: (await readState(db, 'counters')).models,
      wish: {
        wasCrawling: isOn && scope === 'everything',
        minimumLikes: isListing ? discovery.minimumLikes : null,
      },
    };
  });
}

export function writeEpoch(db: LikesOutDatabase, id: string): Promise<void> {
  return writeState(db, 'epoch', id);
}
