import { mergeEach } from '../../sketchfab/merge-facts';
import { pickFacts, type TableFact, tableFacts } from '../../sketchfab/model-facts';
import type { LocalModel } from '../import/import-store';
import type { ImportedModel } from '../import/imported-dataset';
import { factCells } from '../tables/fact-columns';

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

/** The facts that both know and that differ in a table, for the import preview. */
export function differingFacts(local: LocalModel, imported: ImportedModel): TableFact[] {
  const isKnown = (value: unknown) => value !== null && value !== '';
  const cells = (model: LocalModel | ImportedModel, name: TableFact) =>
    JSON.stringify(factCells(model, [name]));
  return tableFacts.filter(
    (name) => isKnown(local[name]) && isKnown(imported[name]) && cells(local, name) !== cells(imported, name),
  );
}

function isLater(theirs: LocalModel, ours: LocalModel): boolean {
  return theirs.observedAt !== null && ours.observedAt !== null && theirs.observedAt > ours.observedAt;
}
