import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { readTable } from '../tables/read-table';
import { type MadeZip, makeZip } from '../zip/made-zip';

type Resource = {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  dialect?: unknown;
  schema?: {
    fields: {
      name: string;
      type: string;
      constraints?: {
        required?: boolean;
        unique?: boolean;
        minimum?: number;
        pattern?: string;
        enum?: string[];
      };
    }[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
};
type IncompleteModel = { mid: string; state: string; cause: string | null };
type Descriptor = {
  created: string;
  likesOut: Record<string, unknown> & {
    counts: { models: number; completeModels: number };
    modelsByState: Record<string, number>;
    notComplete: IncompleteModel[];
  };
  resources: Resource[];
};

const readDescriptor = ({ files }: MadeZip) =>
  JSON.parse(files.get('datapackage.json')!.toString()) as Descriptor;

function fits(type: string, value: unknown): boolean {
  if (value === null) return true;
  if (type === 'array') return Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

const rows = [
  { uid: 'm1', name: 'One', tags: ['t'], categories: ['c'], likes: ['u1', 'u2', 'u1'] },
  { uid: 'm2', name: 'Two', state: 'partial', complete: false, cause: 'a "page"\nwas lost', likes: ['u2'] },
  { uid: 'm3', name: 'Three', state: 'new', complete: false },
];
const made = await makeZip(rows);
const descriptor = readDescriptor(made);

describe('datapackage.json', () => {
  it('lists every other file with its true size and hash', () => {
    const others = [...made.files].filter(([path]) => path !== 'datapackage.json');
    expect(descriptor.resources.map(({ path, bytes, hash }) => ({ path, bytes, hash }))).toEqual(
      others.map(([path, content]) => ({
        path,
        bytes: content.length,
        hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
      })),
    );
  });

  it('gives the dialect of the text tables', () => {
    const $schema = 'https://datapackage.org/profiles/2.0/tabledialect.json';
    const dialects = descriptor.resources.map(
      ({ path, dialect }) => [path.split('.').at(-1), dialect] as const,
    );
    const psv = {
      $schema,
      header: true,
      delimiter: '|',
      quoteChar: '\\',
      doubleQuote: true,
      lineTerminator: '\r\n',
    };
    const recbole = { $schema, header: true, delimiter: '\t', lineTerminator: '\n' };
    const expected: Record<string, unknown> = { psv, inter: recbole, item: recbole };
    for (const [ending, dialect] of dialects) expect(dialect).toEqual(expected[ending!]);
    expect(dialects.filter(([, dialect]) => dialect)).toHaveLength(5);
  });

  it.each(descriptor.resources.filter(({ schema }) => schema))(
    'describes the columns of $path as its rows are',
    async ({ name, path, schema }) => {
      const { header, records } = await readTable(made, path);
      const { fields, primaryKey, foreignKeys = [] } = schema!;
      expect(fields.map((field) => field.name)).toEqual(header);
      for (const { name: column, type, constraints = {} } of fields) {
        const values = records.map((record) => record[column]);
        for (const value of values) expect(fits(type, value)).toBe(true);
        if (constraints.required) for (const value of values) expect(value).not.toBeNull();
        if (constraints.pattern)
          for (const value of values) expect(value).toMatch(new RegExp(constraints.pattern));
        if (constraints.enum) for (const value of values) expect(constraints.enum).toContain(value);
        if (constraints.unique) expect(new Set(values).size).toBe(values.length);
        if (constraints.minimum !== undefined)
          for (const value of values)
            if (value !== null) expect(value).toBeGreaterThanOrEqual(constraints.minimum);
      }
      const keys = records.map((record) => primaryKey.map((column) => record[column]).join('\0'));
      expect(keys).toEqual([...new Set(keys)].sort());
      expect(foreignKeys).toHaveLength(
        ['model_feats', 'model_likes_anon', 'interactions'].includes(name) ? 1 : 0,
      );
      for (const { fields: own, reference } of foreignKeys) {
        const other = descriptor.resources.find((resource) => resource.name === reference.resource)!;
        const known = (await readTable(made, other.path)).records.map(
          (record) => record[reference.fields[0]!],
        );
        for (const record of records) expect(known).toContain(record[own[0]!]);
      }
    },
  );

  it('has no foreign key to a table that is not in the zip', async () => {
    const options = parseDatasetOptions({ files: { psv: false } });
    const { resources } = readDescriptor(await makeZip(rows, { options }));
    expect(resources.map(({ path }) => path).filter((path) => path.endsWith('.psv'))).toEqual([]);
    const names = resources.map(({ name }) => name);
    const referred = resources
      .flatMap(({ schema }) => schema?.foreignKeys ?? [])
      .map(({ reference }) => reference.resource);
    expect(referred).toEqual(['items']);
    for (const name of referred) expect(names).toContain(name);
  });

  it('says where the data come from, and invents no licence', () => {
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      created: '2026-01-02T03:04:05.000Z',
      likesOut: {
        toolVersion: '1.2.3',
        exportedAt: '2026-01-02T03:04:05.000Z',
        namePolicy: 'plain',
        pseudonym: { keyMode: 'one-time', algorithm: 'hmac-sha256', digestBits: 128, encoding: 'hex' },
        counts: {
          models: 3,
          users: 2,
          likes: 3,
          duplicateLikesRemoved: 1,
          featsRows: 2,
          completeModels: 1,
        },
        modelsByState: { complete: 1, partial: 1, new: 1 },
      },
    });
    for (const key of ['licenses', 'contributors', 'version']) expect(descriptor).not.toHaveProperty(key);
  });

  it('does not contain the key, nor does any other file', () => {
    for (const content of made.files.values()) expect(content.includes('secret key')).toBe(false);
  });
});

describe('the models with incomplete lists', () => {
  it('are all named, sorted by id, with state and cause', () => {
    expect(descriptor.likesOut.notComplete).toEqual([
      { mid: 'm2', state: 'partial', cause: 'a "page"\nwas lost' },
      { mid: 'm3', state: 'new', cause: null },
    ]);
  });

  it('are none if every list is complete', async () => {
    const { likesOut } = readDescriptor(await makeZip(rows.slice(0, 1)));
    expect(likesOut.counts.completeModels).toBe(1);
    expect(likesOut.notComplete).toEqual([]);
  });

  it('agree with the counts when there are tens of thousands, written in chunks', async () => {
    const states = ['complete', 'partial', 'new', 'failed'];
    const many = Array.from({ length: 28_000 }, (_, index) => {
      const state = states[index % states.length]!;
      return { uid: `m${String(index).padStart(5, '0')}`, state, complete: state === 'complete' };
    });
    const zip = await makeZip(many.toReversed());
    const { counts, modelsByState, notComplete } = readDescriptor(zip).likesOut;
    expect(notComplete).toHaveLength(counts.models - counts.completeModels);
    expect(notComplete.map(({ mid }) => mid)).toEqual(
      many.filter(({ complete }) => !complete).map(({ uid }) => uid),
    );
    for (const [state, models] of Object.entries(modelsByState)) {
      const listed = notComplete.filter((entry) => entry.state === state);
      expect(listed).toHaveLength(state === 'complete' ? 0 : models);
    }
    expect(zip.summary).not.toHaveProperty('notComplete');
  });
});
