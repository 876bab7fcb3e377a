import type { StagedLikes } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';

/**
 * The likes of the model with this index, ready to be staged. A dataset has no times: its likes count as seen at its
 * export, which is the latest possible time, so that none is taken for a withdrawn one that may not be.
 */
export function stagedLikes(
  imported: ImportedDataset,
  index: number,
  overrules: StagedLikes['overrules'] = null,
): StagedLikes | undefined {
  const model = imported.models[index];
  if (!model) return undefined;
  const [start, end] = [imported.starts[index] ?? 0, imported.starts[index + 1] ?? 0];
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
    overrules,
  };
}
