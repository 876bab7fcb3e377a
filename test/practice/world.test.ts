import { describe, expect, it } from 'vitest';
import { hostileNames } from '../../practice/world/hostile-texts';
import { createWorld, type World } from '../../practice/world/world';

const small = { seed: 7, models: 300, users: 900, likes: 6_000 };
const modelsOf = (world: World) =>
  Array.from({ length: world.modelCount }, (_, index) => world.modelAt(index));

describe('the world of a seed', () => {
  it('is the same at any time and in any order of access', () => {
    const [one, other] = [createWorld(small), createWorld(small)];
    const forwards = modelsOf(one).map((model) => ({
      model,
      likers: one.likersOf(model),
      owner: one.ownerOf(model),
    }));
    const backwards = modelsOf(other)
      .reverse()
      .map((model) => ({ model, likers: other.likersOf(model), owner: other.ownerOf(model) }));
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('differs for another seed', () => {
    const other = createWorld({ ...small, seed: 8 });
    expect(other.modelAt(0).uid).not.toBe(createWorld(small).modelAt(0).uid);
    expect(other.userAt(0).uid).not.toBe(createWorld(small).userAt(0).uid);
  });

  it('has exactly the requested number of likes, and as many likers of a model as the model shows', () => {
    const world = createWorld(small);
    const counts = modelsOf(world).map((model) => {
      const likers = new Set(world.likersOf(model).map(({ uid }) => uid));
      expect(likers.size).toBe(model.likeCount);
      return likers.size;
    });
    expect(counts.reduce((sum, count) => sum + count)).toBe(small.likes);
    expect(world.likeCount).toBe(small.likes);
  });

  it('finds every model and user by a unique id, and nobody else', () => {
    const world = createWorld(small);
    const models = modelsOf(world);
    expect(new Set(models.map(({ uid }) => uid)).size).toBe(small.models);
    for (const model of models) expect(world.findModel(model.uid)).toEqual(model);
    const users = Array.from({ length: small.users }, (_, index) => world.userAt(index));
    expect(new Set(users.map(({ uid }) => uid)).size).toBe(small.users);
    for (const user of users) {
      expect(world.findUser(user.uid)).toEqual(user);
      expect(world.findUserByName(user.username)).toEqual(user);
    }
    const legacy = models.find(({ uid }) => uid.length === 27)!;
    for (const made of ['0'.repeat(32), 'A'.repeat(27), '', '__proto__', legacy.uid.toLowerCase()]) {
      expect(world.findModel(made)).toBeUndefined();
    }
    expect(world.findUser('16271')).toBeUndefined();
  });

  it('lists the most liked first, with a long tail of models and of users', () => {
    const world = createWorld({ seed: 3, models: 5_000, users: 11_000, likes: 110_000 });
    const counts = [...world.byLikes].map((index) => world.modelAt(index).likeCount);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(1_000);
    expect(counts[2_500]).toBeLessThan(15);
    expect(counts.at(-1)).toBe(0);
    const perUser = new Map<string, number>();
    const likers = modelsOf(world).flatMap((model) => world.likersOf(model));
    for (const { uid } of likers) perUser.set(uid, (perUser.get(uid) ?? 0) + 1);
    const likesPerUser = [...perUser.values()].sort((a, b) => b - a);
    expect(likesPerUser[0]).toBeGreaterThan(150);
    expect(likesPerUser[likesPerUser.length >> 1]).toBeLessThan(12);
  });

  it('contains every oddity that the real site is known for', () => {
    const models = modelsOf(createWorld(small));
    const names = new Set(models.map(({ name }) => name));
    for (const hostile of hostileNames) expect(names).toContain(hostile);
    expect(names.size).toBeLessThan(models.length);
    expect(models.filter(({ uid }) => /^(?=.*[a-z])(?=.*[A-Z])[0-9A-Za-z]{27}$/.test(uid))).not.toHaveLength(
      0,
    );
    expect(models.filter(({ uid }) => uid.length === 26)).not.toHaveLength(0);
    expect(models.filter(({ tags }) => tags.some(({ slug }) => slug === 'noai'))).not.toHaveLength(0);
    expect(models.filter(({ tags }) => tags.length === 0)).not.toHaveLength(0);
    expect(new Set(models.map(({ categories }) => categories.length))).toEqual(new Set([0, 1, 2]));
  });
});

describe('a world ten times the size of 2016', () => {
  it('starts and responds at once', () => {
    const begin = process.cpuUsage();
    const world = createWorld({ seed: 1, models: 288_000, users: 625_000, likes: 6_300_000 });
    const top = world.modelAt(world.byLikes[0]!);
    expect(world.findModel(top.uid)).toEqual(top);
    expect(world.likersOf(top)).toHaveLength(top.likeCount);
    expect(world.likersSlice(top, 0, 24)).toHaveLength(24);
    // In microseconds of CPU time, so that other processes do not count.
    expect(process.cpuUsage(begin).user).toBeLessThan(2_000_000);
  });
});

describe('likes that come and go', () => {
  it('put a new like first in the list, and count it', () => {
    const world = createWorld(small);
    const model = world.modelAt(0);
    const before = world.likersOf(model);
    const newcomer = Array.from({ length: 900 }, (_, index) => world.userAt(index)).find(
      ({ uid }) => !before.some((liker) => liker.uid === uid),
    )!;
    world.addLike(model.uid, newcomer);
    expect(world.likersOf(model)).toEqual([newcomer, ...before]);
    expect(world.modelAt(0).likeCount).toBe(before.length + 1);
    expect(world.likeCount).toBe(small.likes + 1);
    expect(() => world.addLike(model.uid, newcomer)).toThrow('already');
  });

  it('remove a like taken back, and update the order of models', () => {
    const world = createWorld(small);
    const top = world.modelAt(world.byLikes[0]!);
    for (const { uid } of world.likersOf(top)) world.removeLike(top.uid, uid);
    expect(world.likersOf(top)).toEqual([]);
    expect(world.byLikes[0]).not.toBe(top.index);
    expect(() => world.removeLike(top.uid, '16271')).toThrow('does not like');
    expect(() => world.removeLike('nobody', '16271')).toThrow('no model');
  });
});

describe('a tag that an owner adds', () => {
  it('is the last one of that model, however it is looked up, and of no other', () => {
    const world = createWorld(small);
    const [model, other] = [world.modelAt(0), world.modelAt(1)];
    world.addTag(model.uid, 'By Ada & me');
    const added = [...model.tags, { name: 'By Ada & me', slug: 'by-ada-me' }];
    expect(world.modelAt(0)).toEqual({ ...model, tags: added });
    expect(world.findModel(model.uid)).toEqual({ ...model, tags: added });
    expect(world.modelAt(1)).toEqual(other);
    expect(() => world.addTag('nobody', 'x')).toThrow('no model');
  });
});
