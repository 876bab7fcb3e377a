import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../src/dataset/dataset-options';
import { LeakError } from '../../src/dataset/leak-scan/leak-report';
import { memorySource } from './memory-source';
import { readParquet } from './tables/read-parquet';
import { type MadeZip, makeZip, table } from './zip/made-zip';

const rows = [
  { uid: 'm1', name: 'Cup | "Mug"', tags: ['cup'], likes: ['u1', 'u2', 'u3'], noAi: true },
  { uid: 'm2', name: '"Wolf"', tags: ['wolf'], likes: ['u1', 'u2'], readBetween: [day(3), day(5)] as const },
  {
    uid: 'm3',
    name: 'Zebra',
    likes: ['u1'],
    state: 'partial',
    ...{ complete: false, wasWhole: true },
    readBetween: [day(1), day(2)] as const,
  },
];
const usernames = { u1: 'Ada', u2: 'Bert', u3: 'Carl' };
const source = memorySource(rows, usernames);
const made = (value: object) => makeZip([], { source, options: parseDatasetOptions(value) });
const json = ({ files }: MadeZip, path: string) =>
  JSON.parse(files.get(path)!.toString()) as Record<string, unknown>;
const readme = ({ files }: MadeZip) => files.get('README.md')!.toString();

function day(date: number) {
  return Date.UTC(2026, 0, date, 12);
}

