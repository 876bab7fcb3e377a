import { mergeEach } from '../../sketchfab/merge-facts';
import {
  type ModelFacts,
  pickFacts,
  type TableFact,
  type TableFacts,
  tableFacts,
} from '../../sketchfab/model-facts';
import type { ImportedModel } from '../import/imported-dataset';
import { factCells } from '../tables/fact-columns';

/** What one import says of a model. */
export type ImportedFacts = TableFacts & Pick<ImportedModel, 'observedAt'>;

/** With their origins, if they were stored with them. */
type OwnFacts = TableFacts & Partial<Pick<ModelFacts, 'origins'>>;

export function importedFacts(model: ImportedModel): ImportedFacts {
  return { uid: model.uid, ...pickFacts(tableFacts, model), observedAt: model.observedAt };
}

/**
 * The facts of a model from here and from imports. Imports fill in what is not known here, the one that saw the model last
 * first, and overrule nothing but an older number of views and the absence of a NoAI mark, unless the site
 * itself has told this browser that there is none.
 */
export function mergeModel(own: OwnFacts, imports: readonly ImportedFacts[]): TableFacts {
  const latestFirst = imports.toSorted(
    (a, b) => (b.observedAt ?? -Infinity) - (a.observedAt ?? -Infinity) || 0,
  );
  const merged = latestFirst.reduce<OwnFacts>(
    (known, next) => ({ uid: own.uid, ...mergeEach(tableFacts, known, next) }),
    own,
  );
  return { uid: own.uid, ...pickFacts(tableFacts, merged) };
}

/**
 * The facts that both know and that differ in a table, for the import preview. The same number seen on another day does
 * not differ.
 */
export function differingFacts(local: TableFacts, imported: TableFacts): TableFact[] {
  const isKnown = (value: unknown) => value !== null && value !== '';
  const cell = (model: TableFacts, name: TableFact) => JSON.stringify(factCells(model, [name])[0]);
  return tableFacts.filter(
    (name) => isKnown(local[name]) && isKnown(imported[name]) && cell(local, name) !== cell(imported, name),
  );
}
