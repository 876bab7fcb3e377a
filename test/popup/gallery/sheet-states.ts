import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import type { OpenSheet } from '../../../src/popup/models/models-snapshot';
import type { FactOrigins } from '../../../src/sketchfab/fact-origins';
import type { IsoDate } from '../../../src/sketchfab/iso-date';
import { noFacts } from '../../../src/sketchfab/model-facts';
import type { ModelDetails } from '../../../src/store/model-details';
import { type ModelRow, newModelRow } from '../../../src/store/model-row';
import { noon } from '../snapshot-of';
import { page, shown, uidAt } from './models-states';
import { hostile } from './samples';

const day = 86_400_000;
const uid = uidAt(3);
const label = (name: string) => ({ name, slug: name });

const origins: FactOrigins = {
  name: 'markup',
  likeCount: 'answer',
  categories: 'answer',
  tags: 'answer',
  noAi: 'answer',
  publishedOn: 'pageJson',
  views: 'pageJson',
};

const facts = {
  ...noFacts(uid),
  name: 'Mech Animation',
  categories: [label('Characters'), label('Science')],
  tags: ['mech', 'animated', 'scifi', 'robot', 'rigged', 'walkcycle'].map(label),
  likeCount: 189,
  publishedOn: '2019-03-02' as IsoDate,
  views: { count: 20_119, seenOn: '2026-11-18' as IsoDate },
  licence: 'CC Attribution',
  noAi: false,
  origins,
} as const;

const row: ModelRow = {
  ...newModelRow(facts, 3, noon - 5 * day),
  observedAt: noon - 4 * day,
  isPublic: true,
  state: 'partial',
  cause: 'the site gave fewer likes than it shows',
  sweep: 3,
  lastSweep: 3,
  likesCollected: 187,
};

const pagesOf = (likes: readonly number[]) =>
  likes.map((each, at) => ({ likes: each, unreadable: 0, fetchedAt: noon - 3_600_000 + 1_100 * at }));

const details: ModelDetails = {
  row,
  pages: pagesOf([24, 24, 24, 24, 22, 24, 24, 21]),
  pagesUnderWay: 0,
  takenBack: [
    { likes: 1, noticedAt: noon - day },
    { likes: 12, noticedAt: noon - 3 * day },
  ],
  isQueued: false,
};

const place = {
  position: 2,
  previous: uidAt(2),
  next: uidAt(4),
  fewerLikes: 1_101,
  withKnownLikes: 1_209,
};

function withSheet(sheet: Partial<OpenSheet>): PageSnapshot {
  return {
    ...page,
    address: { view: 'models', query: `model=${uid}` },
    models: { ...shown, sheet: { uid, details, place, ...sheet } },
  };
}

/** States of the sheet of a model. */
export const sheetStates: Readonly<Record<string, PageSnapshot>> = {
  sheet: withSheet({}),
  'sheet-new': withSheet({
    details: {
      ...details,
      row: newModelRow({ ...noFacts(uid), name: 'Sea Dragon' }, 3, noon),
      pages: [],
      takenBack: [],
      isQueued: true,
    },
    place: { ...place, position: null, previous: null, next: null, fewerLikes: null },
  }),
  'sheet-long': withSheet({
    details: {
      ...details,
      row: { ...row, state: 'complete', cause: null, readAt: noon, likesCollected: 2_390, likeCount: 2_390 },
      pages: pagesOf(Array.from({ length: 100 }, (_, at) => (at === 40 ? 23 : 24))),
      pagesUnderWay: 3,
      takenBack: [],
    },
  }),
  'sheet-reading': withSheet({ details: null, place: null }),
  'sheet-missing': withSheet({ details: 'missing', place: null }),
  'sheet-hostile': withSheet({
    details: {
      ...details,
      row: {
        ...row,
        name: `\u202e👩‍👩‍👧‍👦${hostile.repeat(200)}`,
        categories: [label(hostile.repeat(30))],
        tags: Array.from({ length: 90 }, (_, at) => label(`${at}${hostile}`)),
        licence: hostile.repeat(30),
        cause: hostile.repeat(30),
      },
    },
  }),
};
