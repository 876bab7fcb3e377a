import { modelUidOfAddress } from '../sketchfab/model-uid-of-address';
import type { ModelUid } from '../sketchfab/model-uid';
import { pathOnSite } from '../sketchfab/path-on-site';
import type { UserUid } from '../sketchfab/user-uid';
import type { DatasetChoices } from './dataset-choices';
import { isTakenOver } from './merge/taken-over-user';

/** How many entries a list has, and how many of them are nobody and nothing that was collected. */
export type ListUse = { readonly listed: number; readonly unknown: number };

export type Excluded = {
  readonly users: ReadonlySet<UserUid>;
  readonly models: ReadonlySet<ModelUid>;
  readonly use: { readonly usernames: ListUse; readonly userUids: ListUse; readonly modelUids: ListUse };
};

/**
 * Who and what the lists of the choices mean among what was collected. Names are compared without regard to case and
 * may come as `@name` or as the address of a profile; models may come as addresses. An unknown entry is no error,
 * since the person may not be in the data, but it is counted: names are known only where they were kept.
 */
export function excludedPeople(
  excluded: DatasetChoices['excluded'],
  userUids: readonly UserUid[],
  modelUids: readonly ModelUid[],
  usernames: ReadonlyMap<UserUid, string>,
): Excluded {
  const names = new Set<string | undefined>(excluded.usernames.map(nameMeant).filter(Boolean));
  const nameOf = (uid: UserUid) => usernames.get(uid)?.toLowerCase();
  const byName = userUids.filter((uid) => names.has(nameOf(uid)));
  const namesFound = new Set(byName.map(nameOf));
  const ids = new Set<string>(excluded.userUids);
  const byId = userUids.filter((uid) => ids.has(uid));
  // Of `excludeTakenOver` each person has two entries, and is found under one at most.
  const listedUsers = excluded.userUids.filter((uid) => !isTakenOver(uid)).length;
  const modelIds = new Set<string>(excluded.modelUids.map((text) => modelUidOfAddress(text) ?? text));
  const models = new Set(modelUids.filter((uid) => modelIds.has(uid)));
  return {
    users: new Set([...byName, ...byId]),
    models,
    use: {
      usernames: { listed: names.size, unknown: names.size - namesFound.size },
      userUids: { listed: listedUsers, unknown: listedUsers - byId.length },
      modelUids: { listed: modelIds.size, unknown: modelIds.size - models.size },
    },
  };
}

function nameMeant(text: string): string {
  const path = text.includes('/') ? pathOnSite(text) : undefined;
  return (path?.split('/')[1] ?? text).replace(/^@/, '').toLowerCase();
}
