import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringsOf } from '../../src/dataset/columns/string-list';
import type { IndexedModel } from '../../src/models/indexed-model';
import { everyModel } from '../../src/models/model-filter';
import { createModelsIndex, type ModelsIndex } from '../../src/models/models-index';
import type { ModelsQuery, RowWindow } from '../../src/models/models-answer';
import { isMatch, sorted, type World } from './brute-force';
import { checkAnswer } from './check-answer';
import { models, modelWith, queries, uidAt, windows } from './random-models';

/** An index and the same models as objects, with the list that the last query made. */
class Pair {
  readonly index: ModelsIndex = createModelsIndex();
  readonly world: World = { models: new Map(), leftOut: new Set() };
  places: string[] = [];
  query: ModelsQuery | undefined;

  put(model: IndexedModel): void {
    this.index.put(model);
    this.world.models.set(model.uid, model);
  }

  matching(query: ModelsQuery): string[] {
    const found = [...this.world.models.values()].filter((model) => isMatch(this.world, model, query.filter));
    return sorted(found, query.sort).map(({ uid }) => uid);
  }

  ask(query: ModelsQuery): void {
    this.query = query;
    this.places = this.matching(query);
    checkAnswer(this.world, { places: this.places, query }, this.index.query(query), query.window);
  }

  refresh(window: RowWindow): void {
    if (!this.query) return;
    const known = new Set(this.places);
    this.places.push(...this.matching(this.query).filter((uid) => !known.has(uid)));
    checkAnswer(this.world, { places: this.places, query: this.query }, this.index.refresh(window), window);
    const present = this.places.filter((uid) => this.world.models.has(uid));
    for (const uid of [uidAt(0), uidAt(7), uidAt(9_999)]) {
      const place = present.indexOf(uid);
      expect(this.index.positionOf(uid)).toBe(place === -1 ? null : place);
      const model = this.world.models.get(uid);
      const known = [...this.world.models.values()].flatMap(({ likeCount }) => likeCount ?? []);
      expect(this.index.placeOf(uid)).toEqual(
        model
          ? {
              position: place === -1 ? null : place,
              previous: (place > 0 && present[place - 1]) || null,
              next: (place !== -1 && present[place + 1]) || null,
              fewerLikes:
                model.likeCount === null ? null : known.filter((each) => each < model.likeCount!).length,
              withKnownLikes: known.length,
            }
          : null,
      );
    }
    const isMatching = new Set(this.matching(this.query));
    expect([...stringsOf(this.index.chosenUids(this.query.filter))].sort()).toEqual([...isMatching].sort());
    expect([...stringsOf(this.index.matchingUids(null))]).toEqual(
      present.filter((uid) => isMatching.has(uid)),
    );
    expect([...stringsOf(this.index.matchingUids(window))]).toEqual(
      present.slice(window.start, window.end).filter((uid) => isMatching.has(uid)),
    );
  }
}

const changes = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .nat(35)
      .chain((index) => modelWith(index))
      .map((model) => ({ put: model })),
  },
  { weight: 1, arbitrary: fc.nat(35).map((index) => ({ remove: uidAt(index) })) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.nat(35)).map((all) => ({ leaveOut: all.map(uidAt) })) },
  { weight: 2, arbitrary: queries.map((query) => ({ query })) },
  { weight: 2, arbitrary: queries.map((again) => ({ again })) },
  { weight: 2, arbitrary: windows.map((refresh) => ({ refresh })) },
);

// Slow on a busy machine.
describe('the index of models', { timeout: 60_000 }, () => {
  it('answers a query as counting the models one by one would', () => {
    fc.assert(
      fc.property(models, queries, fc.uniqueArray(fc.nat(30)), (all, query, leftOut) => {
        const pair = new Pair();
        pair.world.leftOut = new Set(leftOut.map(uidAt));
        pair.index.leaveOut(pair.world.leftOut);
        all.forEach((model) => pair.put(model));
        pair.ask(query);
      }),
      { numRuns: 120 },
    );
  });

  it('keeps every row in its place while models change, come and go, until the next query', () => {
    fc.assert(
      fc.property(models, queries, fc.array(changes, { maxLength: 15 }), (all, first, steps) => {
        const pair = new Pair();
        all.forEach((model) => pair.put(model));
        pair.ask(first);
        for (const step of steps) {
          if ('put' in step) pair.put(step.put);
          if ('remove' in step) {
            pair.index.remove(step.remove);
            pair.world.models.delete(step.remove);
          }
          if ('leaveOut' in step) {
            pair.world.leftOut = new Set(step.leaveOut);
            pair.index.leaveOut(pair.world.leftOut);
          }
          if ('query' in step) pair.ask(step.query);
          // Another filter in the same order, as when somebody types.
          if ('again' in step) pair.ask({ ...step.again, sort: pair.query!.sort });
          if ('refresh' in step) pair.refresh(step.refresh);
        }
        pair.refresh({ start: 0, end: 100 });
        expect([...pair.index.uids()].sort()).toEqual([...pair.world.models.keys()].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('counts likes in the right bin on both sides of every edge', () => {
    const index = createModelsIndex();
    const numbers = [0, 1, 2, 4, 5, 9, 10, 2_047, 2_048, 2_049, 4_999, 5_000, 1_000_000_000];
    for (const [at, likeCount] of numbers.entries())
      index.put({ ...fc.sample(modelWith(at), { seed: 1, numRuns: 1 })[0]!, likeCount });
    const { bins } = index.query({ filter: everyModel, sort: [], window: { start: 0, end: 0 } }).histograms
      .likes;
    expect(bins.filter(({ count }) => count > 0).map(({ min, max, count }) => [min, max, count])).toEqual([
      [0, 0, 1],
      [1, 1, 1],
      [2, 4, 2],
      [5, 9, 2],
      [10, 19, 1],
      [2_000, 4_999, 4],
      [5_000, 9_999, 1],
      [1_000_000_000, 1_999_999_999, 1],
    ]);
  });

  it('numbers its lists, and has no rows before the first query', () => {
    const { index, put } = withModels(3);
    const window = { start: 0, end: 10 };
    expect(index.refresh(window)).toMatchObject({ list: 0, total: 3, matching: 3, listed: 0 });
    const query = { filter: everyModel, sort: [], window };
    expect(index.query(query)).toMatchObject({ list: 1, listed: 3 });
    put(3);
    expect(index.refresh(window)).toMatchObject({ list: 1, listed: 4 });
    expect(index.rows(window).list).toBe(1);
    expect(index.query(query).list).toBe(2);
  });

  it('gives a model that is removed and comes back the place it had', () => {
    const { index, put } = withModels(5);
    const window = { start: 0, end: 10 };
    const query = { filter: everyModel, sort: [], window };
    const before = index.query(query).window.rows.map(({ uid }) => uid);
    index.remove(before[1]!);
    expect(index.refresh(window).window.rows.map(({ uid }) => uid)).toEqual(
      before.filter((_, place) => place !== 1),
    );
    put(Number.parseInt(before[1]!, 16));
    expect(index.refresh(window).window.rows.map(({ uid }) => uid)).toEqual(before);
  });
});

function withModels(count: number) {
  const index = createModelsIndex();
  const put = (at: number) => index.put(fc.sample(modelWith(at), { seed: 1, numRuns: 1 })[0]!);
  for (let at = 0; at < count; at += 1) put(at);
  return { index, put };
}
