import {
  type DatasetOptions,
  defaultDatasetOptions,
  parseDatasetOptions,
} from '../../dataset/dataset-options';
import { formatList } from '../../i18n/format-list';
import { countMessage, message, type PlainKey } from '../../i18n/message';
import { userIdModeName } from './keys/user-id-mode-name';
import type { ExportOptions, UserIdMode } from './options';
import { exclusionLines } from './typed-exclusions';

const fileNames: Readonly<Record<keyof DatasetOptions['files'], PlainKey>> = {
  psv: 'options_psvShort',
  parquet: 'options_parquetShort',
  recbole: 'options_recboleShort',
  stats: 'options_statsShort',
  croissant: 'options_croissantShort',
};

/** The options in one line: only those that differ from the default. */
export function optionsText(options: DatasetOptions): string {
  const differing = [...filesText(options.files), ...filtersText(options), ...spellingText(options)];
  return differing.length === 0 ? message('options_everything') : differing.join('; ');
}

function filesText(files: DatasetOptions['files']): string[] {
  const kinds = Object.keys(fileNames) as (keyof typeof fileNames)[];
  const left = kinds.filter((kind) => !files[kind]).map((kind) => message(fileNames[kind]));
  return left.length === 0 ? [] : [message('options_without', { files: formatList(left) })];
}

function filtersText(options: DatasetOptions): string[] {
  const { minLikesPerUser, minLikesPerModel, userSharePercent } = options;
  const excluded = exclusionLines(options.excluded).length;
  return [
    minLikesPerUser > 1 && countMessage('options_minLikesPerUser', minLikesPerUser),
    minLikesPerModel > 0 && countMessage('options_minLikesPerModel', minLikesPerModel),
    options.leaveOutNoAi && message('options_noNoAi'),
    options.leaveOutRestricted && message('options_noRestricted'),
    !options.leaveOutNotPublic && message('options_withNotPublic'),
    excluded > 0 && countMessage('options_excluded', excluded),
    userSharePercent < 100 && message('options_sample', { percent: userSharePercent }),
  ].filter((text) => text !== false);
}

function spellingText({ likesNames, escapeFormulas, hash }: DatasetOptions): string[] {
  return [
    likesNames === 'exact' && message('options_exactNames'),
    escapeFormulas && message('options_escapedFormulas'),
    hash === 'hmac-md5' && message('options_hmacMd5Short'),
  ].filter((text) => text !== false);
}

/** The options in a few words; `null` when they are the default. */
export function ownOptionsText({ userIds, options }: ExportOptions): string | null {
  const isCustom = hasCustomOptions(options);
  if (!isCustom && userIds === 'one-time') return null;
  const key = userIdModeName(userIds);
  return isCustom ? message('dataset_keyAndCustomOptions', { key }) : key;
}

const pseudonyms: Readonly<Record<UserIdMode, PlainKey>> = {
  'one-time': 'dataset_oneTimeIds',
  project: 'dataset_projectIds',
  passphrase: 'dataset_passphraseIds',
};

/** What the next download does with user ids, where this is all that is shown. */
export function userIdsText({ userIds, options }: ExportOptions): string {
  const replaced = message(pseudonyms[userIds]);
  return hasCustomOptions(options) ? `${replaced} ${message('dataset_customOptions')}` : replaced;
}

/** Both are parsed, so their fields are in the same order. */
export function hasCustomOptions(options: DatasetOptions): boolean {
  return JSON.stringify(parseDatasetOptions(options)) !== JSON.stringify(defaultDatasetOptions);
}
