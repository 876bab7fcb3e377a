import type { Overview } from '../../../src/store/overview';
import { countersOf, firstDay, noon } from '../snapshot-of';

export const captured = countersOf(
  { new: 1_240 },
  { notPublic: 1_240, plan: { answers: 900, unknownLists: 750 } },
);
export const midway = countersOf(
  { complete: 405, partial: 3, drifted: 1, gone: 3, new: 827, crawling: 1 },
  {
    notPublic: 827,
    users: 3_120,
    likes: 9_812,
    likesShown: 10_033,
    likesOfShown: 9_812,
    requests: 1_130,
    plan: { answers: 1_700, unknownLists: 500 },
    queued: { answers: 1_480, unknownLists: 500 },
  },
);
export const through = countersOf(
  { complete: 1_228, partial: 4, drifted: 1, gone: 3, forbidden: 1, failed: 3 },
  {
    notPublic: 4,
    users: 8_201,
    likes: 29_812,
    likesShown: 30_482,
    likesOfShown: 29_812,
    requests: 2_130,
    plan: { answers: 1_240, unknownLists: 0 },
  },
);
export const huge = countersOf(
  {
    complete: 412_000,
    partial: 9_120,
    drifted: 1_055,
    gone: 12_408,
    forbidden: 2_001,
    failed: 1_999,
    new: 88_888,
  },
  {
    notPublic: 91_000,
    users: 1_625_830,
    likes: 16_328_400,
    likesShown: 16_328_401,
    likesOfShown: 16_328_400,
    requests: 1_000_000,
    queued: { answers: 206_000, unknownLists: 0 },
  },
);
export const discovery: NonNullable<Overview['discovery']> = {
  minimumLikes: 5,
  startedAt: noon - 30_000,
  endedAt: null,
  pages: 20,
  listed: 480,
  newModels: 456,
  firstLikeCount: 4_933,
  lastLikeCount: 153,
  error: null,
};
export const found = {
  ...discovery,
  endedAt: noon - 60_000,
  pages: 1_201,
  listed: 28_806,
  newModels: 27_566,
};
export const listed = countersOf(
  { new: 28_806 },
  { requests: 1_201, plan: { answers: 49_300, unknownLists: 0 } },
);
export const crawling = { phase: 'crawling', runningSince: noon - 1_130_000 } as const;
export const running = {
  ...firstDay,
  pageStatus: { pageSerial: 1, modelsOnPage: 24, newModels: 3 },
  keptBytes: 8_100_000,
  persistence: 'lasting' as const,
};
export const hostile = '\u202egnorw <img src=x onerror=alert(1)> '.repeat(8) + 'unbroken'.repeat(60);
export const problems = [
  { cause: 'The answer was not what it should be: results is not a list', models: 2 },
  { cause: 'Sketchfab answered with an error five times (HTTP 503)', models: 1 },
];
