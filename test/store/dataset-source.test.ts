import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { DatasetSource, DatasetUser } from '../../src/dataset/dataset-source';
import type { UserUid } from '../../src/sketchfab/user-uid';
import { LikesOutDatabase } from '../../src/store/database';
import { datasetSource } from '../../src/store/dataset-source';
import { newModelRow } from '../../src/store/model-row';

const hex = (index: number) => ((index * 0x9e3779b1) >>> 0).toString(16).padStart(32, '0');
const uids = Array.from({ length: 11_000 }, (_, index) => hex(index) as ModelUid).sort();

let db: LikesOutDatabase;

beforeEach(async () => {
  db = new LikesOutDatabase('more-than-a-page');
  await db.models.bulkPut(uids.map((uid, order) => newModelRow({ ...noFacts(uid), name: uid }, order, 0)));
});

afterEach(() => db.delete());

describe('reading a store with more rows than one batch', () => {
  it('returns every model once, in order', async () => {
    expect(await datasetSource(db).readModelUids()).toEqual(uids);
  });

  it('returns the requested models, and none in between', async () => {
    const asked = uids.filter((_, index) => index % 7 === 3);
    const models = await datasetSource(db).readModels(asked);
    expect(models.map(({ uid, name }) => [uid, name])).toEqual(asked.map((uid) => [uid, uid]));
    expect(await datasetSource(db).readModels([])).toEqual([]);
  });

  it('returns all users with their names, page by page', async () => {
    const users = Array.from({ length: 4_500 }, (_, index) => ({
      uid: `u${String(index).padStart(5, '0')}` as UserUid,
      models: 1,
      username: index % 2 === 0 ? `user-${index}` : null,
    }));
    await db.users.bulkPut(users);
    const read = await allUsers(datasetSource(db));
    expect(read).toEqual(users.map(({ uid, username }) => ({ uid, username })));
  });
});

describe('the users who are known from elsewhere than the list of a model', () => {
  const [model, user] = [uids[5]!, (nth: number) => hex(90_000 + nth) as UserUid];
  const others = async () => (await datasetSource(db).readModels([model]))[0]!.otherUserUids;

  it('are its owner, those on pages of another sweep, and those who took their likes back', async () => {
    await db.models.update(model, { ownerUid: user(1), sweep: 2 });
    const page = { modelUid: model, position: '', usernames: null, unreadableRows: 0, fetchedAt: 0 };
    await db.likesPages.bulkPut([
      { ...page, sweep: 2, index: 0, userUids: [user(2)] },
      { ...page, sweep: 3, index: 0, userUids: [user(3)] },
    ]);
    await db.unlikes.put({ modelUid: model, sweep: 2, userUids: [user(4)], noticedAt: 0 });
    await db.unlikes.put({ modelUid: uids[6]!, sweep: 2, userUids: [user(5)], noticedAt: 0 });
    expect(await others()).toEqual([user(1), user(3), user(4)]);
  });

  it('have no owner whose id is a word, as a page may say', async () => {
    await db.models.update(model, { ownerUid: 'pseudonymization' as UserUid });
    expect(await others()).toEqual([]);
  });
});

async function allUsers(source: Pick<DatasetSource, 'readUsers'>) {
  const all: DatasetUser[] = [];
  let page = await source.readUsers(null);
  for (let last = page.at(-1); last; last = page.at(-1)) {
    all.push(...page);
    page = await source.readUsers(last.uid);
  }
  return all;
}
