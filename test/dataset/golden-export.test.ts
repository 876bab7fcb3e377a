import JSZip from 'jszip';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { shardOf } from '../../src/crawl/shard';
import { parseDatasetOptions } from '../../src/dataset/dataset-options';
import { readDataset } from '../../src/dataset/import/read-dataset';
import { applyImport } from '../../src/dataset/merge/apply-import';
import { createMergeKey } from '../../src/dataset/merge/merge-key';
import { mergedSource } from '../../src/dataset/merge/merged-source';
import { planImport } from '../../src/dataset/merge/plan-import';
import type { UserUid } from '../../src/sketchfab/user-uid';
import { datasetSource } from '../../src/store/dataset-source';
import { importStore } from '../../src/store/import-store';
import type { Rig } from '../crawl/rig';
import { makeWorld } from '../loaders/world';
import { partZip, projectKey } from '../loaders/written';
import { type Golden, goldenOf } from './golden-files';
import { goldenCapture, likerOf, uidOf } from './golden-world';
import { type MadeZip, makeZip } from './zip/made-zip';

/*
 * Compares what an export writes with recorded digests. To record them again:
 *   REWRITE_GOLDEN_EXPORT=1 npx vitest run test/dataset/golden-export.test.ts
 * Do so only if the data in the files is meant to change, and describe the change in the CHANGELOG. Any other change has
 * to pass as it is.
 */
const isRewriting = process.env['REWRITE_GOLDEN_EXPORT'] === '1';
const folder = new URL('../fixtures/golden-export/', import.meta.url);

const about = {
  title: 'Likes of a fixed world',
  creator: 'Ada Example',
  licence: 'CC-BY-4.0',
  url: 'https://example.org/likes',
};
// The fixed world has models that were never crawled, and records from before they were left out.
const everything = { about, leaveOutNotPublic: false };
const narrow = {
  ...everything,
  hash: 'hmac-md5',
  likesNames: 'exact',
  minLikesPerUser: 2,
  minLikesPerModel: 2,
  leaveOutNoAi: true,
  leaveOutRestricted: true,
  userSharePercent: 90,
  excluded: {
    usernames: [`@name-of-${likerOf(4)}`, 'nobody'],
    userUids: [likerOf(9), '16271'],
    modelUids: [`https://sketchfab.com/3d-models/${uidOf(2)}`],
  },
};

let rig: Rig;
beforeAll(async () => {
  rig = await goldenCapture();
});

describe('the fixed world', () => {
  it('has models in every final state, new ones, every mark, and likes that were taken back', async () => {
    const models = await rig.db.models.toArray();
    expect(new Set(models.map(({ state }) => state))).toEqual(
      new Set(['complete', 'partial', 'drifted', 'gone', 'forbidden', 'failed', 'new']),
    );
    expect(new Set(models.map(({ noAi }) => noAi))).toEqual(new Set([true, false, null]));
    expect(new Set(models.map(({ isRestricted }) => isRestricted))).toEqual(new Set([true, false, null]));
    expect(await rig.db.unlikes.count()).toBeGreaterThan(3);
  });
});

describe('an export writes the recorded data', () => {
  it('with all files and no filter', async () => {
    const options = parseDatasetOptions(everything);
    const source = datasetSource(rig.db);
    expectGolden(
      'everything',
      await goldenOf((await makeZip([], { source, options, key: projectKey })).files),
    );
  });

  it('with every filter, exact names and the other hash', async () => {
    const options = parseDatasetOptions(narrow);
    const { files, summary } = await makeZip([], { source: datasetSource(rig.db), options });
    expect(summary.likes).toBeGreaterThan(50);
    const filters = (JSON.parse(files.get('stats.json')!.toString()) as Stats).filters.removed;
    for (const [name, { users, models }] of Object.entries(filters))
      expect([name, users + models > 0]).toEqual([name, true]);
    expectGolden('filtered', await goldenOf(files));
  });

  it('in a part of one shard', async () => {
    expectGolden('part', await goldenOf(await unpacked(await part())));
  });

  it('in a dataset that a part was merged into', async () => {
    const held = createMergeKey(projectKey, 'hmac-sha256')!;
    const { db } = await goldenCapture();
    const store = importStore(db, () => Date.UTC(2026, 5, 1));
    const imported = await readDataset(new Blob([await part()]));
    const plan = await planImport({ imported, store, key: held });
    expect(plan.likes).toMatchObject({ refusal: null });
    expect(plan.models.differing).toBeGreaterThan(0);
    await applyImport(imported, plan, store, { takesBack: true });
    const own = datasetSource(db);
    const { source, merged } = await mergedSource({
      ...{ source: own, imports: store, key: held },
      readUserUids: () => own.readUserUids(),
    });
    const { files } = await makeZip([], {
      source,
      options: parseDatasetOptions({ leaveOutNotPublic: false }),
      key: projectKey,
      importsMerged: merged,
    });
    expectGolden('merged', await goldenOf(files));
  });
});

type Stats = { readonly filters: { readonly removed: Record<string, { users: number; models: number }> } };

/** Models of another machine: some of them in the fixed world too, with users of it and others. */
function part(): Promise<Buffer<ArrayBuffer>> {
  const others = makeWorld(11, 80, 150);
  const shared = others.slice(0, 20).map((model, i) => ({
    ...model,
    uid: uidOf(i),
    likes: [...model.likes, ...Array.from({ length: 6 }, (_, n) => likerOf(i + n * 5) as UserUid)],
  }));
  const ofShard = others.slice(20).filter(({ uid }) => shardOf(uid, 2) === 1);
  return partZip([...shared, ...ofShard], { shard: { i: 1, n: 2 } });
}

async function unpacked(zip: Buffer): Promise<MadeZip['files']> {
  const opened = Object.values((await JSZip.loadAsync(zip, { checkCRC32: true })).files);
  return new Map(
    await Promise.all(opened.map(async (file) => [file.name, await file.async('nodebuffer')] as const)),
  );
}

/** Additional files, columns and facts are allowed; missing ones are not. */
function expectGolden(name: string, found: Golden): void {
  const file = new URL(`${name}.json`, folder);
  if (isRewriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
    console.warn(`${file.pathname} was written anew, and nothing was compared`);
    return;
  }
  expect(found).toMatchObject(JSON.parse(readFileSync(file, 'utf8')) as Golden);
}
