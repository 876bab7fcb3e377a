import { stringAt } from '../dataset/columns/string-list';
import { listAt } from './columns/list-column';
import { type ModelColumns, unknownNumber } from './columns/model-columns';
import { type FixedFacet, fixedValues, type OpenFacet } from './model-filter';
import type { ListedModel } from './models-answer';

/** Unpacks a row. */
export function modelAt(columns: ModelColumns, row: number, isMatch: boolean): ListedModel {
  const { uids, names, name, measures, collected, capturedAt, readAt } = columns;
  const readMoment = readAt[row]!;
  return {
    uid: stringAt(uids.list, row),
    name: names.textAt(name[row]!),
    state: fixedAt(columns, 'state', row),
    likes: measures.likes[row] === unknownNumber ? null : measures.likes[row]!,
    likesCollected: collected[row]!,
    categories: textsAt(columns, 'category', row),
    tags: textsAt(columns, 'tag', row),
    causes: textsAt(columns, 'cause', row) ?? [],
    noAi: flagOf(fixedAt(columns, 'noAi', row)),
    isRestricted: flagOf(fixedAt(columns, 'restricted', row)),
    isPublic: fixedAt(columns, 'public', row) === 'yes',
    isLeftOut: fixedAt(columns, 'leftOut', row) === 'yes',
    capturedAt: capturedAt[row]!,
    readAt: Number.isNaN(readMoment) ? null : readMoment,
    matches: isMatch,
  };
}

function fixedAt<Facet extends FixedFacet>({ fixed }: ModelColumns, facet: Facet, row: number) {
  return fixedValues[facet][fixed[facet][row]!] as (typeof fixedValues)[Facet][number];
}

function textsAt({ lists, texts }: ModelColumns, facet: OpenFacet, row: number): readonly string[] | null {
  const list = listAt(lists[facet], row);
  return list && Array.from(list, (index) => texts[facet].textAt(index));
}

const flagOf = (value: 'yes' | 'no' | 'unknown') => (value === 'unknown' ? null : value === 'yes');
