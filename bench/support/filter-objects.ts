import { foldText } from '../../src/models/columns/fold-text';
import type { IndexedModel } from '../../src/models/indexed-model';
import type { ModelFilter } from '../../src/models/model-filter';
import type { ModelSort, SortKey } from '../../src/models/model-sort';

/** The baseline: `filter` and `sort` of an array of objects, as one would write it first. It knows what the benchmark asks. */
export function filterObjects(
  models: readonly IndexedModel[],
  filter: ModelFilter,
  sort: ModelSort,
): readonly IndexedModel[] {
  const words = foldText(filter.text).split(/\s+/u).filter(Boolean);
  const found = models.filter(
    (model) =>
      isAmong(filter.state, model.state) &&
      isAmong(filter.tagged, model.tags === null ? 'unknown' : model.tags.length > 0 ? 'with' : 'without') &&
      (filter.tag.length === 0 || (model.tags ?? []).some(({ name }) => filter.tag.includes(name))) &&
      (filter.likes === null ||
        (model.likeCount !== null &&
          model.likeCount >= (filter.likes.min ?? 0) &&
          model.likeCount <= (filter.likes.max ?? Infinity))) &&
      words.every((word) => hasWord(model, word)),
  );
  return found.sort((a, b) => {
    for (const key of sort) {
      const difference = compare(a, b, key);
      if (difference !== 0) return key.isDescending ? -difference : difference;
    }
    return a.order - b.order;
  });
}

const isAmong = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);

function hasWord({ name, tags }: IndexedModel, word: string): boolean {
  return foldText(name ?? '').includes(word) || (tags ?? []).some((tag) => foldText(tag.name).includes(word));
}

const collator = new Intl.Collator('en');

function compare(a: IndexedModel, b: IndexedModel, { column }: SortKey): number {
  if (column === 'name') return collator.compare(a.name ?? '', b.name ?? '');
  if (column === 'likes') return (a.likeCount ?? 0) - (b.likeCount ?? 0);
  return a.capturedAt - b.capturedAt;
}
