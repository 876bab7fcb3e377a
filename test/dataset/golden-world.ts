import { hostileNames, hostileTags } from '../../practice/world/hostile-texts';
import type { Answer } from '../../src/sketchfab/answer';
import { cleanText } from '../../src/sketchfab/clean-text';
import { startCrawl } from '../../src/store/control-crawl';
import { recordSightings } from '../../src/store/upsert-models';
import { leap } from '../cases/leap';
import { Rig } from '../crawl/rig';
import { json, modelUid, sighting, status, userUid } from '../crawl/small-world';

const modelCount = 60;
const day = 86_400_000;
const range = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

// The lists of the practice site may grow, but their beginnings stay the same.
const names = hostileNames.slice(0, 27);
const tagNames = [...hostileTags.slice(0, 11), 'robot', 'noai', 'Robot', 'low poly'];

/** Models about which the site says something wrong or nothing. */
const odd = {
  gone: 7,
  forbidden: 8,
  failed: 9,
  circle: 10,
  drifted: 11,
  unreadable: 12,
  silent: 13,
} as const;
const oddOnes: readonly number[] = Object.values(odd);

export const uidOf = modelUid;
export const likerOf = userUid;

/** Likes of the model when it was first seen: a long tail, with short decimal ids among the users. */
function firstLikers(i: number): string[] {
  if (i % 10 === 6) return [];
  const count = 1 + Math.floor(90 / (i + 1)) + (i % 5);
  const people = range(count).map((n) => userUid((i * 7 + n * n * (1 + (i % 3))) % 83));
  return [...new Set([...people, ...(i % 4 === 0 ? [String(16_271 + i), '16271'] : [])])];
}

function nameOf(i: number): string {
  return i < names.length ? names[i]! : `Model ${i % 9}`;
}

const label = (name: string) => ({ name, slug: name.toLowerCase() });

function tagsOf(i: number) {
  if (i % 9 === 5) return [];
  const picked = range(i % 5).map((n) => tagNames[(i * 7 + Math.floor(i / 5) + n * 4) % tagNames.length]!);
  return [...new Set(i % 11 === 3 ? [...picked, 'noai'] : picked)].map(label);
}

function factsOf(i: number, likeCount: number): Answer {
  const isSilent = i === odd.silent;
  return json({
    uid: modelUid(i),
    name: nameOf(i),
    likeCount,
    ...(!isSilent && {
      tags: tagsOf(i),
      categories: i % 13 === 6 ? [] : ['Animals & Pets', 'Cars | Vehicles'].slice(i % 2).map(label),
      isAgeRestricted: i % 8 === 4,
    }),
    thumbnails: { images: [{ url: `https://media.sketchfab.com/models/${i}/200x200.jpeg`, width: 200 }] },
  });
}

function oddAnswer(i: number, isFacts: boolean, url: URL): Answer | undefined {
  if (i === odd.gone) return status(404);
  if (i === odd.forbidden) return status(403);
  if (isFacts) return undefined;
  if (i === odd.failed) return status(500);
  if (i === odd.unreadable) return json({ results: 'none' });
  const isSecondPage = url.searchParams.get('cursor') !== null;
  if (i !== odd.circle || !isSecondPage) return undefined;
  return json({ results: [{ uid: userUid(70), username: 'ring' }], next: null, cursors: { next: 'c24' } });
}

/**
 * A store after two crawls. The second found likes taken back, new likes and new models. Deterministic, clock included.
 */
export async function goldenCapture(): Promise<Rig> {
  const rig = new Rig([], 'cursors');
  const { likers } = rig.world;
  for (const i of range(modelCount)) likers.set(modelUid(i), firstLikers(i));
  // More than a page, so that there is a second one for the loop.
  likers.set(modelUid(odd.circle), range(40, 20).map(userUid));
  // The list shifts while it is read: one user is on both pages.
  likers.set(modelUid(modelCount - 2), [...range(30, 10).map(userUid), userUid(10)]);
  rig.world.answer = (url) => {
    if (url.pathname === '/robots.txt') return undefined;
    const isFacts = url.pathname.startsWith('/v3/models/');
    const uid = url.searchParams.get('model') ?? url.pathname.split('/').at(-1)!;
    const i = Number.parseInt(uid, 16);
    const answer = oddOnes.includes(i) ? oddAnswer(i, isFacts, url) : undefined;
    if (answer || !isFacts) return answer;
    return factsOf(i, new Set(likers.get(modelUid(i))).size + (i === odd.drifted ? 3 : 0));
  };

  await meet(rig, range(modelCount - 3));
  await season(rig);
  rig.time += 90 * day;
  takeBackAndAdd(likers);
  await meet(rig, range(2, modelCount - 3));
  await season(rig);
  rig.time += day;
  await meet(rig, [modelCount - 1]);
  return rig;
}

function takeBackAndAdd(likers: Map<string, string[]>): void {
  for (const i of [0, 1, 2, 15, 20, 33]) {
    const before = likers.get(modelUid(i))!;
    likers.set(modelUid(i), [userUid(200 + i), ...before.filter((_, at) => at % 4 !== 1)]);
  }
  likers.set(modelUid(40), [...range(30, 100).map(userUid), ...likers.get(modelUid(40))!]);
}

/** What cards show; the rest is learned by the crawl. */
async function meet(rig: Rig, which: readonly number[]): Promise<void> {
  const seen = which.map((i) =>
    sighting(i, { name: cleanText(nameOf(i)), noAi: i % 10 === 7 ? true : null }),
  );
  await recordSightings(rig.db, seen, rig.time);
}

async function season(rig: Rig): Promise<void> {
  await rig.knowRules();
  await startCrawl(rig.db, 'all', rig.time);
  await leap(rig);
}
