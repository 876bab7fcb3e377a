import { describe, expect, it } from 'vitest';
import { python } from './python';
import { makeWorld } from './world';
import { datasetZip, unpack } from './written';

describe('the Python lines in the README of a dataset', { timeout: 120_000 }, () => {
  it('build a matrix with a column for every model, even those without likes', async (context) => {
    // With so many models without likes, some of them have the last numbers, whatever the random order.
    const liked = makeWorld(4).filter(({ likes }) => likes.length > 0);
    const world = liked.map((model, place) => (place < 20 ? model : { ...model, likes: [] }));
    expect(world.length).toBeGreaterThan(40);
    const folder = await unpack(await datasetZip(world));
    const likes = (models: typeof world) => models.reduce((sum, model) => sum + new Set(model.likes).size, 0);
    const users = new Set(world.flatMap((model) => model.likes)).size;
    expect(JSON.parse(python(context, ['pandas', 'pyarrow', 'scipy'], 'readme_lines.py', [folder]))).toEqual({
      shape: [users, world.length],
      likes: likes(world),
      known: likes(world.filter(({ state }) => state === 'complete')),
    });
  });
});
