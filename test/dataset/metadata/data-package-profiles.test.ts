import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { type MadeZip, makeZip } from '../zip/made-zip';
import { brokenAt, readRules } from './data-package-rules';

type Field = { name: string; type?: unknown; constraints?: Record<string, unknown>; [key: string]: unknown };
type TableSchema = {
  fields: Field[];
  primaryKey: unknown;
  foreignKeys: { fields?: unknown; reference: { resource: string; fields: unknown } }[];
};
type Resource = {
  [key: string]: unknown;
  dialect: Record<string, unknown>;
  schema: TableSchema;
};
type Descriptor = {
  [key: string]: unknown;
  licenses: Record<string, unknown>[];
  contributors: Record<string, unknown>[];
  sources: Record<string, unknown>[];
  resources: Resource[];
};

const readDescriptor = ({ files }: MadeZip) =>
  JSON.parse(files.get('datapackage.json')!.toString()) as Descriptor;

const rows = [
  { uid: 'm1', name: 'One', tags: ['t'], categories: ['c'], likes: ['u1', 'u2'] },
  { uid: 'm2', name: 'Two', state: 'partial', complete: false, cause: 'a page was lost', likes: ['u2'] },
  { uid: 'm3', name: 'Three', state: 'new', complete: false },
];
const about = {
  title: 'Our likes',
  creator: 'Ada Löve',
  licence: 'https://example.org/licence',
  url: 'https://example.org/data',
};
const none = { psv: false, parquet: false, recbole: false, stats: false, croissant: false };
const full = readDescriptor(await makeZip(rows, { options: parseDatasetOptions({ about }) }));

describe('datapackage.json conforms to the published profiles', () => {
  it.each([
    ['by default', {}],
    ['with everything that a person can type', { about }],
    ['with a short name as the licence', { about: { ...about, licence: 'CC-BY-4.0' } }],
    ['with free text as the licence', { about: { licence: 'ask me first' } }],
    ['with a licence that only starts like an address', { about: { licence: 'https:// to be told' } }],
    ['with an address in capitals as the licence', { about: { licence: 'HTTPS://EXAMPLE.ORG/Licence' } }],
    ['with non-ASCII characters in the address', { about: { ...about, url: 'https://exämple.org/ö?q=ü#ß' } }],
    [
      'with spaces and reserved characters in the address',
      { about: { ...about, url: 'https://example.org/a b/100%|{}' } },
    ],
    ['without Parquet', { files: { parquet: false } }],
    ['without PSV', { files: { psv: false } }],
    ['without any optional file', { files: none }],
    ['with filters', { minLikesPerUser: 2, userSharePercent: 50, leaveOutNoAi: true }],
    ['with exact names and HMAC-MD5', { likesNames: 'exact', hash: 'hmac-md5' }],
  ])('%s', async (_, options) => {
    const zip = await makeZip(rows, { options: parseDatasetOptions(options) });
    expect(brokenAt(readDescriptor(zip))).toEqual([]);
  });

  it('without any model', async () => {
    expect(brokenAt(readDescriptor(await makeZip([])))).toEqual([]);
  });

  it('with the pseudonyms of a project', async () => {
    const key = { mode: 'project', text: 'a key of some length', projectId: 'p1' } as const;
    expect(brokenAt(readDescriptor(await makeZip(rows, { key })))).toEqual([]);
  });

  it('and keys outside the profiles are under likesOut only', () => {
    const known = (name: string) => Object.keys(readRules(name).properties!);
    const strangers = (value: object, name: string) =>
      Object.keys(value).filter((key) => !known(name).includes(key));
    expect(strangers(full, 'datapackage')).toEqual(['likesOut']);
    for (const resource of full.resources) {
      const { dialect = {}, schema } = resource as Partial<Resource>;
      expect(strangers(resource, 'dataresource')).toEqual([]);
      expect(strangers(dialect, 'tabledialect')).toEqual([]);
      expect(strangers(schema ?? {}, 'tableschema')).toEqual([]);
      for (const field of schema?.fields ?? []) expect(strangers(field, 'tablefield')).toEqual([]);
    }
  });
});

/** The table of likes, in which every rule for tables can be broken. */
const at = full.resources.findIndex(({ name }) => name === 'model_likes_anon');
const ofTable = (pointer: string) => `#/resources/${at}${pointer}`;
const table = ({ resources }: Descriptor) => resources[at]!;
const column = (descriptor: Descriptor) => table(descriptor).schema.fields[0]!;
const key = (descriptor: Descriptor) => table(descriptor).schema.foreignKeys[0]!;

