import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import type { ImportProblem } from '../../../src/dataset/zip/import-error';
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

describe('reading an earlier dataset', () => {
  it('returns its models, likes, pseudonyms and key', async () => {
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

  it('gives the same import id for the same content, however it is packed', async () => {
    const stored = smallDataset({ edit: (entries) => entries.map((entry) => ({ ...entry, stored: true })) });
    const [one, other] = [await readDataset(smallDataset()), await readDataset(stored)];
    expect(one.importId).toBe(other.importId);
    for (const changes of [
      { files: { 'README.md': 'other words' } },
      { likesOut: { exportedAt: '2026-01-02T03:04:06.000Z' } },
    ])
      expect((await readDataset(smallDataset(changes))).importId).not.toBe(one.importId);
  });

  it('ignores extra fields of the zip and the descriptor', async () => {
    const zip = smallDataset({
      likesOut: { planted: 'x', __proto__: { admin: true } },
      descriptor: (right) => ({ ...right, planted: ['y'] }),
      edit: (entries) => entries.map((entry) => ({ ...entry, extra: Buffer.from('UT\x05\x00\x03abcd') })),
    });
    const read = await readDataset(zip);
    expect(JSON.stringify(read)).not.toContain('planted');
    expect(Object.keys(read)).toEqual(Object.keys(await readDataset(smallDataset())));
  });

  it('accepts a dataset without likes', async () => {
    const empty = {
      [likes]: rows('modelname|mid|uid'),
      [urls]: rows('name|mid'),
      [feats]: rows('mid|type|value'),
    };
    const counts = { models: 0, users: 0, likes: 0 };
    const read = await readDataset(smallDataset({ files: empty, likesOut: { counts, notComplete: [] } }));
    expect([read.models, read.pseudonyms, [...read.starts]]).toEqual([[], [], [0]]);
  });

  it('stops with the reason of the signal', async () => {
    const reason = new Error('enough');
    await expect(readDataset(smallDataset(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('refusing a zip as a whole', () => {
  it.each<[string, SmallOptions['edit'], Partial<ImportProblem>]>([
    ['a file that states gigabytes', first({ size: 4e9 }), { code: 'impossibleSize', bytes: 4e9 }],
    ['a file that unpacks to more than it states', first({ size: 20 }), { code: 'sizeExceeded', path: urls }],
    [
      'a file that unpacks to less than it states',
      first({ size: 90_000 }),
      { code: 'damagedFile', path: urls },
    ],
    ['a wrong checksum', first({ crc: 1 }), { code: 'damagedFile', path: urls }],
    [
      'a path that leaves its folder',
      first({ path: '../data/model_urls.psv' }),
      { code: 'unexpectedFile', path: '../data/model_urls.psv' },
    ],
    [
      'an absolute path',
      first({ path: '/data/model_urls.psv' }),
      { code: 'unexpectedFile', path: '/data/model_urls.psv' },
    ],
    [
      'a path that leaves its folder on another system',
      first({ path: '..\\data\\model_urls.psv' }),
      { code: 'unexpectedFile', path: '../data/model_urls.psv' },
    ],
    [
      'a path with a zero byte',
      first({ path: `${urls}\0.txt` }),
      { code: 'unexpectedFile', path: `${urls}?.txt` },
    ],
    [
      'a path that is nearly right',
      first({ path: 'Data/model_urls.psv' }),
      { code: 'unexpectedFile', path: 'Data/model_urls.psv' },
    ],
    [
      'a path that leaves the folder of a part',
      first({ path: 'parts/likes/contributor=../x.parquet' }),
      { code: 'unexpectedFile' },
    ],
    [
      'another name in its own header',
      first({ localPath: 'data/model_feats.psv' }),
      { code: 'misplacedFile', path: urls },
    ],
    ['encryption', first({ flags: 1 }), { code: 'encryptedFile', path: urls }],
    [
      'an unknown compression method',
      first({ method: 14 }),
      { code: 'unknownCompression', path: urls, method: 14 },
    ],
    [
      'a folder with bytes of its own',
      withEntry({ path: 'data/', content: 'x', stored: true }),
      { code: 'unexpectedFile', path: 'data/' },
    ],
    [
      'a file twice',
      withEntry({ path: 'README.md', content: 'again' }),
      { code: 'duplicateFile', path: 'README.md' },
    ],
    [
      'a file that is not listed',
      withEntry({ path: 'stats.json', content: '{}' }),
      { code: 'unlistedFile', path: 'stats.json', manifest: 'datapackage.json' },
    ],
    [
      'a file whose bytes are those of another',
      (entries) => [...entries, { ...entries[0]!, path: 'stats.json', localPath: urls, at: 0 }],
      { code: 'misplacedFile', path: 'stats.json' },
    ],
    [
      'a file inside of another',
      (entries) => [nesting, { path: 'stats.json', content: '{}', at: nestedAt }, ...entries],
      { code: 'overlappingFile', path: 'stats.json' },
    ],
    ['a file of the same length that was changed', sameLength, { code: 'changedFile', path: 'README.md' }],
    [
      'a missing file',
      (entries) => entries.filter(({ path }) => path !== 'README.md'),
      { code: 'missingFile', path: 'README.md' },
    ],
    [
      'a zip without a descriptor',
      (entries) => entries.slice(0, -1),
      { code: 'notADataset', path: 'datapackage.json' },
    ],
    [
      'a file that was changed',
      first({ content: rows('name|mid', `Other|${modelA}`, `Two|${modelB}`) }),
      { code: 'changedFile', path: urls },
    ],
    [
      'a descriptor that is not JSON',
      (all) => [...all.slice(0, -1), { path: 'datapackage.json', content: '{' }],
      { code: 'notJson', path: 'datapackage.json' },
    ],
  ])('refuses %s', async (_what, edit, problem) => {
    expect(await refusalOf(smallDataset({ edit: edit! }))).toMatchObject(problem);
  });

  it('refuses a zip bomb before unpacking it', async () => {
    const content = Buffer.alloc(50_000_000);
    const bomb = new Blob([rawZip([{ path: urls, content }])]);
    expect(bomb.size).toBeLessThan(100_000);
    expect((await refusalOf(bomb)).code).toBe('impossibleSize');
    const hidden = new Blob([rawZip([{ path: urls, content, size: 1_000_000 }])]);
    expect((await refusalOf(hidden)).code).toBe('notADataset');
    const beside = { path: '__MACOSX/._x', content };
    const junk = smallDataset({ edit: (entries) => [...entries, beside] });
    expect((await refusalOf(junk)).code).toBe('impossibleSize');
    const descriptor = new Blob([rawZip([{ path: 'datapackage.json', content, size: 1_000_000 }])]);
    expect((await refusalOf(descriptor)).code).toBe('sizeExceeded');
  });
});
