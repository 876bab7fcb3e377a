import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { publicLoaders } from './public-loaders';
import { makeWorld } from './world';
import { asPairs, datasetZip, pairsOf } from './written';

const world = makeWorld(1);
const likesIn = async (zip: Buffer) =>
  (await JSZip.loadAsync(zip)).file('data/model_likes_anon.psv')!.async('string');
const names = Object.keys(publicLoaders);

describe('the likes table', { timeout: 120_000 }, () => {
  it.each(names)('is read completely by the loader %s', async (name) => {
    const text = await likesIn(await datasetZip(world));
    expect(asPairs(publicLoaders[name]!(text))).toEqual(pairsOf(world));
  });

  it.each(['author', 'implicit', 'scoringOptimizer', 'greedyEnsemble'])(
    'is read completely by %s with exact names too',
    async (name) => {
      const text = await likesIn(await datasetZip(world, { likesNames: 'exact' }));
      expect(asPairs(publicLoaders[name]!(text))).toEqual(pairsOf(world));
    },
  );

  it('loses rows with exact names in a loader that interprets quotes, which is why plain names are the default', async () => {
    const text = await likesIn(await datasetZip(world, { likesNames: 'exact' }));
    const read = () => asPairs(publicLoaders['byPosition']!(text));
    let pairs: string[] = [];
    try {
      pairs = read();
    } catch (error) {
      expect(error).toMatchObject({ message: 'a quote has no end' });
    }
    expect(pairs).not.toEqual(pairsOf(world));
  });
});
