import { describe, expect, it } from 'vitest';
import { createMemoryBudget } from '../../../src/dataset/import/memory-budget';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { readManifest } from '../../../src/dataset/import/read-manifest';
import { openZip } from '../../../src/dataset/zip/open-zip';
import { rawZip } from '../zip/raw-zip';
import { modelA, modelB, smallDataset, type SmallOptions, user1 } from '../merge/small-dataset';
import type { ImportProblem } from '../../../src/dataset/zip/import-error';
import { refusalOf } from './refusal-of';

const likes = 'data/model_likes_anon.psv';
const urls = 'data/model_urls.psv';
const feats = 'data/model_feats.psv';
const rows = (header: string, ...records: string[]) =>
  [header, ...records].map((line) => `${line}\r\n`).join('');

const invalid = (field: string) => ({ code: 'invalidField', path: 'datapackage.json', field }) as const;

describe('refusing a dataset as a whole', () => {
  it.each<[string, SmallOptions, Partial<ImportProblem>]>([
    [
      'without PSV tables',
      { files: { [urls]: null, [likes]: null, [feats]: null } },
      { code: 'missingTable', path: urls },
    ],
    ['without a likes table', { files: { [likes]: null } }, { code: 'missingTable', path: likes }],
    [
      'with unexpected columns',
      { files: { [urls]: rows('mid|name') } },
      { code: 'unexpectedColumns', path: urls },
    ],
    [
      'with a table that breaks off',
      { files: { [urls]: `name|mid\r\nDragon|${modelA}` } },
      { code: 'truncatedTable', line: 2 },
    ],
    [
      'with a record that is too short',
      { files: { [urls]: rows('name|mid', modelA) } },
      { code: 'invalidLine', line: 2 },
    ],
    [
      'with a quote that does not end',
      { files: { [urls]: rows('name|mid', `\\Dragon|${modelA}`) } },
      { code: 'invalidLine', line: 2 },
    ],
    [
      'with a line break in a name',
      { files: { [urls]: rows('name|mid', `Dra\ngon|${modelA}`) } },
      { code: 'invalidLine', line: 2 },
    ],
    [
      'with a byte order mark',
      { files: { [urls]: `\ufeff${rows('name|mid')}` } },
      { code: 'unexpectedColumns', path: urls },
    ],
    [
      'with an invalid model id',
      { files: { [urls]: rows('name|mid', 'Dragon|../../etc') } },
      { code: 'invalidModelId', text: '../../etc' },
    ],
    [
      'with a model twice',
      { files: { [urls]: rows('name|mid', `A|${modelA}`, `A|${modelA}`) } },
      { code: 'modelOrder', mid: modelA },
    ],
    [
      'with models out of order',
      { files: { [urls]: rows('name|mid', `B|${modelB}`, `A|${modelA}`) } },
      { code: 'modelOrder', mid: modelA },
    ],
    [
      'with a tag of an unknown model',
      { files: { [feats]: rows('mid|type|value', `${'c'.repeat(32)}|tag|x`) } },
      { code: 'labelOrder', path: feats },
    ],
    [
      'with a label of an unknown kind',
      { files: { [feats]: rows('mid|type|value', `${modelA}|owner|x`) } },
      { code: 'labelOrder', path: feats },
    ],
    [
      'with a tag twice',
      { files: { [feats]: rows('mid|type|value', `${modelA}|tag|x`, `${modelA}|tag|x`) } },
      { code: 'labelOrder', mid: modelA },
    ],
    [
      'with tags out of order',
      { files: { [feats]: rows('mid|type|value', `${modelA}|tag|y`, `${modelA}|tag|x`) } },
      { code: 'labelOrder', mid: modelA },
    ],
    [
      'with a category after a tag',
      { files: { [feats]: rows('mid|type|value', `${modelA}|tag|x`, `${modelA}|category|y`) } },
      { code: 'labelOrder', mid: modelA },
    ],
    [
      'with the labels of models out of order',
      { files: { [feats]: rows('mid|type|value', `${modelB}|tag|x`, `${modelA}|tag|y`) } },
      { code: 'labelOrder', mid: modelA },
    ],
    [
      'with a raw id in place of a pseudonym',
      { files: { [likes]: rows('modelname|mid|uid', `D|${modelA}|16271`) } },
      { code: 'invalidPseudonym', text: '16271' },
    ],
    [
      'with a like twice',
      { files: { [likes]: rows('modelname|mid|uid', `D|${modelA}|${user1}`, `D|${modelA}|${user1}`) } },
      { code: 'likeOrder', mid: modelA },
    ],
    [
      'with the likes of models out of order',
      { files: { [likes]: rows('modelname|mid|uid', `D|${modelB}|${user1}`, `D|${modelA}|${user1}`) } },
      { code: 'likeOrder', mid: modelA },
    ],
    [
      'with wrong counts',
      { likesOut: { counts: { models: 2, users: 2, likes: 4 } } },
      { code: 'wrongLikes', stated: 4, found: 3 },
    ],
    ['without a pseudonym method', { likesOut: { pseudonym: null } }, invalid('likesOut.pseudonym')],
    [
      'with a list of states that is not a list',
      { likesOut: { notComplete: 'all' } },
      invalid('likesOut.notComplete'),
    ],
    [
      'with a date in a form that browsers do not read',
      { likesOut: { exportedAt: '2026-01-02T03:04:05+05' } },
      invalid('likesOut.exportedAt'),
    ],
    ['with an invalid date', { likesOut: { exportedAt: 'yesterday' } }, invalid('likesOut.exportedAt')],
    [
      'with an invalid hash',
      { descriptor: (right) => ({ ...right, resources: [{ path: 'x', bytes: 1, hash: 'md5:1' }] }) },
      invalid('resources.0.hash'),
    ],
    ['written by another tool', { descriptor: () => ({ name: 'another dataset' }) }, invalid('likesOut')],
  ])('%s', async (_what, options, problem) => {
    expect(await refusalOf(smallDataset(options))).toMatchObject(problem);
  });
});

describe('a small zip that would take much memory', () => {
  it.each<[string, SmallOptions, number]>([
    [urls, { files: { [urls]: rows('name|mid', `${'x'.repeat(900)}|${modelA}`) } }, 1_000],
    [feats, {}, 900],
  ])('is refused once %s has taken too much', async (path, options, limit) => {
    const reading = readDataset(smallDataset(options), undefined, createMemoryBudget(limit));
    await expect(reading).rejects.toMatchObject({ problem: { code: 'fileTooLarge', path } });
  });

  it.each([
    ['[[],[],[]]', 4],
    ['{"a":{},"b":{}}', 3],
    ['[0,0,0]', 3],
  ])('is refused if its descriptor has too many values: %s', async (content, limit) => {
    const zip = new Blob([rawZip([{ path: 'datapackage.json', content }])]);
    const [entry] = await openZip(zip);
    await expect(readManifest(zip, entry!, limit)).rejects.toMatchObject({
      problem: { code: 'fileTooLarge' },
    });
  });
});
