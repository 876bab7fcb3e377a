import { describe, expect, it } from 'vitest';
import type { ImportStore } from '../../../src/dataset/import/import-store';
import type { ImportedDataset } from '../../../src/dataset/import/imported-dataset';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { applyImport } from '../../../src/dataset/merge/apply-import';
import type { MergeKey } from '../../../src/dataset/merge/merge-key';
import { planImport } from '../../../src/dataset/merge/plan-import';
import { ImportError, type KeyMismatch } from '../../../src/dataset/zip/import-error';
import type { IsoDate } from '../../../src/sketchfab/iso-date';
import { factsBy, type TableFacts, tableFacts } from '../../../src/sketchfab/model-facts';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { describeKeys } from './describe-keys';
import type { OpenStore } from './import-store-rig';
import { modelA, modelB, projectFingerprint, smallDataset, smallKey, user1, user2 } from './small-dataset';

const exportedAt = Date.parse('2026-01-02T03:04:05Z');
const key = smallKey;
const uids = [modelA, modelB] as ModelUid[];
const keep = { takesBack: false };

const localModel = (uid: string, facts: Partial<TableFacts> = {}): TableFacts => ({
  uid: uid as ModelUid,
  ...factsBy(tableFacts, () => null),
  ...facts,
});
const labels = (...names: string[]) => names.map((name) => ({ name, slug: `slug-of-${name}` }));

/** The contract of every store that merging works on. */
export function describeMerging(open: OpenStore): void {
  describePlans(open);
  describeImport(open);
  describeKeys(open);
}

function describePlans(open: OpenStore): void {
  describe('the preview of an import', () => {
    it('shows everything as new for an empty store', async () => {
      const { store, dump } = await open();
      const before = await dump();
      const plan = await planImport({ imported: await readDataset(smallDataset()), store, key });
      expect(plan).toMatchObject({
        isKnown: false,
        models: { added: 2, same: 0, differing: 0 },
        likes: { added: 3, same: 0, refusal: null },
        conflicts: [],
      });
      expect(await dump()).toEqual(before);
    });

    it('distinguishes unchanged models from those that differ between zip and store', async () => {
      const { store } = await open([
        localModel(modelA, { name: 'Dragon', tags: labels('fire') }),
        localModel(modelB, { name: 'Another name' }),
      ]);
      const plan = await planImport({ imported: await readDataset(smallDataset()), store, key });
      expect(plan.models).toEqual({ added: 0, same: 1, differing: 1, byFact: { name: 1 } });
    });

    it('finds no difference in a number of views that was the same on another day', async () => {
      const viewed = (count: number, seenOn: string) => ({ views: { count, seenOn: seenOn as IsoDate } });
      const { store } = await open([
        localModel(modelA, viewed(5, '2026-01-01')),
        localModel(modelB, viewed(5, '2026-01-01')),
      ]);
      const imported = await readDataset(smallDataset());
      const counts = [5, 6];
      const models = imported.models.map((model, i) => ({ ...model, ...viewed(counts[i]!, '2026-01-02') }));
      const plan = await planImport({ imported: { ...imported, models }, store, key });
      expect(plan.models.byFact).toEqual({ views: 1 });
    });

    it('counts likes under the pseudonyms that zip and store share', async () => {
      const { store } = await open([], {
        [modelA]: { userUids: ['1', '3'], readBetween: [1, 2], complete: false },
      });
      const plan = await planImport({ imported: await readDataset(smallDataset()), store, key });
      expect(plan.likes).toMatchObject({ added: 2, same: 1 });
      expect(plan.conflicts).toEqual([]);
    });

    it('leaves out likes that were gone when the complete list was read after the export', async () => {
      const { store } = await open([], {
        [modelA]: { userUids: ['1'], readBetween: [exportedAt + 1, exportedAt + 2], complete: true },
      });
      const plan = await planImport({ imported: await readDataset(smallDataset()), store, key });
      expect(plan.likes).toMatchObject({ added: 1, same: 1 });
      expect(plan.conflicts).toEqual([{ uid: modelA, name: 'Dragon', takenBack: 0, leftOut: 1 }]);
    });

    it.each<[string, Record<string, unknown>, MergeKey | null, KeyMismatch]>([
      ['another key', {}, { ...key, keyId: 'ffffffff' }, 'otherKey'],
      ['no key', {}, null, 'noKeyHere'],
      ['another hash algorithm', {}, { ...key, algorithm: 'hmac-md5' }, 'otherAlgorithm'],
      ['another project', {}, { ...key, projectId: 'p2' }, 'otherProject'],
      ['a one-time key', { keyMode: 'one-time', keyId: undefined }, key, 'oneTimeKey'],
      ['a key that the zip does not state', { keyMode: 'passphrase', keyId: undefined }, key, 'unknownKey'],
    ])('counts only facts about models with %s', async (_what, print, mergeKey, reason) => {
      const zip = smallDataset({ likesOut: { pseudonym: { ...projectFingerprint, ...print } } });
      const imported = await readDataset(zip);
      const { store } = await open();
      const plan = await planImport({ imported, store, key: mergeKey });
      expect(plan.likes).toMatchObject({ added: 0, same: 0 });
      expect(plan.conflicts).toEqual([]);
      expect(plan.likes.refusal).toBe(reason);
      await applyImport(imported, plan, store, keep);
      expect((await store.readModels(uids)).map((model) => model?.name)).toEqual(['Dragon', 'two | halves']);
      expect(await store.readImportedLikes(uids)).toEqual([[], []]);
      // A part without its likes is useless.
      const part: ImportedDataset = { ...imported, kind: 'part' };
      await expect(planImport({ imported: part, store, key: mergeKey })).rejects.toThrow(
        new ImportError({ code: 'unmergeablePart', reason }),
      );
    });
  });
}

