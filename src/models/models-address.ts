import { formatDays, formatLikes, parseDays, parseLikes } from './address-ranges';
import {
  everyModel,
  type FixedFacet,
  fixedFacets,
  fixedValues,
  type Measure,
  type ModelFilter,
  type OpenFacet,
  openFacets,
} from './model-filter';
import { defaultSort, type ModelSort, type SortColumn, sortColumns, type SortKey } from './model-sort';

/** What the address of the table says after the question mark, as in `state=partial&likes=10-199&sort=-likes,name`. */
export type ModelsAddress = { readonly filter: ModelFilter; readonly sort: ModelSort };

// More than a person chooses. What is beyond is left out.
export const maxTextLength = 200;
export const maxValues = 100;

const names = {
  ...{ state: 'state', tagged: 'tagged', noAi: 'noai', restricted: 'restricted', public: 'public' },
  ...{ leftOut: 'leftout', category: 'category', tag: 'tag', cause: 'cause' },
} as const satisfies Record<FixedFacet | OpenFacet, string>;

const ranges = {
  likes: { parse: parseLikes, format: formatLikes },
  added: { parse: parseDays, format: formatDays },
  read: { parse: parseDays, format: formatDays },
} as const satisfies Record<Measure, unknown>;
const measures = Object.keys(ranges) as readonly Measure[];

/** Parts that are asked for, in a fixed order; empty for every model in the default order. An empty sort is the default. */
export function formatModelsAddress({ filter, sort }: ModelsAddress): string {
  const parts: [string, string][] = [['q', encode(filter.text.slice(0, maxTextLength))]];
  for (const facet of fixedFacets) {
    const values: readonly string[] = filter[facet];
    parts.push([names[facet], inOrder(facet, values).join(',')]);
  }
  for (const facet of openFacets)
    parts.push([names[facet], cleanValues(filter[facet]).map(encode).join(',')]);
  for (const measure of measures) {
    const range = filter[measure];
    parts.push([measure, range ? ranges[measure].format(range) : '']);
  }
  const isDefault = sort.length === 0 || formatSort(sort) === formatSort(defaultSort);
  parts.push(['sort', isDefault ? '' : formatSort(sort)]);
  return parts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The same of the filter alone. */
export const formatFilter = (filter: ModelFilter): string => formatModelsAddress({ filter, sort: [] });

/** Anybody can write an address: what cannot be understood is left out, and nothing throws. */
export function parseModelsAddress(address: string): ModelsAddress {
  const values = valuesByName(address);
  const texts = (name: string) => (values.get(name) ?? []).map(decode);
  const firstOf = <T>(name: string, parse: (text: string) => T | null) =>
    texts(name).reduce<T | null>((found, text) => found ?? parse(text), null);
  const fixed = fixedFacets.map((facet) => [facet, inOrder(facet, texts(names[facet]))]);
  const open = openFacets.map((facet) => [facet, cleanValues(texts(names[facet]))]);
  const parsedRanges = measures.map((measure) => [measure, firstOf(measure, ranges[measure].parse)]);
  const sort = uniqueColumns(texts('sort').flatMap(parseSortKey));
  return {
    filter: {
      ...everyModel,
      // A comma in it need not be encoded.
      text: texts('q').join(',').slice(0, maxTextLength).toWellFormed(),
      ...(Object.fromEntries([...fixed, ...open, ...parsedRanges]) as Omit<ModelFilter, 'text'>),
    },
    sort: sort.length > 0 ? sort : defaultSort,
  };
}

/** The values of each name, still encoded. Names may be repeated. */
function valuesByName(address: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const part of address.split('&')) {
    const at = part.indexOf('=');
    if (at === -1) continue;
    const name = part.slice(0, at);
    const known = values.get(name) ?? [];
    values.set(name, known);
    for (const value of part.slice(at + 1).split(',')) known.push(value);
  }
  return values;
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');

/** Empty if it is not encoded as it should be. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).toWellFormed();
  } catch {
    return '';
  }
}

function inOrder(facet: FixedFacet, values: readonly string[]): readonly string[] {
  return fixedValues[facet].filter((value) => values.includes(value));
}

function cleanValues(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.toWellFormed()))].filter(Boolean).slice(0, maxValues);
}

function formatSort(sort: ModelSort): string {
  return uniqueColumns(sort)
    .map(({ column, isDescending }) => `${isDescending ? '-' : ''}${column}`)
    .join(',');
}

function parseSortKey(text: string): SortKey[] {
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return sortColumns.includes(column as SortColumn) ? [{ column: column as SortColumn, isDescending }] : [];
}

/** A column decides once. */
function uniqueColumns(sort: ModelSort): ModelSort {
  return sort.filter(({ column }, at) => sort.findIndex((key) => key.column === column) === at);
}
