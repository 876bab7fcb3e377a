import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../src/crawl/shard';
import { skip } from '../dataset/python3';
import { python } from './python';
import { makeWorld } from './world';
import { datasetZip, pairsOf, projectKey, unpack } from './written';

const world = makeWorld(4);
const truth = pairsOf(world);
type Readers = Readonly<Record<string, string[] | string>>;

describe('pandas and Python read', { timeout: 120_000 }, () => {
  it('every like with plain names, even without quoting options', async (context) => {
    const folder = await unpack(await datasetZip(world));
    const { dask: _, ...readers } = JSON.parse(
      python(context, ['pandas'], 'readers.py', [folder]),
    ) as Readers;
    expect(Object.keys(readers)).toHaveLength(6);
    for (const [name, pairs] of Object.entries(readers)) expect([name, pairs]).toEqual([name, truth]);
  });

  it('every like with exact names, given the quote character or split by line', async (context) => {
    const folder = await unpack(await datasetZip(world, { likesNames: 'exact' }));
    const readers = JSON.parse(python(context, ['pandas'], 'readers.py', [folder])) as Readers;
    for (const name of ['author', 'implicit', 'last_two', 'python_csv']) {
      expect([name, readers[name]]).toEqual([name, truth]);
    }
    expect(readers['bare']).not.toEqual(truth);
  });
});

describe('Dask', { timeout: 120_000 }, () => {
  it('reads the files of two machines in blocks and finds every like once', async (context) => {
    const shards = [0, 1].map((i) => world.filter(({ uid }) => shardOf(uid, 2) === i));
    const folders = [];
    for (const shard of shards) folders.push(await unpack(await datasetZip(shard)));
    // Both captured this model, so its likes are in both files.
    folders.push(await unpack(await datasetZip(world.slice(0, 3), { likesNames: 'exact' })));
    const { dask } = JSON.parse(python(context, ['pandas'], 'readers.py', folders)) as Readers;
    if (dask === 'not installed')
      return skip(context, 'Python has no dask; "npm run test:loaders" can install it');
    // The names of the copies do not matter, since pairs consist of ids.
    expect(dask).toEqual(truth);
  });

  it('refuses to merge datasets of two keys, which would count every user twice', async (context) => {
    const few = world.slice(0, 3);
    const ours = await unpack(await datasetZip(few));
    for (const [key, why] of [
      [{ mode: 'one-time', text: 'k'.repeat(64) }, 'one-time key'],
      [{ ...projectKey, text: 'a key of another team' }, 'one key, method and project'],
    ] as const) {
      const theirs = await unpack(await datasetZip(few, {}, key));
      const { dask } = JSON.parse(python(context, ['pandas'], 'readers.py', [ours, theirs])) as Readers;
      if (dask === 'not installed')
        return skip(context, 'Python has no dask; "npm run test:loaders" can install it');
      expect(dask).toMatch(/^refused: /);
      expect(dask).toContain(why);
    }
  });
});

describe('the steps of rec-a-sketch', { timeout: 120_000 }, () => {
  it('give the same likes from the same rows, with the same hash and exact names', async (context) => {
    const raw = world.flatMap(({ name, uid, likes }) =>
      likes.map((user) => [name, uid, user, `name of ${user}`]),
    );
    const theirs = python(context, ['hmac'], 'ancestor.py', [projectKey.text], JSON.stringify(raw));
    const folder = await unpack(await datasetZip(world, { hash: 'hmac-md5', likesNames: 'exact' }));
    const ours = readFileSync(join(folder, 'data/model_likes_anon.psv'), 'utf8');
    const lines = (text: string) => text.split('\r\n').sort();
    expect(lines(ours)).toEqual(lines(theirs));
    expect(ours.slice(0, 19)).toBe(theirs.slice(0, 19));
  });
});
