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

describe('datapackage.json keeps the rules of the published profiles', () => {
  it.each([
    ['nothing was chosen', {}],
    ['all that a person can say was said', { about }],
    ['the licence is a short name', { about: { ...about, licence: 'CC-BY-4.0' } }],
    ['the licence is in words of its own', { about: { licence: 'ask me first' } }],
    ['the licence only begins like an address', { about: { licence: 'https:// to be told' } }],
    ['the licence is an address in capitals', { about: { licence: 'HTTPS://EXAMPLE.ORG/Licence' } }],
    ['the address has letters beyond ASCII', { about: { ...about, url: 'https://exämple.org/ö?q=ü#ß' } }],
    [
      'the address has spaces and stray signs',
      { about: { ...about, url: 'https://example.org/a b/100%|{}' } },
    ],
    ['there is no Parquet', { files: { parquet: false } }],
    ['there is no PSV', { files: { psv: false } }],
    ['every file that can be left out was', { files: none }],
    ['people and models were filtered', { minLikesPerUser: 2, userSharePercent: 50, leaveOutNoAi: true }],
    ['names are exact and the hash is that of old', { likesNames: 'exact', hash: 'hmac-md5' }],
  ])('when %s', async (_, options) => {
    const zip = await makeZip(rows, { options: parseDatasetOptions(options) });
    expect(brokenAt(readDescriptor(zip))).toEqual([]);
  });

  it('when there is not one model', async () => {
    expect(brokenAt(readDescriptor(await makeZip([])))).toEqual([]);
  });

  it('when the pseudonyms are those of a project', async () => {
    const key = { mode: 'project', text: 'a key of some length', projectId: 'p1' } as const;
    expect(brokenAt(readDescriptor(await makeZip(rows, { key })))).toEqual([]);
  });

  it('and what they have no word for stands under likesOut alone', () => {
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

/** The table of likes; all rules of a table can be broken in it. */
const at = full.resources.findIndex(({ name }) => name === 'model_likes_anon');
const ofTable = (place: string) => `#/resources/${at}${place}`;
const table = ({ resources }: Descriptor) => resources[at]!;
const column = (descriptor: Descriptor) => table(descriptor).schema.fields[0]!;
const key = (descriptor: Descriptor) => table(descriptor).schema.foreignKeys[0]!;

describe('a descriptor is refused', () => {
  it.each<[string, string, (descriptor: Descriptor) => unknown]>([
    ['it lists no files at all', '#', (d) => Reflect.deleteProperty(d, 'resources')],
    ['its list of files is empty', '#/resources', (d) => (d.resources = [])],
    ['its title is a number', '#/title', (d) => (d['title'] = 5)],
    ['its day is told without an hour', '#/created', (d) => (d['created'] = '2026-01-02')],
    ['its home has a space in it', '#/homepage', (d) => (d['homepage'] = 'https://example.org/a b')],
    ['it has a list of keywords with none', '#/keywords', (d) => (d['keywords'] = [])],
    ['a licence has neither name nor address', '#/licenses/0', (d) => (d.licenses = [{ title: 'mine' }])],
    ['the name of a licence has spaces', '#/licenses/0/name', (d) => (d.licenses = [{ name: 'ask me' }])],
    [
      'the address of a licence is in capitals',
      '#/licenses/0/path',
      (d) => (d.licenses[0]!['path'] = 'HTTPS://EXAMPLE.ORG'),
    ],
    ['nothing is said of a contributor', '#/contributors/0', (d) => (d.contributors = [{}])],
    [
      'a contributor has no roles in a list',
      '#/contributors/0/roles',
      (d) => (d.contributors[0]!['roles'] = []),
    ],
    ['nothing is said of a source', '#/sources/0', (d) => (d.sources = [{}])],
    ['a file has no name', ofTable(''), (d) => Reflect.deleteProperty(table(d), 'name')],
    ['a file has no path', ofTable(''), (d) => Reflect.deleteProperty(table(d), 'path')],
    ['a file has both a path and its data', ofTable(''), (d) => (table(d)['data'] = [])],
    ['a path begins at the root', ofTable('/path'), (d) => (table(d)['path'] = '/data/a.psv')],
    ['a path climbs out of the zip', ofTable('/path'), (d) => (table(d)['path'] = 'data/../../a.psv')],
    ['a file is of another type than table', ofTable('/type'), (d) => (table(d)['type'] = 'list')],
    ['a media type is one word', ofTable('/mediatype'), (d) => (table(d)['mediatype'] = 'csv')],
    ['a size is not whole', ofTable('/bytes'), (d) => (table(d)['bytes'] = 1.5)],
    ['a hash does not tell its kind', ofTable('/hash'), (d) => (table(d)['hash'] = 'a'.repeat(64))],
    ['a header is a word', ofTable('/dialect/header'), (d) => (table(d).dialect['header'] = 'yes')],
    ['a delimiter is null', ofTable('/dialect/delimiter'), (d) => (table(d).dialect['delimiter'] = null)],
    ['a table has no columns', ofTable('/schema/fields'), (d) => (table(d).schema.fields = [])],
    ['a column has no name', ofTable('/schema/fields/0'), (d) => Reflect.deleteProperty(column(d), 'name')],
    [
      'a column is a list, of which the text of the standard speaks but not its profile',
      ofTable('/schema/fields/0/type'),
      (d) => (column(d).type = 'list'),
    ],
    [
      'a column of text has a minimum length in words',
      ofTable('/schema/fields/0/constraints/minLength'),
      (d) => (column(d).constraints = { minLength: 'two' }),
    ],
    [
      'a column may hold one of no values',
      ofTable('/schema/fields/0/constraints/enum'),
      (d) => (column(d).constraints = { enum: [] }),
    ],
    [
      'a column of whole numbers begins at a half',
      ofTable('/schema/fields/0/constraints/minimum'),
      (d) => Object.assign(column(d), { type: 'integer', constraints: { minimum: 0.5 } }),
    ],
    [
      'a column of arrays may hold numbers',
      ofTable('/schema/fields/0/constraints/enum'),
      (d) => Object.assign(column(d), { type: 'array', constraints: { enum: [1] } }),
    ],
    [
      'a column must be there, as a word says',
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
      'a foreign key is a list here and a name there',
      ofTable('/schema/foreignKeys/0/reference/fields'),
      (d) => (key(d).reference.fields = 'mid'),
    ],
  ])('when %s', (_, place, spoil) => {
    const descriptor = structuredClone(full);
    spoil(descriptor);
    expect(brokenAt(descriptor)).toContain(place);
  });
});
