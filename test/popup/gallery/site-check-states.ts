import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import type { PartCheck, SiteCheck } from '../../../src/crawl/site-check';
import { noon, overviewOf } from '../snapshot-of';
import { running, through } from './samples';

const understood = (part: PartCheck['part'], fields: PartCheck['fields'] = []): PartCheck => ({
  ...{ part, result: 'understood', cause: null, status: 200, fields },
  structure: fields.map(({ name, found }) => ({ path: `results[].${name}`, type: 'text', count: found })),
});
const fields = (names: readonly string[], found: number, of: number) =>
  names.map((name) => ({ name, found, of }));
const facts = ['uid', 'name', 'categories', 'tags', 'likeCount', 'publishedOn', 'views', 'faceCount', 'next'];

const today: SiteCheck['parts'] = [
  understood('siteRules'),
  understood('apiRules'),
  understood('catalogue', fields(facts, 24, 24)),
  understood('model', fields(facts.slice(0, 8), 1, 1)),
  understood('likes', fields(['uid', 'username', 'next'], 24, 24)),
];

const changed: SiteCheck['parts'] = [
  ...today.slice(0, 2),
  {
    ...understood('catalogue', [...fields(facts, 24, 24), ...fields(['licence', 'noAi'], 0, 24)]),
    result: 'partly',
  },
  {
    ...{ part: 'model', result: 'noAnswer', cause: 'a check for humans (HTTP 202)', status: 202 },
    ...{ fields: [], structure: [] },
  },
  {
    ...{ part: 'likes', result: 'notRequested', cause: 'Sketchfab did not answer the request before' },
    ...{ status: null, fields: [], structure: [] },
  },
];

const withCheck = (parts: SiteCheck['parts'], isCheckingSite = false): PageSnapshot => ({
  ...running,
  overview: overviewOf(through, { phase: 'done' }, { siteCheck: { at: noon - 240_000, parts } }),
  isCheckingSite,
});

/** States of the check of the site. */
export const siteCheckStates: Readonly<Record<string, PageSnapshot>> = {
  'site-understood': withCheck(today),
  'site-changed': withCheck(changed),
  'site-checking': withCheck(today.slice(0, 2), true),
};
