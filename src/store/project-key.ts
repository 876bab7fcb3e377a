import type { LikesOutDatabase } from './database';
import type { ProjectKeyRow } from './state-row';
import { readState, writeState } from './states';

/** Another key is already stored. Replacing it silently would make it impossible to continue its datasets. */
export class OtherProjectKey extends Error {
  override readonly name = 'OtherProjectKey';
}

export function readProjectKey(db: LikesOutDatabase): Promise<ProjectKeyRow | null> {
  return readState(db, 'projectKey');
}

/**
 * Stores this key.
 * @throws {OtherProjectKey} If another key is stored and `replace` is false.
 */
export function keepProjectKey(
  db: LikesOutDatabase,
  key: ProjectKeyRow,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    const kept = await readState(db, 'projectKey');
    if (kept && isSame(kept, key)) return;
    if (kept && !replace) throw new OtherProjectKey('another project key is kept here');
    await writeState(db, 'projectKey', key);
  });
}

/** Afterwards datasets with this key can only be continued with its key file. */
export function deleteProjectKey(db: LikesOutDatabase): Promise<void> {
  return writeState(db, 'projectKey', null);
}

function isSame(one: ProjectKeyRow, other: ProjectKeyRow): boolean {
  return one.key === other.key && one.projectId === other.projectId && one.algorithm === other.algorithm;
}
