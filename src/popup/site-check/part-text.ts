import type { CheckedPart, FieldCheck, PartCheck } from '../../crawl/site-check';
import { formatList } from '../../i18n/format-list';
import { countMessage, message, type PlainKey } from '../../i18n/message';

const titles: Readonly<Record<CheckedPart, PlainKey>> = {
  siteRules: 'site_siteRules',
  apiRules: 'site_apiRules',
  catalogue: 'site_catalogue',
  model: 'site_model',
  likes: 'site_likes',
};

const results: Readonly<Record<PartCheck['result'], PlainKey>> = {
  understood: 'site_understood',
  partly: 'site_partly',
  notUnderstood: 'site_notUnderstood',
  noAnswer: 'site_noAnswer',
  notRequested: 'site_notRequested',
};

/** Names of the fields that a check looks for. */
const fieldNames: Readonly<Record<string, PlainKey>> = {
  uid: 'site_fieldId',
  username: 'site_fieldUsername',
  next: 'site_fieldNext',
  ownerUid: 'site_fieldOwner',
  isRestricted: 'site_fieldRestricted',
  name: 'fact_name',
  categories: 'fact_categories',
  tags: 'fact_tags',
  likeCount: 'fact_likeCount',
  noAi: 'fact_noAi',
  thumbnailUrl: 'fact_thumbnailUrl',
  publishedOn: 'fact_publishedOn',
  views: 'fact_views',
  faceCount: 'fact_faceCount',
  licence: 'fact_licence',
};

export const partTitle = (part: CheckedPart): string => message(titles[part]);
export const resultText = (result: PartCheck['result']): string => message(results[result]);

/** What was not found, or why nothing was understood. */
export function partText({ cause, fields }: PartCheck): string {
  if (cause !== null) return cause;
  const missing = fields.filter(({ found, of }) => of > 0 && found === 0);
  if (missing.length > 0) return message('site_missing', { fields: formatList(missing.map(nameOf)) });
  return fields.length > 0 ? countMessage('site_fieldsFound', fields.length) : '';
}

function nameOf({ name }: FieldCheck): string {
  const key = fieldNames[name];
  return key ? message(key) : name;
}
