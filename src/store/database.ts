import { Dexie, type Table } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { ModelRow } from './model-row';
import type { ImportRow, LikesPageRow, StagedLikesRow, StagedModelRow, UnlikesRow, UserRow } from './rows';
import type { StateRow } from './state-row';
import { upgradeToVersion2 } from './upgrade-to-version-2';

/**
 * The one database of worker and pages, which share an origin, so rows never travel in messages. Durability is strict: an
 * acknowledged page must be on disk. This makes writing a quarter slower, which does not matter at one page a second.
 */
export class LikesOutDatabase extends Dexie {
  readonly models: Table<ModelRow, string>;
  readonly requests: Table<CrawlRequest, string>;
  /** The responses of the likes endpoint, by model, sweep and page index. */
  readonly likesPages: Table<LikesPageRow, [string, number, number]>;
  readonly users: Table<UserRow, string>;
  /** Likes that an earlier sweep had and a later complete one no longer has. */
  readonly unlikes: Table<UnlikesRow, [string, number]>;
  /** Imported zips, and the one being imported. */
  readonly imports: Table<ImportRow, number>;
  readonly importedModels: Table<StagedModelRow, [number, string]>;
  /** Under pseudonyms, so they can only be merged with local likes when exporting with the same key. */
  readonly importedLikes: Table<StagedLikesRow, [number, string]>;
  /** Single rows by name, see `States`. */
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
 * Refuses to open data that a newer build has stored. Dexie would open it and write rows that the newer build cannot read.
 * The data stays unchanged for the newer build.
 */
export function refuseNewerData(db: Dexie): void {
  const refuse = () => {
    // Dexie multiplies its versions by ten.
    if (Math.floor(db.backendDB().version / 10) <= db.verno) return;
    throw new Error('a newer version of Likes Out has stored its data here: update this one');
  };
  // Sticky: checked at each opening, not only the first.
  db.on('ready', refuse, true);
}
