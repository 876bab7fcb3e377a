import { openFacets } from '../../models/model-filter';
import type { FacetCounts, ModelsAnswer } from '../../models/models-answer';

/**
 * The answer with the values of its facets where they stood before: while counts change, nothing may move away under the
 * pointer. New values follow.
 */
export function keepOrder(before: ModelsAnswer, after: ModelsAnswer): ModelsAnswer {
  if (before.list !== after.list) return after;
  const facets = { ...after.facets };
  for (const facet of openFacets) facets[facet] = inOrderOf(before.facets[facet], after.facets[facet]);
  return { ...after, facets };
}

function inOrderOf(before: FacetCounts, after: FacetCounts): FacetCounts {
  const places = new Map(before.values.map(({ value }, at) => [value, at]));
  const placeOf = (value: string) => places.get(value) ?? before.values.length;
  return { ...after, values: [...after.values].sort((a, b) => placeOf(a.value) - placeOf(b.value)) };
}
