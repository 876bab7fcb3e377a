import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../src/dataset/dataset-options';
import { wholePages } from '../../src/dataset/filter/whole-pages';
import { type MadeUpModel, memorySource } from './memory-source';
import { readParquet } from './tables/read-parquet';
import { makeZip } from './zip/made-zip';

const key = { mode: 'project', text: 'secret key', projectId: 'p1' } as const;
const exportedAt = new Date(Date.UTC(2026, 0, 6));
const perPage = 24;
const person = (n: number) =>
  n % 9 === 0 ? String(16_271 + n) : createHash('md5').update(`${n}`).digest('hex');

/** The likes of a list, of which the crawl read this many pages, as the site gave them: 24 on each. */
const listOf = (pages: number, from: number) =>
  Array.from({ length: perPage * pages }, (_, at) => person((from + 7 * at) % 200)).flatMap((uid, at) =>
    // Some come twice, as in a list that shifts while it is read.
    at % 10 === 3 ? [uid, uid] : [uid],
  );

const distinct = [...new Set(listOf(2, 3))];

type World = { readonly models: readonly MadeUpModel[]; readonly excluded: ReadonlySet<string> };

/** Lists that were cut short after some pages, and whom to leave out, who are on many of them. */
const worlds: fc.Arbitrary<World> = fc
  .record({
    lists: fc.array(
      fc.record({
        pages: fc.nat(5),
        from: fc.nat(199),
        state: fc.constantFrom('partial', 'crawling', 'forbidden', 'gone', 'failed'),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    out: fc.uniqueArray(fc.nat(199), { maxLength: 30 }),
  })
  .map(({ lists, out }) => ({
    excluded: new Set(out.map(person)),
    models: lists.map(({ pages, from, state }, n) => ({
      ...{ uid: n.toString(16).padStart(32, '0'), state, complete: false, likeCount: 500 },
      likes: listOf(pages, from),
    })),
  }));

const optionsFor = (excluded: Iterable<string>) =>
  parseDatasetOptions({ excluded: { usernames: ['somebody-else'], userUids: [...excluded] } });

const exported = (models: readonly MadeUpModel[], excluded: Iterable<string>) => {
  const source = { ...memorySource(models), countRequests: () => Promise.resolve(models.length) };
  return makeZip([], { source, options: optionsFor(excluded), key, exportedAt });
};

const filesOf = ({ files }: Awaited<ReturnType<typeof makeZip>>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, content.toString('latin1')]));

/** The rows of each model, and what its columns say of their number. */
async function countsIn(zip: Awaited<ReturnType<typeof makeZip>>) {
  const likes = await readParquet(zip, 'interactions');
  return (await readParquet(zip, 'items')).map((item) => ({
    rows: likes.filter((row) => row['item_id'] === item['item_id']).length,
    collected: item['likes_collected'],
  }));
}

describe('lists that were not read to their end', () => {
  it('have whole pages of likes where people are left out, so that none tells of somebody on it', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ({ models, excluded }) => {
        for (const { rows, collected } of await countsIn(await exported(models, excluded))) {
          expect([0, 48, 72, 96, 120]).toContain(rows);
          expect(collected).toBe(rows);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are as if the people had never been there, and the crawl had been stopped earlier', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ({ models, excluded }) => {
        const others = models.map((row) => {
          const likes = row.likes!.filter((uid) => !excluded.has(uid));
          const [before, after] = [new Set(row.likes), new Set(likes)];
          const kept = new Set([...after].slice(0, wholePages(after.size)));
          const likeCount = 500 - (before.size - after.size);
          return { ...row, likeCount, likes: likes.filter((uid) => kept.has(uid)) };
        });
        const found = filesOf(await exported(models, excluded));
        expect(found).toEqual(filesOf(await exported(others, [])));
      }),
      { numRuns: 30 },
    );
  });

  it('have all their likes where nobody is left out', async () => {
    const models = [{ uid: 'a'.repeat(32), state: 'partial', complete: false, likes: distinct.slice(1) }];
    const zip = await makeZip(models, { key, exportedAt });
    expect(await countsIn(zip)).toEqual([{ rows: 47, collected: 47 }]);
  });
});

describe('where people are left out, all other likes are kept of lists', () => {
  it.each([
    ['that are complete', { state: 'complete', complete: true }],
    ['that were read to their end and have drifted', { state: 'drifted', complete: false }],
    ['that were complete before the model was gone', { state: 'gone', complete: false, wasWhole: true }],
  ])('%s', async (_, facts) => {
    const models = [{ uid: 'a'.repeat(32), ...facts, likes: distinct.slice(10) }];
    const zip = await exported(models, [models[0]!.likes[5]!]);
    expect(await countsIn(zip)).toEqual([{ rows: 37, collected: 37 }]);
  });
});
