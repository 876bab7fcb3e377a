import * as v from 'valibot';
import {
  type DatasetOptions,
  defaultDatasetOptions,
  parseDatasetOptions,
} from '../../dataset/dataset-options';

export const userIdModes = ['one-time', 'project', 'passphrase'] as const;
export type UserIdMode = (typeof userIdModes)[number];

/** The user's choices for the next download. Stored as plain data, so without keys and passphrases. */
export type ExportOptions = {
  readonly userIds: UserIdMode;
  /** Public salt of the passphrase. Empty until a passphrase is first used. */
  readonly projectId: string;
  /** The name written into the part, if several machines share the crawl. */
  readonly contributor: string;
  /** The id of the project key whose file was saved last. */
  readonly savedKeyId: string;
  readonly options: DatasetOptions;
};

export const maxContributorLength = 40;
/** The same as in a key file, so that a team can use either. */
export const projectIdPattern = '[\\w.\\-]{1,64}';

const schema = v.object({
  userIds: v.optional(v.picklist(userIdModes), 'one-time'),
  projectId: v.optional(v.pipe(v.string(), v.regex(new RegExp(`^(?:${projectIdPattern})?$`))), ''),
  contributor: v.optional(v.pipe(v.string(), v.maxLength(maxContributorLength)), ''),
  savedKeyId: v.optional(v.string(), ''),
  options: v.optional(v.unknown(), {}),
});

export const defaultExportOptions: ExportOptions = { ...v.parse(schema, {}), options: defaultDatasetOptions };

/**
 * From what was stored or typed; the default where nothing was. Throws an error that names what
 * is not valid.
 */
export function parseExportOptions(value: unknown): ExportOptions {
  const result = v.safeParse(schema, value ?? {});
  if (!result.success) throw new Error(result.issues.map((issue) => v.getDotPath(issue) ?? 'all').join(', '));
  return { ...result.output, options: parseDatasetOptions(result.output.options) };
}

/**
 * Whom a stored value says to leave out, be it nobody; `null` if it says nothing about that, or cannot be read and so
 * blocks the download.
 */
export function statedExclusions(value: unknown): DatasetOptions['excluded'] | null {
  const stated = v.safeParse(v.object({ options: v.object({ excluded: v.object({}) }) }), value);
  if (!stated.success) return null;
  try {
    return parseExportOptions(value).options.excluded;
  } catch {
    return null;
  }
}
