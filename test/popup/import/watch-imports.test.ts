import { describe, expect, it, vi } from 'vitest';
import type { ImportStore, StagedLikes } from '../../../src/dataset/import/import-store';
import { watchImports } from '../../../src/popup/import/watch-imports';
import { createPageState } from '../../../src/popup/page-state';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { deleteEverything } from '../../../src/store/delete-everything';
import { noPause } from '../../store/no-pause';
import { importRig } from '../../store/import-rig';
import { firstDay } from '../snapshot-of';

const keyFingerprint = {
  ...{ keyMode: 'project', algorithm: 'hmac-sha256', keyId: '1a2b3c4d', projectId: 'p'.repeat(32) },
};

const shown = { kind: 'part', exportedAt: 1, keyId: '1a2b3c4d' };

/** An import with one like for each of this many models, staged but not live. */
async function stage(store: ImportStore, importId: string, models: number): Promise<string> {
  const staging = await store.beginStaging({
    ...{ importId, keyFingerprint, exportedAt: 1, kind: 'part', hasLikes: true },
  });
  const likes = Array.from({ length: models }, (_, at): StagedLikes => ({
    ...{ importId, modelUid: String(at).padStart(32, '0') as ModelUid, pseudonyms: ['f'.repeat(32)] },
    ...{ seenAt: [1], sweptAt: null, state: 'partial', complete: false, overrules: null },
  }));
  await store.stage(staging, [], likes);
  return staging;
}

describe('watching imports', () => {
  it('lists an import once it is live, until everything is deleted', async () => {
    const { db, store } = await importRig();
    const state = createPageState(firstDay);
    watchImports(state, db);
    await vi.waitFor(() => expect(state.read().imports).toEqual([]));

    // More models than one batch.
    const staging = await stage(store, 'first', 230);
    await store.goLive(staging);
    await vi.waitFor(() => expect(state.read().imports).toMatchObject([{ importId: 'first', likes: 230 }]));

    await stage(store, 'begun only', 5);
    await store.goLive(await stage(store, 'second', 2));
    await vi.waitFor(() =>
      expect(state.read().imports).toEqual([
        { ...shown, importId: 'first', likes: 230 },
        { ...shown, importId: 'second', likes: 2 },
      ]),
    );

    await deleteEverything(db, 'another', noPause);
    await vi.waitFor(() => expect(state.read().imports).toEqual([]));
    expect(state.read().errors).toEqual([]);
  });

  it('shows a separate error if imports cannot be read', async () => {
    const { db, store } = await importRig();
    await store.goLive(await stage(store, 'first', 1));
    db.importedLikes.hook('reading', () => {
      throw new Error('the disk is gone');
    });
    const state = createPageState(firstDay);
    watchImports(state, db);
    await vi.waitFor(() =>
      expect(state.read().errors).toEqual(['The list of imports could not be read (the disk is gone).']),
    );
    expect(state.read().imports).toBeNull();
  });
});