describe('a descriptor violates the profiles if', () => {
  it.each<[string, string, (descriptor: Descriptor) => unknown]>([
    ['it lists no files at all', '#', (d) => Reflect.deleteProperty(d, 'resources')],
    ['its list of files is empty', '#/resources', (d) => (d.resources = [])],
    ['its title is a number', '#/title', (d) => (d['title'] = 5)],
    ['its date has no time', '#/created', (d) => (d['created'] = '2026-01-02')],
    ['its homepage contains a space', '#/homepage', (d) => (d['homepage'] = 'https://example.org/a b')],
    ['its list of keywords is empty', '#/keywords', (d) => (d['keywords'] = [])],
    ['a licence has neither name nor address', '#/licenses/0', (d) => (d.licenses = [{ title: 'mine' }])],
    ['the name of a licence has spaces', '#/licenses/0/name', (d) => (d.licenses = [{ name: 'ask me' }])],
    [
      'the address of a licence is in capitals',
      '#/licenses/0/path',
      (d) => (d.licenses[0]!['path'] = 'HTTPS://EXAMPLE.ORG'),
    ],
    ['a contributor is empty', '#/contributors/0', (d) => (d.contributors = [{}])],
    [
      'the list of roles of a contributor is empty',
      '#/contributors/0/roles',
      (d) => (d.contributors[0]!['roles'] = []),
    ],
    ['a source is empty', '#/sources/0', (d) => (d.sources = [{}])],
    ['a file has no name', ofTable(''), (d) => Reflect.deleteProperty(table(d), 'name')],
    ['a file has no path', ofTable(''), (d) => Reflect.deleteProperty(table(d), 'path')],
    ['a file has both a path and its data', ofTable(''), (d) => (table(d)['data'] = [])],
    ['a path is absolute', ofTable('/path'), (d) => (table(d)['path'] = '/data/a.psv')],
    ['a path leads out of the zip', ofTable('/path'), (d) => (table(d)['path'] = 'data/../../a.psv')],
    ['the type of a file is not table', ofTable('/type'), (d) => (table(d)['type'] = 'list')],
    ['a media type is one word', ofTable('/mediatype'), (d) => (table(d)['mediatype'] = 'csv')],
    ['a size is not an integer', ofTable('/bytes'), (d) => (table(d)['bytes'] = 1.5)],
    ['a hash does not name its algorithm', ofTable('/hash'), (d) => (table(d)['hash'] = 'a'.repeat(64))],
    ['a header is a string', ofTable('/dialect/header'), (d) => (table(d).dialect['header'] = 'yes')],
    ['a delimiter is null', ofTable('/dialect/delimiter'), (d) => (table(d).dialect['delimiter'] = null)],
    ['a table has no columns', ofTable('/schema/fields'), (d) => (table(d).schema.fields = [])],
    ['a column has no name', ofTable('/schema/fields/0'), (d) => Reflect.deleteProperty(column(d), 'name')],
    [
      'the type of a column is list, which the standard mentions but its profile does not',
      ofTable('/schema/fields/0/type'),
      (d) => (column(d).type = 'list'),
    ],
    [
      'the minimum length of a text column is a word',
      ofTable('/schema/fields/0/constraints/minLength'),
      (d) => (column(d).constraints = { minLength: 'two' }),
    ],
    [
      'a column has an empty list of allowed values',
      ofTable('/schema/fields/0/constraints/enum'),
      (d) => (column(d).constraints = { enum: [] }),
    ],
    [
      'the minimum of an integer column is a fraction',
      ofTable('/schema/fields/0/constraints/minimum'),
      (d) => Object.assign(column(d), { type: 'integer', constraints: { minimum: 0.5 } }),
    ],
    [
      'an allowed value of an array column is a number',
      ofTable('/schema/fields/0/constraints/enum'),
      (d) => Object.assign(column(d), { type: 'array', constraints: { enum: [1] } }),
    ],
    [
      'the required flag of a column is a string',
      ofTable('/schema/fields/0/constraints/required'),
      (d) => (column(d).constraints = { required: 'true' }),
    ],
    [
      'a key names a column twice',
      ofTable('/schema/primaryKey'),
      (d) => (table(d).schema.primaryKey = ['mid', 'mid']),
    ],
    [
      'a foreign key refers to nothing',
      ofTable('/schema/foreignKeys/0'),
      (d) => Reflect.deleteProperty(key(d), 'reference'),
    ],
    [
      'a foreign key has a list of fields but refers to a single one',
      ofTable('/schema/foreignKeys/0/reference/fields'),
      (d) => (key(d).reference.fields = 'mid'),
    ],
  ])('%s', (_, pointer, spoil) => {
    const descriptor = structuredClone(full);
    spoil(descriptor);
    expect(brokenAt(descriptor)).toContain(pointer);
  });
});
