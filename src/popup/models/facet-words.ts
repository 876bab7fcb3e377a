import { message, type PlainKey } from '../../i18n/message';
import type { FacetName, FixedFacet } from '../../models/model-filter';
import type { StateGroup } from './state-groups';

const titles = {
  state: 'models_state',
  category: 'models_category',
  tag: 'models_tag',
  cause: 'models_problem',
  tagged: 'models_tagsKnown',
  noAi: 'models_noAi',
  restricted: 'models_restricted',
  public: 'models_public',
  leftOut: 'models_leftOutFacet',
} as const satisfies Record<FacetName, PlainKey>;

const groupNames = {
  complete: 'models_complete',
  partial: 'models_partial',
  gone: 'models_gone',
  forbidden: 'models_forbidden',
  failed: 'models_failed',
  'to-go': 'models_toGo',
} as const satisfies Record<StateGroup, PlainKey>;

const valueNames: Readonly<Record<string, PlainKey>> = {
  yes: 'models_yes',
  no: 'models_no',
  unknown: 'models_unknown',
  with: 'models_withTags',
  without: 'models_withoutTags',
};
const namedFacets: readonly string[] = [
  'tagged',
  'noAi',
  'restricted',
  'public',
  'leftOut',
] satisfies FixedFacet[];

export const facetTitle = (facet: FacetName) => message(titles[facet]);
export const groupName = (group: StateGroup) => message(groupNames[group]);

/** The values of open facets come from the site and speak for themselves. */
export function valueName(facet: FacetName, value: string): string {
  const key = namedFacets.includes(facet) ? valueNames[value] : undefined;
  return key ? message(key) : value;
}
