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

const { '@context': context, ...content } = croissant;
const expanded = await jsonld.expand(JSON.parse(text) as object, {
  documentLoader: (url) => Promise.reject(new Error(`asked for ${url}`)),
  safe: true,
  base: 'https://example.org/',
});

/** Every key at every depth, with repetitions, but for JSON-LD keywords, which expanding adds and removes. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
  return entries.filter((key) => !['@id', '@value', '@language'].includes(key));
}

/** The IRI of a key by the context; keys it does not define are terms of schema.org. */
function fullName(key: string): string {
  if (key.startsWith('@')) return key;
  const termIri = (word: string, otherwise: string) => {
    const iri = context[word] ?? otherwise;
    return typeof iri === 'string' ? iri : iri['@id'];
  };
  return termIri(key, `sc:${key}`).replace(/^(\w+):/, (_, prefix: string) => termIri(prefix, '?'));
}

describe('croissant.json', () => {
  it('expands without network access', () => {
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

  it('loses no key when expanded', () => {
    expect(keysOf(expanded).sort()).toEqual(keysOf(content).map(fullName).sort());
  });

  it('uses only terms of the context and of schema.org', () => {
    // The context maps any other key to schema.org, even a misspelled one, so expanding does not reveal it.
    const undeclared = keysOf(content).filter((key) => !key.startsWith('@') && !(key in context));
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

  it('lists every file that was written before it, with its hash', () => {
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

  it('describes the Parquet tables column by column', () => {
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

  it.each(['licence', 'url', 'creator'] as const)('is not written if no %s was given', async (missing) => {
    const options = parseDatasetOptions({ about: { ...about, [missing]: '' } });
    const { files } = await makeZip(rows, { options });
    expect([...files.keys()]).not.toContain('croissant.json');
  });
});
