import { stringsOf } from '../../dataset/columns/string-list';
import { numberAt } from '../../dataset/columns/uint32-list';
import { modelAt } from '../../dataset/snapshot/packed-models';
import { foldedWords, foldText } from '../../models/columns/fold-text';
import { rowLengths, type BinaryMatrix } from '../../recommend/matrix/binary-matrix';
import { likesOf, type CollectedLikes } from './collected-likes';
import type { ListedItem } from './messages';

/** Finds models by their names and tags by their text: what contains every word, without regard to case and accents. */
export function createSearch(collected: CollectedLikes, popular: Uint32Array) {
  const { models, tags } = collected;
  /** By item; made with the first search. */
  let names: readonly string[] | undefined;

  return {
    /** The most liked first; models without likes can be found as well. */
    models(text: string, limit: number): ListedItem[] {
      const words = foldedWords(text);
      names ??= Array.from({ length: models.uids.length }, (_, item) => foldText(modelAt(models, item).name));
      const found: ListedItem[] = [];
      for (const item of words.length > 0 ? popular : []) {
        if (found.length === limit) break;
        if (!words.every((word) => names?.[item]?.includes(word))) continue;
        const { uid, name } = modelAt(models, item);
        found.push({ uid, name, likes: likesOf(collected, item), strength: 1 });
      }
      return found;
    },
    /** Those that begin with the text first, then those on most models. An empty text finds the most used. */
    tags(text: string, limit: number, byTag: BinaryMatrix): { readonly items: Uint32Array } {
      const wanted = foldText(text.trim());
      const counts = rowLengths(byTag);
      const found = Array.from(stringsOf(tags), (tag, place) => ({
        ...{ place, at: foldText(tag).indexOf(wanted) },
        models: numberAt(counts, place),
      }))
        .filter(({ at }) => at >= 0)
        .sort(
          (one, other) =>
            Math.min(1, one.at) - Math.min(1, other.at) ||
            other.models - one.models ||
            one.place - other.place,
        );
      return { items: Uint32Array.from(found.slice(0, limit), ({ place }) => place) };
    },
  };
}
