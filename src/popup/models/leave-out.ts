import type { DatasetOptions } from '../../dataset/dataset-options';
import type { ModelUid } from '../../sketchfab/model-uid';

type Excluded = DatasetOptions['excluded'];

/** Adds models to the list of what datasets leave out. `uids` are those that were not on it. */
export function leaveOut(
  excluded: Excluded,
  models: ReadonlySet<ModelUid>,
): { readonly excluded: Excluded; readonly uids: readonly ModelUid[] } {
  const listed = new Set(excluded.modelUids);
  const uids = [...models].filter((uid) => !listed.has(uid));
  return { excluded: { ...excluded, modelUids: [...excluded.modelUids, ...uids] }, uids };
}

/** Removes what `leaveOut` added. An entry that somebody typed in another form stays. */
export function takeBack(excluded: Excluded, uids: readonly ModelUid[]): Excluded {
  const gone = new Set<string>(uids);
  return { ...excluded, modelUids: excluded.modelUids.filter((uid) => !gone.has(uid)) };
}
