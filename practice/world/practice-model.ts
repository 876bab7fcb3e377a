import { categories, type PracticeCategory } from './categories';
import { hostileNames, hostileTags } from './hostile-texts';
import { pick, randomFrom, type Random } from './random';
import { hexUid, indexOfHexUid, indexOfLegacyUid, legacyUid } from './uid';
import { endings, manners, subjects, tags as ordinaryTags } from './words';

export type PracticeTag = { readonly name: string; readonly slug: string };

/** Everything that does not change; the world knows likes and owner. */
export type PracticeModel = {
  readonly index: number;
  readonly uid: string;
  readonly name: string;
  /** As in the address of the model's page; empty if the name has no ASCII letter or digit. */
  readonly slug: string;
  readonly tags: readonly PracticeTag[];
  readonly categories: readonly PracticeCategory[];
  /** If so, its cards have no link to an owner. */
  readonly isOrganisations: boolean;
  /** If so, lists include it only on request. */
  readonly isAgeRestricted: boolean;
  /** If so, it is in no list, and `/v3/models/<uid>` returns 403. */
  readonly isProtected: boolean;
  readonly isStaffPicked: boolean;
  readonly publishedAt: Date;
  readonly likeCount: number;
  readonly viewCount: number;
  readonly commentCount: number;
};

// Every oddity occurs at fixed indexes, so that even a world of 60 models has nearly all of them.
const every = (n: number, at: number, index: number) => index % n === at;

export function modelUidAt(seed: number, index: number): string {
  // 935 of the 28,824 ids of 2016 have 27 characters, 19 have 26.
  if (!every(30, 7, index)) return hexUid(seed, index);
  return legacyUid(seed, index, every(600, 37, index) ? 26 : 27);
}

/** The index in a uid. Invented uids give one too, so the caller compares the uids. */
export function modelIndexOf(seed: number, uid: string): number {
  return uid.length === 32 ? indexOfHexUid(seed, uid) : indexOfLegacyUid(seed, uid);
}

export function buildModel(seed: number, index: number, likeCount: number): PracticeModel {
  const random = randomFrom(seed, index, 1);
  const category = Math.floor(random() * categories.length);
  const name = nameOf(random, index, category);
  return {
    index,
    uid: modelUidAt(seed, index),
    name,
    slug: slugOf(name),
    tags: tagsOf(random, index),
    categories: categoriesOf(random, index, category),
    isOrganisations: every(16, 12, index),
    isAgeRestricted: every(23, 11, index),
    isProtected: every(47, 29, index),
    isStaffPicked: every(8, 2, index),
    publishedAt: new Date(Date.UTC(2013, 0, 1) + Math.floor(random() * 13 * 365) * 86_400_000),
    likeCount,
    viewCount: likeCount * 19 + Math.floor(random() * 400),
    commentCount: Math.floor(likeCount * random() * 0.1),
  };
}

function nameOf(random: Random, index: number, category: number): string {
  if (every(9, 4, index)) return hostileNames[((index - 4) / 9) % hostileNames.length]!;
  if (every(40, 5, index)) return 'Skull'; // 921 names of 2016 belong to several models
  const manner = random() < 0.3 ? `${pick(random, manners)} ` : '';
  const ending = random() < 0.25 ? ` ${pick(random, endings)}` : '';
  return `${manner}${pick(random, subjects[category]!)}${ending}`;
}

function tagsOf(random: Random, index: number): readonly PracticeTag[] {
  const drawn = random() < 0.12 ? 0 : 1 + Math.floor(random() ** 2 * 12);
  const names = new Set(Array.from({ length: drawn }, () => pick(random, ordinaryTags)));
  if (every(17, 9, index)) names.add('noai');
  if (every(7, 1, index)) names.add(hostileTags[((index - 1) / 7) % hostileTags.length]!);
  return [...names].map(tagOf);
}

export function tagOf(name: string): PracticeTag {
  return { name, slug: slugOf(name) || name };
}

function categoriesOf(random: Random, index: number, first: number): readonly PracticeCategory[] {
  if (every(13, 6, index)) return [];
  const second = (first + 1 + Math.floor(random() * (categories.length - 1))) % categories.length;
  return (random() < 0.6 ? [first] : [first, second]).map((at) => categories[at]!);
}

/** As in the site's addresses: ASCII letters and digits with single hyphens. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-|-$/g, '');
}
