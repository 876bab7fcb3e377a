import { modelStates } from '../../../src/crawl/model-state';
import { everyModel, type ModelFilter } from '../../../src/models/model-filter';
import { formatFilter } from '../../../src/models/models-address';
import { createModelsIndex } from '../../../src/models/models-index';
import { defaultSort } from '../../../src/models/model-sort';
import { type ModelsSnapshot, unreadModels } from '../../../src/popup/models/models-snapshot';
import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { noon, overviewOf } from '../snapshot-of';
import { crawling, hostile, midway, running, through } from './samples';

const names = [
  'Lowpoly fox',
  'Knight Girl',
  'Mech Animation',
  'Moss the robot',
  'Fisherman',
  'Mushroom Golem',
];
const tags = [
  'lowpoly',
  'fanart',
  'zbrush',
  'handpainted',
  'robot',
  'fox',
  'chibi',
  'knight',
  'pbr',
  'سيارة',
];
const categories = [
  'Characters',
  'Weapons',
  'Architecture',
  'Animals',
  'Cars',
  'Electronics',
  'Food',
  'Music',
];
const cause = 'Sketchfab answered with an error five times (HTTP 503)';
const day = 86_400_000;

/** A small world that is always the same. */
function indexOf(models: number, name: (at: number) => string) {
  const index = createModelsIndex();
  for (let at = 0; at < models; at += 1) {
    const state = at % 9 < 6 ? 'complete' : modelStates[at % modelStates.length]!;
    const likes = Math.floor(1_500 / (1 + (at % 97)) ** 0.9) + (at % 7);
    const isRead = state !== 'new';
    index.put({
      uid: uidAt(at),
      name: name(at),
      state,
      likeCount: at % 41 === 0 ? null : likes,
      likesCollected: isRead ? Math.max(0, likes - (state === 'complete' ? 0 : at % 5)) : 0,
      tags: at % 13 === 0 ? null : labels(tags.filter((_, tag) => (at + tag) % (tag + 3) === 0)),
      categories: labels([categories[(at * at) % categories.length]!]),
      noAi: at % 11 === 0 ? null : at % 6 === 0,
      isRestricted: at % 19 === 0,
      order: at,
      capturedAt: noon - (at % 9) * day - at,
      readAt: isRead ? noon - at : null,
      causes: state === 'failed' ? [cause] : [],
      isPublic: isRead,
    });
  }
  index.leaveOut(new Set([uidAt(7)]));
  return index;
}

const labels = (names: readonly string[]) => names.map((name) => ({ name, slug: name.toLowerCase() }));
export const uidAt = (at: number) => at.toString(16).padStart(32, '0') as ModelUid;
const usual = () => indexOf(1_240, (at) => `${names[at % names.length]!} ${at}`);

function modelsOf(index = usual(), filter: Partial<ModelFilter> = {}): ModelsSnapshot {
  const limits = { category: 6, tag: 6, cause: 6 };
  const query = {
    filter: { ...everyModel, ...filter },
    sort: defaultSort,
    limits,
    window: { start: 0, end: 60 },
  };
  return { ...unreadModels, reading: null, answer: index.query(query), answered: formatFilter(query.filter) };
}

export const page = { ...running, overview: overviewOf(through, { phase: 'done' }) };
export const shown = modelsOf();
const first = shown.answer!.window.rows;

const chosen = { category: ['Cars', 'Characters'], likes: { min: 10, max: 199 } };

/** States of the view "Dataset" in which only some models are wanted. */
export const chosenStates: Readonly<Record<string, PageSnapshot>> = {
  'dataset-chosen': {
    ...page,
    address: { view: 'dataset', query: 'category=Cars,Characters&likes=10-199' },
    models: modelsOf(usual(), chosen),
  },
  'dataset-chosen-none': {
    ...page,
    address: { view: 'dataset', query: 'public=no' },
    models: modelsOf(usual(), { public: ['no'] }),
  },
  'dataset-chosen-counting': {
    ...page,
    address: { view: 'dataset', query: `tag=${encodeURIComponent(hostile)}` },
    models: unreadModels,
  },
};

/** States of the view "Models". */
export const modelsStates: Readonly<Record<string, PageSnapshot>> = {
  models: { ...page, models: shown },
  'models-crawling': { ...running, overview: overviewOf(midway, crawling), models: shown },
  'models-filtered': {
    ...page,
    address: { view: 'models', query: 'category=Animals,Cars&likes=10-199&state=complete' },
    models: modelsOf(usual(), {
      category: ['Animals', 'Cars'],
      likes: { min: 10, max: 199 },
      state: ['complete'],
    }),
  },
  'models-selected': { ...page, models: { ...shown, selected: new Set([first[1]!.uid, first[3]!.uid]) } },
  'models-selected-many': {
    ...page,
    models: { ...shown, selected: new Set(Array.from({ length: 1_240 }, (_, at) => uidAt(at))) },
  },
  'models-undo': {
    ...page,
    models: { ...shown, notice: { kind: 'left-out', uids: [uidAt(7)], name: 'Steampunk Girl' } },
  },
  'models-removing': {
    ...page,
    models: { ...shown, notice: { kind: 'removing', uids: [uidAt(7), uidAt(8)], name: null } },
  },
  'models-retried': {
    ...page,
    models: {
      ...shown,
      notice: {
        kind: 'retried',
        outcome: {
          queued: 12,
          refused: { queued: 1, complete: 1_020, gone: 3, elsewhere: 0, unknown: 0 },
          when: 'later',
        },
      },
    },
  },
  'models-no-match': {
    ...page,
    address: { view: 'models', query: 'q=nothing+like+it' },
    models: modelsOf(usual(), { text: 'nothing like it' }),
  },
  'models-none': { ...running, models: modelsOf(createModelsIndex()) },
  'models-opening': { ...page, models: unreadModels },
  'models-reading': { ...page, models: { ...shown, reading: { read: 1_240, total: 28_806 } } },
  'models-counting': { ...page, models: { ...shown, isCounting: true } },
  'models-unreadable': {
    ...page,
    models: {
      ...unreadModels,
      failure: 'The models cannot be read (VersionError). Everything else still works.',
    },
  },
  'models-hostile': {
    ...page,
    address: { view: 'models', query: `tag=${encodeURIComponent(hostile)}&q=%F0%9F%91%BE%F0%9F%91%BE` },
    models: {
      ...modelsOf(indexOf(60, (at) => (at % 3 === 0 ? '\u202e' : '👩‍👩‍👧‍👦') + hostile.repeat(12))),
      notice: { kind: 'left-out', uids: [uidAt(1)], name: hostile },
    },
  },
};
