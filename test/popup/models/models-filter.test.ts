import { describe, expect, it } from 'vitest';
import { everyModel } from '../../../src/models/model-filter';
import type { Bin, FacetCounts, ModelsAnswer } from '../../../src/models/models-answer';
import { coarserBins, rangeAfter } from '../../../src/popup/models/bars';
import { filterConditions } from '../../../src/popup/models/filter-conditions';
import { filterParts } from '../../../src/popup/models/filter-parts';
import { keepOrder } from '../../../src/popup/models/keep-order';
import { leaveOut, takeBack } from '../../../src/popup/models/leave-out';
import { nextSort } from '../../../src/popup/models/next-sort';
import { countGroups, groupOf, statesOf } from '../../../src/popup/models/state-groups';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { modelStates } from '../../../src/crawl/model-state';

const bin = (min: number, max: number, count = 1, isChosen = false): Bin => ({ min, max, count, isChosen });
const bins = [bin(0, 0), bin(1, 1), bin(2, 4), bin(5, 9), bin(10, 19)];

describe('the bars of a histogram', () => {
  it('are joined until they fit, and lose no model', () => {
    expect(coarserBins(bins, 3)).toEqual([bin(0, 1, 2), bin(2, 9, 2), bin(10, 19)]);
    expect(coarserBins(bins, 5)).toEqual(bins);
    expect(coarserBins([], 7)).toEqual([]);
    expect(coarserBins([bin(0, 0, 1, true), bin(1, 1)], 1)).toEqual([bin(0, 1, 2, true)]);
  });

  it('filter by their range, the last one without an upper limit, and no more when pressed again', () => {
    const chosen = rangeAfter(null, bins, 2, false);
    expect(chosen).toEqual({ min: 2, max: 4 });
    expect(rangeAfter(chosen, bins, 2, false)).toBeNull();
    expect(rangeAfter(chosen, bins, 4, false)).toEqual({ min: 10, max: null });
  });

  it('extend the range with Shift, in both directions', () => {
    const marked = bins.map((each, at) => ({ ...each, isChosen: at === 2 }));
    expect(rangeAfter({ min: 2, max: 4 }, marked, 3, true)).toEqual({ min: 2, max: 9 });
    expect(rangeAfter({ min: 2, max: 4 }, marked, 0, true)).toEqual({ min: 0, max: 4 });
    expect(rangeAfter(null, bins, 1, true)).toEqual({ min: 1, max: 1 });
  });
});

describe('the order of the table', () => {
  it('is by the column that was clicked: the most, the newest or A first, and the other way round next', () => {
    const byLikes = nextSort([{ column: 'added', isDescending: true }], 'likes', false);
    expect(byLikes).toEqual([{ column: 'likes', isDescending: true }]);
    expect(nextSort(byLikes, 'likes', false)).toEqual([{ column: 'likes', isDescending: false }]);
    expect(nextSort(byLikes, 'name', false)).toEqual([{ column: 'name', isDescending: false }]);
  });

  it('takes another column with Shift, and turns it around in its place', () => {
    const both = nextSort([{ column: 'state', isDescending: false }], 'likes', true);
    expect(both.map(({ column }) => column)).toEqual(['state', 'likes']);
    expect(nextSort(both, 'state', true)).toEqual([{ column: 'state', isDescending: true }, both[1]]);
    expect(nextSort(both, 'likes', false)).toEqual([both[1]]);
  });
});

describe('the states', () => {
  it('each belong to one group', () => {
    for (const state of modelStates) expect(statesOf(groupOf(state))).toContain(state);
    const counts: FacetCounts = {
      values: modelStates.map((value, at) => ({ value, count: 10 ** at, isChosen: value === 'drifted' })),
      more: 0,
    };
    const groups = countGroups(counts);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(11_111_111);
    expect(groups.filter(({ isChosen }) => isChosen).map(({ value }) => value)).toEqual(['partial']);
  });
});

