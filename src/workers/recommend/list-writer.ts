import { stringAt } from '../../dataset/columns/string-list';
import { numberAt } from '../../dataset/columns/uint32-list';
import { modelAt } from '../../dataset/snapshot/packed-models';
import { rowLength, type BinaryMatrix } from '../../recommend/matrix/binary-matrix';
import type { Neighbours } from '../../recommend/neighbours/neighbour-rule';
import { likesOf, type CollectedLikes } from './collected-likes';
import type { ListedItem, TagCount } from './messages';

/** Writes what recommenders number as people read it. @param byTag tags by items. */
export function createListWriter(collected: CollectedLikes, byTag: BinaryMatrix) {
  const { models, tags } = collected;
  /** @param more what else a list says of an item, by its number. */
  const listed = <More extends object>(
    { items, scores }: Neighbours,
    more: (item: number) => More,
  ): (ListedItem & More)[] =>
    Array.from(items, (item, at) => {
      const { uid, name } = modelAt(models, item);
      const strength = numberAt(scores, at) / numberAt(scores, 0);
      return { uid, name, likes: likesOf(collected, item), strength, ...more(item) };
    });

  const tagCounts = ({ items }: Pick<Neighbours, 'items'>): TagCount[] =>
    Array.from(items, (tag) => ({ tag: stringAt(tags, tag), models: rowLength(byTag, tag) }));

  return { listed, tagCounts };
}
