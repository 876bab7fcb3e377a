import { mergeEach } from '../../sketchfab/merge-facts';
import { pickFacts, type TableFact, tableFacts } from '../../sketchfab/model-facts';
import type { LocalModel } from '../import/import-store';
import type { ImportedModel } from '../import/imported-dataset';

/**
 * Merges the facts of a model from a zip into ours. Facts unknown here are taken from the zip; if both know a fact, that
 * of the zip wins only if it is known to be later. The state of a captured model does not change.
 */
export function mergeModel(local: LocalModel | null, imported: ImportedModel): LocalModel {
  const { uid, observedAt } = imported;
  const theirs: LocalModel = { uid, ...pickFacts(tableFacts, imported), observedAt };
  if (!local) return theirs;
  const [later, earlier] = isLater(theirs, local) ? [theirs, local] : [local, theirs];
  return {
    uid,
    ...mergeEach(tableFacts, later, earlier),
    observedAt: later.observedAt ?? earlier.observedAt,
  };
}

/** The facts that both know and that differ, for the import preview. */
export function differingFacts(local: LocalModel, imported: ImportedModel): TableFact[] {
  return tableFacts.filter((name) => {
    const [ours, other] = [comparable(local[name]), comparable(imported[name])];
    return ours !== '' && other !== '' && ours !== other;
  });
}

function isLater(theirs: LocalModel, ours: LocalModel): boolean {
  return theirs.observedAt !== null && ours.observedAt !== null && theirs.observedAt > ours.observedAt;
}

/** Ignores slugs and the order of labels, which a zip does not contain. */
function comparable(value: LocalModel[TableFact]): string {
  if (value === null || typeof value !== 'object') return value === null ? '' : String(value);
  return JSON.stringify(value.map(({ name }) => name).sort());
}
