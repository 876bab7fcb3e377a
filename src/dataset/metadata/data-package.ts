import type { DatasetFacts, FileFacts } from '../dataset-summary';
import { type SelectedModels, eachModel } from '../snapshot/selected-models';
import { sortedStates } from '../tables/model-states';
import type { Table } from '../tables/table';
import { licenceAddress, toUri } from './licence';
import { describeTable } from './table-schema';

// Where the entries are inserted. Quotes within a JSON string are escaped, so this text can only be the key itself.
const emptyList = '"notComplete": []';
const entriesPerChunk = 1_000;

/**
 * `datapackage.json` in Data Package v2: every file written before it, with size and hash. The list of incomplete models
 * can be nearly as long as that of all models, so it is written in chunks, one model per line.
 */
export function* writeDescriptor(
  facts: DatasetFacts,
  tables: readonly Table[],
  incompleteModels: Iterable<IncompleteModel>,
): Generator<string> {
  const text = describe(facts, tables);
  const at = text.indexOf(emptyList) + emptyList.length - 1;
  yield text.slice(0, at);
  let lines = '';
  let entries = 0;
  for (const entry of incompleteModels) {
    lines += `${entries === 0 ? '' : ','}\n      ${JSON.stringify(entry)}`;
    entries += 1;
    if (entries % entriesPerChunk !== 0) continue;
    yield lines;
    lines = '';
  }
  yield `${lines}${entries === 0 ? '' : '\n    '}${text.slice(at)}`;
}

function describe(facts: DatasetFacts, tables: readonly Table[]): string {
  const { title, creator, url } = facts.options.about;
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'sketchfab-likes',
    title: title || 'Sketchfab likes (pseudonymized implicit feedback)',
    description:
      'Who liked which 3D model on Sketchfab. User ids are replaced by keyed hashes, which is not anonymization; see README.md.',
    ...(url && { homepage: toUri(url) }),
    created: facts.exportedAt.toISOString(),
    keywords: ['recommender-systems', 'implicit-feedback'],
    ...licences(facts),
    ...(creator && { contributors: [{ title: creator, roles: ['creator'] }] }),
    sources: [{ title: 'Sketchfab', path: 'https://sketchfab.com/' }],
    likesOut: provenance(facts),
    resources: facts.files.map((file) => {
      const table = tables.find(({ path }) => path === file.path);
      return table ? describeTable(table, file, tables) : describeFile(file);
    }),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** The licence as a person typed it. The format allows no spaces in a name, so other text becomes a title. */
function licences({ options: { about } }: DatasetFacts) {
  const { licence } = about;
  if (licence === '') return {};
  const path = licenceAddress(licence);
  if (path !== null) return { licenses: [{ path }] };
  return { licenses: [/^[\w.-]+$/.test(licence) ? { name: licence } : { name: 'other', title: licence }] };
}

/** Keys of ours, which the format allows. */
function provenance(facts: DatasetFacts) {
  const { options, collection } = facts;
  return {
    toolVersion: facts.toolVersion,
    exportedAt: facts.exportedAt.toISOString(),
    // Of the machine that wrote this file, without imports.
    crawl: { firstDay: collection.firstDay, lastDay: collection.lastDay, requests: collection.requests },
    importsMerged: facts.importsMerged,
    namePolicy: options.likesNames,
    ...(options.escapeFormulas && { escapedFormulas: true }),
    pseudonym: facts.pseudonym,
    filters: facts.filters,
    counts: {
      models: facts.models,
      users: facts.users,
      likes: facts.likes,
      duplicateLikesRemoved: facts.duplicateLikes,
      ...(options.files.psv && { featsRows: facts.featsRows }),
      completeModels: facts.completeModels,
    },
    modelsByState: Object.fromEntries(sortedStates(facts.modelsByState)),
    notComplete: [],
  };
}

const plainFiles: Readonly<Record<string, { name: string; format: string; mediatype: string }>> = {
  'README.md': { name: 'readme', format: 'md', mediatype: 'text/markdown' },
  'CITATION.cff': { name: 'citation', format: 'yaml', mediatype: 'application/yaml' },
  'stats.json': { name: 'stats', format: 'json', mediatype: 'application/json' },
  'croissant.json': { name: 'croissant', format: 'json', mediatype: 'application/ld+json' },
};

function describeFile({ path, bytes, sha256 }: FileFacts) {
  const known = plainFiles[path];
  if (!known) throw new Error(`no description for ${path}`);
  const { name, ...form } = known;
  return { name, path, ...form, encoding: 'utf-8', bytes, hash: `sha256:${sha256}` };
}

/** A model whose list of likes is not complete. */
export type IncompleteModel = {
  readonly mid: string;
  readonly state: string;
  readonly cause: string | null;
};

/** Sorted by id. One at a time, since in the middle of a crawl nearly all models may be incomplete. */
export function* incompleteModels(models: SelectedModels): Generator<IncompleteModel> {
  for (const { uid, state, cause, complete } of eachModel(models)) {
    if (!complete) yield { mid: uid, state, cause };
  }
}
