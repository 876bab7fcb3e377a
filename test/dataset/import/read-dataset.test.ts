import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { ImportRefused } from '../../../src/dataset/zip/import-error';
import {
  modelA,
  modelB,
  projectFingerprint,
  smallDataset,
  type SmallOptions,
  user1,
  user2,
} from '../merge/small-dataset';
import { type RawEntry, rawZip } from '../zip/raw-zip';
import { refusalOf } from './refusal-of';

const first = (change: Partial<RawEntry>) => (entries: RawEntry[]) =>
  entries.map((entry, index) => (index === 0 ? { ...entry, ...change } : entry));
const withEntry = (entry: RawEntry) => (entries: RawEntry[]) => [...entries, entry];
const likes = 'data/model_likes_anon.psv';
const urls = 'data/model_urls.psv';
const feats = 'data/model_feats.psv';
const rows = (header: string, ...records: string[]) =>
  [header, ...records].map((line) => `${line}\r\n`).join('');

/** A stored file that holds the whole of another one, with its header. */
const nesting: RawEntry = {
  path: 'CITATION.cff',
  stored: true,
  content: rawZip([{ path: 'stats.json', content: '{}' }]),
};
const nestedAt = 30 + nesting.path.length;

const sameLength = (entries: RawEntry[]) =>
  entries.map((entry) =>
    entry.path === 'README.md' ? { ...entry, content: String(entry.content).toUpperCase() } : entry,
  );

