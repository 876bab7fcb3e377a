import { describe, expect, it } from 'vitest';
import type { ImportStore } from '../../../src/dataset/import/import-store';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { applyImport } from '../../../src/dataset/merge/apply-import';
import { planImport } from '../../../src/dataset/merge/plan-import';
import { ImportError, type ImportProblem } from '../../../src/dataset/zip/import-error';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { OpenStore } from './import-store-rig';
import { modelA, modelB, smallDataset, smallKey as key, type SmallOptions, user1 } from './small-dataset';

const uids = [modelA, modelB] as ModelUid[];
const keep = { takesBack: false };

/** What importing has to do with keys, over any store. */
export function describeKeys(open: OpenStore): void {
  describe('an import under a key', () => {
    async function takeSmall(store: ImportStore, zip = smallDataset()) {
      const imported = await readDataset(zip);
      await applyImport(imported, await planImport({ imported, store, key }), store, keep);
    }

    it.each<[string, SmallOptions, ImportProblem['code']]>([
      ['has no proof of it', { keyText: null }, 'noKeyProof'],
      ['is proven with another key', { keyText: 'a key of somebody else' }, 'wrongKeyProof'],
      [
        'was changed after it was written',
        {
          edit: (entries) =>
            entries.map((entry) => ({
              ...entry,
              content: String(entry.content).replace('2026-01-02T03', '2025-01-02T03'),
            })),
        },
        'wrongKeyProof',
      ],
      [
        'holds the user id of a person',
        {
          files: {
            'data/model_likes_anon.psv': `modelname|mid|uid\r\nDragon|${modelA}|${user1}\r\nDragon|${modelA}|${'e'.repeat(32)}\r\ntwo / halves|${modelB}|${user1}\r\n`,
          },
        },
        'rawUserId',
      ],
    ])('refuses a zip that names our key and %s', async (_what, options, code) => {
      const { store, dump } = await open([], {
        [modelA]: { userUids: ['e'.repeat(32)], readBetween: [1, 2], complete: true },
      });
      const before = await dump();
      await expect(takeSmall(store, smallDataset(options))).rejects.toThrow(
        new ImportError({ code } as ImportProblem),
      );
      expect(await dump()).toEqual(before);
    });

    it('changes nothing when it was imported before, whatever key is kept here meanwhile', async () => {
      const { store, dump } = await open();
      await takeSmall(store);
      const before = await dump();
      for (const other of [null, { ...key, keyId: 'ffffffff' }, key]) {
        const imported = await readDataset(smallDataset());
        const plan = await planImport({ imported, store, key: other });
        expect(plan.isKnown).toBe(true);
        await applyImport(imported, plan, store, keep);
        expect(await dump()).toEqual(before);
      }
    });

    it('adds its likes when only its facts were imported before', async () => {
      const { store, countStagings } = await open();
      const imported = await readDataset(smallDataset());
      await applyImport(imported, await planImport({ imported, store, key: null }), store, keep);
      expect(await store.readImportedLikes(uids)).toEqual([[], []]);
      await takeSmall(store);
      expect((await store.readImportedLikes(uids)).flat()).toHaveLength(2);
      expect(await countStagings()).toBe(1);
    });

    it('keeps its likes when another page imports only its facts meanwhile', async () => {
      const { store, countStagings } = await open();
      const imported = await readDataset(smallDataset());
      const plan = await planImport({ imported, store, key: null });
      await takeSmall(store);
      await applyImport(imported, plan, store, keep);
      expect((await store.readImportedLikes(uids)).flat()).toHaveLength(2);
      expect(await countStagings()).toBe(1);
    });
  });
}
