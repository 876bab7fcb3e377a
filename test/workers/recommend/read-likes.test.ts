import { describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { recordExclusionList } from '../../../src/store/exclusion-list';
import { keepProjectKey } from '../../../src/store/project-key';
import { noCounters } from '../../../src/store/counters';
import { writeState } from '../../../src/store/states';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { readLikes } from '../../../src/workers/recommend/read-likes';
import { modelUid, userUid } from '../../crawl/small-world';
import { freshDatabase } from '../../store/fresh-database';
import { storeWorld } from './stored-world';

const nobody = defaultDatasetOptions.excluded;

async function read(models: Parameters<typeof storeWorld>[1], excluded = nobody, db = freshDatabase()) {
  await storeWorld(db, models);
  const onProgress = vi.fn();
  return { collected: await readLikes(db, { excluded, onProgress, now: () => 77 }), onProgress, db };
}

describe('reading the likes for recommendations', () => {
  it('reads the current list of each model, and tells which state of the data it is', async () => {
    const db = freshDatabase();
    await writeState(db, 'counters', { ...noCounters, likes: 5 });
    const { collected, onProgress } = await read(
      [
        { likers: [2, 0], tags: ['Fox', 'fox', 'Low Poly'], formerLikers: [0, 1, 2, 3] },
        { likers: [], tags: null },
        { likers: [1, 0, 2] },
      ],
      nobody,
      db,
    );
    const { byItem, byUser } = collected.likes;
    expect([0, 1, 2].map((item) => rowOf(byItem, item).length)).toEqual([2, 0, 3]);
    expect([0, 1, 2].map((user) => Array.from(rowOf(byUser, user)))).toEqual([[0, 2], [0, 2], [2]]);
    expect(collected.state).toMatchObject({
      ...{ likes: 5, users: 3, models: 3, likedModels: 2, taggedModels: 2 },
      ...{ readAt: 77, counted: 5, importsLeftOut: 0, hasKey: false },
    });
    expect(collected.tags.length).toBe(2);
    expect(onProgress.mock.calls.at(-1)).toEqual([1]);
  });

  it.each([
    ['a model', { modelUids: [modelUid(0)] }, { models: 1, likes: 2, users: 2 }],
    ['a person by id', { userUids: [userUid(1)] }, { models: 2, likes: 3, users: 2 }],
    ['a person by name', { usernames: ['Name-of-1'] }, { models: 2, likes: 3, users: 2 }],
  ])('does not count %s on the list of whom to leave out, of page or database', async (_, list, expected) => {
    const world = [{ likers: [0, 1, 2] }, { likers: [1, 2] }];
    const byPage = await read(world, { ...nobody, ...list });
    expect(byPage.collected.state).toMatchObject(expected);
    const db = freshDatabase();
    await recordExclusionList(db, { ...nobody, ...list });
    expect((await read(world, nobody, db)).collected.state).toMatchObject(expected);
  });

  it('counts a model that only a page has told of, as nothing leaves', async () => {
    const { collected } = await read([{ likers: [0, 1], isPublic: false }, { likers: [1] }]);
    expect(collected.state).toMatchObject({ models: 2, likes: 3 });
  });

  it('counts all likes of a list that was cut short, with somebody left out as well', async () => {
    const world = [{ likers: [0, 1, 2], isCut: true }, { likers: [1, 2] }];
    const { collected } = await read(world, { ...nobody, userUids: [userUid(0)] });
    expect(collected.state).toMatchObject({ models: 2, likes: 4, users: 2 });
  });

  it('tells one state of the data from another, and knows the same again', async () => {
    const print = async (likers: number[], tags: string[] = []) =>
      (await read([{ likers, tags }, { likers: [1] }])).collected.state.fingerprint;
    expect(await print([0, 1])).toBe(await print([0, 1]));
    expect(await print([0, 1])).not.toBe(await print([0, 2]));
    expect(await print([0, 1])).not.toBe(await print([0, 1], ['fox']));
  });

  it('can look up pseudonyms with the project key alone', async () => {
    const db = freshDatabase();
    const key = { key: 'k'.repeat(64), projectId: 'p', createdAt: 1, algorithm: 'hmac-sha256' } as const;
    await keepProjectKey(db, key, { replace: false });
    const { collected } = await read([{ likers: [0] }], nobody, db);
    expect(collected.state.hasKey).toBe(true);
    expect(collected.key!.pseudonymOf(userUid(0) as never)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('rejects when the database cannot be read', async () => {
    const db = freshDatabase();
    await db.open();
    vi.spyOn(db.states, 'get').mockRejectedValue(new Error('the disk is gone'));
    await expect(readLikes(db, { excluded: nobody, onProgress: vi.fn(), now: () => 0 })).rejects.toThrow(
      'the disk is gone',
    );
  });
});
