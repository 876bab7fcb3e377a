import { Dexie, type Table } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { ModelRow } from './model-row';
import type { ImportRow, LikesPageRow, StagedLikesRow, StagedModelRow, UnlikesRow, UserRow } from './rows';
import type { StateRow } from './state-row';
import { upgradeToVersion2 } from './upgrade-to-version-2';

/**
 * One database for worker and pages: they share an origin, so nobody ferries rows in messages. Strict durability
 * costs a quarter at full speed and nothing at one page a second, and a page acknowledged must be on the disk.
 */
export class LikesOutDatabase extends Dexie {
  readonly models: Table<ModelRow, string>;
  readonly requests: Table<CrawlRequest, string>;
  /** By model, sweep and index: what the site said, page by page. */
  readonly likesPages: Table<LikesPageRow, [string, number, number]>;
  readonly users: Table<UserRow, string>;
  /** Likes that an earlier sweep had and a later complete one has no more. */
  readonly unlikes: Table<UnlikesRow, [string, number]>;
  /** Zips that were taken in, and the one that is being. */
  readonly imports: Table<ImportRow, number>;
  readonly importedModels: Table<StagedModelRow, [number, string]>;
  /** Under pseudonyms, so that they can only be united with ours at an export under the same key. */
  readonly importedLikes: Table<StagedLikesRow, [number, string]>;
  /** Single rows by name: the crawl, the host, the counters. */
  readonly states: Table<StateRow, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      models: 'uid',
      requests: 'uniqueKey, [state+order], [state+notBefore]',
      likesPages: '[modelUid+sweep+index]',
      users: 'uid',
      states: 'name',
    });
    this.version(2)
      .stores({
        models: 'uid, order',
        unlikes: '[modelUid+sweep]',
        imports: '++staging',
        importedModels: '[staging+uid]',
        importedLikes: '[staging+modelUid]',
      })
      .upgrade(upgradeToVersion2);
    refuseNewerData(this);
    this.models = this.table('models');
    this.requests = this.table('requests');
    this.likesPages = this.table('likesPages');
    this.users = this.table('users');
    this.unlikes = this.table('unlikes');
    this.imports = this.table('imports');
    this.importedModels = this.table('importedModels');
    this.importedLikes = this.table('importedLikes');
    this.states = this.table('states');
  }
}

export function openDatabase(): LikesOutDatabase {
  return new LikesOutDatabase('likes-out');
}

/**
 * Keeps an older build off what a newer one has stored: Dexie itself would open it, and write rows that the newer one
 * cannot read. Nothing is changed, and the newer build goes on with it.
 */
export function refuseNewerData(db: Dexie): void {
  const refuse = () => {
    // Dexie multiplies its versions by ten.
    if (Math.floor(db.backendDB().version / 10) <= db.verno) return;
    throw new Error('a newer version of Likes Out has stored its data here: update this one');
  };
  // Sticky: asked at each opening, not at the first one only.
  db.on('ready', refuse, true);
}