describe('a dataset of before', () => {
  it('is read whole', async () => {
    const read = await readDataset(smallDataset());
    expect(read).toMatchObject({
      kind: 'dataset',
      keyFingerprint: projectFingerprint,
      toolVersion: '1.0.0',
      seenAt: null,
    });
    expect(read.models).toMatchObject([
      {
        uid: modelA,
        name: 'Dragon',
        tags: [{ name: 'fire', slug: null }],
        categories: [{ name: 'Animals', slug: null }],
        complete: true,
        state: 'complete',
      },
      { uid: modelB, name: 'two | halves', tags: null, complete: false, state: 'partial' },
    ]);
    expect(read.pseudonyms).toEqual([user1, user2]);
    expect([...read.starts]).toEqual([0, 2, 3]);
    expect([...read.users]).toEqual([0, 1, 0]);
    expect(read.exportedAt).toBe(Date.parse('2026-01-02T03:04:05Z'));
  });

  it('is known again by its content, however it is packed', async () => {
    const stored = smallDataset({ edit: (entries) => entries.map((entry) => ({ ...entry, stored: true })) });
    const [one, other] = [await readDataset(smallDataset()), await readDataset(stored)];
    expect(one.importId).toBe(other.importId);
    const changed = await readDataset(smallDataset({ files: { 'README.md': 'other words' } }));
    expect(changed.importId).not.toBe(one.importId);
  });

  it('may hold extra fields, in its zip and in its descriptor, and none of them gets further', async () => {
    const zip = smallDataset({
      likesOut: { planted: 'x', __proto__: { admin: true } },
      descriptor: (right) => ({ ...right, planted: ['y'] }),
      edit: (entries) => entries.map((entry) => ({ ...entry, extra: Buffer.from('UT\x05\x00\x03abcd') })),
    });
    const read = await readDataset(zip);
    expect(JSON.stringify(read)).not.toContain('planted');
    expect(Object.keys(read)).toEqual(Object.keys(await readDataset(smallDataset())));
  });

  it('may hold no like at all', async () => {
    const empty = {
      [likes]: rows('modelname|mid|uid'),
      [urls]: rows('name|mid'),
      [feats]: rows('mid|type|value'),
    };
    const counts = { models: 0, users: 0, likes: 0 };
    const read = await readDataset(smallDataset({ files: empty, likesOut: { counts, notComplete: [] } }));
    expect([read.models, read.pseudonyms, [...read.starts]]).toEqual([[], [], [0]]);
  });

  it('is left when the reader is told to stop', async () => {
    const reason = new Error('enough');
    await expect(readDataset(smallDataset(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('a zip is refused as a whole, with what is wrong with it', () => {
  it.each<[string, SmallOptions['edit'], string]>([
    ['a file that says it unpacks to gigabytes', first({ size: 4e9 }), 'which cannot be'],
    ['a file that unpacks to more than it says', first({ size: 20 }), `${urls} unpacks to more than it says`],
    ['a file that unpacks to less than it says', first({ size: 90_000 }), `${urls} is damaged`],
    ['a wrong checksum', first({ crc: 1 }), `${urls} is damaged`],
    ['a path out of its folder', first({ path: '../data/model_urls.psv' }), 'holds "../data/model_urls.psv"'],
    ['an absolute path', first({ path: '/data/model_urls.psv' }), 'holds "/data/model_urls.psv"'],
    ['a path of another system', first({ path: 'data\\model_urls.psv' }), 'which no dataset has'],
    ['a path with an end of its own', first({ path: `${urls}\0.txt` }), 'which no dataset has'],
    ['a path that is nearly right', first({ path: 'Data/model_urls.psv' }), 'which no dataset has'],
    ['a path out of a part', first({ path: 'parts/likes/contributor=../x.parquet' }), 'which no dataset has'],
    ['another name in its own header', first({ localPath: 'data/model_feats.psv' }), 'does not begin where'],
    ['encryption', first({ flags: 1 }), 'encrypted'],
    ['a method of packing nobody knows', first({ method: 99 }), 'packed in a way'],
    ['a folder', withEntry({ path: 'data/', content: '', stored: true }), 'holds "data/"'],
    ['a file twice', withEntry({ path: 'README.md', content: 'again' }), 'README.md twice'],
    [
      'a file that nobody lists',
      withEntry({ path: 'stats.json', content: '{}' }),
      'stats.json is in the zip, and not',
    ],
    [
      'a file whose bytes are those of another',
      (entries) => [...entries, { ...entries[0]!, path: 'stats.json', localPath: urls, at: 0 }],
      'stats.json does not begin where',
    ],
    [
      'a file inside of another',
      (entries) => [nesting, { path: 'stats.json', content: '{}', at: nestedAt }, ...entries],
      'stats.json lies where another file',
    ],
    ['a file of the same length that was changed', sameLength, 'README.md is not the file'],
    [
      'a missing file',
      (entries) => entries.filter(({ path }) => path !== 'README.md'),
      'README.md is missing',
    ],
    ['no descriptor', (entries) => entries.slice(0, -1), 'datapackage.json is missing'],
    [
      'a file that was changed',
      first({ content: rows('name|mid', `Other|${modelA}`, `Two|${modelB}`) }),
      'it was changed',
    ],
    [
      'a descriptor that is no JSON',
      (all) => [...all.slice(0, -1), { path: 'datapackage.json', content: '{' }],
      'no JSON',
    ],
  ])('%s', async (_what, edit, message) => {
    expect(await refusalOf(smallDataset({ edit: edit! }))).toContain(message);
  });

  it('a bomb, before it has gone off', async () => {
    const content = Buffer.alloc(50_000_000);
    const bomb = new Blob([rawZip([{ path: urls, content }])]);
    expect(bomb.size).toBeLessThan(100_000);
    expect(await refusalOf(bomb)).toContain('which cannot be');
    const hidden = new Blob([rawZip([{ path: urls, content, size: 1_000_000 }])]);
    expect(await refusalOf(hidden)).toContain('datapackage.json is missing');
    const descriptor = new Blob([rawZip([{ path: 'datapackage.json', content, size: 1_000_000 }])]);
    expect(await refusalOf(descriptor)).toContain('more than it says');
  });

  it('what is no zip', async () => {
    expect(await refusalOf(new Blob([]))).toContain('no zip');
    expect(await refusalOf(new Blob(['<!doctype html><title>Log in</title>'.repeat(9)]))).toContain('no zip');
  });

  it('one that is cut off, wherever', async () => {
    const whole = Buffer.from(await smallDataset().arrayBuffer());
    for (let length = 0; length < whole.length; length += 7) {
      expect(await refusalOf(new Blob([whole.subarray(0, length)]))).toMatch(/no zip|missing/);
    }
  });

  it('one with something before or behind it', async () => {
    const zip = smallDataset();
    expect(await refusalOf(new Blob(['#!/bin/sh\n', zip]))).toContain('does not have the length');
    expect(await refusalOf(new Blob([zip, 'x']))).toContain('no zip');
  });

  it('one with any byte changed that says something, or it is read as before', async () => {
    const whole = Buffer.from(await smallDataset().arrayBuffer());
    const right = await readDataset(new Blob([whole]));
    let refused = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 0x10;
      const outcome = await readDataset(new Blob([changed])).catch((error: unknown) => error);
      if (outcome instanceof ImportRefused) refused += 1;
      else expect(outcome).toEqual(right);
    }
    // The rest is dates, versions, and descriptor text that nobody reads.
    expect(refused / whole.length).toBeGreaterThan(0.8);
  });
});
