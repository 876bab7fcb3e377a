import { createStringListBuilder, type StringList, stringAt } from '../dataset/columns/string-list';
import type { ModelUid } from '../sketchfab/model-uid';
import { createColumnBuilder } from './columns/column-builder';
import { allRows, filterRows } from './columns/filter-rows';
import { countFixed, countMostFrequent, findValues } from './facet-counts';
import { countBins } from './histograms';
import type { IndexedModel } from './indexed-model';
import { modelAt } from './listed-model';
import { tallyMarks } from './mark-tallies';
import { countMatches, matches, type Mismatches, matchRows } from './match-rows';
import {
  everyModel,
  type FacetName,
  fixedFacets,
  type Measure,
  measures,
  type ModelFilter,
  type OpenFacet,
  openFacets,
} from './model-filter';
import type {
  FacetCounts,
  FacetValue,
  Histogram,
  ListedModels,
  ModelPlace,
  ModelsAnswer,
  ModelsQuery,
  RowWindow,
} from './models-answer';
import { rankByLikes } from './rank-by-likes';
import { createSortedRows } from './sorted-rows';

/** Holds the models as columns, and the list of rows that the last query made of them. */
export type ModelsIndex = {
  readonly put: (model: IndexedModel) => void;
  readonly remove: (uid: ModelUid) => void;
  /** The ids of all models it holds. */
  readonly uids: () => readonly ModelUid[];
  /** The models that the user leaves out of datasets, whether they are known or not. */
  readonly leaveOut: (uids: ReadonlySet<string>) => void;
  /** Makes a new list. */
  readonly query: (query: ModelsQuery) => ModelsAnswer;
  /** The same list after changes: see `ModelsAnswer`. Before the first query there are no rows. */
  readonly refresh: (window: RowWindow) => ModelsAnswer;
  readonly rows: (window: RowWindow) => ListedModels;
  /** The ids of the rows that matched when last answered, in their order: of all, or of those in the window. */
  readonly matchingUids: (window: RowWindow | null) => StringList<ModelUid>;
  /** The ids of all models that match this filter now, whatever was asked before, in the order of their rows. */
  readonly chosenUids: (filter: ModelFilter) => StringList<ModelUid>;
  readonly positionOf: (uid: ModelUid) => number | null;
  /** `null` for a model that it does not hold. */
  readonly placeOf: (uid: ModelUid) => ModelPlace | null;
  readonly findValues: (facet: OpenFacet, text: string, limit: number) => readonly FacetValue[];
};

const defaultLimit = 20;

const nothing: ModelsQuery = { filter: everyModel, sort: [], window: { start: 0, end: 0 } };

export function createModelsIndex(): ModelsIndex {
  const { columns, put, remove, leaveOut } = createColumnBuilder();
  const sortedRows = createSortedRows(columns);
  let asked = nothing;
  let list = 0;
  // A removed model keeps its place among them, for when the removal is undone.
  let places: Uint32Array = new Uint32Array();
  let rows = places;
  let mismatches: Mismatches = new Uint16Array();

  const isMatch = (row: number) => matches(mismatches, row);
  const isPresent = (row: number) => columns.isPresent[row] === 1;

  /** The rows that match and have no place yet, in the order of the list. */
  function newRows(): Uint32Array {
    const isListed = new Uint8Array(columns.length);
    for (const row of places) isListed[row] = 1;
    const isNew = (row: number) => isListed[row] === 0 && isMatch(row);
    // Mostly there are none, and nothing has to be sorted.
    if (!isListed.some((_, row) => isNew(row))) return new Uint32Array();
    return filterRows(sortedRows(asked.sort), isNew);
  }

  function listedModels({ start, end }: RowWindow): ListedModels {
    const first = Math.max(0, start);
    const shown = rows.subarray(first, Math.max(first, end));
    return { list, start: first, rows: Array.from(shown, (row) => modelAt(columns, row, isMatch(row))) };
  }

  function answer(window: RowWindow): ModelsAnswer {
    const { filter, limits } = asked;
    const facets: Partial<Record<FacetName, FacetCounts>> = {};
    for (const facet of fixedFacets) facets[facet] = countFixed(columns, mismatches, facet, filter);
    for (const facet of openFacets) {
      const limit = limits?.[facet] ?? defaultLimit;
      facets[facet] = countMostFrequent(columns, mismatches, facet, { filter, limit });
    }
    const histograms: Partial<Record<Measure, Histogram>> = {};
    for (const measure of measures)
      histograms[measure] = countBins(columns, mismatches, measure, filter[measure]);
    return {
      list,
      total: columns.present,
      matching: countMatches(mismatches),
      listed: rows.length,
      facets: facets as ModelsAnswer['facets'],
      histograms: histograms as ModelsAnswer['histograms'],
      tallies: tallyMarks(columns, mismatches),
      window: listedModels(window),
    };
  }

  return {
    put,
    remove,
    leaveOut,
    uids: () =>
      Array.from(filterRows(allRows(columns.length), isPresent), (row) => stringAt(columns.uids.list, row)),
    query(query) {
      asked = query;
      list += 1;
      mismatches = matchRows(columns, query.filter);
      rows = places = filterRows(sortedRows(query.sort), isMatch);
      return answer(query.window);
    },
    refresh(window) {
      mismatches = matchRows(columns, asked.filter);
      if (list > 0) {
        places = joined(places, newRows());
        rows = filterRows(places, isPresent);
      }
      return answer(window);
    },
    rows: listedModels,
    matchingUids(window) {
      const builder = createStringListBuilder<ModelUid>();
      const from = window ? rows.subarray(Math.max(0, window.start), Math.max(0, window.end)) : rows;
      for (const row of from) {
        // A model may have been removed since.
        if (isMatch(row) && isPresent(row)) builder.add(stringAt(columns.uids.list, row));
      }
      return builder.list;
    },
    chosenUids(filter) {
      const builder = createStringListBuilder<ModelUid>();
      const chosen = matchRows(columns, filter);
      for (let row = 0; row < chosen.length; row += 1) {
        if (matches(chosen, row)) builder.add(stringAt(columns.uids.list, row));
      }
      return builder.list;
    },
    positionOf(uid) {
      const row = columns.uids.find(uid);
      const position = row === -1 ? -1 : rows.indexOf(row);
      return position === -1 ? null : position;
    },
    placeOf(uid) {
      const row = columns.uids.find(uid);
      if (row === -1 || !isPresent(row)) return null;
      const at = rows.indexOf(row);
      const neighbour = (step: number) => {
        const other = at === -1 ? undefined : rows[at + step];
        return other === undefined ? null : stringAt(columns.uids.list, other);
      };
      return {
        position: at === -1 ? null : at,
        previous: neighbour(-1),
        next: neighbour(1),
        ...rankByLikes(columns, row),
      };
    },
    findValues: (facet, text, limit) =>
      findValues(columns, mismatches, facet, { filter: asked.filter, text, limit }),
  };
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (second.length === 0) return first;
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
