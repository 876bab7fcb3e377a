import type { ModelUid } from '../../sketchfab/model-uid';
import { modelUidOfAddress } from '../../sketchfab/model-uid-of-address';
import { pathOnSite } from '../../sketchfab/path-on-site';
import type { UserUid } from '../../sketchfab/user-uid';
import { type StringList, stringsOf } from '../columns/string-list';
import type { DatasetOptions } from '../dataset-options';
import { isImportedUser } from '../pseudonyms/imported-user';

/** How many entries a list has, and how many of them are nobody and nothing that was collected. */
export type ExclusionCounts = { readonly listed: number; readonly unknown: number };

export type Excluded = {
  readonly users: ReadonlySet<UserUid>;
  readonly models: ReadonlySet<ModelUid>;
  readonly use: {
    readonly usernames: ExclusionCounts;
    readonly userUids: ExclusionCounts;
    readonly modelUids: ExclusionCounts;
  };
};

/**
 * Who and what the lists of the choices mean among what was collected. Names are compared without regard to case and
 * may come as `@name` or as the address of a profile; models may come as addresses. An unknown entry is no error,
 * since the person may not be in the data, but it is counted: names are known only where they were kept.
 * `usernames` must have those of `normalizeUsernames`, and may have more.
 */
export function excludedPeople(
  excluded: DatasetOptions['excluded'],
  userUids: StringList<UserUid>,
  modelUids: StringList<ModelUid>,
  usernames: ReadonlyMap<UserUid, string>,
): Excluded {
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
  // Of `excludeImported` each person has two entries, and is found under one at most.
  const listedUsers = excluded.userUids.filter((uid) => !isImportedUser(uid)).length;
  const modelIds = new Set<string>(excluded.modelUids.map((text) => modelUidOfAddress(text) ?? text));
  const models = new Set<ModelUid>();
  for (const uid of modelIds.size > 0 ? stringsOf(modelUids) : []) if (modelIds.has(uid)) models.add(uid);
  return {
    users: new Set([...byName, ...byId]),
    models,
    use: {
      usernames: { listed: names.size, unknown: names.size - namesFound.size },
      userUids: { listed: listedUsers, unknown: listedUsers - byId.size },
      modelUids: { listed: modelIds.size, unknown: modelIds.size - models.size },
    },
  };
}

/** In small letters, as people are excluded by them. */
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
 * The use of all three lists as one, as a person writes it. A line that may be a name as well as an id stands on two
 * lists and is found on one, so it is known when either knows it: apart, the other list would raise a false alarm.
 */
export function exclusionUse(excluded: DatasetOptions['excluded'], lists: Excluded['use']): ExclusionCounts {
  const meant = [
    ...normalizeUsernames(excluded),
    ...excluded.userUids,
    ...excluded.modelUids.map((text) => modelUidOfAddress(text) ?? text),
  ];
  const listed = new Set(meant.map((text) => text.toLowerCase())).size;
  const found = Object.values(lists).reduce((sum, list) => sum + list.listed - list.unknown, 0);
  return { listed, unknown: Math.max(0, listed - found) };
}
