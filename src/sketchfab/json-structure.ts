import { isRecord } from './is-record';

/** A field in an answer: where it is and what it holds, but never a value. */
export type JsonField = {
  /** `results[].user.uid`; `{}` stands for a name that may be a value itself. */
  readonly path: string;
  readonly type: 'text' | 'number' | 'yes or no' | 'nothing' | 'list' | 'object';
  /** How many values there are at this path with this type. */
  readonly count: number;
};

/** Enough for a model, which has about 70 fields in the API. */
const maxFields = 200;
const maxDepth = 6;
/** More than a page of 24 models has. */
const maxValues = 20_000;
const maxNameLength = 40;

/**
 * The structure of parsed JSON, in the order of its fields: names, types and numbers, for a report that shows what changed on
 * the site without showing what is on it. A hostile or changed answer may have ids or names of people as names of fields, so
 * only names that look chosen by a programmer are shown, and those of an object that looks like a dictionary are not.
 */
export function structureOf(json: unknown): readonly JsonField[] {
  const fields = new Map<string, JsonField>();
  let left = maxValues;

  function visit(value: unknown, path: string, depth: number): void {
    if (left-- <= 0) return;
    const type = typeOf(value);
    const key = `${path} ${type}`;
    const known = fields.get(key);
    if (!known && fields.size >= maxFields) return;
    fields.set(key, { path, type, count: (known?.count ?? 0) + 1 });
    if (depth >= maxDepth) return;
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`, depth + 1);
    else if (isRecord(value)) visitFields(value, path, depth + 1);
  }

  function visitFields(record: Record<string, unknown>, path: string, depth: number): void {
    const entries = Object.entries(record);
    const isDictionary = looksLikeDictionary(entries);
    for (const [name, value] of entries) {
      const shown = isDictionary || !looksChosen(name) ? '{}' : name;
      visit(value, path === '' ? shown : `${path}.${shown}`, depth);
    }
  }

  visit(json, '', 0);
  return [...fields.values()];
}

function typeOf(value: unknown): JsonField['type'] {
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'yes or no';
    default:
      return value === null ? 'nothing' : 'object';
  }
}

/** As programmers write names. Ids have digits. */
function looksChosen(name: string): boolean {
  return name.length <= maxNameLength && /^[a-z]+(?:[A-Z_][a-zA-Z_]*)?$/.test(name);
}

/** Fields that the site's answers are known to have; two of them make an object one of its own. */
const knownNames = new Set(
  [
    'uid name slug uri url label results next previous cursors user username displayName tags categories thumbnails images width height',
  ]
    .concat(
      'likeCount viewCount faceCount vertexCount commentCount publishedAt createdAt updatedAt license isDownloadable viewerUrl',
    )
    .join(' ')
    .split(' '),
);

/**
 * Whether the names of this object may be names of people or ids. An object of the site has fields that are known, among which
 * a new one is of interest. Any other object may be keyed by anything.
 */
function looksLikeDictionary(entries: readonly (readonly [string, unknown])[]): boolean {
  return entries.filter(([name]) => knownNames.has(name)).length < Math.min(2, entries.length);
}
