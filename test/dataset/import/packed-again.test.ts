import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import type { ImportProblem } from '../../../src/dataset/zip/import-error';
import { runPython, skip } from '../python3';
import { smallDataset, type SmallOptions } from '../merge/small-dataset';
import { type RawEntry, rawZip } from '../zip/raw-zip';
import { refusalOf } from './refusal-of';

const right = await readDataset(smallDataset());
const within = (folder: string) => (entries: RawEntry[]) =>
  entries.map((entry) => ({ ...entry, path: `${folder}${entry.path}` }));
const withBackslashes = (entries: RawEntry[]) =>
  entries.map((entry) => ({ ...entry, path: entry.path.replaceAll('/', '\\') }));
const folder = (path: string): RawEntry => ({ path, content: '', stored: true });
const end = Buffer.alloc(22);
end.writeUInt32LE(0x06054b50, 0);
const beside = (path: string) => (entries: RawEntry[]) => [...entries, { path, content: 'x' }];

describe('a dataset that was unpacked and packed again, built byte by byte,', () => {
  it.each<[string, SmallOptions]>([
    ['with folders', { edit: (entries) => [folder('data/'), ...entries, folder('parquet/')] }],
    ['with a compressed folder', { edit: (entries) => [{ path: 'data/', content: '' }, ...entries] }],
    ['within a folder', { edit: (entries) => [folder('likes/'), ...within('likes/')(entries)] }],
    ['within folders with an accent', { edit: within('Téléchargements/Likes Out/') }],
    [
      'by the Finder of macOS',
      {
        edit: (entries) => [
          ...within('likes/')(entries),
          ...within('__MACOSX/likes/._')(entries),
          { path: 'likes/.DS_Store', content: 'Bud1' },
          { path: 'likes/data/._model_urls.psv', content: 'Mac OS X' },
        ],
      },
    ],
    ['with what Windows leaves in folders', { edit: beside('data/Thumbs.db') }],
    ['by PowerShell 5, with backslashes', { edit: withBackslashes }],
    ['with a comment', { zip: { comment: 'packed by hand' } }],
    ['with a comment that looks like a header', { zip: { comment: `PK\u0003\u0004${'.'.repeat(60_000)}` } }],
    ['in zip64', { zip: { zip64: true } }],
    ['in zip64 with a comment', { zip: { zip64: true, comment: 'large' } }],
    ['as a stream', { zip: { streamed: true } }],
    ['as a stream in zip64', { zip: { streamed: true, zip64: true } }],
    ['without compression', { edit: (all) => all.map((entry) => ({ ...entry, stored: true })) }],
    ['with UTF-8 names', { edit: (all) => all.map((entry) => ({ ...entry, flags: 0x800 })) }],
    ['in another order', { edit: (entries) => entries.toReversed() }],
  ])('is the same dataset: %s', async (_how, options) => {
    expect(await readDataset(smallDataset(options))).toEqual(right);
  });

  it.each<[string, SmallOptions, ImportProblem]>([
    [
      'two datasets in one zip',
      { edit: (entries) => [...within('one/')(entries), ...within('two/')(entries)] },
      { code: 'severalDatasets', path: 'one/datapackage.json', other: 'two/datapackage.json' },
    ],
    [
      'a dataset and a part in one zip',
      { edit: beside('parts/manifest-00000001.json') },
      { code: 'severalDatasets', path: 'datapackage.json', other: 'parts/manifest-00000001.json' },
    ],
    [
      'two parts in one zip',
      {
        edit: () => [1, 2].map((run) => ({ path: `parts/manifest-0000000${run}.json`, content: '{}' })),
      },
      {
        code: 'severalDatasets',
        path: 'parts/manifest-00000001.json',
        other: 'parts/manifest-00000002.json',
      },
    ],
    [
      'the manifest twice',
      { edit: beside('datapackage.json') },
      { code: 'duplicateFile', path: 'datapackage.json' },
    ],
    [
      'a file beside the folder of the dataset',
      { edit: (entries) => [...within('likes/')(entries), { path: 'notes.txt', content: 'x' }] },
      { code: 'unexpectedFile', path: 'notes.txt' },
    ],
    [
      'one of its files outside of its folder',
      { edit: (entries) => [...entries.slice(0, 1), ...within('likes/')(entries.slice(1))] },
      { code: 'unexpectedFile', path: 'data/model_urls.psv' },
    ],
    ['a zip within the zip', { edit: beside('old.zip') }, { code: 'zipInZip', path: 'old.zip' }],
    [
      'nothing but a zip',
      { edit: () => [{ path: 'sketchfab-likes-2026-01-02.zip', content: 'PK' }] },
      { code: 'zipInZip', path: 'sketchfab-likes-2026-01-02.zip' },
    ],
    [
      'a folder that leads out of the zip',
      { edit: within('../') },
      { code: 'notADataset', path: 'datapackage.json' },
    ],
    [
      'a folder that leads out of the zip and back',
      { edit: within('likes/../../') },
      { code: 'notADataset', path: 'datapackage.json' },
    ],
    ['two lists of files', { zip: { comment: end.toString('latin1') } }, { code: 'twoDirectories' }],
    ['a wrong number of files in zip64', { zip: { zip64: { entries: 3 } } }, { code: 'damagedDirectory' }],
    [
      'more files in zip64 than any dataset has',
      { zip: { zip64: { entries: 70_000 } } },
      { code: 'tooManyFiles', files: 70_000 },
    ],
  ])('is refused: %s', async (_what, options, problem) => {
    expect(await refusalOf(smallDataset(options))).toEqual(problem);
  });

  it('is refused when its comment is cut off', async () => {
    const whole = Buffer.from(await smallDataset({ zip: { comment: 'a comment' } }).arrayBuffer());
    expect(await refusalOf(new Blob([whole.subarray(0, -3)]))).toEqual({ code: 'wrongZipLength' });
  });

  it('is refused when zip64 hides a size that no dataset has', async () => {
    const bomb = [{ path: 'data/model_urls.psv', content: 'x', size: 4_000_000_000 }];
    expect(await refusalOf(new Blob([rawZip(bomb, { zip64: true })]))).toMatchObject({
      code: 'impossibleSize',
      bytes: 4_000_000_000,
    });
  });
});

