import { chooseThumbnail } from '../../sketchfab/choose-thumbnail';
import { cleanText } from '../../sketchfab/clean-text';
import { maxLabelsPerModel } from '../../sketchfab/label';
import { maxLikeCount } from '../../sketchfab/model-facts';
import type { ImportedModel } from './imported-dataset';

export type FactCells = Readonly<
  Record<'categories' | 'tags' | 'likeCount' | 'noAi' | 'thumbnailUrl', unknown>
>;

/** What cells of a table of models say, held to the rules that the site's own answers are held to. */
export function factsInCells(cells: FactCells): Pick<ImportedModel, keyof FactCells> {
  const { likeCount, noAi } = cells;
  const isCount =
    typeof likeCount === 'number' &&
    Number.isInteger(likeCount) &&
    likeCount >= 0 &&
    likeCount <= maxLikeCount;
  return {
    categories: readLabels(cells.categories),
    tags: readLabels(cells.tags),
    likeCount: isCount ? likeCount : null,
    noAi: typeof noAi === 'boolean' ? noAi : null,
    thumbnailUrl: chooseThumbnail([{ url: cells.thumbnailUrl }]),
  };
}

function readLabels(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const texts = value.filter((label) => typeof label === 'string');
  return texts.slice(0, maxLabelsPerModel).map(cleanText);
}
