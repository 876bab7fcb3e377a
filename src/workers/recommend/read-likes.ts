import { type DatasetOptions, defaultDatasetOptions } from '../../dataset/dataset-options';
import type { DatasetSource } from '../../dataset/dataset-source';
import { excludedUsernames, mergeExclusions } from '../../dataset/filter/exclusions';
import { leaveOut } from '../../dataset/filter/leave-out';
import { importedIdUnder } from '../../dataset/merge/imported-users';
import { createMergeKey } from '../../dataset/merge/merge-key';
import { createProgress } from '../../dataset/progress';
import type { PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import { readSnapshot, snapshotSteps } from '../../dataset/read-snapshot';
import type { LikesOutDatabase } from '../../store/database';
import { datasetSource } from '../../store/dataset-source';
import { readExclusionList } from '../../store/exclusion-list';
import { importStore } from '../../store/import-store';
import { readProjectKey } from '../../store/project-key';
import { readState } from '../../store/states';
import { mergeImports } from '../export/read-snapshot-batch';
import { collectedLikes, type CollectedLikes } from './collected-likes';

type Request = {
  readonly excluded: DatasetOptions['excluded'];
  readonly onProgress: (share: number) => void;
  readonly now: () => number;
};

/** Nobody's: pseudonyms are neither needed nor made. */
const noKey: PseudonymKey = { mode: 'one-time', text: '' };

/**
 * Reads all likes once, as an export would: the current sweep of each model, and imports under the project key. People
 * and models on the list of whom to leave out are not there for anything that follows. Models that only a page has told of
 * are, and so are all likes of a list that was cut short: what is shown here stays in the browser.
 */
export async function readLikes(
  db: LikesOutDatabase,
  { excluded: excludedByPage, onProgress, now }: Request,
): Promise<CollectedLikes> {
  const readAt = now();
  const { likes: counted } = await readState(db, 'counters');
  const excluded = mergeExclusions(excludedByPage, await readExclusionList(db));
  const kept = await readProjectKey(db);
  const key: PseudonymKey = kept ? { mode: 'project', text: kept.key, projectId: kept.projectId } : noKey;
  const hash = kept?.algorithm ?? defaultDatasetOptions.hash;
  const merged = await mergeImports(
    { key, options: { ...defaultDatasetOptions, hash } },
    { source: datasetSource(db), imports: importStore(db) },
  );
  const usernamesToFind = excludedUsernames(excluded);
  const snapshot = await readSnapshot({
    source: usernamesToFind.size > 0 ? merged.source : withoutNames(merged.source),
    usernamesToFind,
    reportStep: createProgress(snapshotSteps, ({ share }) => onProgress(share)),
  });
  const mergeKey = createMergeKey(key, hash);
  const importedIdOf = mergeKey && merged.importsMerged > 0 ? importedIdUnder(mergeKey) : null;
  const request = { excluded, leaveOutNotPublic: false, keepsCutLists: true };
  const { remaining } = leaveOut(snapshot, request, importedIdOf);
  return collectedLikes(remaining, {
    ...{ readAt, counted, key: mergeKey },
    importsLeftOut: merged.importsLeftOut,
  });
}

/** Names serve to leave out people by name alone. */
function withoutNames(source: DatasetSource): DatasetSource {
  return { ...source, readUsers: () => Promise.resolve([]) };
}
