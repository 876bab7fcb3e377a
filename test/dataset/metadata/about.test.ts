import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { makeZip } from '../zip/made-zip';

const about = {
  title: 'Likes "of" ours: 2026',
  creator: 'Ada "L" Löve',
  licence: 'https://example.org/licence',
  url: 'https://example.org/data',
};
const rows = [{ uid: 'm1', tags: ['a'], likes: ['u1'] }];
const made = await makeZip(rows, { options: parseDatasetOptions({ about }) });

describe('what a user typed about the dataset', () => {
  const descriptor = JSON.parse(made.files.get('datapackage.json')!.toString()) as Record<string, unknown>;

  it('is in the descriptor', () => {
    expect(descriptor).toMatchObject({
      title: about.title,
      homepage: about.url,
      licenses: [{ path: about.licence }],
      contributors: [{ title: about.creator, roles: ['creator'] }],
    });
  });

  it('is quoted correctly in CITATION.cff', () => {
    expect(made.files.get('CITATION.cff')!.toString().split('\n')).toEqual([
      'cff-version: 1.2.0',
      'message: Please cite this dataset as below.',
      'type: dataset',
      'title: "Likes \\"of\\" ours: 2026"',
      'authors: [{name: "Ada \\"L\\" Löve"}]',
      'version: "2026.1.2"',
      'date-released: 2026-01-02',
      'url: "https://example.org/data"',
      '',
    ]);
  });

  it.each([
    ['CC-BY-4.0', ['license: CC-BY-4.0']],
    ['odbl-1.0', ['license: ODbL-1.0']],
    ['CC-BY', []],
    ['ask me first', []],
    ['https://creativecommons.org/licenses/by/4.0/', []],
  ])('has the licence %j in CITATION.cff only if it is an SPDX id', async (licence, lines) => {
    const options = parseDatasetOptions({ about: { creator: 'Ada', licence } });
    const { files } = await makeZip(rows, { options });
    const citation = files.get('CITATION.cff')!.toString().split('\n');
    expect(citation.filter((line) => line.startsWith('license'))).toEqual(lines);
  });

  it('has its addresses as URIs in all machine-readable files', async () => {
    const typed = 'HTTPS://example.org/a b';
    const uri = 'https://example.org/a%20b';
    const options = parseDatasetOptions({ about: { ...about, licence: typed, url: typed } });
    const { files } = await makeZip(rows, { options });
    const json = (path: string) => JSON.parse(files.get(path)!.toString()) as unknown;
    expect(json('datapackage.json')).toMatchObject({ homepage: uri, licenses: [{ path: uri }] });
    expect(json('croissant.json')).toMatchObject({ url: uri, license: uri });
    expect(files.get('CITATION.cff')!.toString()).toContain(`url: "${uri}"`);
  });

  it('is in the front matter for Hugging Face, with the tables', () => {
    const [, head] = made.files.get('README.md')!.toString().split('---\n');
    expect(head!.trim().split('\n')).toEqual([
      'pretty_name: "Likes \\"of\\" ours: 2026"',
      'license: other',
      'license_link: "https://example.org/licence"',
      'tags: [recommender-systems, implicit-feedback]',
      'configs:',
      '- {config_name: interactions, data_files: parquet/interactions.parquet, default: true}',
      '- {config_name: items, data_files: parquet/items.parquet}',
    ]);
  });

  it.each([
    ['CC-BY-4.0', ['license: cc-by-4.0'], [{ name: 'CC-BY-4.0' }]],
    [
      'ask me first',
      ['license: other', 'license_name: "ask me first"'],
      [{ name: 'other', title: 'ask me first' }],
    ],
  ])('gives the licence %j as each format requires', async (licence, lines, licenses) => {
    const { files } = await makeZip(rows, { options: parseDatasetOptions({ about: { licence } }) });
    const readme = files.get('README.md')!.toString();
    expect(readme.split('\n').filter((line) => line.startsWith('license'))).toEqual(lines);
    expect(readme).toContain(`Licence: ${licence}.`);
    expect(JSON.parse(files.get('datapackage.json')!.toString())).toMatchObject({ licenses });
  });
});
