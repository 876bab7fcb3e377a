import { createHash } from 'node:crypto';
import { cleanText } from '../../src/sketchfab/clean-text';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import { parseIsoDate } from '../../src/sketchfab/iso-date';
import { noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';

export type WorldModel = {
  readonly uid: ModelUid;
  readonly name: string;
  readonly tags: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly state: string;
  readonly likes: readonly UserUid[];
  readonly readBetween: readonly [number, number] | null;
  readonly noAi?: boolean | null;
};

/** Numbers from 0 to 1 that are the same for the same seed. */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hex = (text: string) => createHash('md5').update(text).digest('hex');
const pieces = [
  '|',
  '\\',
  '"',
  "'",
  '/',
  ' ',
  ',',
  ';',
  '\t',
  '\n',
  '🐺',
  'é',
  '中',
  '\u200f',
  '\ufeff',
  'NA',
  'null',
  '#',
  'Dragon',
  'by @someone',
  '=1+1',
  '\\|',
];
const wholeNames = [
  '',
  'NA',
  'null',
  'nan',
  '"',
  '""',
  '\\',
  '|',
  '||',
  '"quoted" name',
  ' "lead',
  'a|b|c',
  '\\a',
  'a\\',
  '"open',
  '"a|b"',
];
const day = 86_400_000;
const begun = Date.parse('2026-01-01T00:00:00Z');

/** A small world shaped like 2016: long tails on both sides, all kinds of ids, names that break readers. */
export function makeWorld(seed: number, modelCount = 400, userCount = 1_200): readonly WorldModel[] {
  const dice = createDice(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(dice() * list.length)]!;
  const users = Array.from({ length: userCount }, (_, index) =>
    index % 10 === 0 ? String(16_271 + index) : hex(`user ${seed} ${index}`),
  );
  return Array.from({ length: modelCount }, (_, index) => {
    const name =
      wholeNames[index] ?? Array.from({ length: Math.floor(dice() * 6) }, () => pick(pieces)).join('');
    const wanted = Math.floor(userCount / 3 / (index + 1)) + Math.floor(dice() * 12);
    const likes = new Set(Array.from({ length: wanted }, () => users[Math.floor(dice() ** 3 * userCount)]!));
    const at = begun + Math.floor(dice() * day);
    return {
      uid: (index % 20 === 7
        ? `Mx${hex(`model ${seed} ${index}`).slice(0, 25)}`
        : hex(`model ${seed} ${index}`)) as ModelUid,
      name: cleanText(name),
      tags:
        index % 9 === 0
          ? null
          : Array.from({ length: Math.floor(dice() * 4) }, () => cleanText(`tag ${pick(pieces)}`)),
      categories: index % 11 === 0 ? null : [pick(['Animals & Pets', 'Cars', 'NA'])],
      state: index % 13 === 5 ? 'partial' : 'complete',
      likes: [...likes] as UserUid[],
      readBetween: [at, at + 60_000],
    };
  });
}

/** What a store that captured these models would return. */
export function worldSource(models: readonly WorldModel[]): DatasetSource {
  const byUid = new Map(models.map((model) => [model.uid, model]));
  const labels = (names: readonly string[] | null) => names && names.map((name) => ({ name, slug: null }));
  return {
    readModelUids: () => Promise.resolve([...byUid.keys()].sort()),
    readModels: (uids) =>
      Promise.resolve(
        uids.map((uid) => {
          const { name, tags, categories, state, likes, readBetween } = byUid.get(uid)!;
          const complete = state === 'complete';
          return {
            ...noFacts(uid),
            ...{ name, state, complete, tags: labels(tags), categories: labels(categories) },
            cause: complete ? null : 'made up',
            likeCount: likes.length,
            isPublic: true,
            isRestricted: false,
            noAi: byUid.get(uid)!.noAi ?? null,
            publishedOn: parseIsoDate('2024-02-29')!,
            thumbnailUrl: `https://media.sketchfab.com/${uid}.jpeg`,
            userUids: likes,
            otherUserUids: [],
            wasWhole: false,
            readBetween,
          };
        }),
      ),
    readUsers: () => Promise.resolve([]),
    countRequests: () => Promise.resolve(models.length),
  };
}