function describeImport(open: OpenStore): void {
  describe('an import', () => {
    async function takeSmall(store: ImportStore, zip = smallDataset()) {
      const imported = await readDataset(zip);
      await applyImport(imported, await planImport({ imported, store, key }), store, keep);
    }

    it('adds its likes to those read here, under their pseudonyms', async () => {
      const { store } = await open();
      await takeSmall(store);
      expect(await store.readImportedLikes(uids)).toMatchObject([
        [{ modelUid: modelA, pseudonyms: [user1, user2], seenAt: [exportedAt, exportedAt], complete: true }],
        [{ modelUid: modelB, pseudonyms: [user1], seenAt: [exportedAt], sweptAt: null, state: 'partial' }],
      ]);
      expect(await store.readLikes(uids)).toMatchObject([{ userUids: [] }, { userUids: [] }]);
    });

    it('fills in missing facts and overrules none', async () => {
      const ours = localModel(modelA, { name: 'Our dragon', categories: labels('Creatures'), likeCount: 7 });
      const { store } = await open([ours]);
      await takeSmall(store);
      expect(await store.readModels(uids)).toEqual([
        { ...ours, tags: [{ name: 'fire', slug: null }] },
        localModel(modelB, { name: 'two | halves' }),
      ]);
    });

    it('changes nothing when repeated', async () => {
      const { store, countStagings } = await open();
      await takeSmall(store);
      const reads = async () => [await store.readImportedLikes(uids), await store.readModels(uids)];
      const once = await reads();
      const imported = await readDataset(smallDataset());
      const plan = await planImport({ imported, store, key });
      expect(plan).toMatchObject({
        isKnown: true,
        models: { added: 0, same: 2 },
        likes: { added: 0, same: 3 },
      });
      await applyImport(imported, plan, store, keep);
      expect(await reads()).toEqual(once);
      expect(await countStagings()).toBe(1);
    });

    const failing = (parts: Partial<ImportStore>) => (store: ImportStore) => ({ ...store, ...parts });
    const dead = () => Promise.reject(new Error('the disk is full'));

    it.each<[string, (store: ImportStore) => ImportStore]>([
      ['while rows are staged', failing({ stage: dead })],
      ['at the last moment', failing({ goLive: dead })],
      ['and even the clearing up fails', failing({ goLive: dead, discard: dead })],
    ])('leaves everything unchanged if it fails %s', async (_when, breakStore) => {
      const { store, countStagings } = await open([localModel(modelA, { name: 'Ours' })]);
      await takeSmall(store, smallDataset({ files: { 'README.md': 'an import of before' } }));
      const reads = async () => [
        await store.readModels(uids),
        await store.readImportedLikes(uids),
        await store.readImports(),
      ];
      const before = structuredClone(await reads());
      await expect(takeSmall(breakStore(store))).rejects.toThrow('the disk is full');
      expect(await reads()).toEqual(before);
      await takeSmall(store);
      // The next import removes what the failure left.
      expect(await countStagings()).toBe(2);
    });

    it('leaves everything unchanged if it is stopped', async () => {
      const { store, dump } = await open();
      const before = await dump();
      const imported = await readDataset(smallDataset());
      const plan = await planImport({ imported, store, key });
      const stop = new AbortController();
      const stopping: ImportStore = {
        ...store,
        stage: async (...rows) => {
          await store.stage(...rows);
          stop.abort(new Error('enough'));
        },
      };
      await expect(applyImport(imported, plan, stopping, { ...keep, signal: stop.signal })).rejects.toThrow(
        'enough',
      );
      expect(await dump()).toEqual(before);
    });
  });
}
