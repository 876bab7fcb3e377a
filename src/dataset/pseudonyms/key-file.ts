import * as v from 'valibot';
import type { HashAlgorithm } from './keyed-hash';

/** What is needed to give the same pseudonyms on another machine, or years later. */
export type KeyFile = {
  readonly projectId: string;
  /** Any text: 64 hex characters where we made it, and the one given to rec-a-sketch where its data go on. */
  readonly key: string;
  /** As ISO 8601. */
  readonly created: string;
  readonly algorithm: HashAlgorithm;
};

const format = 'likes-out-key';
const version = 1;
/** Far beyond any key: a file of this size is something else. */
const maxKeyFileLength = 100_000;

const text = (name: string) => {
  const problem = `"${name}" must be a text that is not empty`;
  return v.pipe(v.string(problem), v.nonEmpty(problem));
};

const schema = v.object(
  {
    format: v.literal(format, `"format" must be "${format}"`),
    version: v.literal(version, `"version" must be ${version}: a later one needs a later Likes Out`),
    projectId: v.pipe(
      text('projectId'),
      v.regex(/^[\w.-]{1,64}$/, '"projectId" must be up to 64 letters, digits, ".", "_" or "-"'),
    ),
    // As it is, outer blanks too: they are part of the secret.
    key: text('key'),
    created: v.pipe(
      text('created'),
      v.check(isDate, '"created" must be a date such as 2026-01-02T03:04:05Z'),
    ),
    algorithm: v.picklist(
      ['hmac-sha256', 'hmac-md5'],
      '"algorithm" must be "hmac-sha256" or, for data of rec-a-sketch, "hmac-md5"',
    ),
  },
  'it must hold the fields of a key file',
);

/** The text of the file. Whoever has it can compute the pseudonym of any user, and the file says so. */
export function writeKeyFile({ projectId, key, created, algorithm }: KeyFile): string {
  const about = 'Secret. Whoever has this key can find out which pseudonym belongs to whom.';
  return `${JSON.stringify({ format, version, about, projectId, key, created, algorithm }, null, 2)}\n`;
}

/** Throws an Error whose message tells a person what is wrong with the file. No message holds any of its content. */
export function parseKeyFile(content: string): KeyFile {
  if (content.length > maxKeyFileLength) throw new Error('This is no key file: it is far too long.');
  const result = v.safeParse(schema, parseJson(content));
  if (!result.success) {
    const problems = result.issues.map((issue) => problemOf(issue));
    throw new Error(`This key file cannot be used: ${[...new Set(problems)].join('; ')}.`);
  }
  const { projectId, key, created, algorithm } = result.output;
  return { projectId, key, created, algorithm };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('This is no key file: it is not JSON.');
  }
}

/** A missing field is an issue of the object, and its message would not say which field. */
function problemOf(issue: v.BaseIssue<unknown>): string {
  const field = issue.path?.at(-1);
  return issue.type === 'object' && field ? `"${String(field.key)}" is missing` : issue.message;
}

function isDate(value: string): boolean {
  return !Number.isNaN(Date.parse(value));
}
