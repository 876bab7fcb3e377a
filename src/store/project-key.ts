import type { LikesOutDatabase } from './database';
import type { ProjectKeyRow } from './state-row';
import { readState, writeState } from './states';

/** A key is kept already: what was exported under it could never be continued, if it went without a word. */
export class OtherProjectKey extends Error {
  override readonly name = 'OtherProjectKey';
}

export function readProjectKey(db: LikesOutDatabase): Promise<ProjectKeyRow | null> {
  return readState(db, 'projectKey');
}

/** Keeps this key. Rejects with `OtherProjectKey` when another one is kept, unless it is to be replaced. */
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

/** Datasets under this key can only be continued where somebody has its file. */
export function deleteProjectKey(db: LikesOutDatabase): Promise<void> {
  return writeState(db, 'projectKey', null);
}

function isSame(one: ProjectKeyRow, other: ProjectKeyRow): boolean {
  return one.key === other.key && one.projectId === other.projectId && one.algorithm === other.algorithm;
}
