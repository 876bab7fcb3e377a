import * as v from 'valibot';
import type { PartManifest } from '../parts/part-manifest';
import { ImportError } from '../zip/import-error';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(2_000));
const sha256 = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/));

/** Some ISO times, such as one in the zone +05, are none for `Date`. */
const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((time) => !Number.isNaN(Date.parse(time)), 'no time'),
);

/** The keys that an import needs; others are dropped, so the result is a fresh object with these alone. */
const datasetSchema = v.object({
  likesOut: v.object({
    toolVersion: text,
    exportedAt: moment,
    pseudonym: v.object({
      keyMode: text,
      algorithm: text,
      keyId: v.optional(v.nullable(text), null),
      projectId: v.optional(v.nullable(text), null),
    }),
    escapedFormulas: v.optional(v.boolean(), false),
    filters: v.optional(
      v.object({
        exclusionList: v.optional(v.boolean(), false),
        removed: v.record(text, v.object({ likes: count })),
      }),
      { removed: {} },
    ),
    counts: v.object({ models: count, users: count, likes: count }),
    notComplete: v.array(v.object({ mid: text, state: text })),
  }),
  resources: v.array(v.object({ path: text, bytes: count, hash: sha256 })),
});

export type DatasetDescriptor = v.InferOutput<typeof datasetSchema>;

export function parseDatasetDescriptor(value: unknown): DatasetDescriptor {
  return parseManifest(datasetSchema, 'datapackage.json', value);
}

const hex = (length: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]+$/), v.length(length));

const partSchema = v.object({
  run: hex(8),
  contributor: text,
  keyMode: v.picklist(['project', 'passphrase']),
  keyId: hex(8),
  algorithm: v.picklist(['hmac-sha256', 'hmac-md5']),
  projectId: text,
  toolVersion: text,
  exportedAt: moment,
  shard: v.nullable(v.object({ i: count, n: count, rule: text })),
  started: v.nullable(moment),
  ended: v.nullable(moment),
  counts: v.object({
    models: count,
    users: count,
    likes: count,
  }),
  parts: v.array(v.object({ path: text, bytes: count, sha256: hex(64) })),
});

export function parsePartManifest(path: string, value: unknown): PartManifest {
  return parseManifest(partSchema, path, value);
}

function parseManifest<Schema extends v.GenericSchema>(
  schema: Schema,
  path: string,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]);
  throw new ImportError(
    field === null ? { code: 'invalidManifest', path } : { code: 'invalidField', path, field },
  );
}
