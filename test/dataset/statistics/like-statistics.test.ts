import fc from 'fast-check';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import {
  densityOf,
  fewestForHalf,
  giniCoefficient,
  distributionOf,
  topSharePercent,
} from '../../../src/dataset/statistics/distribution';
import { kCoreSizes } from '../../../src/dataset/statistics/k-core-sizes';
import { likeStatistics, rowsRead } from '../../../src/dataset/statistics/like-statistics';
import { createModelCounter } from '../../../src/dataset/statistics/model-statistics';
import { largeMatrix, madeMatrix, pairsOf, someLikes } from '../likes/made-matrix';

const counts = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 })
  .map((values) => values.toSorted((a, b) => a - b));

describe('the density', () => {
  it('is the one published for the data of 2016', () => {
    const whole = densityOf(632_840 - 155, 62_583, 28_806);
    expect(whole.densityPercent).toBeCloseTo(0.0351, 4);
    expect(whole.sparsityPercent).toBeCloseTo(99.9649, 4);
  });

  it('is null without users or models', () => {
    expect(densityOf(0, 0, 3)).toEqual({ densityPercent: null, sparsityPercent: null });
    expect(densityOf(0, 3, 0)).toEqual({ densityPercent: null, sparsityPercent: null });
  });
});

describe('the distribution of values', () => {
  it('has as median the middle or the mean of the middle two, and as p90 the ninetieth of a hundred', () => {
    expect(distributionOf([1, 2, 9])).toMatchObject({ min: 1, median: 2, mean: 4, max: 9 });
    expect(distributionOf([1, 2, 3, 9])).toMatchObject({ median: 2.5, mean: 3.75 });
    expect(distributionOf(Array.from({ length: 100 }, (_, index) => index + 1))).toMatchObject({ p90: 90 });
    expect(distributionOf(Array.from({ length: 101 }, (_, index) => index + 1))).toMatchObject({ p90: 91 });
    expect(distributionOf([7])).toEqual({ min: 7, median: 7, mean: 7, p90: 7, max: 7 });
    expect(distributionOf([])).toBeNull();
  });

  it('has as p90 the smallest value that nine in ten do not exceed', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const enough = values.find(
          (value) => 10 * values.filter((other) => other <= value).length >= 9 * values.length,
        );
        expect(distributionOf(values)?.p90).toBe(enough);
      }),
    );
  });
});

describe('inequality', () => {
  it('is 0 among equals, and nearly 1 if one has everything', () => {
    expect(giniCoefficient([3, 3, 3, 3])).toBeCloseTo(0);
    expect(giniCoefficient([0, 0, 0, 12])).toBeCloseTo(0.75);
    expect(giniCoefficient([])).toBeNull();
  });

  it('is half the mean difference over the mean', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
        const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
        expect(giniCoefficient(values)).toBeCloseTo(mean(differences) / (2 * mean(values)), 9);
      }),
    );
  });

  it('has a top share of the largest values, their number rounded up', () => {
    expect(topSharePercent([1, 1, 1, 1, 6], 20)).toBe(60);
    expect(topSharePercent([1, 1, 1, 1, 5, 6], 20)).toBeCloseTo((100 * 11) / 15);
    expect(topSharePercent([2, 8], 1)).toBe(80);
    expect(topSharePercent([], 1)).toBeNull();
  });

  it('counts the fewest that hold half', () => {
    expect(fewestForHalf([1, 1, 2, 4])).toBe(1);
    expect(fewestForHalf([1, 1, 1, 1])).toBe(2);
    expect(fewestForHalf([1, 1, 1])).toBe(2);
    expect(fewestForHalf([])).toBe(0);
  });
});

