import type { DatasetChoices } from '../../dataset/dataset-choices';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';
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
