import type { DatasetFacts, FileFacts } from '../dataset-summary';
import type { Column, Table } from '../tables/table';
import { datasetVersion } from './citation';
import { licenceAddress, toUri } from './licence';

/**
 * `croissant.json` in Croissant 1.1: the files written before it, and the Parquet tables as record sets. The reference
 * reader guesses the dialect of a CSV file, so the PSV tables are listed as plain text.
 */
export function buildCroissant(facts: DatasetFacts, tables: readonly Table[]): string {
  const { title, creator, licence, url } = facts.options.about;
  const parquet = tables.filter(({ form }) => form === 'parquet');
  const croissant = {
    '@context': croissantContext,
    '@type': 'sc:Dataset',
    name: 'sketchfab-likes',
    ...(title && { alternateName: title }),
    description:
      'Who liked which 3D model on Sketchfab. User ids are replaced by keyed hashes, which is not anonymization; see README.md.',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    license: licenceAddress(licence) ?? licence,
    url: url && toUri(url),
    creator: { '@type': 'sc:Person', name: creator },
    datePublished: facts.exportedAt.toISOString().slice(0, 10),
    version: datasetVersion(facts.exportedAt),
    keywords: ['recommender-systems', 'implicit-feedback'],
    distribution: facts.files.map(fileObject),
    recordSet: parquet.map(recordSet),
  };
  return `${JSON.stringify(croissant, null, 2)}\n`;
}

const formats: Readonly<Record<string, string>> = {
  parquet: 'application/x-parquet',
  json: 'application/json',
  md: 'text/markdown',
};

function fileObject({ path, sha256 }: FileFacts) {
  const [ending = '', name = ''] = [path.split('.').at(-1), path.split('/').at(-1)];
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name,
    contentUrl: path,
    encodingFormat: formats[ending] ?? 'text/plain',
    sha256,
  };
}

function recordSet(table: Table) {
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: table.about,
    key: table.key.map((column) => ({ '@id': `${table.name}/${column}` })),
    field: table.columns.map((column) => field(table, column)),
  };
}

const types = {
  integer: 'sc:Integer',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
  datetime: 'sc:DateTime',
  array: 'sc:Text',
} as const;

function field({ name: table, path, reference }: Table, { name, about, type }: Column) {
  return {
    '@type': 'cr:Field',
    '@id': `${table}/${name}`,
    name,
    description: about,
    dataType: type ? types[type] : 'sc:Text',
    source: { fileObject: { '@id': path }, extract: { column: name } },
    // -1: lists of any length.
    ...(type === 'array' && { isArray: true, arrayShape: '-1' }),
    ...(reference?.column === name && {
      references: { field: { '@id': `${reference.table}/${reference.field}` } },
    }),
  };
}

/** The JSON-LD context that the Croissant 1.1 specification requires in every file. */
const croissantContext = {
  '@language': 'en',
  '@vocab': 'http://schema.org/',
  sc: 'http://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  annotation: 'cr:annotation',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  excludes: 'cr:excludes',
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  readLines: 'cr:readLines',
  sdVersion: 'cr:sdVersion',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
  unArchive: 'cr:unArchive',
  value: 'cr:value',
} as const;
