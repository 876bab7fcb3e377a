import { describe, expect, it } from 'vitest';
import type { ImportStore } from '../../src/dataset/import/import-store';
import { readDataset } from '../../src/dataset/import/read-dataset';
import { applyImport } from '../../src/dataset/merge/apply-import';
import { planImport } from '../../src/dataset/merge/plan-import';
import { noFacts, type TableFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { deleteEverything } from '../../src/store/delete-everything';
import { noPause } from './no-pause';
import { importStore } from '../../src/store/import-store';
import type { ModelRow } from '../../src/store/model-row';
import { readUncopied } from '../../src/store/pending-backup';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { describeMerging } from '../dataset/merge/describe-merging';
import { modelA, modelB, smallDataset, smallKey } from '../dataset/merge/small-dataset';
import { failWrites } from './failing-disk';
import { freshDatabase } from './fresh-database';
import { importRig } from './import-rig';
import { expectTrueCounters } from './true-counters';

describeMerging(importRig);

const key = smallKey;
const uids = [modelA, modelB] as ModelUid[];
const ours: TableFacts = { ...noFacts(modelB as ModelUid), name: 'Ours', likeCount: 7 };

async function takeSmall(store: ImportStore, zip = smallDataset()): Promise<void> {
  const imported = await readDataset(zip);
  await applyImport(imported, await planImport({ imported, store, key }), store, { takesBack: false });
}

/** Without the numbers of imports, which a failed one uses up. */
const withoutNumbers = (rows: readonly ModelRow[]) =>
  rows.map(({ sources, ...row }) => ({
    ...row,
    sources: sources && { ...sources, imports: sources.imports.map(({ staging: _, ...said }) => said) },
  }));

describe('an import into the database', () => {
  it('adds unknown models last in order, counted but queued for nothing', async () => {
    const { db, store } = await importRig([ours]);
    await takeSmall(store);
    expect(await db.models.orderBy('order').toArray()).toMatchObject([
      { uid: modelB, name: 'Ours', order: 0, likeCount: 7 },
      { uid: modelA, name: 'Dragon', order: 1, capturedAt: 1_000, observedAt: null, state: 'new' },
    ]);
    expect([await db.requests.count(), await db.importedModels.count()]).toEqual([0, 0]);
    await expectTrueCounters(db);
  });

  it('passes new models and facts to the second copy, in order', async () => {
    const { db, store } = await importRig([{ ...ours, uid: modelA as ModelUid }]);
    await takeSmall(store);
    expect(await readUncopied(db, 1, 10)).toMatchObject({
      captured: [{ uid: modelB }],
      learned: [{ uid: modelA, tags: [{ name: 'fire', slug: null }] }],
    });
  });

  it('leaves a model open to later sightings like any other', async () => {
    const { db, store } = await importRig();
    await takeSmall(store);
    await recordSightings(db, [sighting(1, { uid: modelA as ModelUid, name: 'Renamed' })], 2_000);
    expect((await store.readModels(uids))[0]).toMatchObject({ name: 'Renamed' });
    await expectTrueCounters(db);
  });

  it.each(['request', 'transaction'] as const)(
    'that fails at any write, in its %s, changes nothing visible, and the next import succeeds',
    async (at) => {
      const whole = await importRig([ours]);
      await takeSmall(whole.store);
      const expected = await whole.dump();
      for (let nth = 0, hasFailed = true; hasFailed; nth++) {
        const { db, store } = await importRig([ours]);
        const reads = async () => [
          ...[await db.models.toArray(), await db.states.toArray()],
          ...[await store.readImports(), await store.readImportedLikes(uids)],
        ];
        const before = await reads();
        let writes = 0;
        const disk = failWrites(() => writes++ === nth, 'QuotaExceededError', at);
        hasFailed = await takeSmall(store).then(
          () => false,
          () => true,
        );
        disk.restore();
        if (hasFailed) expect(await reads()).toEqual(before);
        if (hasFailed) await takeSmall(store);
        expect(withoutNumbers(await db.models.toArray())).toEqual(
          withoutNumbers((expected as { models: ModelRow[] }).models),
        );
        expect(await db.imports.count()).toBe(1);
        expect(await db.importedLikes.count()).toBe(2);
        await expectTrueCounters(db);
        expect(nth).toBeLessThan(30);
      }
    },
  );

  it('is discarded when another one begins, and reports it', async () => {
    const { db, store } = await importRig();
    const imported = await readDataset(smallDataset());
    const { importId, keyFingerprint, exportedAt, kind } = imported;
    const head = { importId, keyFingerprint, exportedAt, kind, hasLikes: true };
    const first = await store.beginStaging(head);
    await store.stage(first, imported.models, []);
    const second = await importStore(db).beginStaging(head);
    expect(second).not.toBe(first);
    expect(await db.importedModels.count()).toBe(0);
    await expect(store.stage(first, imported.models, [])).rejects.toThrow('importReplaced');
    await expect(store.goLive(first)).rejects.toThrow('importReplaced');
    expect([await db.models.count(), await db.importedModels.count()]).toEqual([0, 0]);
  });

  it('is not discarded once it is live, and is deleted with everything else', async () => {
    const { db, store } = await importRig();
    await takeSmall(store);
    await store.discard(String((await db.imports.toCollection().first())!.staging));
    expect(await store.readImports()).toHaveLength(1);
    await deleteEverything(db, 'next', noPause);
    expect([await db.imports.count(), await db.importedLikes.count()]).toEqual([0, 0]);
  });

  it('of thousands of models is stored completely', async () => {
    const db = freshDatabase();
    const store = importStore(db);
    const imported = await readDataset(smallDataset());
    const model = imported.models[0]!;
    const many = Array.from({ length: 2_500 }, (_, i) => ({ ...model, uid: sighting(i).uid }));
    const { importId, keyFingerprint, exportedAt, kind } = imported;
    const staging = await store.beginStaging({ importId, keyFingerprint, exportedAt, kind, hasLikes: false });
    await store.stage(staging, many, []);
    await store.goLive(staging);
    const orders = (await db.models.orderBy('order').toArray()).map(({ order }) => order);
    expect(orders).toEqual([...many.keys()]);
    await expectTrueCounters(db);
  });
});
