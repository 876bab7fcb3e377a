import { offer } from '../best-scores';
import type { Features } from './features';
import { addInnerProducts, clearInnerProducts, createInnerProducts, squaredNorms } from './inner-products';
import type { NeighbourRule } from './neighbour-rule';

/** So many likes weigh as much as the tags do. */
const likesThatWeighAsTags = 5;

/**
 * Likes where there are many, tags where there are few: (1 - b) cos_likes + b cos_tags with b = 5 / (5 + n_i), where
 * n_i counts the likes of the item whose neighbours are asked for. A model that nobody likes has neighbours by tags.
 */
export function likesAndTagsRule(likes: Features, tags: Features): NeighbourRule {
  const itemCount = likes.byItem.rowCount;
  const byLikes = createInnerProducts(itemCount);
  const byTags = createInnerProducts(itemCount);
  const likeNorms = squaredNorms(likes);
  const tagNorms = squaredNorms(tags);

  return {
    itemCount,
    offerNeighbours(item, best) {
      addInnerProducts(byLikes, item, likes);
      addInnerProducts(byTags, item, tags);
      const b = likesThatWeighAsTags / (likesThatWeighAsTags + likeNorms[item]!);
      const score = (other: number) =>
        (1 - b) * cosine(byLikes.sums[other]!, likeNorms[item]!, likeNorms[other]!) +
        b * cosine(byTags.sums[other]!, tagNorms[item]!, tagNorms[other]!);
      for (let at = 0; at < byLikes.count; at += 1) {
        const other = byLikes.touched[at]!;
        if (other !== item) offer(best, other, score(other));
      }
      for (let at = 0; at < byTags.count; at += 1) {
        const other = byTags.touched[at]!;
        if (other !== item && byLikes.sums[other] === 0) offer(best, other, score(other));
      }
      clearInnerProducts(byLikes);
      clearInnerProducts(byTags);
    },
  };
}

function cosine(product: number, norm: number, otherNorm: number): number {
  return product === 0 ? 0 : product / Math.sqrt(norm * otherNorm);
}
