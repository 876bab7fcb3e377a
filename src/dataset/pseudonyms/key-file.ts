import * as v from 'valibot';
import type { HashAlgorithm } from './keyed-hash';

/** Everything it takes to compute the same pseudonyms on another machine, or years later. */
export type KeyFile = {
  readonly projectId: string;
  /** Any text: 64 hex digits if it was generated here, or the key given to rec-a-sketch to continue its data. */
  readonly key: string;
  /** ISO 8601. */
  readonly created: string;
  readonly algorithm: HashAlgorithm;
};

const format = 'likes-out-key';
const version = 1;
/** In characters. Far longer than any key, so a longer file is something else. */
const maxKeyFileLength = 100_000;

const text = v.pipe(v.string(), v.nonEmpty());

const schema = v.object({
  format: v.literal(format),
  version: v.literal(version),
  projectId: v.pipe(text, v.regex(/^[\w.-]{1,64}$/)),
  // Not trimmed: outer spaces are part of the secret.
  key: text,
  created: v.pipe(text, v.check(isDate)),
  algorithm: v.picklist(['hmac-sha256', 'hmac-md5']),
});

/** The text of a key file. Whoever has it can compute the pseudonym of any user, and the file says so. */
export function writeKeyFile({ projectId, key, created, algorithm }: KeyFile): string {
  const about = 'Secret. Whoever has this key can find out which pseudonym belongs to whom.';
  return `${JSON.stringify({ format, version, about, projectId, key, created, algorithm }, null, 2)}\n`;
}

/** What is wrong with a key file, without any of its content; the popup has the words. */
export type KeyFileProblem =
  | { readonly code: 'tooLong' | 'notJson' | 'tooNew' }
  /** Names of fields that are missing or invalid. */
  | { readonly code: 'invalid'; readonly fields: readonly string[] };

export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
  constructor(readonly problem: KeyFileProblem) {
    super(problem.code);
  }
}

/** Throws a `KeyFileError` for anything but a key file of this version. */
export function parseKeyFile(content: string): KeyFile {
  if (content.length > maxKeyFileLength) throw new KeyFileError({ code: 'tooLong' });
  const result = v.safeParse(schema, parseJson(content));
  if (!result.success) throw new KeyFileError(problemOf(result.issues));
  const { projectId, key, created, algorithm } = result.output;
  return { projectId, key, created, algorithm };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new KeyFileError({ code: 'notJson' });
  }
}

function problemOf(issues: readonly v.BaseIssue<unknown>[]): KeyFileProblem {
  const fields = issues.map((issue) => v.getDotPath(issue) ?? 'format');
  const isNewer = issues.some(
    (issue) => v.getDotPath(issue) === 'version' && typeof issue.input === 'number' && issue.input > version,
  );
  return isNewer ? { code: 'tooNew' } : { code: 'invalid', fields: [...new Set(fields)] };
}

function isDate(value: string): boolean {
  return !Number.isNaN(Date.parse(value));
}
