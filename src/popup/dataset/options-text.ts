import {
  type DatasetOptions,
  defaultDatasetOptions,
  parseDatasetOptions,
} from '../../dataset/dataset-options';
import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';
import type { ExportOptions, UserIdMode } from './options';
import { exclusionLines } from './parse-exclusions';

const fileNames = {
  psv: 'PSV',
  parquet: 'Parquet',
  recbole: 'RecBole',
  stats: 'statistics',
  croissant: 'Croissant',
} as const;
const everything = 'Everything, in all kinds of files';

/** What goes into the dataset, in a line: only what is not as it comes. */
export function optionsText(options: DatasetOptions): string {
  const said = [...filesText(options.files), ...filtersText(options), ...spellingText(options)];
  return said.length === 0 ? everything : said.join('; ');
}

function filesText(files: DatasetOptions['files']): string[] {
  const kinds = Object.keys(fileNames) as (keyof typeof fileNames)[];
  const left = kinds.filter((kind) => !files[kind]);
  return left.length === 0 ? [] : [`without ${left.map((kind) => fileNames[kind]).join(', ')}`];
}

function filtersText(options: DatasetOptions): string[] {
  const { minLikesPerUser, minLikesPerModel, userSharePercent } = options;
  const excluded = exclusionLines(options.excluded).length;
  return [
    minLikesPerUser > 1 && `users with ${formatNumber(minLikesPerUser)} likes or more`,
    minLikesPerModel > 0 && `models with ${formatCount(minLikesPerModel, 'like')} or more`,
    options.leaveOutNoAi && 'no NoAI models',
    options.leaveOutRestricted && 'no age-restricted models',
    excluded > 0 && `${formatNumber(excluded)} left out by name`,
    userSharePercent < 100 && `${formatNumber(userSharePercent)} % of users`,
  ].filter((said) => said !== false);
}

function spellingText({ likesNames, hash }: DatasetOptions): string[] {
  return [likesNames === 'exact' && 'exact names', hash === 'hmac-md5' && 'HMAC-MD5'].filter(
    (said) => said !== false,
  );
}

const words: Readonly<Record<UserIdMode, string>> = {
  'one-time': 'One-time key',
  project: 'Project key',
  passphrase: 'Passphrase',
};

/** The wish in a few words; `null` when it is as it comes. */
export function ownOptionsText({ userIds, options }: ExportOptions): string | null {
  const isOwn = hasOwnChoices(options);
  if (!isOwn && userIds === 'one-time') return null;
  return isOwn ? `${words[userIds]}, your choices` : words[userIds];
}

const userIdsTextWords: Readonly<Record<UserIdMode, string>> = {
  'one-time': 'User ids leave as one-time pseudonyms',
  project: "User ids leave as the project key's pseudonyms",
  passphrase: 'User ids leave as pseudonyms by passphrase',
};

/** What the next download makes of user ids, for who sees no more than that. */
export function userIdsText({ userIds, options }: ExportOptions): string {
  return `${userIdsTextWords[userIds]}${hasOwnChoices(options) ? ', with your choices.' : '.'}`;
}

/** Whether anything is not as it comes. Parsed, both have their fields in the same order. */
export function hasOwnChoices(options: DatasetOptions): boolean {
  return JSON.stringify(parseDatasetOptions(options)) !== JSON.stringify(defaultDatasetOptions);
}
