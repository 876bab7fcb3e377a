import { mergeEach } from '../../sketchfab/merge-facts';
import { pickFacts, type TableFact, tableFacts } from '../../sketchfab/model-facts';
import type { LocalModel } from '../import/import-store';
import type { ImportedModel } from '../import/imported-dataset';

/**
 * The facts of a model when a zip tells of it too. What nobody knew here is taken from the zip; where both know, the
 * zip wins only with a later time than ours. The state of a captured model is not the zip's to change.
 */
export function mergeModel(held: LocalModel | null, imported: ImportedModel): LocalModel {
  const { uid, observedAt } = imported;
  const theirs: LocalModel = { uid, ...pickFacts(tableFacts, imported), observedAt };
  if (!held) return theirs;
  const [later, earlier] = isLater(theirs, held) ? [theirs, held] : [held, theirs];
  return {
    uid,
    ...mergeEach(tableFacts, later, earlier),
    observedAt: later.observedAt ?? earlier.observedAt,
  };
}

/** The facts that both know and that differ: what a person is told before deciding. */
export function differingFacts(held: LocalModel, imported: ImportedModel): TableFact[] {
  return tableFacts.filter((name) => {
    const [ours, other] = [comparable(held[name]), comparable(imported[name])];
    return ours !== '' && other !== '' && ours !== other;
  });
}

function isLater(theirs: LocalModel, ours: LocalModel): boolean {
  return theirs.observedAt !== null && ours.observedAt !== null && theirs.observedAt > ours.observedAt;
}

/** Slugs and the order of labels are not told by a zip. */
function comparable(value: LocalModel[TableFact]): string {
  if (value === null || typeof value !== 'object') return value === null ? '' : String(value);
  return JSON.stringify(value.map(({ name }) => name).sort());
}
