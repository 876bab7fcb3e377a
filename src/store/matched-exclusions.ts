import { normalizeUsername } from '../dataset/filter/clean-pasted-text';
import type { ExclusionEntry } from '../dataset/filter/exclusion-entry';
import type { FoundReadings } from '../dataset/filter/exclusions';
import type { LikesOutDatabase } from './database';
import { datasetSource } from './dataset-source';

/** What of these entries names a user or a model in the database. Names have no index: it reads all users page by page. */
export async function findReadings(
  db: LikesOutDatabase,
  entries: readonly ExclusionEntry[],
): Promise<FoundReadings> {
  const wanted = new Set(entries.flatMap(({ usernames }) => usernames));
  return {
    usernames: wanted.size > 0 ? await findUsernames(db, wanted) : new Set(),
    userUids: await findKeys(db.users, distinct(entries.flatMap(({ userUids }) => userUids))),
    modelUids: await findKeys(db.models, distinct(entries.flatMap(({ modelUids }) => modelUids))),
  };
}

async function findUsernames(
  db: LikesOutDatabase,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const source = datasetSource(db);
  const found = new Set<string>();
  let page = await source.readUsers(null);
  while (page.length > 0) {
    for (const { username } of page) {
      const name = username === null ? '' : normalizeUsername(username);
      if (wanted.has(name)) found.add(name);
    }
    page = await source.readUsers(page.at(-1)?.uid ?? null);
  }
  return found;
}

async function findKeys(
  table: Pick<LikesOutDatabase['users' | 'models'], 'where'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(await table.where(':id').anyOf(keys).primaryKeys());
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];
