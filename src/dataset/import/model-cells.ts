import { chooseThumbnail } from '../../sketchfab/choose-thumbnail';
import { cleanText } from '../../sketchfab/clean-text';
import { maxLabelsPerModel } from '../../sketchfab/label';
import { maxLikeCount } from '../../sketchfab/model-facts';
import { ImportRefused } from '../zip/import-error';
import type { ZipEntry } from '../zip/read-directory';
import type { ImportedModel } from './imported-dataset';
import { readParquetRows } from './read-parquet';

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

const columns = ['item_id', 'categories', 'tags', 'like_count', 'no_ai', 'thumbnail_url'];

/** The models with what only the Parquet table of them tells. It must be of the same models in the same order. */
export async function withParquetFacts(
  zip: Blob,
  entry: ZipEntry,
  models: readonly ImportedModel[],
): Promise<readonly ImportedModel[]> {
  const known: ImportedModel[] = [];
  for await (const rows of readParquetRows(zip, entry, columns)) {
    for (const [uid, categories, tags, likeCount, noAi, thumbnailUrl] of rows) {
      const model = models[known.length];
      if (!model || model.uid !== uid) throw otherModels(entry);
      known.push({ ...model, ...factsInCells({ categories, tags, likeCount, noAi, thumbnailUrl }) });
    }
  }
  if (known.length !== models.length) throw otherModels(entry);
  return known;
}

const otherModels = ({ path }: ZipEntry) =>
  new ImportRefused(`${path} is of other models than data/model_urls.psv.`);
