import * as v from 'valibot';
import type { PartManifest } from '../parts/part-manifest';
import { ImportRefused } from '../zip/import-error';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(2_000));
const sha256 = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/));

/** The keys that an import lives by; others are left out, so what comes back is a fresh object of these alone. */
const schema = v.object({
  likesOut: v.object({
    toolVersion: text,
    exportedAt: v.pipe(v.string(), v.isoTimestamp()),
    pseudonym: v.object({
      keyMode: text,
      algorithm: text,
      keyId: v.optional(v.nullable(text), null),
      projectId: v.optional(v.nullable(text), null),
    }),
    filters: v.optional(v.object({ removed: v.record(text, v.object({ likes: count })) }), { removed: {} }),
    counts: v.object({ models: count, users: count, likes: count }),
    notComplete: v.array(v.object({ mid: text, state: text })),
  }),
  resources: v.array(v.object({ path: text, bytes: count, hash: sha256 })),
});

export type DatasetDescriptor = v.InferOutput<typeof schema>;

export function parseDatasetDescriptor(value: unknown): DatasetDescriptor {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ImportRefused(`datapackage.json: ${v.getDotPath(issue) ?? 'its content'} is not as it must be.`);
}

const partManifestShapeCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const partManifestShapeText = v.pipe(v.string(), v.maxLength(2_000));
const moment = v.pipe(v.string(), v.isoTimestamp());
const hex = (length: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]+$/), v.length(length));

const partManifestShapeSchema = v.object({
  run: hex(8),
  contributor: partManifestShapeText,
  keyMode: v.picklist(['project', 'passphrase']),
  keyId: hex(8),
  algorithm: v.picklist(['hmac-sha256', 'hmac-md5']),
  projectId: partManifestShapeText,
  toolVersion: partManifestShapeText,
  exportedAt: moment,
  shard: v.nullable(
    v.object({ i: partManifestShapeCount, n: partManifestShapeCount, rule: partManifestShapeText }),
  ),
  started: v.nullable(moment),
  ended: v.nullable(moment),
  counts: v.object({
    models: partManifestShapeCount,
    users: partManifestShapeCount,
    likes: partManifestShapeCount,
  }),
  parts: v.array(v.object({ path: partManifestShapeText, bytes: partManifestShapeCount, sha256: hex(64) })),
});

export function parsePartManifest(path: string, value: unknown): PartManifest {
  const result = v.safeParse(partManifestShapeSchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ImportRefused(`${path}: ${v.getDotPath(issue) ?? 'its content'} is not as it must be.`);
}
