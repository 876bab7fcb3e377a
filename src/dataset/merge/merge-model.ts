import type { LocalModel } from '../import/import-store';
import type { ImportedModel } from '../import/imported-dataset';

const factNames = ['name', 'tags', 'categories', 'likeCount', 'noAi', 'thumbnailUrl'] as const;
export type FactName = (typeof factNames)[number];

/**
 * The facts of a model when a zip tells of it too. What nobody knew here is taken from the zip; where both know, the
 * zip wins only with a later time than ours. The state of a captured model is not the zip's to change.
 */
export function mergeModel(held: LocalModel | null, imported: ImportedModel): LocalModel {
  const theirs = asLocal(imported);
  if (!held) return theirs;
  const [later, earlier] = isLater(theirs, held) ? [theirs, held] : [held, theirs];
  return {
    uid: held.uid,
    // A name of nothing is what a card without one left.
    name: later.name || earlier.name,
    tags: later.tags ?? earlier.tags,
    categories: later.categories ?? earlier.categories,
    likeCount: later.likeCount ?? earlier.likeCount,
    noAi: later.noAi ?? earlier.noAi,
    thumbnailUrl: later.thumbnailUrl ?? earlier.thumbnailUrl,
    observedAt: later.observedAt ?? earlier.observedAt,
  };
}

/** The facts that both know and that differ: what a person is told before deciding. */
export function differingFacts(held: LocalModel, imported: ImportedModel): FactName[] {
  const theirs = asLocal(imported);
  return factNames.filter((name) => {
    const [ours, other] = [comparable(held[name]), comparable(theirs[name])];
    return ours !== '' && other !== '' && ours !== other;
  });
}

function isLater(theirs: LocalModel, ours: LocalModel): boolean {
  return theirs.observedAt !== null && ours.observedAt !== null && theirs.observedAt > ours.observedAt;
}

function asLocal({
  uid,
  name,
  tags,
  categories,
  likeCount,
  noAi,
  thumbnailUrl,
  observedAt,
}: ImportedModel): LocalModel {
  const labels = (names: readonly string[] | null) =>
    names && names.map((text) => ({ name: text, slug: null }));
  const facts = { likeCount, noAi, thumbnailUrl, observedAt };
  return { uid, name: name || null, tags: labels(tags), categories: labels(categories), ...facts };
}

/** Slugs and the order of labels are not told by a zip. */
function comparable(value: LocalModel[FactName]): string {
  if (value === null || typeof value !== 'object') return value === null ? '' : String(value);
  return JSON.stringify(value.map(({ name }) => name).sort());
}
