import fc from 'fast-check';
import { modelStates } from '../../src/crawl/model-state';
import type { IndexedModel } from '../../src/models/indexed-model';
import { fixedValues, type ModelFilter, type Range } from '../../src/models/model-filter';
import { type ModelSort, sortColumns } from '../../src/models/model-sort';
import type { ModelsQuery } from '../../src/models/models-answer';
import type { ModelUid } from '../../src/sketchfab/model-uid';

const msPerDay = 86_400_000;

/** Few enough that models share them, with all that folding has to see. */
const words = [
  'Robot',
  'robot',
  'ROBÔT',
  'low poly',
  'Fox',
  'É',
  'ß',
  '机器',
  '🦊',
  'Σας',
  'a,b&c=d',
  'İ',
  '',
];
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const name = text.map((value) => value.toWellFormed());
const label = fc.constantFrom('Robot', 'robot', 'fox', 'low-poly', 'É', '机器', 'rare', '🦊');
const labels = fc.option(
  fc.uniqueArray(label, { maxLength: 4 }).map((found) => found.map((value) => ({ name: value, slug: null }))),
  { freq: 4 },
);
const flag = fc.option(fc.boolean(), { freq: 2 });
const likes = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_000_000_000 }) },
);
const moment = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 20_000 * msPerDay, max: 20_006 * msPerDay }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 8_640_000_000_000 }) },
);

export const uidAt = (index: number) => index.toString(16).padStart(32, '0') as ModelUid;

/** A model with the id of this number, whose place in the order of capture is another one. */
export function modelWith(index: number): fc.Arbitrary<IndexedModel> {
  return fc.record({
    uid: fc.constant(uidAt(index)),
    name: fc.option(name, { freq: 8 }),
    categories: labels,
    tags: labels,
    likeCount: fc.option(likes, { freq: 4 }),
    noAi: flag,
    isRestricted: flag,
    state: fc.constantFrom(...modelStates),
    likesCollected: likes,
    order: fc.constant((index * 7) % 101),
    capturedAt: moment,
    readAt: fc.option(moment),
    causes: fc.uniqueArray(fc.constantFrom('HTTP 500', 'private', 'no tags'), { maxLength: 2 }),
    isPublic: fc.boolean(),
  });
}

export const models = fc
  .array(fc.constant(0), { minLength: 0, maxLength: 30, size: 'max' })
  .chain((places) => fc.tuple(...places.map((_, index) => modelWith(index))));

const some = <T extends string>(values: readonly T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant<T[]>([]) }, fc.subarray([...values]));
const range = (number: fc.Arbitrary<number>): fc.Arbitrary<Range | null> =>
  fc.option(
    fc
      .record({ min: fc.option(number), max: fc.option(number) })
      .filter(({ min, max }) => min !== null || max !== null),
    // Mostly none, or hardly a model would match all parts.
    { freq: 3 },
  );
const days = moment.map((value) => Math.floor(value / msPerDay));

export const filters: fc.Arbitrary<ModelFilter> = fc.record({
  text: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, text),
  state: some(fixedValues.state),
  tagged: some(fixedValues.tagged),
  noAi: some(fixedValues.noAi),
  restricted: some(fixedValues.restricted),
  public: some(fixedValues.public),
  leftOut: some(fixedValues.leftOut),
  category: some(['Robot', 'fox', 'É', 'never seen']),
  tag: some(['Robot', 'robot', 'rare', '机器', 'never seen']),
  cause: some(['HTTP 500', 'private', 'never seen']),
  likes: range(likes),
  added: range(days),
  read: range(days),
});

export const sorts: fc.Arbitrary<ModelSort> = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...sortColumns), isDescending: fc.boolean() }),
  { selector: ({ column }) => column, maxLength: 4 },
);

export const windows = fc
  .record({ start: fc.integer({ min: 0, max: 35 }), size: fc.integer({ min: 0, max: 35 }) })
  .map(({ start, size }) => ({ start, end: start + size }));

export const queries: fc.Arbitrary<ModelsQuery> = fc.record({
  filter: filters,
  sort: sorts,
  window: windows,
  limits: fc.record({
    category: fc.integer({ min: 0, max: 4 }),
    tag: fc.integer({ min: 0, max: 4 }),
    cause: fc.integer({ min: 0, max: 4 }),
  }),
});
