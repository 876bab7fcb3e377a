import * as v from 'valibot';
import { chooseThumbnail } from './choose-thumbnail';
import { cleanText } from './clean-text';
import { factKinds, parsedBy } from './fact-kinds';
import { hasNoAiTag } from './has-no-ai-tag';
import { isoDateOfTimestamp } from './iso-date';
import { maxLabelsPerModel } from './label';
import type { FactOrigin } from './fact-origins';
import { factsFrom, type ModelFacts, noFacts } from './model-facts';
import { parseModelUid } from './model-uid';
import { readLabels } from './read-labels';
import { ShapeError } from './shape-error';
import { parseUserUid } from './user-uid';

/** A field that is missing or has another type becomes `null`. Only a bad id is worth rejecting a model for. */
const orNull = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.fallback<v.GenericSchema<unknown, T | null>, () => null>(v.nullable(schema), () => null);

const labels = orNull(
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) => readLabels(items)),
  ),
);
const count = orNull(factKinds.count);
const flag = orNull(factKinds.flag);
const date = orNull(parsedBy(isoDateOfTimestamp));

const cleaned = v.pipe(v.string(), v.transform(cleanText), v.nonEmpty());
/** An object in the answer about one model, and only its label in lists. */
const licence = v.union([
  v.pipe(
    v.object({ label: cleaned }),
    v.transform(({ label }) => label),
  ),
  cleaned,
]);

const model = v.object({
  uid: v.pipe(v.unknown(), v.transform(parseModelUid)),
  name: orNull(cleaned),
  likeCount: count,
  user: orNull(v.object({ uid: v.pipe(v.unknown(), v.transform(parseUserUid)) })),
  tags: labels,
  categories: labels,
  isRestricted: flag, // the site's own endpoints
  isAgeRestricted: flag, // v3
  publishedAt: date,
  viewCount: count,
  faceCount: count,
  license: orNull(licence),
  thumbnails: orNull(v.object({ images: v.array(v.unknown()) })),
});

/**
 * Parses a model as `/i/models`, `/v3/models` and the JSON in pages give it:
 * `{uid, name, likeCount, user: {uid}, tags, categories, isRestricted or isAgeRestricted,
 * thumbnails: {images}, publishedAt, viewCount, faceCount, license: {label}}`.
 * Other fields that cannot be read become `null`. `origin` is where the JSON was.
 * @throws {ShapeError} If `json` is not an object or `uid` is not a model id.
 */
export function parseModel(json: unknown, origin: FactOrigin): ModelFacts {
  const read = v.safeParse(model, json);
  if (!read.success) throw new ShapeError('model: no object with a uid');
  const { uid, user, tags, categories, thumbnails, ...facts } = read.output;
  if (uid === undefined) throw new ShapeError('model.uid: no id of a model');
  return factsFrom(origin, {
    ...noFacts(uid),
    name: facts.name,
    likeCount: facts.likeCount,
    ownerUid: user?.uid ?? null,
    tags: tags?.slice(0, maxLabelsPerModel) ?? null,
    categories: categories?.slice(0, maxLabelsPerModel) ?? null,
    noAi: tags && hasNoAiTag(tags),
    isRestricted: facts.isRestricted ?? facts.isAgeRestricted,
    thumbnailUrl: thumbnails && chooseThumbnail(thumbnails.images),
    publishedOn: facts.publishedAt,
    views: facts.viewCount === null ? null : { count: facts.viewCount, seenOn: null },
    faceCount: facts.faceCount,
    licence: facts.license,
  });
}
