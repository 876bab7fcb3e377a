import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/recommend/computation/computation';
import { rowLength, rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { transpose } from '../../../src/recommend/matrix/transpose';
import { cosineRule } from '../../../src/recommend/neighbours/cosine';
import { inverseFrequencies, likesAsFeatures } from '../../../src/recommend/neighbours/features';
import { nearestItems } from '../../../src/recommend/neighbours/neighbour-rule';
import { suggestTags, suggestTagsByVotes } from '../../../src/recommend/tags/suggest-tags';
import { coldItemVector, tagVectors } from '../../../src/recommend/tags/tag-vectors';
import { typicalItems } from '../../../src/recommend/tags/typical-items';
import { vectorOf, type Factors } from '../../../src/recommend/wrmf/factors';
import { factorsRule } from '../../../src/recommend/wrmf/factors-rule';
import { trainWrmf } from '../../../src/recommend/wrmf/wrmf';
import { wrmfDefaults } from '../../../src/recommend/wrmf/wrmf-settings';
import { matrixOf, range } from '../dense';
import { plantWorld } from '../planted-world';

const groups = 5;
const world = plantWorld({ users: 400, items: 200, likes: 5000, groups, seed: 11 });
const likes = interactionsOf(world.likes);
const byTag = transpose(world.itemTags);
const frequencies = inverseFrequencies(byTag);
const { items } = runToEnd(trainWrmf(likes, { ...wrmfDefaults, width: 8 }));
const vectors = tagVectors(items, byTag);
const groupOfTag = (tag: number) => Math.floor(tag / 2);

/** The share of suggested tags that match the item's taste, over all items with likes. */
function shareOfOwn(suggest: (item: number) => Uint32Array): number {
  const found = range(200)
    .filter((item) => rowLength(likes.byItem, item) >= 5)
    .flatMap((item) => Array.from(suggest(item), (tag) => groupOfTag(tag) === world.groupOfItem(item)));
  return found.filter(Boolean).length / found.length;
}

describe('the vector of a tag', () => {
  const flat = (rows: number[][]): Factors => ({
    rowCount: rows.length,
    width: 2,
    values: Float32Array.from(rows.flat()),
  });

  it('is the sum of the directions of its items, divided by their number plus three', () => {
    const five = flat([
      [3, 4],
      [0, 2],
      [1, 0],
      [0, 0],
      [0, -1],
    ]);
    const [x, y] = vectorOf(tagVectors(five, matrixOf([[1, 1, 1, 1, 1]])), 0);
    expect([x, y]).toEqual([expect.closeTo(1.6 / 8, 6), expect.closeTo(0.8 / 8, 6)]);
  });

  it('is zero for a tag on fewer than five items, which is then close to nothing', () => {
    const four = flat([
      [3, 4],
      [0, 2],
      [1, 0],
      [1, 1],
    ]);
    const rare = tagVectors(four, matrixOf([[1, 1, 1, 1]]));
    expect([...rare.values]).toEqual([0, 0]);
    expect(suggestTags(rare, vectorOf(four, 0), new Uint32Array(0), 3).items).toHaveLength(0);
  });

  it('replaces the factors of an item that nobody likes', () => {
    const right = range(200).filter((item) => {
      const tags = rowOf(world.itemTags, item);
      if (!Array.from(tags).some((tag) => tag < 2 * groups)) return false;
      const cold = coldItemVector(vectors, tags, frequencies);
      return (
        groupOfTag(suggestTags(vectors, cold, new Uint32Array(0), 1).items[0]!) === world.groupOfItem(item)
      );
    });
    const tagged = range(200).filter((item) => rowOf(world.itemTags, item).some((tag) => tag < 2 * groups));
    expect(right.length / tagged.length).toBeGreaterThan(0.95);
  });

  it('is zero for an item without tags', () => {
    expect([...coldItemVector(vectors, [], frequencies)]).toEqual(new Array(8).fill(0));
  });
});

describe('suggested tags', () => {
  it('are those of the same taste, by vectors and by votes, and none that the item has', () => {
    const rule = cosineRule([likesAsFeatures(likes)]);
    const byVectors = shareOfOwn((item) => {
      const own = rowOf(world.itemTags, item);
      const { items: tags } = suggestTags(vectors, vectorOf(items, item), own, 1);
      for (const tag of tags) expect(own).not.toContain(tag);
      return tags.slice();
    });
    const byVotes = shareOfOwn((item) => {
      const own = rowOf(world.itemTags, item);
      const neighbours = nearestItems(rule, item, 50);
      const { items: tags } = suggestTagsByVotes(neighbours, world.itemTags, frequencies, own, 1);
      for (const tag of tags) expect(own).not.toContain(tag);
      return tags.slice();
    });
    // A fifth by chance; items that carry both tags of their taste cannot be given a third.
    const possible = shareOfOwn((item) => {
      const own = new Set(rowOf(world.itemTags, item));
      const left = [0, 1].map((at) => 2 * world.groupOfItem(item) + at).filter((tag) => !own.has(tag));
      return Uint32Array.of(left[0] ?? 2 * groups);
    });
    expect(byVectors).toBeGreaterThan(0.9 * possible);
    expect(byVotes).toBeGreaterThan(0.6 * possible);
  });
});

describe('the most typical items of a tag', () => {
  it('carry it, and share its taste more often than other items that carry it', () => {
    const everywhere = 2 * groups;
    const typical = typicalItems(items, vectors, byTag, everywhere, 10).items;
    for (const item of typical) expect(rowOf(world.itemTags, item)).toContain(everywhere);
    const ofOne = typicalItems(items, vectors, byTag, 0, 10);
    expect(ofOne.items).toHaveLength(10);
    expect([...ofOne.scores].sort((a, b) => b - a)).toEqual([...ofOne.scores]);
    expect(ofOne.scores[9]).toBeGreaterThan(0.5);
  });
});

describe('the nearest items by factors', () => {
  it('share the taste of the item', () => {
    const rule = factorsRule(items);
    const found = range(50).flatMap((item) =>
      Array.from(
        nearestItems(rule, item, 10).items,
        (other) => world.groupOfItem(other) === world.groupOfItem(item),
      ),
    );
    // A fifth by chance.
    expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.8);
  });
});
