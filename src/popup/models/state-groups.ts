import { type ModelState } from '../../crawl/model-state';
import { statesToGo } from '../../models/model-filter';
import type { FacetCounts, FacetValue } from '../../models/models-answer';

/** The states as a person tells them apart; the words and colours are those of the crawl's bar. */
export const stateGroups = ['complete', 'partial', 'gone', 'forbidden', 'failed', 'to-go'] as const;
export type StateGroup = (typeof stateGroups)[number];

const members: Readonly<Record<StateGroup, readonly ModelState[]>> = {
  complete: ['complete'],
  partial: ['partial', 'drifted'],
  gone: ['gone'],
  forbidden: ['forbidden'],
  failed: ['failed'],
  'to-go': statesToGo,
};

export const statesOf = (group: StateGroup): readonly ModelState[] => members[group];

export function groupOf(state: ModelState): StateGroup {
  return stateGroups.find((group) => members[group].includes(state)) ?? 'to-go';
}

/** The counts of the facet "State", by group. */
export function countGroups({
  values,
}: FacetCounts): readonly (FacetValue & { readonly value: StateGroup })[] {
  return stateGroups.map((group) => {
    const own = values.filter(({ value }) => groupOf(value as ModelState) === group);
    return {
      value: group,
      count: own.reduce((sum, { count }) => sum + count, 0),
      isChosen: own.some(({ isChosen }) => isChosen),
    };
  });
}