describe('the statistics of likes', () => {
  it('are correct for a table that can be counted by hand', () => {
    const matrix = madeMatrix({ a: ['u', 'v', 'w'], b: ['u'], c: [], d: ['u', 'v'] }, 3);
    expect(rowsRead(matrix)).toEqual({ seen: 9, unique: 6, duplicates: 3 });
    expect(likeStatistics(matrix)).toEqual({
      users: 3,
      models: 3,
      likes: 6,
      densityPercent: expect.closeTo(66.667, 3) as number,
      sparsityPercent: expect.closeTo(33.333, 3) as number,
      likesPerUser: { min: 1, median: 2, mean: 2, p90: 3, max: 3 },
      likesPerModel: { min: 1, median: 2, mean: 2, p90: 3, max: 3 },
      usersWithOneLike: 1,
      giniOfUsers: expect.closeTo(2 / 9, 12) as number,
      giniOfModels: expect.closeTo(2 / 9, 12) as number,
      top1PercentShare: 50,
      top20PercentShare: 50,
      fewestModelsWithHalf: 1,
      cores: [
        { k: 2, users: 2, models: 2, likes: 4, densityPercent: 100, sparsityPercent: 0 },
        ...[3, 5, 10, 20].map((k) => ({
          ...{ k, users: 0, models: 0, likes: 0 },
          ...{ densityPercent: null, sparsityPercent: null },
        })),
      ],
    });
  });

  it('are null or 0 without likes', () => {
    expect(likeStatistics(madeMatrix({ a: [] }))).toMatchObject({
      users: 0,
      models: 0,
      likesPerUser: null,
      giniOfModels: null,
      top1PercentShare: null,
      densityPercent: null,
    });
  });

  it('have only users and models with at least k likes in each k-core', () => {
    fc.assert(
      fc.property(someLikes, (likes) => {
        for (const core of kCoreSizes(madeMatrix(likes))) {
          expect(core.likes).toBeGreaterThanOrEqual(core.k * Math.max(core.users, core.models));
          expect(core.likes).toBeLessThanOrEqual(pairsOf(madeMatrix(likes)).length);
        }
      }),
    );
  });

  it('take less than two seconds for as many likes as there were in 2016', () => {
    const matrix = largeMatrix({ models: 28_806, users: 62_583, likes: 632_840 });
    const before = process.cpuUsage();
    const { likes, cores } = likeStatistics(matrix);
    const { user, system } = process.cpuUsage(before);
    // In microseconds. Measured 0.1 s. CPU time, so that other processes do not count.
    expect(user + system).toBeLessThan(2_000_000);
    expect(likes).toBeGreaterThan(500_000);
    expect(cores[0]!.likes).toBeGreaterThan(cores[2]!.likes);
    expect(cores[2]!.likes).toBeGreaterThan(0);
  });
});

describe('the statistics of models', () => {
  const label = (name: string) => ({ name, slug: name });

  it('compare the likes collected with the counts that the site showed', () => {
    const counter = createModelCounter();
    counter.add({ state: 'complete', likeCount: 4, tags: [label('a'), label('b')], categories: [] }, 4);
    counter.add({ state: 'partial', likeCount: 10, tags: [label('a')], categories: [label('c')] }, 5);
    counter.add({ state: 'complete', likeCount: 1, tags: [], categories: null }, 2);
    counter.add({ state: 'complete', likeCount: 0, tags: null, categories: null }, 0);
    counter.add({ state: 'new', likeCount: null, tags: null, categories: null }, 0);
    expect(counter.result()).toEqual({
      models: 5,
      modelsByState: new Map([
        ['complete', 3],
        ['partial', 1],
        ['new', 1],
      ]),
      coverage: {
        models: 4,
        shown: 15,
        collected: 11,
        percent: expect.closeTo(73.33, 2) as number,
        percentPerModel: {
          min: 50,
          median: 100,
          mean: expect.closeTo(116.67, 2) as number,
          p90: 200,
          max: 200,
        },
        modelsWithFewer: 1,
      },
      modelsWithoutTags: 1,
      modelsWithoutCategories: 1,
      modelsWithUnknownTags: 2,
      modelsWithUnknownCategories: 3,
      distinctTags: 2,
      tagsPerModel: { min: 0, median: 1, mean: 1, p90: 2, max: 2 },
    });
  });

  it('are null or 0 without models', () => {
    expect(createModelCounter().result()).toMatchObject({
      models: 0,
      coverage: { percent: null, percentPerModel: null },
      tagsPerModel: null,
    });
  });
});
