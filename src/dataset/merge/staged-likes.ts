import type { StagedLikes } from './import-store';
import type { ImportedDataset } from './imported-dataset';

/**
 * The likes of the model at this place, as they are staged. A dataset tells no times: each of its likes was seen at
 * its export or before, and since that is the latest it can be, none is taken for gone that may not be.
 */
export function stagedLikes(imported: ImportedDataset, place: number): StagedLikes | undefined {
  const model = imported.models[place];
  if (!model) return undefined;
  const [start, end] = [imported.starts[place] ?? 0, imported.starts[place + 1] ?? 0];
  const users = imported.users.subarray(start, end);
  const { seenAt } = imported;
  return {
    importId: imported.importId,
    modelUid: model.uid,
    pseudonyms: Array.from(users, (user) => imported.pseudonyms[user] ?? ''),
    seenAt: seenAt ? Array.from(seenAt.subarray(start, end)) : Array.from(users, () => imported.exportedAt),
    sweptAt: model.sweptAt,
    state: model.state,
    complete: model.complete,
  };
}
