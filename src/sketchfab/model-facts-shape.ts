import * as v from 'valibot';
import { cleanText, maxTextLength } from './clean-text';
import { maxLabelsPerModel } from './label';
import { maxLikeCount } from './model-facts';
import { parseModelUid } from './model-uid';
import { distinctLabels } from './read-labels';
import { parseUserUid } from './user-uid';

const text = v.pipe(v.string(), v.maxLength(maxTextLength), v.transform(cleanText));
const likes = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(maxLikeCount));
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

/** `ModelFacts` as they come in from outside: by a message, or from what was stored as text. */
export const modelFactsShape = v.strictObject({
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
