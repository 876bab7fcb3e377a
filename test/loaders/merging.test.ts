import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../src/crawl/shard';
import { defaultDatasetOptions } from '../../src/dataset/dataset-options';
import { readDataset } from '../../src/dataset/import/read-dataset';
import { applyImport } from '../../src/dataset/merge/apply-import';
import { createMergeKey, type MergeKey } from '../../src/dataset/merge/merge-key';
import { mergedSource } from '../../src/dataset/merge/merged-source';
import { planImport } from '../../src/dataset/merge/plan-import';
import type { PartRequest } from '../../src/dataset/parts/part-manifest';
import { items } from '../../src/dataset/tables/items';
import { parseIsoDate } from '../../src/sketchfab/iso-date';
import type { ModelFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { memoryImportStore } from '../dataset/merge/memory-import-store';
import { duckdb } from './duckdb';
import { makeWorld, type WorldModel, worldSource } from './world';
import { asPairs, datasetZip, pairsOf, partZip, projectKey, unpack } from './written';

const world = makeWorld(3, 240, 500);
const shards = [0, 1].map((i) => world.filter(({ uid }) => shardOf(uid, 2) === i));
/** The query of docs/merging.md for models with likes that count as taken back. */
const [, takenBack = ''] = /^```sql\n(SELECT item_id, count.*?)^```/ms.exec(
  readFileSync(new URL('../../docs/merging.md', import.meta.url), 'utf8'),
)!;
const mergeSql = readFileSync(new URL('../../docs/merge.sql', import.meta.url), 'utf8');
const key = createMergeKey(projectKey, 'hmac-sha256') as MergeKey;
const ofShard = (i: number): Partial<PartRequest> => ({
  run: `0000000${i}`,
  contributor: ['ada', 'grace'][i]!,
  shard: { i, n: 2 },
});

/** Merges these parts with DuckDB and the unchanged script of the documents. */
async function mergeWithDuckdb(
  parts: readonly Buffer[],
  query = "SELECT item_id, user_id FROM 'merged/interactions.parquet'",
): Promise<string[]> {
  const folder = await unpack(...parts);
  mkdirSync(join(folder, 'merged'));
  return asPairs(duckdb(folder, `${mergeSql}\n${query}`));
}

/** The export of a machine that read `own` itself and imported these zips. */
async function mergeByImport(own: readonly WorldModel[], ...zips: readonly Buffer<ArrayBuffer>[]) {
  const read = Object.fromEntries(
    own.map(({ uid, likes, readBetween, state }) => [
      uid,
      { userUids: likes, readBetween, complete: state === 'complete' },
    ]),
  );
  const held = memoryImportStore([], read);
  const names = new Map<ModelUid, string>();
  for (const zip of zips) {
    const imported = await readDataset(new Blob([zip]));
    const plan = await planImport({ imported, store: held.store, key });
    expect(plan.likes.refusal).toBeNull();
    for (const { uid, name } of imported.models) names.set(uid, name ?? '');
    await applyImport(imported, plan, held.store, { takesBack: true });
  }
  const ownUids = new Set<string>(own.map(({ uid }) => uid));
  const models: readonly WorldModel[] = [
    ...own,
    ...[...names]
      .filter(([uid]) => !ownUids.has(uid))
      .map(([uid, name]) => ({
        ...{ uid, name, tags: null, categories: null },
        ...{ state: 'new', likes: [], readBetween: null },
      })),
  ];
  const merged = await mergedSource({
    source: worldSource(models),
    imports: held.store,
    readUserUids: () => Promise.resolve([...new Set(own.flatMap(({ likes }) => likes))]),
    key,
  });
  expect(merged.leftOut).toEqual([]);
  const folder = await unpack(await datasetZip(merged.source));
  const state = duckdb(folder, "SELECT item_id, state FROM 'parquet/items.parquet'");
  return {
    pairs: asPairs(duckdb(folder, "SELECT item_id, user_id FROM 'parquet/interactions.parquet'")),
    states: asPairs(state),
  };
}

describe('two machines that share a crawl', { timeout: 120_000 }, () => {
  const [first, second] = shards as [WorldModel[], WorldModel[]];

  it('never crawl a model twice', () => {
    expect(Math.min(first.length, second.length)).toBeGreaterThan(80);
    expect(first.length + second.length).toBe(world.length);
  });

  it('give the same dataset as a single machine when DuckDB merges their parts', async () => {
    const parts = [await partZip(first, ofShard(0)), await partZip(second, ofShard(1))];
    expect(await mergeWithDuckdb(parts)).toEqual(pairsOf(world));
  });

  it('give the columns of a dataset but for the cause when DuckDB merges their parts', async () => {
    const folder = await unpack(await partZip(first, ofShard(0)), await partZip(second, ofShard(1)));
    mkdirSync(join(folder, 'merged'));
    const described = "SELECT column_name FROM (DESCRIBE FROM 'merged/items.parquet')";
    const columns = duckdb(folder, `${mergeSql}\n${described};`).flat();
    expect(columns).toEqual(items.columns.map(({ name }) => name).filter((name) => name !== 'cause'));
  });

  it('give the same dataset when one imports the part of the other and exports', async () => {
    const merged = await mergeByImport(first, await partZip(second, ofShard(1)));
    expect(merged.pairs).toEqual(pairsOf(world));
    expect(merged.states).toEqual(world.map(({ uid, state }) => `${uid} ${state}`).sort());
  });

  it('give the same dataset when a third imports what both exported, parts or datasets', async () => {
    const parts = [await partZip(first, ofShard(0)), await partZip(second, ofShard(1))];
    expect((await mergeByImport([], ...parts)).pairs).toEqual(pairsOf(world));
    const datasets = [await datasetZip(first), await datasetZip(second)];
    const merged = await mergeByImport([], ...datasets);
    expect(merged.pairs).toEqual(pairsOf(world));
    expect(merged.states).toEqual(world.map(({ uid, state }) => `${uid} ${state}`).sort());
  });
});

describe('two machines that crawl the same models at different times', { timeout: 120_000 }, () => {
  const later = 3_600_000;
  const before = world.slice(0, 60);
  // One like of each list was taken back meanwhile, and one is new.
  const after = before.map((model, index) => ({
    ...model,
    likes: [...model.likes.slice(1), ...before[(index + 7) % 60]!.likes.slice(0, 1)].filter(
      (user, at, all) => all.indexOf(user) === at && user !== model.likes[0],
    ),
    readBetween: [model.readBetween![0] + later, model.readBetween![1] + later] as const,
  })) as WorldModel[];
  // An incomplete list cannot show that a like is gone.
  const truth = pairsOf(
    after.map((model, index) => ({
      ...model,
      likes:
        model.state === 'complete' ? model.likes : [...new Set([...model.likes, ...before[index]!.likes])],
    })),
  );

  it('agree on unlikes, merged by DuckDB or by an import in either direction', async () => {
    const [old, young] = [await partZip(before, ofShard(0)), await partZip(after, ofShard(1))];
    expect(truth).not.toEqual(pairsOf(after));
    expect(await mergeWithDuckdb([old, young])).toEqual(truth);
    const gone = pairsOf(before).filter((pair) => !truth.includes(pair));
    const named = await mergeWithDuckdb([old, young], takenBack);
    expect(named.reduce((sum, row) => sum + Number(row.split(' ')[1]), 0)).toBe(gone.length);
    expect(new Set(named.map((row) => row.split(' ')[0]))).toEqual(
      new Set(gone.map((pair) => pair.split(' ')[0])),
    );
    expect((await mergeByImport(before, young)).pairs).toEqual(truth);
    expect((await mergeByImport(after, old)).pairs).toEqual(truth);
    expect((await mergeByImport([], young, old)).pairs).toEqual(truth);
  });
});

describe('two machines that know different facts', { timeout: 120_000 }, () => {
  it('give all of them when DuckDB merges their parts: each from the complete list if it is known there', async () => {
    const [model] = world.filter(({ state }) => state === 'complete') as [WorldModel];
    const partOf = (contributor: string, own: WorldModel, facts: Partial<ModelFacts>) => {
      const source = worldSource([own]);
      const readModels: typeof source.readModels = async (uids) =>
        (await source.readModels(uids)).map((read) => ({ ...read, ...facts }) as typeof read);
      const run = contributor === 'ada' ? '00000001' : '00000002';
      return partZip([own], { contributor, run, source: { ...source, readModels } });
    };
    const views = (count: number, day: string) => ({ count, seenOn: parseIsoDate(day)! });
    const whole = await partOf('ada', model, {
      ...{ publishedOn: null, faceCount: 7, licence: null, noAi: null },
      views: views(5, '2026-01-01'),
    });
    const glance = await partOf(
      'grace',
      { ...model, state: 'new', likes: [], readBetween: null },
      {
        ...{ publishedOn: parseIsoDate('2024-02-29')!, faceCount: 8, licence: 'CC Attribution', noAi: true },
        views: views(6, '2026-01-02'),
      },
    );
    const folder = await unpack(whole, glance);
    mkdirSync(join(folder, 'merged'));
    const columns =
      'state, CAST(published_on AS VARCHAR), views, CAST(views_seen_on AS VARCHAR), faces, licence, no_ai';
    expect(duckdb(folder, `${mergeSql}\nSELECT ${columns} FROM 'merged/items.parquet';`)).toEqual([
      ['complete', '2024-02-29', 6, '2026-01-02', 7, 'CC Attribution', true],
    ]);
  });
});

describe('parts of different projects', { timeout: 120_000 }, () => {
  it('are refused by merge.sql', async () => {
    const foreign = await partZip(world.slice(0, 5), {
      ...ofShard(1),
      key: { ...projectKey, text: 'another key' },
    });
    const own = await partZip(world.slice(0, 5), ofShard(0));
    await expect(mergeWithDuckdb([own, foreign])).rejects.toThrow('one key, method and project');
  });

  it('are refused by the import', async () => {
    const foreign = await partZip(world.slice(0, 5), { key: { ...projectKey, text: 'another key' } });
    const imported = await readDataset(new Blob([foreign]));
    const { store } = memoryImportStore();
    await expect(planImport({ imported, store, key })).rejects.toThrow('otherKey');
  });
});

describe('a part', { timeout: 120_000 }, () => {
  it('leaves out excluded users', async () => {
    const user = world[0]!.likes[0]!;
    const part = await partZip(world, {
      options: {
        ...defaultDatasetOptions,
        excluded: { ...defaultDatasetOptions.excluded, userUids: [user] },
      },
    });
    const imported = await readDataset(new Blob([part]));
    expect(imported.pseudonyms).not.toContain(key.pseudonymOf(user));
    expect(imported.pseudonyms).toContain(key.pseudonymOf(world[0]!.likes[1]!));
  });
});
