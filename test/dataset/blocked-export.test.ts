import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../src/dataset/dataset-options';
import { LeakError } from '../../src/dataset/leak-scan/leak-report';
import { type MadeUpModel, memorySource } from './memory-source';
import { makeZip } from './zip/made-zip';

const hex = (text: string) => createHash('md5').update(text).digest('hex');
const [ada, bob] = [hex('ada'), hex('bob')];
const model = { uid: hex('model'), name: 'A fox', tags: ['fox'], categories: ['Animals'], likes: [ada, bob] };
const files = (kind: 'psv' | 'parquet') => ({
  ...defaultDatasetOptions,
  files: { ...defaultDatasetOptions.files, psv: false, parquet: false, recbole: false, [kind]: true },
});

async function leakOf(rows: readonly MadeUpModel[], order: Parameters<typeof makeZip>[1] = {}) {
  const error: unknown = await makeZip(rows, order).catch((reason: unknown) => reason);
  if (!(error instanceof LeakError)) throw new Error('nothing was found', { cause: error });
  return error;
}

describe('an export is blocked', () => {
  it.each([
    ['a tag', { tags: ['fox', `by ${ada}`] }],
    ['a category', { categories: [bob] }],
    ['a name', { name: `Fox (${bob})` }],
    ['a name, with capitals', { name: `Fox${ada.toUpperCase()}` }],
  ])('if a raw user id is in %s, whichever files are selected', async (_, planted) => {
    for (const kind of ['psv', 'parquet'] as const) {
      const error = await leakOf([{ ...model, ...planted }], { options: files(kind) });
      expect(error.report.leaks.map(({ kind: what }) => what)).toContain('userId');
      expect(error.message).not.toMatch(new RegExp(`${ada}|${bob}`, 'i'));
    }
  });

  it('if it contains the id of a user removed by the filters', async () => {
    const excluded = { ...defaultDatasetOptions.excluded, userUids: [bob] };
    const error = await leakOf([{ ...model, tags: [bob] }], {
      options: { ...defaultDatasetOptions, excluded },
    });
    expect(error.message).toMatch(/^found userId in /);
  });

  it('if it contains the id of somebody who is in no list of likes, such as the owner of a model', async () => {
    const owner = hex('owner');
    for (const kind of ['psv', 'parquet'] as const) {
      const rows = [{ ...model, others: [owner], tags: [`by ${owner}`] }];
      const error = await leakOf(rows, { options: files(kind) });
      expect(error.message).toMatch(/^found userId in /);
    }
    // Also one of a model that is left out.
    const hidden = { uid: hex('hidden'), isPublic: false, others: [owner], likes: [] };
    expect((await leakOf([{ ...model, name: owner }, hidden])).message).toMatch(/^found userId in /);
  });

  it('if it contains the key or the passphrase', async () => {
    const rows = [{ ...model, tags: ['the long passphrase'] }];
    const key = {
      mode: 'passphrase',
      text: hex('k'),
      projectId: 'p',
      passphrase: 'the long passphrase',
    } as const;
    expect((await leakOf(rows, { key })).message).toMatch(/^found passphrase in /);
    const keyed = await leakOf([{ ...model, name: 'my secret key' }]);
    expect(keyed.report.leaks.map(({ kind }) => kind)).toContain('key');
  });
});

describe('an export goes through', () => {
  it('if a page has named a model as the owner of another', async () => {
    const other = { uid: hex('other'), likes: [ada] };
    expect((await makeZip([{ ...model, others: [other.uid] }, other])).files.size).toBeGreaterThan(3);
  });

  it('if user names equal words of the tool, tags or bytes of Parquet, and mentions the tags', async () => {
    const names = [
      'models',
      'complete',
      'data',
      'README',
      'sketchfab',
      'likes',
      'fox',
      'a',
      'PAR1',
      'x',
      'mid',
    ];
    const usernames = Object.fromEntries(names.map((name) => [hex(name), name]));
    const rows = [{ ...model, tags: ['fox', 'red, a, x, "fox"'], likes: Object.keys(usernames) }];
    const { summary } = await makeZip(rows, { source: memorySource(rows, usernames) });
    expect(summary.likes).toBe(names.length);
    expect(summary.mentions.mentions).toEqual(['fox']);
  });

  it('if ids of old users are short numbers, which occur everywhere', async () => {
    const likes = Array.from({ length: 300 }, (_, index) => String(index));
    const { summary } = await makeZip([{ ...model, name: '7', tags: ['2016', '12'], likes }]);
    expect(summary.users).toBe(300);
  });
});
