import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import { type QualitySnapshot, unmeasured } from '../../../src/popup/recommend/quality-snapshot';
import {
  allItems,
  type RecommendSnapshot,
  type Shown,
  unreadRecommendations,
} from '../../../src/popup/recommend/recommend-snapshot';
import type { Measurement } from '../../../src/recommend/evaluation/measurement';
import { createAnswers } from '../../../src/workers/recommend/answer-questions';
import type {
  ListedItem,
  ModelsOfTag,
  Personal,
  SimilarModels,
} from '../../../src/workers/recommend/messages';
import { sampleLikes, sampleUid } from '../recommend/sample-likes';
import { sampleMeasurement } from '../recommend/sample-measurement';
import { noon, overviewOf } from '../snapshot-of';
import { crawling, hostile, midway, running, through } from './samples';

const groups = ['Fox', 'Robot', 'Castle', 'Knight', 'Car'];
const tags = [
  'fox',
  'animal',
  'robot',
  'mech',
  'castle',
  'medieval',
  'knight',
  'character',
  'car',
  'vehicle',
];
const about = {
  nameOf: (item: number, group: number) => `${groups[group]!} ${item}`,
  tagOf: (tag: number) => tags[tag] ?? 'lowpoly',
  readAt: noon - 720_000,
};
const usual = sampleLikes({ users: 1_500, items: 300, likes: 12_000, groups: 5, seed: 7 }, about);
const little = sampleLikes(
  { users: 20, items: 24, likes: 60, groups: 2, seed: 3 },
  { ...about, hasKey: false },
);
const strange = sampleLikes(
  { users: 40, items: 30, likes: 300, groups: 2, seed: 5 },
  {
    ...about,
    nameOf: (item) => (item % 3 === 0 ? '' : hostile.repeat(12)),
    tagOf: () => hostile.slice(0, 190),
  },
);

const snapshotOf = (likes: typeof usual, shown: Shown): RecommendSnapshot => ({
  ...unreadRecommendations,
  ...{ data: likes.state, reading: null, shown },
});

function similarTo(item: number, likes = usual): RecommendSnapshot {
  const uid = sampleUid(item);
  const answer = createAnswers(likes)({ kind: 'similar', uid, limit: allItems }) as SimilarModels;
  return snapshotOf(likes, { at: 'model', uid, answer });
}

function begin(likes = usual): RecommendSnapshot {
  const models = createAnswers(likes)({ kind: 'popular', limit: allItems }) as ListedItem[];
  return snapshotOf(likes, { at: 'start', models });
}

function typicalOf(tag: string, likes = usual): RecommendSnapshot {
  const answer = createAnswers(likes)({ kind: 'tag', tag, limit: allItems }) as ModelsOfTag | null;
  return snapshotOf(likes, { at: 'tag', tag, answer });
}

function forPicks(items: readonly number[], likes = usual): RecommendSnapshot {
  const uids = items.map(sampleUid);
  const answer = createAnswers(likes)({ kind: 'picks', uids, limit: allItems }) as Personal;
  return snapshotOf(likes, { at: 'person', picks: uids, pseudonym: null, answer });
}

const page = { ...running, overview: overviewOf(through, { phase: 'done' }) };
/** Of the usual likes, which nothing has been added to. */
const settled = (recommend: RecommendSnapshot, query = ''): PageSnapshot => ({
  ...page,
  overview: overviewOf({ ...through, likes: recommend.data?.counted ?? 1 }, { phase: 'done' }),
  ...{ recommend, address: { view: 'recommend', query } },
});
const modelAddress = (item: number) => `model=${sampleUid(item)}`;

function measured(measurement: Measurement | null, changed: Partial<QualitySnapshot> = {}): PageSnapshot {
  const data = { ...usual.state, fingerprint: measurement && !changed.progress ? 'older' : '' };
  const quality = { ...unmeasured, ...changed, result: measurement && { data, measurement } };
  return { ...settled(begin(), 'quality'), quality };
}

/** States of the view "Recommend". */
export const recommendStates: Readonly<Record<string, PageSnapshot>> = {
  recommend: settled(similarTo(10), modelAddress(10)),
  'recommend-begin': settled(begin()),
  'recommend-crawling': {
    ...running,
    overview: overviewOf({ ...midway, likes: usual.state.counted + 1_204 }, crawling),
    recommend: similarTo(8),
    address: { view: 'recommend', query: modelAddress(8) },
  },
  'recommend-little': settled(similarTo(2, little), modelAddress(2)),
  'recommend-unknown': settled(
    snapshotOf(usual, { at: 'model', uid: sampleUid(999), answer: null }),
    modelAddress(999),
  ),
  'recommend-tag': settled(typicalOf('robot'), 'tag=robot'),
  'recommend-tags': settled(
    snapshotOf(usual, { at: 'tags', tags: tags.map((tag, at) => ({ tag, models: 60 - at })) }),
    'tag=',
  ),
  'recommend-picks': settled(forPicks([10, 22, 35]), `picks=${[10, 22, 35].map(sampleUid).join(',')}`),
  'recommend-no-key': settled(forPicks([], little), 'picks='),
  'recommend-pseudonym': settled(
    snapshotOf(usual, { at: 'person', picks: [], pseudonym: 'e'.repeat(32), answer: null }),
    `pseudonym=${'e'.repeat(32)}`,
  ),
  'recommend-reading': settled({ ...unreadRecommendations, reading: 0.42 }),
  'recommend-stopped': settled({ ...unreadRecommendations, reading: null, isStopped: true }),
  'recommend-no-memory': settled({
    ...unreadRecommendations,
    reading: null,
    failure: { code: 'outOfMemory', message: 'Array buffer allocation failed' },
  }),
  'recommend-none': { ...running, recommend: unreadRecommendations },
  'recommend-quality': measured(sampleMeasurement()),
  'recommend-quality-none': measured(null),
  'recommend-measuring': measured(sampleMeasurement(4, 7), { progress: { share: 0.55, at: 'WRMF' } }),
  'recommend-quality-little': measured(null, { tooLittle: { testUsers: 12, needed: 100 } }),
  'recommend-hostile': settled(similarTo(4, strange), modelAddress(4)),
};
