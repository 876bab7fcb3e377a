import { datasetVersion } from './citation';
import { croissantContext } from './croissant-context';
import type { DatasetFacts, FileFacts } from './dataset-facts';
import { licenceAddress } from './licence-address';
import type { Column, Table } from './table';
import { toUri } from './to-uri';

/**
 * `croissant.json` in Croissant 1.1: the files written before it, and the Parquet tables as sets of records. Its one
 * well-known reader takes a CSV file by its own guesses, so the PSV tables are listed as plain text.
 */
export function buildCroissant(facts: DatasetFacts, tables: readonly Table[]): string {
  const { title, creator, licence, url } = facts.choices.about;
  const parquet = tables.filter(({ form }) => form === 'parquet');
  const croissant = {
    '@context': croissantContext,
    '@type': 'sc:Dataset',
    name: 'sketchfab-likes',
    ...(title && { alternateName: title }),
    description:
      'Who liked which model on Sketchfab. User ids are keyed hashes, which is not anonymization: see README.md.',
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
    // Of any length.
    ...(type === 'array' && { isArray: true, arrayShape: '-1' }),
    ...(reference?.column === name && {
      references: { field: { '@id': `${reference.table}/${reference.field}` } },
    }),
  };
}
