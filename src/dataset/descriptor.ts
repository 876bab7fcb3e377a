import type { DatasetFacts, FileFacts } from './dataset-facts';
import { keyedHashMethod } from './keyed-hash';
import { modelUrls } from './model-urls-table';
import { sortedStates } from './state-meanings';
import type { Column, Table } from './table';

const profiles = 'https://datapackage.org/profiles/2.0';

/** Our PSV, told in the words of the Table Dialect. */
const dialect = {
  $schema: `${profiles}/tabledialect.json`,
  header: true,
  delimiter: '|',
  quoteChar: '\\',
  doubleQuote: true,
  lineTerminator: '\r\n',
};

// Where the entries go. Quotes inside of a JSON string are escaped, so this stands in the text as the key alone.
const emptyList = '"notComplete": []';
const entriesInChunk = 1_000;

/**
 * `datapackage.json` in Data Package v2: every file written before it, with bytes and hash. Licence, creator and
 * version are left out, since nobody gave them. The list of models that are not complete may be as long as that of
 * all models, so it comes in pieces, a model a line.
 */
export function* writeDescriptor(facts: DatasetFacts, tables: readonly Table[]): Generator<string> {
  const text = describe(facts, tables);
  const { notComplete } = facts;
  if (notComplete.length === 0) {
    yield text;
    return;
  }
  const at = text.indexOf(emptyList) + emptyList.length - 1;
  yield text.slice(0, at);
  for (let start = 0; start < notComplete.length; start += entriesInChunk) {
    const lines = notComplete.slice(start, start + entriesInChunk).map((entry) => JSON.stringify(entry));
    yield `${start === 0 ? '' : ','}\n      ${lines.join(',\n      ')}`;
  }
  yield `\n    ${text.slice(at)}`;
}

function describe(facts: DatasetFacts, tables: readonly Table[]): string {
  const descriptor = {
    $schema: `${profiles}/datapackage.json`,
    name: 'sketchfab-likes',
    title: 'Sketchfab likes (pseudonymized implicit feedback)',
    description:
      'Who liked which model on Sketchfab. User ids are keyed hashes, which is not anonymization: see README.md.',
    created: facts.exportedAt.toISOString(),
    keywords: ['recommender-systems', 'implicit-feedback'],
    sources: [{ title: 'Sketchfab', path: 'https://sketchfab.com/' }],
    likesOut: provenance(facts),
    resources: facts.files.map((file) => {
      const table = tables.find(({ path }) => path === file.path);
      return table ? tableResource(table, file) : textResource(file);
    }),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** Our own keys; the format leaves room for them. */
function provenance(facts: DatasetFacts) {
  return {
    toolVersion: facts.toolVersion,
    exportedAt: facts.exportedAt.toISOString(),
    namePolicy: 'plain',
    pseudonym: { keyMode: facts.keyMode, ...keyedHashMethod },
    counts: {
      models: facts.models,
      users: facts.users,
      likes: facts.likes,
      duplicateLikesRemoved: facts.duplicateLikes,
      featsRows: facts.featsRows,
      completeModels: facts.completeModels,
    },
    modelsByState: Object.fromEntries(sortedStates(facts.modelsByState)),
    notComplete: [],
  };
}

function tableResource(table: Table, file: FileFacts) {
  return {
    name: table.name,
    path: file.path,
    type: 'table',
    description: table.about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect,
    ...seal(file),
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fields: table.columns.map(field),
      primaryKey: table.key,
      ...(table === modelUrls ? {} : { foreignKeys: [modelReference] }),
    },
  };
}

const modelReference = { fields: ['mid'], reference: { resource: modelUrls.name, fields: ['mid'] } };

function field({ name, about, constraints }: Column) {
  return { name, type: 'string', description: about, ...(constraints && { constraints }) };
}

/** The README is the one file that is no table. */
function textResource(file: FileFacts) {
  return {
    name: 'readme',
    path: file.path,
    format: 'md',
    mediatype: 'text/markdown',
    encoding: 'utf-8',
    ...seal(file),
  };
}

function seal({ bytes, sha256 }: FileFacts) {
  return { bytes, hash: `sha256:${sha256}` };
}
