import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import { type StringList, stringsOf } from '../columns/string-list';
import type { DatasetOptions } from '../dataset-options';
import { normalizeUsername } from './clean-pasted-text';
import { type ExclusionEntry, joinReadings, unclearEntry } from './exclusion-entry';
import { parseExclusions } from './parse-exclusions';

type Excluded = DatasetOptions['excluded'];
const listNames = ['usernames', 'userUids', 'modelUids'] as const satisfies (keyof Excluded)[];

export const hasExclusions = (excluded: Excluded): boolean =>
  Object.values(excluded).some((list) => list.length > 0);

/**
 * Whom two copies of the list name together. A copy can be lost, damaged or forged, and where they differ it is better to
 * leave out somebody too many than to publish somebody who asked to be left out.
 */
export function mergeExclusions(one: Excluded, other: Excluded): Excluded {
  const merge = (name: keyof Excluded) => [...new Set([...one[name], ...other[name]])];
  return { usernames: merge('usernames'), userUids: merge('userUids'), modelUids: merge('modelUids') };
}

/**
 * The entries of the stored lists, each once. Their texts are parsed whatever list they are on. One on a list of ids is
 * that id as well, whatever its form.
 */
export function exclusionEntries(excluded: Excluded): readonly ExclusionEntry[] {
  const entries = new Map<string, ExclusionEntry>();
  const add = (entry: ExclusionEntry) => {
    const before = entries.get(entry.text);
    entries.set(entry.text, before ? joinReadings(entry.text, [before, entry]) : entry);
  };
  for (const name of listNames) {
    for (const text of excluded[name]) {
      const parsed = parseExclusions(text);
      parsed.forEach(add);
      if (name !== 'usernames' && parsed[0]?.text === text) add({ ...unclearEntry(text), [name]: [text] });
    }
  }
  return [...entries.values()];
}

/** The excluded user names, as `normalizeUsername` returns them. */
export function excludedUsernames(excluded: Excluded): ReadonlySet<string> {
  return new Set(exclusionEntries(excluded).flatMap(({ usernames }) => usernames));
}

/** What was collected, as far as the lists may name it. */
export type Collected = {
  readonly userUids: StringList<UserUid>;
  readonly modelUids: StringList<ModelUid>;
  /** At least those of the users named by `excludedUsernames`. */
  readonly usernames: ReadonlyMap<UserUid, string>;
  /** The id of a user whose likes came with an import under the key of this export; null if there was none. */
  readonly importedIdOf: ((user: UserUid) => UserUid) | null;
};

/** The readings of entries that name a user or a model. */
export type FoundReadings = {
  readonly usernames: ReadonlySet<string>;
  readonly userUids: ReadonlySet<string>;
  readonly modelUids: ReadonlySet<string>;
};

/** Whether the entry names nobody and nothing that was found, as one that was not understood does. */
export const isUnmatched = (entry: ExclusionEntry, found: FoundReadings): boolean =>
  listNames.every((name) => entry[name].every((reading) => !found[name].has(reading)));

/** The users and models that the exclusion lists name. */
export type Exclusions = {
  readonly users: ReadonlySet<UserUid>;
  readonly models: ReadonlySet<ModelUid>;
  /** The entries that name none of them, as indices of `exclusionEntries`: the page alone knows their texts. */
  readonly unmatched: readonly number[];
};

/**
 * Looks up the exclusion lists in what was collected. An entry that matches nothing is not an error, since the person may
 * not be in the data, but it is reported: it may be misspelled, and names are known only where they were kept.
 */
export function findExclusions(excluded: Excluded, collected: Collected): Exclusions {
  const entries = exclusionEntries(excluded);
  const users = usersByReading(entries, collected);
  const models = modelsListed(entries, collected);
  const found = { usernames: users.names, userUids: users.ids, modelUids: models };
  const unmatched = entries.flatMap((entry, index) => (isUnmatched(entry, found) ? [index] : []));
  return { users: users.found, models, unmatched };
}

function usersByReading(
  entries: readonly ExclusionEntry[],
  { userUids, usernames, importedIdOf }: Collected,
) {
  const names = new Set(entries.flatMap((entry) => entry.usernames));
  const ids = new Map<string, string>();
  for (const id of entries.flatMap((entry) => entry.userUids)) {
    ids.set(id, id);
    if (importedIdOf) ids.set(importedIdOf(id as UserUid), id);
  }
  const matched = { found: new Set<UserUid>(), names: new Set<string>(), ids: new Set<string>() };
  for (const uid of names.size + ids.size > 0 ? stringsOf(userUids) : []) {
    const username = usernames.get(uid);
    const name = username === undefined ? '' : normalizeUsername(username);
    const id = ids.get(uid);
    if (names.has(name)) matched.names.add(name);
    if (id !== undefined) matched.ids.add(id);
    if (names.has(name) || id !== undefined) matched.found.add(uid);
  }
  return matched;
}

function modelsListed(entries: readonly ExclusionEntry[], { modelUids }: Collected): ReadonlySet<ModelUid> {
  const listed = new Set<string>(entries.flatMap((entry) => entry.modelUids));
  const models = new Set<ModelUid>();
  for (const uid of listed.size > 0 ? stringsOf(modelUids) : []) if (listed.has(uid)) models.add(uid);
  return models;
}
