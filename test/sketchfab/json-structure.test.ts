import { describe, expect, it } from 'vitest';
import { structureOf } from '../../src/sketchfab/json-structure';

const lines = (json: unknown) => structureOf(json).map(({ path, type, count }) => `${path} ${type} ${count}`);

describe('the structure of JSON', () => {
  it('has names, types and numbers of fields', () => {
    const rows = [
      { uid: 'a', likeCount: 3 },
      { uid: 'b', likeCount: null },
    ];
    expect(lines({ results: rows, next: null })).toEqual([
      ' object 1',
      'results list 1',
      'results[] object 2',
      'results[].uid text 2',
      'results[].likeCount number 1',
      'results[].likeCount nothing 1',
      'next nothing 1',
    ]);
  });

  it('has none of the values', () => {
    const text = JSON.stringify(structureOf({ name: 'Tin Robot', user: { username: 'ada', isPro: true } }));
    expect(text).not.toMatch(/Tin Robot|ada/);
  });

  it('shows no names that may be ids or names of people', () => {
    const ids = { '00112233445566778899aabbccddeeff': 1, c0ffee: 2, 'Ada L.': 3, ünal: 4, '': 5 };
    expect(lines(ids)).toEqual([' object 1', '{} number 5']);
    const likedBy = { alice: 1, bob: 1, carol: 1 };
    const pair = { dave: { x: 1 } };
    const model = { uid: 'a', name: 'b', likedBy, pair };
    expect(lines(model)).toEqual([
      ' object 1',
      'uid text 1',
      'name text 1',
      'likedBy object 1',
      'likedBy.{} number 3',
      'pair object 1',
      'pair.{} object 1',
      'pair.{}.{} number 1',
    ]);
    const byName = { ada: { likes: 1 }, bob: { likes: 2 }, cyd: { likes: 3 } };
    expect(lines({ users: byName })).toContain('{}.{}.{} number 3');
  });

  it('is bounded for deep, wide and long answers', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 1_000; i++) deep = { a: deep };
    const name = (i: number) => `n${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) % 26), 97 + i / 676)}`;
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [name(i), i]));
    const long = Array.from({ length: 100_000 }, () => ({ uid: 1 }));
    for (const json of [deep, wide, long]) expect(structureOf(json).length).toBeLessThanOrEqual(200);
    expect(structureOf(deep).length).toBeLessThan(10);
  });
});
