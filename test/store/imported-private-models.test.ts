import { describe, expect, it } from 'vitest';
import type { ImportedDataset } from '../../src/dataset/import/imported-dataset';
import { applyImport } from '../../src/dataset/merge/apply-import';
import { planImport } from '../../src/dataset/merge/plan-import';
import { factsBy, factsFrom, tableFacts } from '../../src/sketchfab/model-facts';
import type { CrawlRequest } from '../../src/crawl/crawl-request';
import type { LikesOutDatabase } from '../../src/store/database';
import { datasetSource } from '../../src/store/dataset-source';
import { startCrawl } from '../../src/store/control-crawl';
import { crawlQueue } from '../../src/store/crawl-queue';
import { importStore } from '../../src/store/import-store';
import { recordSightings } from '../../src/store/upsert-models';
import { modelUid, sighting } from '../crawl/small-world';
import { projectFingerprint, smallKey } from '../dataset/merge/small-dataset';
import { freshDatabase } from './fresh-database';
import { expectTrueCounters } from './true-counters';

const [uid, key] = [modelUid(1), { ...smallKey, isProvenBy: () => true }];

/** A zip of one model without likes. Anybody can write one under a key of their own. */
function zip(keyId: string): ImportedDataset {
  return {
    ...{ kind: 'dataset', importId: `zip of ${keyId}`, toolVersion: '1', exportedAt: 10 },
    keyFingerprint: { ...projectFingerprint, keyId },
    keyProof: { digest: new Uint8Array(), proof: '' },
    models: [
      {
        ...{ uid, ...factsBy(tableFacts, () => null), name: 'guessed' },
        ...{ state: 'complete', complete: true, sweptAt: 5, observedAt: 5 },
      },
    ],
    ...{ pseudonyms: [], starts: new Uint32Array(2), users: new Uint32Array(0) },
    seenAt: new Float64Array(0),
  };
}

async function importZip(db: LikesOutDatabase, imported: ImportedDataset): Promise<void> {
  const store = importStore(db, () => 20);
  const plan = await planImport({ imported, store, key });
  await applyImport(imported, plan, store, { takesBack: false });
}

const capture = (db: LikesOutDatabase) =>
  recordSightings(db, [factsFrom('pageJson', sighting(1, { name: 'my secret model' }))], 7);

async function isPublic(db: LikesOutDatabase): Promise<boolean> {
  await expectTrueCounters(db);
  return (await datasetSource(db).readModels([uid]))[0]!.isPublic;
}

describe('a model that an imported zip names', () => {
  it('counts as public if nothing but the zip tells of it', async () => {
    const db = freshDatabase();
    await importZip(db, zip('ffffffff'));
    expect(await isPublic(db)).toBe(true);
  });

  it('does not if a page has shown it here, before or after, since anybody could have written the zip', async () => {
    const db = freshDatabase();
    await capture(db);
    await importZip(db, zip('ffffffff'));
    expect(await isPublic(db)).toBe(false);
    const other = freshDatabase();
    await importZip(other, zip('ffffffff'));
    await capture(other);
    expect(await isPublic(other)).toBe(false);
  });

  it('does if the zip was written with our key, as a part of a shared crawl is', async () => {
    const db = freshDatabase();
    await capture(db);
    await importZip(db, zip(projectFingerprint.keyId));
    expect(await isPublic(db)).toBe(true);
  });

  it('does not if the site refuses its list of likes, until an answer shows it again', async () => {
    const db = freshDatabase();
    await importZip(db, zip('ffffffff'));
    await startCrawl(db, 'all', 30);
    const { request, host } = await crawlQueue(db, () => 40).readCrawlSnapshot(40, new Set());
    const refusal = {
      state: 'forbidden',
      cause: 'not shown to everyone (HTTP 403)',
      isRefused: true,
    } as const;
    await crawlQueue(db, () => 40).giveUpRequest(
      { ...request!, kind: 'likes' } as CrawlRequest,
      refusal,
      host,
    );
    expect((await datasetSource(db).readModels([uid]))[0]!.isPublic).toBe(false);
  });

  it('does not if the site itself has said that not everyone sees it', async () => {
    const db = freshDatabase();
    await capture(db);
    await db.models.update(uid, { isHidden: true });
    await importZip(db, zip(projectFingerprint.keyId));
    expect((await datasetSource(db).readModels([uid]))[0]!.isPublic).toBe(false);
  });
});
