import { type DatasetChoices, defaultChoices, parseDatasetChoices } from '../../dataset/dataset-options';
import { sayCount, sayNumber } from '../format/numbers';
import type { DatasetWish, UserIdMode } from './options';
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
export function sayChoices(choices: DatasetChoices): string {
  const said = [...sayFiles(choices.files), ...sayFilters(choices), ...saySpelling(choices)];
  return said.length === 0 ? everything : said.join('; ');
}

function sayFiles(files: DatasetChoices['files']): string[] {
  const kinds = Object.keys(fileNames) as (keyof typeof fileNames)[];
  const left = kinds.filter((kind) => !files[kind]);
  return left.length === 0 ? [] : [`without ${left.map((kind) => fileNames[kind]).join(', ')}`];
}

function sayFilters(choices: DatasetChoices): string[] {
  const { minLikesPerUser, minLikesPerModel, userSharePercent } = choices;
  const excluded = exclusionLines(choices.excluded).length;
  return [
    minLikesPerUser > 1 && `users with ${sayNumber(minLikesPerUser)} likes or more`,
    minLikesPerModel > 0 && `models with ${sayCount(minLikesPerModel, 'like')} or more`,
    choices.leaveOutNoAi && 'no NoAI models',
    choices.leaveOutRestricted && 'no age-restricted models',
    excluded > 0 && `${sayNumber(excluded)} left out by name`,
    userSharePercent < 100 && `${sayNumber(userSharePercent)} % of users`,
  ].filter((said) => said !== false);
}

function saySpelling({ likesNames, hash }: DatasetChoices): string[] {
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
export function sayOwnWish({ userIds, choices }: DatasetWish): string | null {
  const isOwn = hasOwnChoices(choices);
  if (!isOwn && userIds === 'one-time') return null;
  return isOwn ? `${words[userIds]}, your choices` : words[userIds];
}

const sayUserIdsWords: Readonly<Record<UserIdMode, string>> = {
  'one-time': 'User ids leave as one-time pseudonyms',
  project: "User ids leave as the project key's pseudonyms",
  passphrase: 'User ids leave as pseudonyms by passphrase',
};

/** What the next download makes of user ids, for who sees no more than that. */
export function sayUserIds({ userIds, choices }: DatasetWish): string {
  return `${sayUserIdsWords[userIds]}${hasOwnChoices(choices) ? ', with your choices.' : '.'}`;
}

/** Whether anything is not as it comes. Parsed, both have their fields in the same order. */
export function hasOwnChoices(choices: DatasetChoices): boolean {
  return JSON.stringify(parseDatasetChoices(choices)) !== JSON.stringify(defaultChoices);
}
