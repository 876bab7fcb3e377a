import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../src/dataset/columns/string-list';
import { parseDatasetOptions } from '../../src/dataset/dataset-options';
import type { ChosenModels } from '../../src/dataset/filter/chosen-models';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { excludedWorlds, usernames } from './excluded-worlds';
import { type MadeUpModel, memorySource } from './memory-source';
import { readParquet } from './tables/read-parquet';
import { type MadeZip, makeZip } from './zip/made-zip';

const key = { mode: 'project', text: 'secret key', projectId: 'p1' } as const;
const conditions = [
  { property: 'category', anyOf: ['Characters', 'Cars'], words: ['Category: Characters', 'Category: Cars'] },
  { property: 'likes', min: 10, max: 199, words: ['Likes: 10 to 199'] },
];
const byCategory = { conditions: conditions.slice(0, 1) };
const chosenOf = (uids: readonly string[], rest: Partial<ChosenModels> = {}): ChosenModels => ({
  uids: stringListOf(uids as ModelUid[]),
  conditions,
  ...rest,
});

const people = ['16271', 'a'.repeat(32), 'b'.repeat(32)];
const models: readonly MadeUpModel[] = [
  { uid: '1'.repeat(32), likes: [people[0]!, people[1]!] },
  { uid: '2'.repeat(32), likes: [people[1]!] },
  { uid: '3'.repeat(32), likes: people },
  { uid: '4'.repeat(32), likes: [people[2]!], isPublic: false },
];
const [first, second, third, hidden] = models.map(({ uid }) => uid) as [string, string, string, string];

async function zipOf(chosen: ChosenModels | undefined, options: object = {}): Promise<MadeZip> {
  return makeZip(models, {
    source: memorySource(models, usernames),
    options: parseDatasetOptions(options),
    key,
    ...(chosen && { chosen }),
  });
}

const descriptorOf = ({ files }: MadeZip) =>
  (JSON.parse(files.get('datapackage.json')!.toString()) as { likesOut: Record<string, unknown> }).likesOut;
const readmeOf = ({ files }: MadeZip) => files.get('README.md')!.toString();

describe('a dataset of chosen models', () => {
  it('is byte for byte that of a world with these models alone', async () => {
    await fc.assert(
      fc.asyncProperty(excludedWorlds, fc.infiniteStream(fc.boolean()), async (world, coins) => {
        const picked = new Set(world.models.filter(() => coins.next().value).map(({ uid }) => uid));
        // Ids that are not stored choose nothing.
        const chosen = chosenOf([...picked, 'f'.repeat(32)], byCategory);
        const [found, expected] = await Promise.all(
          [world.models, world.models.filter(({ uid }) => picked.has(uid))].map(async (rows) => {
            const source = memorySource(rows, usernames);
            const exportedAt = new Date(Date.UTC(2026, 0, 6));
            const zip = await makeZip([], { source, options: world.options, key, exportedAt, chosen });
            return [...zip.files].map(([path, content]) => [path, content.toString('latin1')]);
          }),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused if a number of likes chose them and somebody is left out, as its numbers would tell', async () => {
    const excluded = { excluded: { usernames: ['somebody'], userUids: [], modelUids: [] } };
    await expect(zipOf(chosenOf([first]), excluded)).rejects.toThrow('would tell who was left out');
    await zipOf(chosenOf([first], byCategory), excluded);
    await zipOf(chosenOf([first]));
  });

  it('holds exactly them, with their likes and the people who liked them', async () => {
    const zip = await zipOf(chosenOf([third, second]));
    expect((await readParquet(zip, 'items')).map((row) => row['item_id'])).toEqual([second, third]);
    const rows = await readParquet(zip, 'interactions');
    expect(rows.map((row) => row['item_id'])).toEqual([second, third, third, third]);
    expect(descriptorOf(zip)['counts']).toMatchObject({ models: 2, users: 3, likes: 4, completeModels: 2 });
    expect((await zipOf(chosenOf([second]))).summary).toMatchObject({ models: 1, users: 1, likes: 1 });
  });

  it('says in README and descriptor what they fulfil and how many they are', async () => {
    const zip = await zipOf(chosenOf([first, second]));
    expect(descriptorOf(zip)['filters']).toMatchObject({
      chosen: { models: 2, conditions },
      exclusionList: false,
    });
    const readme = readmeOf(zip);
    expect(readme).toContain('Only 2 models were chosen');
    expect(readme).toContain('  - `Category: Characters` or `Category: Cars`\n  - `Likes: 10 to 199`\n');
    expect(readme).toContain('**These are not all models that were collected**');
    expect(readme).toContain('Nothing else that was collected was removed');
    // Those of all other models are in the number of requests.
    expect(descriptorOf(zip)['crawl']).toMatchObject({ requests: null });
  });

  it('says nothing of the kind if all models were wanted', async () => {
    const zip = await zipOf(undefined);
    expect(descriptorOf(zip)['filters']).not.toHaveProperty('chosen');
    expect(readmeOf(zip)).not.toMatch(/chosen|not all models/);
  });

  it('leaves out what may not leave, and counts only what is there', async () => {
    const options = { excluded: { modelUids: [first] } };
    const zip = await zipOf(chosenOf([first, second, hidden], byCategory), options);
    expect((await readParquet(zip, 'items')).map((row) => row['item_id'])).toEqual([second]);
    expect(descriptorOf(zip)['filters']).toMatchObject({ chosen: { models: 1 } });
    // Of the chosen ones: the hidden model and its like, and the two likes of the excluded one.
    expect(zip.summary).toMatchObject({ modelsNotPublic: 1, likesLeftOut: 3, unmatchedExclusions: [] });
    expect((await zipOf(chosenOf([second], byCategory), options)).summary).toMatchObject({
      modelsNotPublic: 0,
      likesLeftOut: 0,
      // It is known, even if it was not chosen.
      unmatchedExclusions: [],
    });
  });

  it('sets words of the filter apart, so that a README cannot be taken over by a tag', async () => {
    const words = ['Tag: `</ul># Free likes'];
    const readme = readmeOf(await zipOf(chosenOf([first], { conditions: [{ property: 'tag', words }] })));
    expect(readme).toContain("  - `Tag: '</ul># Free likes`\n");
  });

  it('is refused if the filter names an id of a user', async () => {
    const condition = { property: 'text', contains: people[1]!, words: [`Search: ${people[1]!}`] };
    await expect(zipOf(chosenOf([first], { conditions: [condition] }))).rejects.toThrow();
  });
});
