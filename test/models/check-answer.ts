import { expect } from 'vitest';
import { foldText } from '../../src/models/columns/fold-text';
import type { IndexedModel } from '../../src/models/indexed-model';
import {
  type FacetName,
  facetNames,
  type FixedFacet,
  fixedValues,
  measures,
  type ModelFilter,
  type OpenFacet,
  openFacets,
} from '../../src/models/model-filter';
import type { FacetCounts, ModelsAnswer, ModelsQuery, RowWindow } from '../../src/models/models-answer';
import { asListed, isMatch, numberOf, valuesOf, type World } from './brute-force';

type Listing = { readonly places: readonly string[]; readonly query: ModelsQuery };

/** Compares all of an answer with what counting objects one by one gives. */
export function checkAnswer(
  world: World,
  { places, query }: Listing,
  answer: ModelsAnswer,
  { start, end }: RowWindow,
): void {
  const models = [...world.models.values()];
  const { filter } = query;
  const present = places.filter((uid) => world.models.has(uid));
  const rows = present.slice(start, end).map((uid) => asListed(world, world.models.get(uid)!, filter));
  expect(answer.window.rows).toEqual(rows);
  expect(answer.window.start).toBe(start);
  expect(answer).toMatchObject({
    total: models.length,
    matching: models.filter((model) => isMatch(world, model, filter)).length,
    listed: present.length,
  });
  const facets = facetNames.map((facet) => {
    const others = models.filter((model) => isMatch(world, model, filter, facet));
    const counts = countValues(others.flatMap((model) => valuesOf(world, model, facet)));
    return [facet, isOpen(facet) ? topValues(counts, query, facet) : allValues(counts, filter, facet)];
  });
  expect(answer.facets).toEqual(Object.fromEntries(facets));
  expect(byMarks(answer.tallies)).toEqual(
    tallied(
      models.filter((model) => isMatch(world, model, filter)),
      world,
    ),
  );
  for (const measure of measures) {
    const others = models.filter((model) => isMatch(world, model, filter, measure));
    checkBins(models, others, answer, { measure, query });
  }
}

function tallied(models: readonly IndexedModel[], world: World): ReadonlyMap<string, number> {
  const marks = models.map(({ uid, isPublic, noAi, isRestricted }) =>
    JSON.stringify([isPublic, world.leftOut.has(uid), noAi === true, isRestricted === true]),
  );
  return countValues(marks);
}

const byMarks = (tallies: ModelsAnswer['tallies']) =>
  new Map(
    tallies.map(({ isPublic, isLeftOut, isNoAi, isRestricted, count }) => [
      JSON.stringify([isPublic, isLeftOut, isNoAi, isRestricted]),
      count,
    ]),
  );

export function countValues(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const isOpen = (facet: FacetName): facet is OpenFacet => (openFacets as readonly string[]).includes(facet);

function allValues(counts: ReadonlyMap<string, number>, filter: ModelFilter, facet: FixedFacet): FacetCounts {
  const values = fixedValues[facet].map((value) => ({
    value,
    count: counts.get(value) ?? 0,
    isChosen: (filter[facet] as readonly string[]).includes(value),
  }));
  return { values, more: 0 };
}

function topValues(counts: ReadonlyMap<string, number>, query: ModelsQuery, facet: OpenFacet): FacetCounts {
  const chosen = query.filter[facet];
  const others = mostFrequent([...counts].filter(([value]) => !chosen.includes(value)));
  const shown = others.slice(0, query.limits?.[facet] ?? 20);
  const values = [
    ...chosen.map((value) => ({ value, count: counts.get(value) ?? 0, isChosen: true })),
    ...shown.map(([value, count]) => ({ value, count, isChosen: false })),
  ];
  return { values: values.sort((a, b) => b.count - a.count), more: others.length - shown.length };
}

/** Of equally frequent ones, by text; the few that only differ in case by their capitals. */
export function mostFrequent(counts: readonly [string, number][]): [string, number][] {
  const before = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return [...counts].sort(
    ([a, first], [b, second]) =>
      second - first || Buffer.compare(Buffer.from(foldText(a)), Buffer.from(foldText(b))) || before(a, b),
  );
}

function checkBins(
  models: readonly IndexedModel[],
  others: readonly IndexedModel[],
  answer: ModelsAnswer,
  { measure, query }: { readonly measure: (typeof measures)[number]; readonly query: ModelsQuery },
): void {
  const { bins, unknown } = answer.histograms[measure];
  const range = query.filter[measure];
  const numbers = others.map((model) => numberOf(model, measure));
  expect(unknown).toBe(numbers.filter((number) => number === null).length);
  const expected = bins.map(({ min, max }, at) => ({
    min: at === 0 ? min : bins[at - 1]!.max + 1,
    max,
    count: numbers.filter((number) => number !== null && number >= min && number <= max).length,
    isChosen: range !== null && (range.min ?? -Infinity) <= max && (range.max ?? Infinity) >= min,
  }));
  expect(bins).toEqual(expected);
  if (measure === 'likes') {
    expect(bins.filter(({ min }) => !/^(?:0|[125]0*)$/.test(String(min)))).toEqual([]);
  }
  if (measure !== 'likes') expect(bins.length).toBeLessThanOrEqual(16);
  const all = models.map((model) => numberOf(model, measure)).filter((number) => number !== null);
  // No bar at the ends is empty for good.
  for (const { min, max } of [...bins.slice(0, 1), ...bins.slice(-1)])
    expect(all.some((number) => number >= min && number <= max)).toBe(true);
  expect(bins.reduce((sum, { count }) => sum + count, unknown)).toBe(others.length);
  expect(bins.length > 0).toBe(all.length > 0);
}
