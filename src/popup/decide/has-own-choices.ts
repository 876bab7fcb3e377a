import { defaultChoices, parseDatasetChoices, type DatasetChoices } from '../../dataset/dataset-choices';

/** Whether anything is not as it comes. Parsed, both have their fields in the same order. */
export function hasOwnChoices(choices: DatasetChoices): boolean {
  return JSON.stringify(parseDatasetChoices(choices)) !== JSON.stringify(defaultChoices);
}
