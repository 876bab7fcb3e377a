import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { type DatasetOptions, parseDatasetOptions } from '../../src/dataset/dataset-options';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import { excludedWorlds, usernames, withoutThem } from './excluded-worlds';
import { exportPart } from './export-from';
import { type MadeUpModel, memorySource } from './memory-source';
import { readParquet } from './tables/read-parquet';
import { makeZip } from './zip/made-zip';

const key = { mode: 'project', text: 'secret key', projectId: 'p1' } as const;
const day = 86_400_000;

/** Not even the number of requests may show: with fewer likes there are fewer pages to ask for. */
function sourceOf(models: readonly MadeUpModel[], requests: number): DatasetSource {
  return { ...memorySource(models, usernames), countRequests: () => Promise.resolve(requests) };
}

async function datasetOf(source: DatasetSource, options: DatasetOptions) {
  const { files } = await makeZip([], { source, options, key, exportedAt: new Date(Date.UTC(2026, 0, 6)) });
  return asTexts(files);
}

async function partOf(source: DatasetSource, options: DatasetOptions) {
  const chunks: Uint8Array[] = [];
  await exportPart({
    ...{ source, options, key, contributor: 'ada', run: '00000001', shard: null, toolVersion: '1.2.3' },
    exportedAt: new Date(Date.UTC(2026, 0, 5, 10) + day / 4),
    write: (chunk) => void chunks.push(chunk.slice()),
  });
  const opened = Object.values((await JSZip.loadAsync(Buffer.concat(chunks))).files);
  return asTexts(
    new Map(
      await Promise.all(opened.map(async (file) => [file.name, await file.async('nodebuffer')] as const)),
    ),
  );
}

/** Byte for byte, and readable where two differ. */
const asTexts = (files: ReadonlyMap<string, Buffer>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, content.toString('latin1')]));

const runs = { numRuns: 40 };

describe('people and models that are left out', () => {
  it('leave no trace in a dataset: it is byte for byte that of a world without them', async () => {
    await fc.assert(
      fc.asyncProperty(excludedWorlds, async (world) => {
        const found = await datasetOf(sourceOf(world.models, 900), world.options);
        expect(found).toEqual(await datasetOf(sourceOf(withoutThem(world), 600), world.optionsForNobody));
      }),
      runs,
    );
  });

  it('show only that there were any if they are models that may be private', async () => {
    const another = { uid: 'f'.repeat(32), isPublic: false };
    await fc.assert(
      fc.asyncProperty(excludedWorlds, async ({ models, excludedModels, optionsForNobody }) => {
        const options = { ...optionsForNobody, excluded: parseDatasetOptions({}).excluded };
        const isHidden = ({ uid }: MadeUpModel) => excludedModels.has(uid);
        const all = models.map((row) => (isHidden(row) ? { ...row, isPublic: false } : row));
        const others = models.filter((row) => !isHidden(row));
        const found = await datasetOf(sourceOf([...all, another], 900), options);
        expect(found).toEqual(await datasetOf(sourceOf([...others, another], 600), options));
      }),
      runs,
    );
  });

  it('leave no trace in a part', async () => {
    await fc.assert(
      fc.asyncProperty(excludedWorlds, async (world) => {
        const found = await partOf(sourceOf(world.models, 900), world.options);
        expect(found).toEqual(await partOf(sourceOf(withoutThem(world), 600), world.optionsForNobody));
      }),
      runs,
    );
  });

  it('show only that a list was used, whether it matched anybody or not', async () => {
    await fc.assert(
      fc.asyncProperty(excludedWorlds, async ({ models, options, optionsForNobody }) => {
        const statements = await Promise.all(
          [options, optionsForNobody].map(async (given) => {
            const files = await datasetOf(sourceOf(models, 900), given);
            const { likesOut } = JSON.parse(files['datapackage.json']!) as {
              likesOut: { filters: Record<string, unknown>; crawl: Record<string, unknown> };
            };
            const { removed, ...statement } = likesOut.filters;
            expect(Object.keys(removed as object)).toEqual(['noAi', 'restricted', 'userSample', 'minimums']);
            return { statement, requests: likesOut.crawl['requests'] };
          }),
        );
        const declared = { statement: { exclusionList: true }, requests: null };
        expect(statements).toEqual([declared, declared]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('an attacker with one dataset', () => {
  /** 40 complete lists, all as long as the site says. Person 0 likes every third model. */
  const models = Array.from({ length: 40 }, (_, n) => ({
    uid: `model${n}`,
    likes: [
      ...(n % 3 === 0 ? ['16271'] : []),
      ...Array.from({ length: 3 + (n % 5) }, (_u, at) => `user${at}`),
    ],
  }));
  const liked = models.filter(({ likes }) => likes.includes('16271')).map(({ uid }) => uid);

  it('finds in no column a difference that singles out the likes of an excluded person', async () => {
    const options = parseDatasetOptions({ excluded: { userUids: ['16271'] } });
    const zip = await makeZip([], { source: sourceOf(models, 900), options, key });
    const rows = await readParquet(zip, 'interactions');
    const suspects = (await readParquet(zip, 'items')).map((item) => {
      const inFile = rows.filter((row) => row['item_id'] === item['item_id']).length;
      return [item['like_count'] as number, item['likes_collected'] as number].map((count) => count - inFile);
    });
    expect(suspects.length).toBe(40);
    expect(suspects.flat().every((difference) => difference === 0)).toBe(true);
    expect(liked.length).toBe(14);
  });
});
