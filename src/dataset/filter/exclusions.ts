import type { ModelUid } from '../../sketchfab/model-uid';
import { modelUidOfAddress } from '../../sketchfab/model-uid-of-address';
import { pathOnSite } from '../../sketchfab/path-on-site';
import type { UserUid } from '../../sketchfab/user-uid';
import { type StringList, stringsOf } from '../columns/string-list';
import type { DatasetOptions } from '../dataset-options';
import { isImportedUser } from '../pseudonyms/imported-user';

/** The users and models that the exclusion lists name. */
export type Exclusions = {
  readonly users: ReadonlySet<UserUid>;
  readonly models: ReadonlySet<ModelUid>;
  readonly lists: {
    readonly usernames: ExclusionCounts;
    readonly userUids: ExclusionCounts;
    readonly modelUids: ExclusionCounts;
  };
};

export const hasExclusions = (excluded: DatasetOptions['excluded']): boolean =>
  Object.values(excluded).some((list) => list.length > 0);

/**
 * Whom two copies of the list name together. A copy can be lost, damaged or forged, and where they differ it is better to
 * leave out somebody too many than to publish somebody who asked to be left out.
 */
export function uniteExclusions(
  one: DatasetOptions['excluded'],
  other: DatasetOptions['excluded'],
): DatasetOptions['excluded'] {
  const unite = (name: keyof DatasetOptions['excluded']) => [...new Set([...one[name], ...other[name]])];
  return {
    usernames: unite('usernames'),
    userUids: unite('userUids'),
    modelUids: unite('modelUids'),
  };
}

/** How many entries a list has, and how many of them match nothing that was collected. */
export type ExclusionCounts = { readonly listed: number; readonly unknown: number };

/**
 * Looks up the exclusion lists in what was collected. User names are compared without regard to case and may be given
 * as `@name` or as the address of a profile; models may be given as addresses. An unknown entry is not an error, since
 * the person may not be in the data, but it is counted, since names are known only where they were kept. `usernames`
 * must contain the users named by `normalizeUsernames`, and may contain more.
 */
export function findExclusions(
  excluded: DatasetOptions['excluded'],
  userUids: StringList<UserUid>,
  modelUids: StringList<ModelUid>,
  usernames: ReadonlyMap<UserUid, string>,
): Exclusions {
  const names = normalizeUsernames(excluded);
  const ids = new Set<string>(excluded.userUids);
  const [byName, byId, namesFound] = [new Set<UserUid>(), new Set<UserUid>(), new Set<string>()];
  for (const uid of names.size + ids.size > 0 ? stringsOf(userUids) : []) {
    const name = usernames.get(uid)?.toLowerCase();
    if (name !== undefined && names.has(name)) {
      byName.add(uid);
      namesFound.add(name);
    }
    if (ids.has(uid)) byId.add(uid);
  }
  // `excludeImported` adds a second entry for each person, and at most one of the two matches.
  const listedUsers = excluded.userUids.filter((uid) => !isImportedUser(uid)).length;
  const modelIds = new Set<string>(excluded.modelUids.map((text) => modelUidOfAddress(text) ?? text));
  const models = new Set<ModelUid>();
  for (const uid of modelIds.size > 0 ? stringsOf(modelUids) : []) if (modelIds.has(uid)) models.add(uid);
  return {
    users: new Set([...byName, ...byId]),
    models,
    lists: {
      usernames: { listed: names.size, unknown: names.size - namesFound.size },
      userUids: { listed: listedUsers, unknown: listedUsers - byId.size },
      modelUids: { listed: modelIds.size, unknown: modelIds.size - models.size },
    },
  };
}

/** The excluded user names in lower case, without `@` and profile addresses. */
export function normalizeUsernames({
  usernames,
}: Pick<DatasetOptions['excluded'], 'usernames'>): ReadonlySet<string> {
  return new Set(usernames.map(normalizeUsername).filter(Boolean));
}

function normalizeUsername(text: string): string {
  const path = text.includes('/') ? pathOnSite(text) : undefined;
  return (path?.split('/')[1] ?? text).replace(/^@/, '').toLowerCase();
}

/**
 * The counts of all three lists as one, the way a person typed them. A line that may be a name or an id is on two lists
 * but matches in one, so it counts as known if either list knows it: counted per list, the other would report a typo
 * that is none.
 */
export function countExclusions(
  excluded: DatasetOptions['excluded'],
  lists: Exclusions['lists'],
): ExclusionCounts {
  const entries = [
    ...normalizeUsernames(excluded),
    ...excluded.userUids,
    ...excluded.modelUids.map((text) => modelUidOfAddress(text) ?? text),
  ];
  const listed = new Set(entries.map((entry) => entry.toLowerCase())).size;
  const found = Object.values(lists).reduce((sum, list) => sum + list.listed - list.unknown, 0);
  return { listed, unknown: Math.max(0, listed - found) };
}
