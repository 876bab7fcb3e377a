import { beforeAll, describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';
import { keepProjectKey } from '../../../src/store/project-key';
import { createAnswers } from '../../../src/workers/recommend/answer-questions';
import type { RecommendQuestion, RecommendResult } from '../../../src/workers/recommend/messages';
import { readLikes } from '../../../src/workers/recommend/read-likes';
import { modelUid, userUid } from '../../crawl/small-world';
import { freshDatabase } from '../../store/fresh-database';
import { storeWorld, type StoredModel } from './stored-world';

const keyText = 'a key of this browser';

async function answersOf(models: readonly StoredModel[], hasKey = true) {
  const db = freshDatabase();
  await storeWorld(db, models);
  const row = { key: keyText, projectId: 'p', createdAt: 1, algorithm: 'hmac-sha256' } as const;
  if (hasKey) await keepProjectKey(db, row, { replace: false });
  const { excluded } = defaultDatasetOptions;
  const answer = createAnswers(await readLikes(db, { excluded, onProgress: () => {}, now: () => 0 }));
  return <Kind extends RecommendQuestion['kind']>(question: Extract<RecommendQuestion, { kind: Kind }>) =>
    answer(question) as RecommendResult[Kind];
}

/**
 * Two tastes: even models are foxes, liked by the users 0 to 9; odd ones are robots, liked by the users 10 to 19. The
 * higher the model, the fewer of them. User 0 also likes the first robot. Model 20 has tags and no likes.
 */
const world: readonly StoredModel[] = [
  ...Array.from({ length: 20 }, (_, i) => {
    const first = i % 2 === 0 ? 0 : 10;
    const likers = Array.from({ length: 10 - Math.floor(i / 4) }, (_, at) => first + at);
    return {
      likers: i === 1 ? [...likers, 0] : likers,
      tags: i === 18 ? null : i % 2 === 0 ? ['fox', 'lowpoly'] : ['Robot', 'lowpoly', `only ${i}`],
      name: i % 2 === 0 ? `Fox ${i}` : `Róbot ${i}`,
    };
  }),
  { likers: [], tags: ['fox'], name: 'Lonely fox' },
];

let ask: Awaited<ReturnType<typeof answersOf>>;
beforeAll(async () => {
  ask = await answersOf(world);
});

const numbers = (items: readonly { readonly uid: string }[]) => items.map(({ uid }) => parseInt(uid, 16));

describe('similar models', () => {
  const similar = (i: number) => ask({ kind: 'similar', uid: modelUid(i), limit: 24 })!;

  it('are first those that the same people like, with how many like both', () => {
    const { byLikes } = similar(2);
    expect(numbers(byLikes)).toEqual([0, 4, 6, 8, 10, 12, 14, 16, 18, 1]);
    expect(byLikes.map(({ likedBoth }) => likedBoth)).toEqual([10, 9, 9, 8, 8, 7, 7, 6, 6, 1]);
    expect(byLikes[0]).toMatchObject({ name: 'Fox 0', likes: 10, strength: 1 });
    // 10 / (10 + 10) for the first, 9 / (sqrt(90) + 10) for the second.
    expect(byLikes[1]!.strength).toBeCloseTo((9 / (Math.sqrt(90) + 10)) * 2, 10);
  });

  it('are by tags those with the rarest tags in common', () => {
    const { byTags, model } = similar(2);
    expect(model).toMatchObject({ name: 'Fox 2', likes: 10, tags: ['fox', 'lowpoly'], isPublic: true });
    expect(byTags[0]!.commonTags).toEqual(['fox', 'lowpoly']);
    expect(byTags.find(({ uid }) => uid === modelUid(20))!.commonTags).toEqual(['fox']);
    expect(numbers(byTags.slice(0, 8)).every((i) => i % 2 === 0)).toBe(true);
  });

  it('are by likes and tags together found for a model that nobody likes', () => {
    const lonely = similar(20);
    expect(lonely.byLikes).toEqual([]);
    expect(numbers(lonely.byLikesAndTags).every((i) => i % 2 === 0)).toBe(true);
    expect(lonely.byLikesAndTags[0]).toMatchObject({ likedBoth: 0, commonTags: ['fox'] });
  });

  it('suggest the tags of its neighbours that it lacks', () => {
    expect(similar(18).model.tags).toBeNull();
    expect(
      similar(18)
        .suggestedTags.map(({ tag }) => tag)
        .slice(0, 1),
    ).toEqual(['fox']);
    expect(similar(0).suggestedTags.map(({ tag }) => tag)).not.toContain('fox');
  });

  it('are none for an id that is not here', () => {
    expect(ask({ kind: 'similar', uid: modelUid(99), limit: 6 })).toBeNull();
  });
});

describe('the models of a tag', () => {
  it('are those that its fans like most, each with how many of its people are fans', () => {
    const { typical, ...tag } = ask({ kind: 'tag', tag: 'ROBOT', limit: 30 })!;
    expect(tag).toMatchObject({ tag: 'robot', models: 10, likedModels: 10 });
    expect(tag.close[0]!.tag).toBe('lowpoly');
    expect(numbers(typical.slice(0, 10)).every((i) => i % 2 === 1)).toBe(true);
    // User 0 alone, of the ten who like it, also likes a robot.
    expect(typical.find(({ uid }) => uid === modelUid(0))).toMatchObject({ isTagged: false, fans: 1 });
    expect(typical.find(({ uid }) => uid === modelUid(3))).toMatchObject({ isTagged: true, fans: 10 });
  });

  it('are not listed for a tag on too few models with likes, and unknown tags are none', () => {
    expect(ask({ kind: 'tag', tag: 'only 3', limit: 6 })).toMatchObject({ models: 1, typical: [] });
    expect(ask({ kind: 'tag', tag: 'nothing', limit: 6 })).toBeNull();
  });
});

describe('a personal list', () => {
  it('for picked models leaves these out, and says which of them speak for the others', () => {
    const uids = [modelUid(4), modelUid(6), modelUid(99)];
    const { picked, liked, items } = ask({ kind: 'picks', uids, limit: 8 });
    expect(numbers(picked)).toEqual([4, 6]);
    expect(liked).toBe(2);
    expect(numbers(items)).toEqual([0, 2, 8, 10, 12, 14, 16, 18]);
    expect(items[0]).toMatchObject({ voices: 2, becauseOf: ['Fox 4', 'Fox 6'] });
    const ofBoth = ask({ kind: 'picks', uids: [modelUid(2), modelUid(3)], limit: 30 }).items;
    const because = (i: number) => ofBoth.find(({ uid }) => uid === modelUid(i))!.becauseOf;
    expect([because(4), because(5), because(1)]).toEqual([['Fox 2'], ['Róbot 3'], ['Róbot 3', 'Fox 2']]);
  });

  it('for a pseudonym is that of the user whom the project key leads to', () => {
    const pseudonym = keyedHash(keyText)(userUid(0));
    const { liked, items, picked } = ask({ kind: 'pseudonym', pseudonym, limit: 30 })!;
    expect(picked).toEqual([]);
    expect(liked).toBe(11);
    expect(numbers(items).every((i) => i % 2 === 1 && i !== 1)).toBe(true);
    expect(JSON.stringify(items)).not.toContain(userUid(0));
    expect(ask({ kind: 'pseudonym', pseudonym: keyedHash(keyText)('nobody'), limit: 6 })).toBeNull();
  });

  it('for a pseudonym needs the key', async () => {
    const withoutKey = await answersOf(world, false);
    const pseudonym = keyedHash(keyText)(userUid(0));
    expect(withoutKey({ kind: 'pseudonym', pseudonym, limit: 6 })).toBeNull();
  });
});

describe('the search', () => {
  it('finds models by words of their names, without regard to accents, the most liked first', () => {
    const found = ask({ kind: 'search', text: ' ROBOT 1', limit: 4 });
    expect(found.map(({ name }) => name)).toEqual(['Róbot 1', 'Róbot 11', 'Róbot 13', 'Róbot 15']);
    expect(ask({ kind: 'search', text: 'lonely', limit: 4 })).toMatchObject([{ likes: 0 }]);
    expect(ask({ kind: 'search', text: '  ', limit: 4 })).toEqual([]);
  });

  it('finds tags, those that begin with the text first', () => {
    const found = ask({ kind: 'searchTags', text: 'o', limit: 30 }).map(({ tag }) => tag);
    expect(found[0]).toMatch(/^only/);
    expect(found.slice(-3)).toEqual(['lowpoly', 'fox', 'robot']);
    expect(ask({ kind: 'searchTags', text: '', limit: 2 })).toEqual([
      { tag: 'lowpoly', models: 19 },
      { tag: 'fox', models: 10 },
    ]);
  });

  it('begins with the most liked models', () => {
    expect(numbers(ask({ kind: 'popular', limit: 3 }))).toEqual([1, 0, 2]);
    expect(numbers(ask({ kind: 'popular', limit: 99 }))).not.toContain(20);
  });
});
