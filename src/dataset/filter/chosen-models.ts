import type { ModelUid } from '../../sketchfab/model-uid';
import { createStringDictionary } from '../columns/string-dictionary';
import { stringAt, type StringList } from '../columns/string-list';

/** The models that a person chose for a dataset, and by what. */
export type ChosenModels = {
  /** All that match, in any order. Ids that are not stored choose nothing. */
  readonly uids: StringList<ModelUid>;
  readonly conditions: readonly ModelCondition[];
};

/** What every chosen model fulfils, as the dataset says it. Without ids of users. */
export type ModelCondition = {
  /** What it is about, such as `category`, `likes` or `text`. */
  readonly property: string;
  /** The texts that it asks for, of which one is enough. */
  readonly anyOf?: readonly string[];
  /** Words, all of which are in the name or in tags. */
  readonly contains?: string;
  /** A number, or a day in UTC as `YYYY-MM-DD`; absent without a limit. Both belong to it. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** The same in the words of the page, each on one line. One of them is enough. */
  readonly words: readonly string[];
};

/** Sets to 0 what was not chosen. */
export function dropOthers(
  kept: Uint8Array,
  uids: StringList<ModelUid>,
  chosen: Pick<ChosenModels, 'uids'>,
): void {
  const dictionary = createStringDictionary(chosen.uids);
  for (const index of kept.keys()) if (dictionary.find(stringAt(uids, index)) === -1) kept[index] = 0;
}
