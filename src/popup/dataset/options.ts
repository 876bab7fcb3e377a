import * as v from 'valibot';
import {
  type DatasetOptions,
  defaultDatasetOptions,
  parseDatasetOptions,
} from '../../dataset/dataset-options';

export const userIdModes = ['one-time', 'project', 'passphrase'] as const;
export type UserIdMode = (typeof userIdModes)[number];

/** What a person decided about the next download. Neither key nor passphrase is in it: it is kept as it stands. */
export type ExportOptions = {
  readonly userIds: UserIdMode;
  /** Public; salts a passphrase. Empty until a passphrase is first wanted. */
  readonly projectId: string;
  /** Whose part it is, where several machines share the work. */
  readonly contributor: string;
  /** Of the project key whose file was saved last. */
  readonly savedKeyId: string;
  readonly options: DatasetOptions;
};

export const maxContributorLength = 40;
/** As a key file has it, so that a team may take over either. */
export const projectIdPattern = '[\\w.\\-]{1,64}';

const schema = v.object({
  userIds: v.optional(v.picklist(userIdModes, 'userIds must be a way to make user ids'), 'one-time'),
  projectId: v.optional(
    v.pipe(v.string(), v.regex(new RegExp(`^(?:${projectIdPattern})?$`), 'projectId has a form of its own')),
    '',
  ),
  contributor: v.optional(v.pipe(v.string(), v.maxLength(maxContributorLength)), ''),
  savedKeyId: v.optional(v.string(), ''),
  options: v.optional(v.unknown(), {}),
});

export const defaultExportOptions: ExportOptions = { ...v.parse(schema, {}), options: defaultDatasetOptions };

/** As it was kept or typed; nothing kept is the default. Throws on what does not fit, as `parseDatasetOptions` does. */
export function parseExportOptions(value: unknown): ExportOptions {
  const result = v.safeParse(schema, value ?? {});
  if (!result.success) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return { ...result.output, options: parseDatasetOptions(result.output.options) };
}
