import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { type DatasetOptions, defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import type { DatasetSource } from '../../../src/dataset/dataset-source';
import type { ImportStore } from '../../../src/dataset/import/import-store';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { applyImport } from '../../../src/dataset/merge/apply-import';
import { createMergeKey } from '../../../src/dataset/merge/merge-key';
import { planImport } from '../../../src/dataset/merge/plan-import';
import { keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';
import type { PseudonymKey } from '../../../src/dataset/pseudonyms/pseudonym-key';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { datasetSource } from '../../../src/store/dataset-source';
import { importStore } from '../../../src/store/import-store';
import { recordSightings } from '../../../src/store/upsert-models';
import { mergeImports } from '../../../src/workers/export/read-snapshot-batch';
import { Rig } from '../../crawl/rig';
import { modelUid, sighting, userUid } from '../../crawl/small-world';
import { exportDataset } from '../../dataset/export-from';
import { expectTrueCounters } from '../../store/true-counters';

const key: PseudonymKey = { mode: 'project', text: 'a key of two machines', projectId: 'p1' };
const hash = keyedHash(key.text);
const pair = (model: number, user: number) => `${modelUid(model)} ${hash(userUid(user))}`;

/** Two models: 0 has users 0 to 2, 1 has users 1 to 4. */
async function crawled(likes = [3, 4]): Promise<Rig> {
  const rig = await new Rig(likes).begin();
  await rig.workOn();
  return rig;
}

type Options = {
  readonly key?: PseudonymKey;
  readonly options?: Partial<DatasetOptions>;
  readonly from?: (source: DatasetSource) => DatasetSource;
  readonly told?: (imports: ImportStore) => ImportStore;
};

async function exported(rig: Rig, given: Options = {}) {
  const { key: under = key, options = {} } = given;
  const from = given.from ?? ((same: DatasetSource) => same);
  const told = given.told ?? ((same: ImportStore) => same);
  const own = datasetSource(rig.db);
  const merged = await mergeImports(
    { key: under, options: { ...defaultDatasetOptions, ...options } },
    { source: { ...own, ...from(own) }, imports: told(importStore(rig.db)) },
  );
  const chunks: Uint8Array[] = [];
  const summary = await exportDataset({
    ...{
      source: merged.source,
      options: { ...defaultDatasetOptions, ...options },
      importsMerged: merged.importsMerged,
      key: under,
    },
    ...{ exportedAt: new Date(rig.time), toolVersion: '1.0.0' },
    write: (chunk) => void chunks.push(chunk.slice()),
  });
  const zip = Buffer.concat(chunks);
  const files = await JSZip.loadAsync(zip);
  const text = (path: string) => files.file(path)!.async('string');
  const pairs = (await text('data/model_likes_anon.psv')).trim().split('\r\n').slice(1);
  return {
    zip: new Blob([zip]),
    readme: await text('README.md'),
    descriptor: JSON.parse(await text('datapackage.json')) as unknown,
    pairs: pairs.map((line) => line.split('|').slice(-2).join(' ')).sort(),
    importsLeftOut: merged.importsLeftOut,
    summary,
  };
}

async function takeZip(rig: Rig, zip: Blob): Promise<void> {
  const store = importStore(rig.db);
  const imported = await readDataset(zip);
  await applyImport(
    imported,
    await planImport({ imported, store, key: createMergeKey(key, 'hmac-sha256') }),
    store,
    { takesBack: false },
  );
}

describe('the next dataset after an import under the same key', () => {
  it('contains the likes of both machines once each, and says which lists are complete', async () => {
    const other = await crawled();
    const { zip } = await exported(other);
    const rig = new Rig([3]);
    rig.time = other.time + 1;
    await rig.begin();
    await rig.workOn();
    await takeZip(rig, zip);
    const { pairs, importsLeftOut, summary } = await exported(rig);
    const all = [pair(0, 0), pair(0, 1), pair(0, 2), pair(1, 1), pair(1, 2), pair(1, 3), pair(1, 4)];
    expect(pairs).toEqual(all.sort());
    expect(importsLeftOut).toBe(0);
    expect(summary).toMatchObject({ models: 2, completeModels: 2, likes: 7, users: 5 });
    await expectTrueCounters(rig.db);
  });

  it('says that it includes an import, and that its requests are those of this machine', async () => {
    const { zip, readme: alone, descriptor: before } = await exported(await crawled());
    expect(alone).not.toContain('merged in');
    expect(before).toMatchObject({ likesOut: { importsMerged: 0 } });
    const rig = await crawled([3]);
    await takeZip(rig, zip);
    const { readme, descriptor } = await exported(rig);
    expect(readme).toContain('The likes of 1 import are merged in');
    expect(readme).toContain('are not included');
    expect(readme).not.toContain('The likes of each captured model were then requested');
    expect(descriptor).toMatchObject({ likesOut: { importsMerged: 1 } });
  });

  it('is the same dataset if nothing was read here', async () => {
    const { zip, pairs } = await exported(await crawled());
    const rig = new Rig([]);
    await takeZip(rig, zip);
    expect((await exported(rig)).pairs).toEqual(pairs);
  });

  it.each<[string, PseudonymKey]>([
    ['another key', { ...key, text: 'another' }],
    ['a one-time key', { mode: 'one-time', text: 'gone tomorrow' }],
  ])('excludes imports under %s, and reports it', async (_what, under) => {
    const { zip } = await exported(await crawled());
    const rig = new Rig([]);
    await takeZip(rig, zip);
    const { pairs, importsLeftOut, descriptor } = await exported(rig, { key: under });
    expect(pairs).toEqual([]);
    expect(importsLeftOut).toBe(1);
    expect(descriptor).toMatchObject({ likesOut: { importsMerged: 0 } });
  });

  it('leaves out excluded users even if only their pseudonym is known, and counts the list as it is', async () => {
    const { zip } = await exported(await crawled());
    const rig = new Rig([]);
    await takeZip(rig, zip);
    const excluded = { usernames: [], modelUids: [], userUids: [userUid(1), userUid(77)] };
    const { pairs, descriptor, summary } = await exported(rig, { options: { excluded } });
    expect(pairs).toEqual([pair(0, 0), pair(0, 2), pair(1, 2), pair(1, 3), pair(1, 4)].sort());
    expect(summary.unmatchedExclusions).toEqual([1]);
    expect(descriptor).toMatchObject({ likesOut: { filters: { exclusionList: true } } });
  });

  it('is byte for byte the same whether an excluded person was in the import or never existed', async () => {
    const excluded = { usernames: [], modelUids: [], userUids: [userUid(1)] };
    const files = await Promise.all(
      [true, false].map(async (isThere) => {
        const other = new Rig([3, 4]);
        if (!isThere)
          for (const [model, users] of other.world.likers)
            other.world.likers.set(
              model,
              users.filter((user) => user !== userUid(1)),
            );
        await other.begin();
        await other.workOn();
        const rig = new Rig([]);
        await takeZip(rig, (await exported(other)).zip);
        const { zip, pairs } = await exported(rig, { options: { excluded } });
        expect(pairs).toHaveLength(5);
        return Buffer.from(await zip.arrayBuffer()).toString('latin1');
      }),
    );
    expect(files[0]).toBe(files[1]);
  });
});

describe('a crawl that continues while the dataset is written', () => {
  /** A user known only from the import, whose like is read here after half of the likes were passed on. */
  async function meanwhile(options: Partial<DatasetOptions> = {}) {
    const { zip } = await exported(await crawled());
    const rig = new Rig([0, 0]);
    await takeZip(rig, zip);
    await recordSightings(rig.db, [sighting(9)], rig.time);
    const late: DatasetSource = datasetSource(rig.db);
    const from = (): DatasetSource => ({
      ...late,
      readModels: async (uids: readonly ModelUid[]) =>
        (await late.readModels(uids)).map((own) =>
          own.uid === modelUid(9)
            ? { ...own, isPublic: true, userUids: [userUid(2) as UserUid], readBetween: [rig.time, rig.time] }
            : own,
        ),
      readUsers: (after) =>
        Promise.resolve(after ? [] : [{ uid: userUid(2) as UserUid, username: 'Latecomer' }]),
    });
    return exported(rig, { from, options });
  }

  it('makes no user two users', async () => {
    const { pairs, summary } = await meanwhile();
    expect(pairs).toContain(pair(9, 2));
    expect(summary.users).toBe(5);
  });

  it('ignores what another page imports meanwhile, as its key has not been compared', async () => {
    const { zip, pairs } = await exported(await crawled());
    const rig = new Rig([]);
    await takeZip(rig, zip);
    const told = (imports: ImportStore): ImportStore => ({
      ...imports,
      readImportedLikes: async (uids) =>
        (await imports.readImportedLikes(uids)).map((rows) => [
          ...rows,
          ...rows.map((row) => ({
            ...row,
            importId: 'another',
            pseudonyms: ['f'.repeat(32)],
            seenAt: [9e15],
          })),
        ]),
    });
    expect((await exported(rig, { told })).pairs).toEqual(pairs);
  });

  it.each([
    { usernames: ['latecomer'], userUids: [] },
    { usernames: [], userUids: [userUid(2)] },
  ])('lets no excluded user in: %j', async (list) => {
    const { pairs } = await meanwhile({ excluded: { ...list, modelUids: [] } });
    expect(pairs.filter((one) => one.endsWith(hash(userUid(2))))).toEqual([]);
    expect(pairs).toHaveLength(5);
  });
});
