import * as v from 'valibot';
import { cleanText, maxTextLength } from '../sketchfab/clean-text';
import { maxLabelsPerModel } from '../sketchfab/label';
import { maxLikeCount, type ModelFacts } from '../sketchfab/model-facts';
import { parseModelUid } from '../sketchfab/model-uid';
import { distinctLabels } from '../sketchfab/read-labels';
import { parseUserUid } from '../sketchfab/user-uid';

/** More than a page can read in one batch; a larger report is forged. */
export const maxSightingsPerReport = 100;
/** Models counted on one page before the content script stops reading it. */
export const maxModelsPerPage = 5_000;

export type PageReport = {
  /** Tells the pages of a tab apart: a new document has another one, and so has each in-client navigation. */
  readonly pageSerial: number;
  /** Distinct models seen on this page so far, those of this report included. */
  readonly modelsOnPage: number;
  readonly sightings: readonly ModelFacts[];
};

const text = v.pipe(v.string(), v.maxLength(maxTextLength), v.transform(cleanText));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const likes = v.pipe(count, v.maxValue(maxLikeCount));
const labels = v.pipe(
  v.array(v.strictObject({ name: text, slug: v.nullable(text) })),
  v.maxLength(maxLabelsPerModel),
  v.transform((list) => distinctLabels(list)),
);
const uid = <T>(parse: (value: unknown) => T | undefined) =>
  v.pipe(
    v.unknown(),
    v.check((value) => parse(value) !== undefined, 'not an id'),
    v.transform((value) => parse(value) as T),
  );

const sighting = v.strictObject({
  uid: uid(parseModelUid),
  name: v.nullable(text),
  likeCount: v.nullable(likes),
  ownerUid: v.nullable(uid(parseUserUid)),
  tags: v.nullable(labels),
  categories: v.nullable(labels),
  noAi: v.nullable(v.boolean()),
  isRestricted: v.nullable(v.boolean()),
  thumbnailUrl: v.nullable(v.pipe(text, v.startsWith('https://'))),
});

const pageReport = v.strictObject({
  pageSerial: count,
  modelsOnPage: v.pipe(count, v.maxValue(maxModelsPerPage)),
  sightings: v.pipe(v.array(sighting), v.maxLength(maxSightingsPerReport)),
});

/** A taken-over page can speak as our content script, so the shape is checked here whoever sent it. */
export function parsePageReport(value: unknown): PageReport {
  return v.parse(pageReport, value);
}
