import fc from 'fast-check';
import { type DatasetOptions, parseDatasetOptions } from '../../src/dataset/dataset-options';
import type { MadeUpModel } from './memory-source';

const hour = 3_600_000;
const begun = Date.UTC(2026, 0, 5, 10);
const people = 9;

const userUid = (n: number) => (n % 3 === 0 ? String(16_271 + n) : String(n).repeat(32));
const modelUid = (n: number) => n.toString(16).padStart(2, '0').repeat(16);
const nameOf = (n: number) => `Person.${n}`;
export const usernames = Object.fromEntries(
  Array.from({ length: people }, (_, n) => [userUid(n), nameOf(n)] as const),
);

/** A world, and whom an export of it leaves out. */
export type ExcludedWorld = {
  readonly models: readonly MadeUpModel[];
  readonly people: ReadonlySet<string>;
  readonly excludedModels: ReadonlySet<string>;
  readonly options: DatasetOptions;
  /** The same options with a list that names nobody of this world. */
  readonly optionsForNobody: DatasetOptions;
};

type MadeModel = Required<Pick<MadeUpModel, 'uid' | 'likes' | 'readBetween'>> & MadeUpModel;

const model = (n: number): fc.Arbitrary<MadeModel> =>
  fc
    .record({
      // Some likes come twice, as in a list that shifts while it is read.
      likes: fc.array(fc.nat(people - 1), { maxLength: 14 }),
      shown: fc.oneof(fc.constant(0), fc.constantFrom(-3, -1, 1, 4), fc.constant(null)),
      state: fc.constantFrom('complete', 'complete', 'drifted', 'partial', 'gone', 'new'),
      tags: fc.option(fc.subarray(['robot', 'fox', 'noai']), { nil: null }),
      noAi: fc.option(fc.boolean(), { nil: null }),
      isRestricted: fc.option(fc.boolean(), { nil: null }),
      from: fc.nat(9 * hour - 1),
      pages: fc.nat(4),
    })
    .map(({ likes, shown, state, from, pages, ...facts }) => ({
      ...facts,
      uid: modelUid(n),
      name: `Model ${n}`,
      likes: likes.map(userUid),
      likeCount: shown === null ? null : Math.max(0, new Set(likes).size + shown),
      state,
      complete: state === 'complete',
      ...(state === 'drifted' && { cause: 'the list changed while it was read' }),
      readBetween: [begun + from, begun + from + pages * 1_100] as const,
    }));

const models = fc
  .nat(11)
  .chain((count) => fc.tuple(...Array.from({ length: count + 1 }, (_, n) => model(n))));

const otherOptions = fc.record({
  files: fc.record({ psv: fc.boolean(), parquet: fc.boolean(), recbole: fc.boolean(), stats: fc.boolean() }),
  minLikesPerUser: fc.nat(3),
  minLikesPerModel: fc.nat(3),
  leaveOutNoAi: fc.boolean(),
  leaveOutRestricted: fc.boolean(),
  userSharePercent: fc.constantFrom(100, 100, 60),
  likesNames: fc.constantFrom('plain', 'exact'),
  hash: fc.constantFrom('hmac-sha256', 'hmac-md5'),
  about: fc.constantFrom({}, { creator: 'Ada', licence: 'CC-BY-4.0', url: 'https://example.org' }),
});

export const excludedWorlds: fc.Arbitrary<ExcludedWorld> = fc
  .record({
    models,
    people: fc.uniqueArray(fc.nat(people - 1), { maxLength: 4 }),
    chosenModels: fc.uniqueArray(fc.nat(11), { maxLength: 2 }),
    byName: fc.boolean(),
    other: otherOptions,
  })
  .map(({ models: made, people: out, chosenModels, byName, other }) => {
    const excluded = {
      usernames: ['somebody-else', ...(byName ? out.map((n) => `@${nameOf(n).toUpperCase()}`) : [])],
      userUids: byName ? [] : out.map(userUid),
      modelUids: chosenModels.map(modelUid),
    };
    const nobody = { usernames: ['somebody-else'], userUids: [], modelUids: [] };
    return {
      models: made,
      people: new Set(out.map(userUid)),
      excludedModels: new Set(chosenModels.map(modelUid)),
      options: parseDatasetOptions({ ...other, excluded }),
      optionsForNobody: parseDatasetOptions({ ...other, excluded: nobody }),
    };
  });

/** The same world as if those who are left out had never existed: fewer likes are shown, and reading took fewer pages. */
export function withoutThem({ models: made, people: out, excludedModels }: ExcludedWorld): MadeUpModel[] {
  return (made as readonly MadeModel[])
    .filter(({ uid }) => !excludedModels.has(uid))
    .map((row) => {
      const gone = new Set(row.likes.filter((user) => out.has(user))).size;
      const [from, to] = row.readBetween;
      return {
        ...row,
        likes: row.likes.filter((user) => !out.has(user)),
        likeCount: typeof row.likeCount !== 'number' ? null : Math.max(0, row.likeCount - gone),
        readBetween: [from, gone > 0 ? from : to],
      };
    });
}
