import * as v from 'valibot';
import type { PartManifest } from '../parts/part-manifest';
import { ImportRefused } from './import-refused';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(2_000));
const moment = v.pipe(v.string(), v.isoTimestamp());
const hex = (length: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]+$/), v.length(length));

const schema = v.object({
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
  counts: v.object({ models: count, users: count, likes: count }),
  parts: v.array(v.object({ path: text, bytes: count, sha256: hex(64) })),
});

export function parsePartManifest(path: string, value: unknown): PartManifest {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ImportRefused(`${path}: ${v.getDotPath(issue) ?? 'its content'} is not as it must be.`);
}