describe('the files of a dataset', () => {
  it.each([
    ['psv', 3],
    ['parquet', 2],
    ['recbole', 2],
    ['stats', 1],
  ])('are written without %s if that is not selected', async (file, fewer) => {
    const [whole, part] = [await made({}), await made({ files: { [file]: false } })];
    expect(part.files.size).toBe(whole.files.size - fewer);
    for (const path of part.files.keys()) expect(path).not.toContain(file);
    const summarized = (json(part, 'datapackage.json')['resources'] as { path: string }[]).map(
      ({ path }) => path,
    );
    expect(summarized).toEqual([...part.files.keys()].filter((path) => path !== 'datapackage.json'));
    for (const [, path] of readme(part).matchAll(/^### (\S+\/\S+)$/gm))
      expect([...part.files.keys()]).toContain(path);
  });

  it('are README and descriptor alone if nothing else is selected', async () => {
    const files = { psv: false, parquet: false, recbole: false, stats: false, croissant: false };
    expect([...(await made({ files })).files.keys()]).toEqual(['README.md', 'datapackage.json']);
  });
});

describe('names in the likes table', () => {
  it('are exact and quoted as in rec-a-sketch if that was chosen', async () => {
    const zip = await made({ likesNames: 'exact' });
    const text = zip.files.get('data/model_likes_anon.psv')!.toString();
    expect(text).toContain('\\Cup | "Mug"\\|m1|');
    expect(text).toContain('"Wolf"|m2|');
    expect(json(zip, 'datapackage.json')['likesOut']).toMatchObject({ namePolicy: 'exact' });
  });
});

describe('pseudonyms', () => {
  it('are HMAC-MD5 if that was chosen, and README and descriptor say so', async () => {
    const zip = await made({ hash: 'hmac-md5' });
    const expected = ['u1', 'u2', 'u3'].map((uid) =>
      createHmac('md5', 'secret key').update(uid).digest('hex'),
    );
    const found = new Set(
      table(zip, 'model_likes_anon')
        .slice(1)
        .map((record) => record[2]),
    );
    expect([...found].sort()).toEqual(expected.sort());
    expect(readme(zip)).toContain('HMAC-MD5');
    expect(json(zip, 'datapackage.json')['likesOut']).toMatchObject({ pseudonym: { algorithm: 'hmac-md5' } });
  });

  it.each([
    [{ mode: 'project', text: 'secret key', projectId: 'abcd' } as const, true],
    [
      {
        mode: 'passphrase',
        text: 'secret key',
        projectId: 'abcd',
        passphrase: 'four words of mine',
      } as const,
      false,
    ],
  ])(
    'under a key of mode $mode name the project, and the digest of the key unless it helps to guess it',
    async (key, isNamed) => {
      const zip = await makeZip([], { source, key });
      const { pseudonym } = json(zip, 'datapackage.json')['likesOut'] as {
        pseudonym: Record<string, unknown>;
      };
      expect(pseudonym).toMatchObject({ keyMode: key.mode, projectId: 'abcd' });
      expect('keyId' in pseudonym).toBe(isNamed);
      expect(readme(zip)).toContain(key.mode === 'project' ? 'The key belongs to a' : 'The key was derived');
      expect(readme(zip)).not.toContain('discarded');
    },
  );
});

describe('what the filters remove', () => {
  it('is in no file, and is counted in README, statistics and summary', async () => {
    const zip = await made({ leaveOutNoAi: true, excluded: { usernames: ['bert'] } });
    expect(
      table(zip, 'model_urls')
        .slice(1)
        .map(([, mid]) => mid),
    ).toEqual(['m2', 'm3']);
    expect(
      (await readParquet(zip, 'items')).map((item) => [item['item_id'], item['likes_collected']]),
    ).toEqual([
      ['m2', 1],
      ['m3', 1],
    ]);
    expect(await readParquet(zip, 'interactions')).toHaveLength(2);
    for (const content of zip.files.values()) expect(content.includes('m1')).toBe(false);
    expect(zip.summary).toMatchObject({ models: 2, users: 1, likes: 2, likesLeftOut: 4 });
    expect(readme(zip)).toContain('A list of exclusions was used.');
    expect(readme(zip)).toContain('| models marked against use for generative AI removed | 1 | 1 | 2 |');
    const { removed } = json(zip, 'stats.json')['filters'] as { removed: Record<string, unknown> };
    expect(removed).toMatchObject({ noAi: { models: 1, users: 1, likes: 2 } });
  });

  it('is summarized with the exclusions that match nobody', async () => {
    const { summary } = await made({ excluded: { usernames: ['ada', 'Adda'], userUids: [], modelUids: [] } });
    expect(summary).toMatchObject({
      likes: 3,
      likesLeftOut: 3,
      unmatchedExclusions: [1],
    });
  });

  it('is described as no protection if users and models had too few likes', async () => {
    const zip = await made({ minLikesPerUser: 2, minLikesPerModel: 2 });
    expect(zip.summary).toMatchObject({ models: 2, users: 2, likes: 4 });
    expect(readme(zip)).toMatch(/at least 2 likes in it.*\n.*It protects nobody\./);
  });

  it.each([
    [
      { minLikesPerUser: 2, minLikesPerModel: 2 },
      'Every user in the dataset has at least 2 likes in it, and every model in the dataset has at least 2',
    ],
    [{ minLikesPerUser: 2 }, 'Every user in the dataset has at least 2 likes in it.'],
    [{ minLikesPerModel: 2 }, 'Every model in the dataset has at least 2 likes in it.'],
  ])('under %j mentions no minimum that was not set', async (minimums, sentence) => {
    const text = readme(await made(minimums));
    expect(text).toContain(sentence);
    expect(text).not.toContain('at least 0');
  });

  it.each([
    ['users have a minimum', { minLikesPerUser: 2 }, /removed 1 of the likes.*\n.*can be shorter here/],
    [
      'a model is left out',
      { leaveOutNoAi: true },
      /removed 3 of the likes.*\n.*other models are unaffected\./,
    ],
  ])('is mentioned beside the number of complete lists if %s', async (_when, options, sentence) => {
    expect(readme(await made(options))).toMatch(sentence);
  });

  it('is not mentioned if nothing was removed', async () => {
    expect(readme(await made({}))).not.toContain('lists as they were read');
    expect(readme(await made({}))).not.toContain('exclusions');
    expect(readme(await made({ excluded: { usernames: ['bert'] } }))).not.toContain(
      'lists as they were read',
    );
  });
});

describe('the numbers', () => {
  it('count models without tags separately from those with unknown tags', async () => {
    const zip = await makeZip([
      { uid: 'm1', tags: ['cup'], categories: ['Mugs'] },
      { uid: 'm2', tags: [], categories: [] },
      { uid: 'm3', tags: [], categories: null },
      { uid: 'm4', tags: null, categories: null },
    ]);
    expect(readme(zip)).toContain('| models without tags, without categories | 2, 1 |');
    expect(readme(zip)).toContain('| models with unknown tags, unknown categories | 1, 2 |');
  });

  it('agree between summary, README, stats.json and the descriptor', async () => {
    const zip = await made({});
    const stats = json(zip, 'stats.json');
    expect(stats).toMatchObject({
      rows: { seen: 6, unique: 6, duplicates: 0 },
      likes: { users: 3, models: 3, likes: 6 },
      models: { models: 3, modelsByState: { complete: 2, partial: 1 } },
      crawl: { firstDay: '2026-01-01', lastDay: '2026-01-05', requests: 42, capturedModels: 3 },
    });
    expect(json(zip, 'datapackage.json')['likesOut']).toMatchObject({
      counts: { models: 3, users: 3, likes: 6, completeModels: 2 },
      crawl: { firstDay: '2026-01-01', lastDay: '2026-01-05', requests: 42 },
    });
    expect(zip.summary).toMatchObject({ models: 3, users: 3, likes: 6, completeModels: 2 });
    expect(readme(zip)).toContain('from 2026-01-01 to 2026-01-05');
    expect(readme(zip)).toContain('42 requests');
    expect(readme(zip)).toContain('| density (rec-a-sketch called it sparsity) | 66.7 % |');
    expect(readme(zip)).toContain('| 2 | 2 | 2 | 4 | 100 % |');
  });
});

describe('private data', () => {
  const secret = '00000000000000000000000000001234';
  const planted = (model: object) => makeZip([{ uid: 'm1', likes: [secret], ...model }]);

  it.each([
    ['a name', { name: `by ${secret}` }],
    ['a category', { categories: [secret] }],
    [
      'the address of a thumbnail, which is only in Parquet',
      { thumbnailUrl: `https://media.sketchfab.com/${secret}.jpeg` },
    ],
    ['the licence of a model, which is only in Parquet', { licence: `by ${secret}` }],
    ['the cause of a failure', { cause: `no page of ${secret}`, complete: false }],
  ])('stops the export if it is in %s', async (_where, model) => {
    await expect(planted(model)).rejects.toThrow(LeakError);
    await expect(planted({})).resolves.toBeTruthy();
  });

  it.each([
    ['the title', { title: `Likes of ${secret}` }],
    ['the creator', { creator: secret }],
  ])('stops the export if a user types it into %s', async (_where, about) => {
    const order = { options: parseDatasetOptions({ about }) };
    await expect(makeZip([{ uid: 'm1', likes: [secret] }], order)).rejects.toThrow(LeakError);
  });

  it('stops the export if the key is in a name', async () => {
    await expect(makeZip([{ uid: 'm1', name: 'my secret key' }])).rejects.toThrow(LeakError);
  });

  it('does not include user names that are tags, which are mentioned, or words of the tool', async () => {
    const named = memorySource([{ uid: 'm1', tags: ['dragon'], likes: ['u1', 'u2'] }], {
      u1: 'Dragon',
      u2: 'complete',
    });
    const { summary } = await makeZip([], { source: named });
    expect(summary.mentions).toEqual({ mentions: ['dragon'], mentionCount: 2 });
  });
});
