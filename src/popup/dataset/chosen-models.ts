import type { StringList } from '../../dataset/columns/string-list';
import type { ChosenModels } from '../../dataset/filter/chosen-models';
import { formatFilter, parseModelsAddress } from '../../models/models-address';
import type { ModelFilter } from '../../models/model-filter';
import type { ModelUid } from '../../sketchfab/model-uid';
import { countLeaving } from '../models/count-leaving';
import { filterConditions } from '../models/filter-conditions';
import type { PageSnapshot } from '../page-snapshot';
import type { Address } from '../tab/address';

/** The filter of the next dataset, which stands in the address of its view; `null` if it is of all models. */
export function chosenFilter({ view, query }: Address): ModelFilter | null {
  if (view !== 'dataset') return null;
  const { filter } = parseModelsAddress(query);
  return formatFilter(filter) === '' ? null : filter;
}

/** How many models match, and how many of them may be in a dataset. */
export type ChosenCount = { readonly matching: number; readonly leaving: number };

/** `null` until it is counted. */
export function countChosen(
  filter: ModelFilter,
  { models, exportOptions }: Pick<PageSnapshot, 'models' | 'exportOptions'>,
): ChosenCount | null {
  const { answer, answered, reading } = models;
  if (!answer || !exportOptions || reading || answered !== formatFilter(filter)) return null;
  return { matching: answer.matching, leaving: countLeaving(answer.tallies, exportOptions.options) };
}

/** What the address chooses, for an export; `undefined` if that is all models. */
export async function readChosen(
  address: Address,
  chosenUids: (filter: ModelFilter) => Promise<StringList<ModelUid>>,
): Promise<ChosenModels | undefined> {
  const filter = chosenFilter(address);
  return filter ? { uids: await chosenUids(filter), conditions: filterConditions(filter) } : undefined;
}
