import { describe, expect, it } from 'vitest';
import { modelA, modelB, smallDataset, type SmallOptions, user1 } from '../merge/small-dataset';
import { refusalOf } from './refusal-of';

const likes = 'data/model_likes_anon.psv';
const urls = 'data/model_urls.psv';
const feats = 'data/model_feats.psv';
const rows = (header: string, ...records: string[]) =>
  [header, ...records].map((line) => `${line}\r\n`).join('');

describe('a dataset is refused as a whole, with what is wrong with it: ', () => {
  it.each<[string, SmallOptions, string]>([
    ['no PSV tables', { files: { [urls]: null, [likes]: null, [feats]: null } }, `${urls} is missing`],
    ['no likes table', { files: { [likes]: null } }, `${likes} is missing`],
    ['other columns', { files: { [urls]: rows('mid|name') } }, 'other columns'],
    [
      'a table that breaks off',
      { files: { [urls]: `name|mid\r\nDragon|${modelA}` } },
      'breaks off in line 2',
    ],
    ['a record too short', { files: { [urls]: rows('name|mid', modelA) } }, 'line 2 is no record'],
    [
      'a quote that does not end',
      { files: { [urls]: rows('name|mid', `\\Dragon|${modelA}`) } },
      'line 2 is no record',
    ],
    [
      'a line break in a name',
      { files: { [urls]: rows('name|mid', `Dra\ngon|${modelA}`) } },
      'line 2 is no record',
    ],
    ['a byte order mark', { files: { [urls]: `\ufeff${rows('name|mid')}` } }, 'other columns'],
    ['no id of a model', { files: { [urls]: rows('name|mid', 'Dragon|../../etc') } }, 'no id of a model'],
    ['a model twice', { files: { [urls]: rows('name|mid', `A|${modelA}`, `A|${modelA}`) } }, 'repeated'],
    [
      'models out of order',
      { files: { [urls]: rows('name|mid', `B|${modelB}`, `A|${modelA}`) } },
      'out of order',
    ],
    [
      'a tag of no model',
      { files: { [feats]: rows('mid|type|value', `${'c'.repeat(32)}|tag|x`) } },
      'out of place',
    ],
    [
      'a label of no kind',
      { files: { [feats]: rows('mid|type|value', `${modelA}|owner|x`) } },
      'out of place',
    ],
    [
      'a raw id for a pseudonym',
      { files: { [likes]: rows('modelname|mid|uid', `D|${modelA}|16271`) } },
      'no pseudonym',
    ],
    [
      'a like twice',
      { files: { [likes]: rows('modelname|mid|uid', `D|${modelA}|${user1}`, `D|${modelA}|${user1}`) } },
      'repeated',
    ],
    [
      'likes of models out of order',
      { files: { [likes]: rows('modelname|mid|uid', `D|${modelB}|${user1}`, `D|${modelA}|${user1}`) } },
      'out of order',
    ],
    [
      'other counts',
      { likesOut: { counts: { models: 2, users: 2, likes: 4 } } },
      'tells of 4 likes, and the tables hold 3',
    ],
    ['no pseudonym method', { likesOut: { pseudonym: null } }, 'likesOut.pseudonym is not'],
    ['a list of states that is none', { likesOut: { notComplete: 'all' } }, 'likesOut.notComplete is not'],
    ['a date that is none', { likesOut: { exportedAt: 'yesterday' } }, 'likesOut.exportedAt is not'],
    [
      'a hash that is none',
      { descriptor: (right) => ({ ...right, resources: [{ path: 'x', bytes: 1, hash: 'md5:1' }] }) },
      'hash is not',
    ],
    ['nothing of ours', { descriptor: () => ({ name: 'another dataset' }) }, 'likesOut is not'],
  ])('%s', async (_what, options, message) => {
    expect(await refusalOf(smallDataset(options))).toContain(message);
  });
});
