import * as v from 'valibot';
import { ImportRefused } from './import-refused';

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