describe('the parts of the filter', () => {
  it('name everything that is asked for, and each can be taken away alone', () => {
    const filter = {
      ...everyModel,
      text: ' robot ',
      state: ['partial', 'drifted', 'gone'],
      noAi: ['yes'],
      tag: ['low poly', 'pbr'],
      likes: { min: 10, max: 199 },
      added: { min: 20_409, max: null },
    } as const;
    const parts = filterParts(filter);
    expect(parts.map(({ text }) => text)).toEqual([
      'Contains: robot',
      'State: Partial',
      'State: Gone',
      'NoAI: Yes',
      'Tag: low poly',
      'Tag: pbr',
      'Likes: 10 to 199',
      'Captured: since Nov 17, 2025',
    ]);
    const without = (text: string) => parts.find((part) => part.text === text)?.without;
    expect(without('Contains: robot')).toEqual({ ...filter, text: '' });
    expect(without('State: Partial')).toEqual({ ...filter, state: ['gone'] });
    expect(without('Tag: pbr')).toEqual({ ...filter, tag: ['low poly'] });
    expect(without('Likes: 10 to 199')).toEqual({ ...filter, likes: null });
    expect(filterParts(everyModel)).toEqual([]);
    expect(filterParts({ ...everyModel, text: '  ' })).toEqual([]);
  });

  it('are told to a dataset with their words, on one line each', () => {
    const filter = {
      ...everyModel,
      text: ' robot\n# Free likes ',
      state: ['partial', 'drifted', 'gone'],
      tag: ['low poly', 'pbr\u2028x'],
      likes: { min: 500, max: null },
      added: { min: 20_409, max: 20_410 },
      read: { min: null, max: 20_409 },
    } as const;
    expect(filterConditions(filter)).toEqual([
      {
        property: 'text',
        contains: 'robot # Free likes',
        words: ['Contains: robot # Free likes'],
      },
      { property: 'state', anyOf: ['partial', 'drifted', 'gone'], words: ['State: Partial', 'State: Gone'] },
      { property: 'tag', anyOf: ['low poly', 'pbr x'], words: ['Tag: low poly', 'Tag: pbr x'] },
      { property: 'likes', min: 500, words: ['Likes: 500 or more'] },
      {
        property: 'added',
        min: '2025-11-17',
        max: '2025-11-18',
        words: ['Captured: Nov 17, 2025 to Nov 18, 2025'],
      },
      { property: 'read', max: '2025-11-17', words: ['Read: until Nov 17, 2025'] },
    ]);
    expect(filterConditions(everyModel)).toEqual([]);
  });

  it('cuts what the site named at length', () => {
    const [part] = filterParts({ ...everyModel, tag: ['🦊'.repeat(5_000)] });
    expect(part!.text.length).toBeLessThan(80);
    expect(part!.text.isWellFormed()).toBe(true);
  });
});

describe('the values of a facet', () => {
  const answerOf = (list: number, tags: readonly string[]) => {
    const none: FacetCounts = { values: [], more: 0 };
    const tag: FacetCounts = {
      values: tags.map((value, at) => ({ value, count: 9 - at, isChosen: false })),
      more: 0,
    };
    return { list, facets: { tag, category: none, cause: none } } as unknown as ModelsAnswer;
  };
  const tagsOf = ({ facets }: ModelsAnswer) => facets.tag.values.map(({ value }) => value);

  it('keep their places while counts change, and new ones follow', () => {
    const kept = keepOrder(answerOf(1, ['a', 'b', 'c']), answerOf(1, ['d', 'c', 'a']));
    expect(tagsOf(kept)).toEqual(['a', 'c', 'd']);
    expect(kept.facets.tag.values.map(({ count }) => count)).toEqual([7, 8, 9]);
  });

  it('stand in their own order when something else is asked for', () => {
    expect(tagsOf(keepOrder(answerOf(1, ['a', 'b']), answerOf(2, ['b', 'a'])))).toEqual(['b', 'a']);
  });
});

it('leaves out what was not left out before, and takes back no more than that', () => {
  const [a, b, c] = ['a', 'b', 'c'] as readonly string[] as readonly [ModelUid, ModelUid, ModelUid];
  const excluded = { usernames: ['x'], userUids: ['y'], modelUids: [a] };
  const added = leaveOut(excluded, new Set([a, b, c]));
  expect(added).toEqual({ excluded: { ...excluded, modelUids: [a, b, c] }, uids: [b, c] });
  expect(takeBack(added.excluded, added.uids)).toEqual(excluded);
});
