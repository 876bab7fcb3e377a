import type { DatasetOptions } from '../../dataset/dataset-options';
import { isUnclear } from '../../dataset/filter/exclusion-entry';
import { exclusionEntries } from '../../dataset/filter/exclusions';
import { parseExclusions } from '../../dataset/filter/parse-exclusions';

type Excluded = DatasetOptions['excluded'];

const userId = /^(?:[0-9a-f]{32}|\d{1,20})$/i;

/**
 * The lists to store for a text that was typed or pasted. An entry may be on several of them, and one that was not
 * understood stays on the list of names: nothing that was entered may vanish unseen.
 */
export function typedExclusions(text: string): Excluded {
  const entries = parseExclusions(text);
  const textsOf = (kept: typeof entries) => kept.map((entry) => entry.text);
  return {
    usernames: textsOf(entries.filter((entry) => entry.usernames.length > 0 || isUnclear(entry))),
    userUids: textsOf(entries.filter((entry) => userId.test(entry.text))),
    modelUids: textsOf(entries.filter((entry) => entry.modelUids.length > 0)),
  };
}

/** The entries, one per line. */
export const exclusionLines = (excluded: Excluded): string[] =>
  exclusionEntries(excluded).map(({ text }) => text);
