import type { DatasetFacts, FileFacts } from '../dataset-summary';
import { type SelectedModels, eachModel } from '../snapshot/selected-models';
import { sortedStates } from '../tables/model-states';
import type { Table } from '../tables/table';
import { licenceAddress, toUri } from './licence';
import { describeTable } from './table-schema';

// Where the entries go. Quotes inside of a JSON string are escaped, so this stands in the text as the key alone.
const emptyList = '"notComplete": []';
const entriesInChunk = 1_000;

/**
 * `datapackage.json` in Data Package v2: every file written before it, with bytes and hash. The list of models that
 * are not complete may be as long as that of all models, so it comes in pieces, a model a line.
 */
export function* writeDescriptor(
  facts: DatasetFacts,
  tables: readonly Table[],
  notComplete: Iterable<IncompleteModel>,
): Generator<string> {
  const text = describe(facts, tables);
  const at = text.indexOf(emptyList) + emptyList.length - 1;
  yield text.slice(0, at);
  let lines = '';
  let entries = 0;
  for (const entry of notComplete) {
    lines += `${entries === 0 ? '' : ','}\n      ${JSON.stringify(entry)}`;
    entries += 1;
    if (entries % entriesInChunk !== 0) continue;
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
      'Who liked which model on Sketchfab. User ids are keyed hashes, which is not anonymization: see README.md.',
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

/** As a person gave it; a name may have no spaces in it, so other words become the title of a licence without one. */
function licences({ options: { about } }: DatasetFacts) {
  const { licence } = about;
  if (licence === '') return {};
  const path = licenceAddress(licence);
  if (path !== null) return { licenses: [{ path }] };
  return { licenses: [/^[\w.-]+$/.test(licence) ? { name: licence } : { name: 'other', title: licence }] };
}

/** Our own keys; the format leaves room for them. */
function provenance(facts: DatasetFacts) {
  const { options, collection } = facts;
  return {
    toolVersion: facts.toolVersion,
    exportedAt: facts.exportedAt.toISOString(),
    crawl: { firstDay: collection.firstDay, lastDay: collection.lastDay, requests: collection.requests },
    // What is under `crawl` is of the machine that wrote this file alone.
    importsMerged: facts.importsMerged,
    namePolicy: options.likesNames,
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
  if (!known) throw new Error(`nothing describes ${path}`);
  const { name, ...form } = known;
  return { name, path, ...form, encoding: 'utf-8', bytes, hash: `sha256:${sha256}` };
}

/** A model whose list of likes is not completely known. */
export type IncompleteModel = {
  readonly mid: string;
  readonly state: string;
  readonly cause: string | null;
};

/** By id. One after the other, since in the middle of a crawl it may be nearly all of them. */
export function* notComplete(models: SelectedModels): Generator<IncompleteModel> {
  for (const { uid, state, cause, complete } of eachModel(models)) {
    if (!complete) yield { mid: uid, state, cause };
  }
}
