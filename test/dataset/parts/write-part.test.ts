import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { LeakError } from '../../../src/dataset/leak-scan/leak-report';
import type { PartManifest } from '../../../src/dataset/parts/part-manifest';
import { contributorSlug } from '../../../src/dataset/parts/contributor-slug';
import { keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';
import { keyId } from '../../../src/dataset/pseudonyms/pseudonym-key';
import { ImportError } from '../../../src/dataset/zip/import-error';
import { factsBy, tableFacts } from '../../../src/sketchfab/model-facts';
import { makeWorld, type WorldModel } from '../../loaders/world';
import { pairsOf, partZip, projectKey } from '../../loaders/written';

const world = makeWorld(5, 60, 200);
const hash = keyedHash(projectKey.text);
const byUid = [...world].sort((a, b) => (a.uid < b.uid ? -1 : 1));
const manifestIn = async (zip: Buffer) =>
  JSON.parse(
    await (await JSZip.loadAsync(zip)).file('parts/manifest-00000001.json')!.async('string'),
  ) as PartManifest;

describe('a part', () => {
  it('is read back as it was seen, including times', async () => {
    const read = await readDataset(new Blob([await partZip(world)]));
    expect(read.kind).toBe('part');
    const pairs = byUid.flatMap(({ uid }, place) =>
      [...read.users.subarray(read.starts[place], read.starts[place + 1])].map(
        (user) => `${uid} ${read.pseudonyms[user]!}`,
      ),
    );
    expect(pairs).toEqual(pairsOf(world));
    for (const [place, model] of byUid.entries()) {
      const complete = model.state === 'complete';
      const sorted = (labels: readonly string[] | null) =>
        labels && [...new Set(labels)].sort().map((name) => ({ name, slug: null }));
      expect(read.models[place]).toEqual({
        ...factsBy(tableFacts, () => null),
        ...{ uid: model.uid, name: model.name || null, state: model.state, complete },
        tags: sorted(model.tags),
        categories: sorted(model.categories),
        likeCount: model.likes.length,
        thumbnailUrl: `https://media.sketchfab.com/${model.uid}.jpeg`,
        sweptAt: complete ? model.readBetween![0] : null,
        observedAt: model.readBetween![1],
      });
      const seen = [...read.seenAt!.subarray(read.starts[place], read.starts[place + 1])];
      expect(new Set(seen)).toEqual(new Set(model.likes.length > 0 ? [model.readBetween![1]] : []));
    }
  });

  it('names contributor, key and contents in its manifest', async () => {
    const zip = await partZip(world, { contributor: contributorSlug('Ada L.'), shard: { i: 1, n: 3 } });
    const manifest = await manifestIn(zip);
    const times = world.map(({ readBetween }) => readBetween!);
    expect(manifest).toMatchObject({
      contributor: 'ada-l',
      keyMode: 'project',
      keyId: keyId(projectKey.text),
      algorithm: 'hmac-sha256',
      projectId: 'p1',
      shard: { i: 1, n: 3 },
      started: new Date(Math.min(...times.map(([first]) => first))).toISOString(),
      ended: new Date(Math.max(...times.map(([, last]) => last))).toISOString(),
      counts: {
        models: 60,
        users: new Set(world.flatMap(({ likes }) => likes)).size,
        likes: pairsOf(world).length,
      },
    });
    expect(manifest.parts.map(({ path }) => path)).toEqual([
      'parts/items/contributor=ada-l/crawl_date=2026-01-03/part-00000001-00000.parquet',
      'parts/likes/contributor=ada-l/crawl_date=2026-01-03/part-00000001-00000.parquet',
      'README.md',
    ]);
  });

  it('is the same bytes for the same rows', async () => {
    expect((await partZip(world)).equals(await partZip(world))).toBe(true);
  });

  it('may contain models whose likes were never requested, or nothing', async () => {
    const unread: WorldModel[] = [{ ...world[0]!, state: 'new', likes: [], readBetween: null }];
    const read = await readDataset(new Blob([await partZip(unread)]));
    expect(read.models).toMatchObject([{ state: 'new', complete: false, sweptAt: null, observedAt: null }]);
    expect((await readDataset(new Blob([await partZip([])]))).models).toEqual([]);
    expect(await manifestIn(await partZip([]))).toMatchObject({ started: null, ended: null });
  });

  it('uses the requested hash', async () => {
    const zip = await partZip(world, { options: { ...defaultDatasetOptions, hash: 'hmac-md5' } });
    const read = await readDataset(new Blob([zip]));
    expect(read.keyFingerprint.algorithm).toBe('hmac-md5');
    expect(read.pseudonyms).toContain(keyedHash(projectKey.text, 'hmac-md5')(world[0]!.likes[0]!));
    expect(read.pseudonyms).not.toContain(hash(world[0]!.likes[0]!));
  });

  it.each([
    ['a name', { name: `by ${world[0]!.likes[1]!}` }],
    ['a tag', { tags: [world[0]!.likes[1]!] }],
  ])('is not written with a raw user id in %s', async (_where, planted) => {
    expect(world[0]!.likes[1]!).toHaveLength(32);
    await expect(partZip([{ ...world[0]!, ...planted }])).rejects.toThrow(LeakError);
  });

  it('is refused if a table was changed or added', async () => {
    const zip = await JSZip.loadAsync(await partZip(world));
    const likes = Object.keys(zip.files).find((path) => path.startsWith('parts/likes/'))!;
    const bytes = await zip.file(likes)!.async('uint8array');
    const read = async () =>
      readDataset(new Blob([await zip.generateAsync({ type: 'arraybuffer' })])).catch(
        (error: unknown) => error,
      );
    const changed = bytes.slice();
    changed[100]! ^= 1;
    zip.file(likes, changed, { createFolders: false });
    expect(await read()).toMatchObject({ problem: { code: 'changedFile', path: likes } });
    zip.file(likes, bytes, { createFolders: false });
    zip.file(likes.replace('00000.parquet', '00001.parquet'), bytes, { createFolders: false });
    expect(await read()).toBeInstanceOf(ImportError);
  });
});

describe('the folder name for a contributor', () => {
  it.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['  Zoë  ', 'zoe'],
    ['../../etc', 'etc'],
    ['日本', 'someone'],
    ['', 'someone'],
    [`${'a'.repeat(39)}-b`, 'a'.repeat(39)],
  ])('for %j is %s', (name, slug) => {
    expect(contributorSlug(name)).toBe(slug);
  });
});
