import { createHash } from 'node:crypto';
import { readParquet, readParquetMetadata } from './tables/read-parquet';
import type { MadeZip } from './zip/made-zip';

type Files = MadeZip['files'];

/** What is recorded of a zip: digests of its data, and its descriptors without prose. */
export type Golden = {
  /** SHA-256 of the bytes, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of the type and values of each column, by path, so that columns can be added. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The values that are not prose, by descriptor and by path in it. */
  readonly descriptors: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** Tables of models, to which columns can be added. */
const isItems = (path: string) => /(^|\/)items(\/.*)?\.parquet$/.test(path);
const isData = (path: string) => /\.(psv|parquet|inter|item)$/.test(path) && !isItems(path);
const isDescriptor = (path: string) => /(^|\/)(datapackage|stats|manifest-\w+)\.json$/.test(path);

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

export async function goldenOf(files: Files): Promise<Golden> {
  const of = <T>(isMeant: (path: string) => boolean, read: (content: Buffer) => T) =>
    [...files].filter(([path]) => isMeant(path)).map(([path, content]) => [path, read(content)] as const);
  const columns = of(isItems, columnsOf).map(async ([path, read]) => [path, await read] as const);
  const descriptors = of(isDescriptor, (content) =>
    Object.fromEntries(factsIn(JSON.parse(content.toString()))),
  );
  return {
    files: Object.fromEntries(of(isData, sha256)),
    columns: Object.fromEntries(await Promise.all(columns)),
    descriptors: Object.fromEntries(descriptors),
  };
}

async function columnsOf(content: Buffer): Promise<Record<string, string>> {
  const made = { files: new Map([['parquet/items.parquet', content]]) } as unknown as MadeZip;
  const rows = await readParquet(made, 'items');
  const { schema } = readParquetMetadata(made, 'items');
  const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
  return Object.fromEntries(
    Object.keys(rows[0]!).map((column) => {
      const type = schema.find(({ name }) => name === column);
      return [column, sha256(JSON.stringify([type, rows.map((row) => row[column])], plain))];
    }),
  );
}

/** The proof of the key changes with every word, like a digest of them. */
const prose = ['title', 'description', 'about', 'rule', 'keyProof'];
const digests = ['bytes', 'hash', 'sha256'];

/** The leaves of a descriptor by path. An item of a list is addressed by its name or path if it has one. */
function factsIn(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  const entries = Array.isArray(value)
    ? value.map((entry: unknown, index) => [nameIn(entry) ?? index, entry] as const)
    : Object.entries(value);
  if (entries.length === 0) return [[place, value]];
  const isWords = !isData(String((value as { path?: unknown }).path));
  return entries
    .filter(([key]) => !prose.includes(String(key)) && !(isWords && digests.includes(String(key))))
    .flatMap(([key, entry]) => factsIn(entry, `${place}/${key}`));
}

function nameIn(entry: unknown): string | undefined {
  const { path, name, mid } = (entry ?? {}) as Record<string, unknown>;
  return [path, name, mid].find((text) => typeof text === 'string');
}
