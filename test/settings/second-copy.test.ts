import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CapturedModel } from '../../src/settings/captured-model';
import { noCopy, readCopyHead, readWholeCopy, removeCopy, writeCopy } from '../../src/settings/second-copy';
import { parseIsoDate } from '../../src/sketchfab/iso-date';
import { parseUserUid } from '../../src/sketchfab/user-uid';
import { sighting } from '../crawl/small-world';
import { fakeStorage } from './fake-storage';

// Only the platform is faked. Imported late, because mocks are moved before all imports.
vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('./fake-storage');
  return { default: { storage: { local } } };
});
beforeEach(() => fakeStorage.clear());

const full: CapturedModel = {
  ...sighting(1),
  name: '<img onerror> \u202e name',
  likeCount: 12,
  ownerUid: parseUserUid('16271')!,
  tags: [
    { name: 'robot', slug: 'robot' },
    { name: 'Sci-Fi', slug: 'sci-fi' },
    { name: 'old', slug: null },
  ],
  categories: [],
  noAi: true,
  isRestricted: false,
  thumbnailUrl: 'https://media.sketchfab.com/a.jpeg',
  publishedOn: parseIsoDate('2024-03-01')!,
  views: { count: 1_234, seenOn: parseIsoDate('2026-01-02')! },
  faceCount: 5_000,
  licence: 'CC Attribution',
  capturedAt: 1_480_000_000_000,
};
const bare: CapturedModel = { ...sighting(2), name: null, capturedAt: 5 };

const head = { ...noCopy, id: 'a', models: 2, chunks: 1 };

describe('the second copy', () => {
  it('returns all known facts of a model, and leaves unknown ones unknown', async () => {
    await writeCopy(head, new Map([[0, [full, bare]]]));
    expect((await readWholeCopy()).models).toEqual([full, bare]);
    expect(await readCopyHead()).toEqual(head);
  });

  it('applies the facts of later entries of a model, and keeps its place', async () => {
    const later = { ...sighting(2), name: 'Told later', capturedAt: 9 };
    await writeCopy(
      head,
      new Map([
        [0, [bare, full]],
        [1, [later, { ...full, name: null, tags: null }]],
      ]),
    );
    expect((await readWholeCopy()).models).toEqual([{ ...bare, name: 'Told later' }, full]);
  });

  it('reads its chunks in numerical order, the tenth after the ninth', async () => {
    const chunks = Array.from({ length: 12 }, (_, i) => [i, [{ ...sighting(i), capturedAt: i }]] as const);
    await writeCopy(head, new Map(chunks));
    const { models } = await readWholeCopy();
    expect(models.map(({ capturedAt }) => capturedAt)).toEqual(chunks.map(([i]) => i));
  });

  it.each([
    ['no array', '{}'],
    ['a malformed entry', JSON.stringify([[bare.uid, 5, {}], 7])],
    [
      'an invalid id',
      JSON.stringify([
        [bare.uid, 5, {}],
        ['../../x', 5, {}],
      ]),
    ],
    [
      'a fact of the wrong type',
      JSON.stringify([
        [bare.uid, 5, {}],
        [full.uid, 5, { likeCount: '12' }],
      ]),
    ],
    [
      'a thumbnail from a foreign address',
      JSON.stringify([
        [bare.uid, 5, {}],
        [full.uid, 5, { thumbnailUrl: 'javascript:1' }],
      ]),
    ],
    [
      'a day that does not exist',
      JSON.stringify([
        [bare.uid, 5, {}],
        [full.uid, 5, { publishedOn: '2024-02-30' }],
      ]),
    ],
    [
      'no date',
      JSON.stringify([
        [bare.uid, 5, {}],
        [full.uid, null, {}],
      ]),
    ],
  ])('reports a chunk that holds %s, and reads the rest', async (_, text) => {
    await writeCopy(head, new Map([[0, [full]]]));
    fakeStorage.texts.set('captured:1', text);
    const { models, chunks } = await readWholeCopy();
    expect([...chunks.values()].map(({ isWhole }) => isWhole)).toEqual([true, false]);
    expect(models).toEqual(text === '{}' ? [full] : [full, bare]);
  });

  it.each(['7', '{"id":"a"}', '{"id":"a","models":-1,"chunks":0,"intent":null}'])(
    'treats a malformed head, %s, as the copy of no database',
    async (text) => {
      fakeStorage.texts.set('databaseId', text);
      expect(await readCopyHead()).toEqual(noCopy);
    },
  );

  it.each(['captured:9007199254740991', 'captured:1e3', 'captured:-1'])(
    'ignores %s, which is no chunk of ours, and removes it with the others',
    async (key) => {
      await writeCopy(head, new Map([[0, [full]]]));
      fakeStorage.texts.set(key, JSON.stringify([[bare.uid, 5, {}]]));
      const { models, chunks } = await readWholeCopy();
      expect([...chunks.keys()]).toEqual([0]);
      expect(models).toEqual([full]);
      await removeCopy();
      expect([...fakeStorage.texts.keys()]).not.toContain(key);
    },
  );

  it('is removed with all its chunks, and settings are kept', async () => {
    await fakeStorage.set({ consent: true });
    await writeCopy(
      head,
      new Map([
        [0, [full]],
        [7, [bare]],
      ]),
    );
    await removeCopy();
    expect([...fakeStorage.texts.keys()]).toEqual(['consent']);
  });
});
