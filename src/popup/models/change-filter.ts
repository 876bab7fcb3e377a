import type { FacetName, ModelFilter } from '../../models/model-filter';

/** The filter with these values of a facet chosen, or no longer. */
export function withValues(
  filter: ModelFilter,
  facet: FacetName,
  values: readonly string[],
  isChosen: boolean,
): ModelFilter {
  const others = (filter[facet] as readonly string[]).filter((value) => !values.includes(value));
  return { ...filter, [facet]: isChosen ? [...others, ...values] : others };
}
