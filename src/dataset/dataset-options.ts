import * as v from 'valibot';

const maxTextLength = 300;

const flag = (name: string, otherwise: boolean) =>
  v.optional(v.boolean(`${name} must be yes or no`), otherwise);

/** 0 is no minimum. 1 removes the models without likes; every user has a like anyway. */
const minimum = (name: string) => {
  const problem = `${name} must be a whole number from 0 to 1,000,000`;
  return v.optional(
    v.pipe(v.number(problem), v.integer(problem), v.minValue(0, problem), v.maxValue(1_000_000, problem)),
    0,
  );
};

/** A single line: a line break in YAML could start another key. */
const line = (name: string) =>
  v.optional(
    v.pipe(
      v.string(`${name} must be a text`),
      v.transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()),
      v.maxLength(maxTextLength, `${name} must not be longer than ${maxTextLength} characters`),
    ),
    '',
  );

const webAddress = (name: string) =>
  v.pipe(
    line(name),
    v.check((text) => text === '' || isWebAddress(text), `${name} must begin with https:// or http://`),
  );

const list = (name: string) =>
  v.optional(
    v.pipe(
      v.array(v.string(`${name} must be a list of texts`), `${name} must be a list of texts`),
      v.transform((entries) => [...new Set(entries.map((entry) => entry.trim()))].filter(Boolean)),
    ),
    [],
  );

const shareProblem = 'userSharePercent must be more than 0 and at most 100';

const schema = v.object({
  files: v.optional(
    v.object({
      psv: flag('files.psv', true),
      parquet: flag('files.parquet', true),
      recbole: flag('files.recbole', true),
      stats: flag('files.stats', true),
      /** Written only if creator, licence and url are given too, which the standard requires. */
      croissant: flag('files.croissant', true),
    }),
    {},
  ),
  minLikesPerUser: minimum('minLikesPerUser'),
  minLikesPerModel: minimum('minLikesPerModel'),
  leaveOutNoAi: flag('leaveOutNoAi', false),
  leaveOutRestricted: flag('leaveOutRestricted', false),
  /** Models of which only a page has told: some may be private. */
  leaveOutNotPublic: flag('leaveOutNotPublic', true),
  excluded: v.optional(
    v.object({
      usernames: list('excluded.usernames'),
      userUids: list('excluded.userUids'),
      modelUids: list('excluded.modelUids'),
    }),
    {},
  ),
  /** The probability with which each user is kept; 100 keeps all. */
  userSharePercent: v.optional(
    v.pipe(v.number(shareProblem), v.gtValue(0, shareProblem), v.maxValue(100, shareProblem)),
    100,
  ),
  /** Names of models in the likes table: without quotes and separators, or as rec-a-sketch wrote them. */
  likesNames: v.optional(v.picklist(['plain', 'exact'], 'likesNames must be plain or exact'), 'plain'),
  /** Whether texts that a spreadsheet would take for formulas are escaped in the text tables. */
  escapeFormulas: flag('escapeFormulas', false),
  hash: v.optional(
    v.picklist(['hmac-sha256', 'hmac-md5'], 'hash must be hmac-sha256 or hmac-md5'),
    'hmac-sha256',
  ),
  /** What only a person can say. Empty means not given; there are no defaults. */
  about: v.optional(
    v.object({
      title: line('about.title'),
      creator: line('about.creator'),
      licence: line('about.licence'),
      url: webAddress('about.url'),
    }),
    {},
  ),
});

/** What a person chose for an export. */
export type DatasetOptions = v.InferOutput<typeof schema>;

/**
 * Parses stored or typed options; missing ones get their default. Throws on invalid ones, with all problems in the
 * message: reading a broken exclusion list as an empty one would publish the people on it.
 */
export function parseDatasetOptions(value: unknown): DatasetOptions {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Error([...new Set(result.issues.map((issue) => issue.message))].join('; '));
}

export const defaultDatasetOptions: DatasetOptions = v.parse(schema, {});

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