/** The small dataset, packed again by a program. */
async function packedAgain(context: TestContext, way: string): Promise<Blob> {
  const folder = mkdtempSync(join(tmpdir(), 'likes-out-packed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [source, packed] = [join(folder, 'first.zip'), join(folder, 'again.zip')];
  writeFileSync(source, Buffer.from(await smallDataset().arrayBuffer()));
  const missing = runPython(context, 'zips/pack_again.py', [way, source, packed]);
  if (typeof missing === 'string') skip(context, `${missing} is not installed`);
  return new Blob([readFileSync(packed)]);
}

describe('a dataset that a program packed again', { timeout: 60_000 }, () => {
  it.for([
    'stored',
    'level 9',
    'a comment',
    'a folder with an accent',
    'zip64 headers',
    'a stream',
    'shutil.make_archive',
    'python -m zipfile',
    'zip -r',
    'zip -r -9',
    'zip -r -fz',
    'zip -r -z',
    'zip a folder -r',
  ])('is the same dataset: %s', async (way, context) => {
    expect(await readDataset(await packedAgain(context, way))).toEqual(right);
  });

  it.for<[string, Partial<ImportProblem>]>([
    ['bzip2', { code: 'unknownCompression', method: 12 }],
    ['zip -r -e', { code: 'encryptedFile' }],
  ])('is refused with the reason: %s', async ([way, problem], context) => {
    expect(await refusalOf(await packedAgain(context, way))).toMatchObject(problem);
  });
});
