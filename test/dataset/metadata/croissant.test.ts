import jsonld from 'jsonld';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { readParquetMetadata } from '../tables/read-parquet';
import { makeZip } from '../zip/made-zip';

type Croissant = {
  readonly '@context': Readonly<Record<string, string | { '@id': string }>>;
  readonly distribution: readonly {
    '@id': string;
    contentUrl: string;
    sha256: string;
    encodingFormat: string;
  }[];
  readonly recordSet: readonly {
    readonly '@id': string;
    readonly key: readonly { '@id': string }[];
    readonly field: readonly {
      readonly '@id': string;
      readonly source: { fileObject: { '@id': string }; extract: { column: string } };
      readonly references?: { field: { '@id': string } };
    }[];
  }[];
};

const about = {
  title: 'Likes "of" ours: 2026',
  creator: 'Ada "L" Löve',
  licence: 'https://example.org/licence',
  url: 'https://example.org/data',
};
const rows = [{ uid: 'm1', tags: ['a'], likes: ['u1'] }];
const made = await makeZip(rows, { options: parseDatasetOptions({ about }) });
const text = made.files.get('croissant.json')!.toString();
const croissant = JSON.parse(text) as Croissant;

const { '@context': context, ...said } = croissant;
const expanded = await jsonld.expand(JSON.parse(text) as object, {
  documentLoader: (url) => Promise.reject(new Error(`asked for ${url}`)),
  safe: true,
  base: 'https://example.org/',
});

/** Every key of data at every depth, as often as it stands there. Those of JSON-LD itself come and go by expanding. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
  return entries.filter((key) => !['@id', '@value', '@language'].includes(key));
}

/** The full name of a key of ours, as the context tells it; what it does not tell is a word of schema.org. */
function fullName(key: string): string {
  if (key.startsWith('@')) return key;
  const toldOf = (word: string, otherwise: string) => {
    const told = context[word] ?? otherwise;
    return typeof told === 'string' ? told : told['@id'];
  };
  return toldOf(key, `sc:${key}`).replace(/^(\w+):/, (_, prefix: string) => toldOf(prefix, '?'));
}

describe('croissant.json', () => {
  it('expands without a look at the net', () => {
    expect(expanded).toHaveLength(1);
    expect(expanded[0]).toMatchObject({
      '@type': ['http://schema.org/Dataset'],
      'http://purl.org/dc/terms/conformsTo': [
        { '@value': 'http://mlcommons.org/croissant/1.1', '@language': 'en' },
      ],
      'http://schema.org/license': [{ '@value': about.licence, '@language': 'en' }],
      'http://schema.org/url': [{ '@value': about.url, '@language': 'en' }],
      'http://schema.org/datePublished': [{ '@value': '2026-01-02', '@language': 'en' }],
      'http://schema.org/creator': [
        { 'http://schema.org/name': [{ '@value': about.creator, '@language': 'en' }] },
      ],
    });
  });

  it('says when expanded all that it said before, each word as often', () => {
    expect(keysOf(expanded).sort()).toEqual(keysOf(said).map(fullName).sort());
  });

  it('has no word that the context and schema.org do not know', () => {
    // The context makes any other key a word of schema.org, a misspelled one too, so expanding it shows nothing.
    const undeclared = keysOf(said).filter((key) => !key.startsWith('@') && !(key in context));
    expect([...new Set(undeclared)].sort()).toEqual([
      'alternateName',
      'contentUrl',
      'creator',
      'datePublished',
      'description',
      'distribution',
      'encodingFormat',
      'keywords',
      'license',
      'name',
      'sha256',
      'url',
      'version',
    ]);
  });

  it('lists every file that was written before it, by its hash', () => {
    const paths = [...made.files.keys()];
    expect(croissant.distribution.map(({ contentUrl }) => contentUrl)).toEqual(
      paths.slice(0, paths.indexOf('croissant.json')),
    );
    expect(croissant.distribution.length).toBeGreaterThan(7);
    for (const file of croissant.distribution) expect(file['@id']).toBe(file.contentUrl);
    for (const { contentUrl, sha256 } of croissant.distribution) {
      expect(createHash('sha256').update(made.files.get(contentUrl)!).digest('hex')).toBe(sha256);
    }
  });

  it('tells the Parquet tables column by column', () => {
    expect(croissant.recordSet.map((set) => set['@id'])).toEqual(['interactions', 'items']);
    const ids = croissant.recordSet.flatMap(({ field }) => field.map((one) => one['@id']));
    for (const { '@id': name, field, key } of croissant.recordSet) {
      const schema = readParquetMetadata(made, name).schema.filter(
        ({ name: column }) => !['root', 'list', 'element'].includes(column),
      );
      expect(field.map(({ source }) => source.extract.column)).toEqual(schema.map((column) => column.name));
      for (const { source } of field) expect(source.fileObject['@id']).toBe(`parquet/${name}.parquet`);
      for (const { '@id': id } of key) expect(ids).toContain(id);
      for (const { references } of field) if (references) expect(ids).toContain(references.field['@id']);
    }
  });

  it.each(['licence', 'url', 'creator'] as const)('is left out where no %s was given', async (missing) => {
    const options = parseDatasetOptions({ about: { ...about, [missing]: '' } });
    const { files } = await makeZip(rows, { options });
    expect([...files.keys()]).not.toContain('croissant.json');
  });
});

describe('what a person says of the dataset', () => {
  const descriptor = JSON.parse(made.files.get('datapackage.json')!.toString()) as Record<string, unknown>;

  it('stands in the descriptor', () => {
    expect(descriptor).toMatchObject({
      title: about.title,
      homepage: about.url,
      licenses: [{ path: about.licence }],
      contributors: [{ title: about.creator, roles: ['creator'] }],
    });
  });

  it('makes a CITATION.cff whose quotes hold', () => {
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
  ])('tells the licence %j in CITATION.cff only where it is an id of SPDX', async (licence, lines) => {
    const options = parseDatasetOptions({ about: { creator: 'Ada', licence } });
    const { files } = await makeZip(rows, { options });
    const citation = files.get('CITATION.cff')!.toString().split('\n');
    expect(citation.filter((line) => line.startsWith('license'))).toEqual(lines);
  });

  it('has its addresses as URIs in all files for machines', async () => {
    const typed = 'HTTPS://example.org/a b';
    const uri = 'https://example.org/a%20b';
    const options = parseDatasetOptions({ about: { ...about, licence: typed, url: typed } });
    const { files } = await makeZip(rows, { options });
    const json = (path: string) => JSON.parse(files.get(path)!.toString()) as unknown;
    expect(json('datapackage.json')).toMatchObject({ homepage: uri, licenses: [{ path: uri }] });
    expect(json('croissant.json')).toMatchObject({ url: uri, license: uri });
    expect(files.get('CITATION.cff')!.toString()).toContain(`url: "${uri}"`);
  });

  it('makes the head by which Hugging Face knows the tables', () => {
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
  ])('names the licence %j as the formats want it', async (licence, lines, licenses) => {
    const { files } = await makeZip(rows, { options: parseDatasetOptions({ about: { licence } }) });
    const readme = files.get('README.md')!.toString();
    expect(readme.split('\n').filter((line) => line.startsWith('license'))).toEqual(lines);
    expect(readme).toContain(`Licence: ${licence}.`);
    expect(JSON.parse(files.get('datapackage.json')!.toString())).toMatchObject({ licenses });
  });
});
