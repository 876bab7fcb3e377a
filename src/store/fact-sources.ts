import { type ImportedFacts, mergeModel } from '../dataset/merge/merge-model';
import { factsBy, pickFacts, type TableFact, type TableFacts, tableFacts } from '../sketchfab/model-facts';
import type { ModelRow } from './model-row';

/** Where the facts of a row come from while live imports have the model, so that each import can be removed again. */
export type FactSources = {
  /** Whether the model was also captured here. */
  readonly isCaptured: boolean;
  /** What is known here of the facts that imports have changed in the row. */
  readonly own: Partial<Pick<ModelRow, TableFact>>;
  readonly imports: readonly FactsOfImport[];
};

/** With the number of the import, in the order of import. */
export type FactsOfImport = ImportedFacts & {
  readonly staging: number;
  /** Whether whoever made the zip has proven to have a key of this browser. Absent from rows that were stored before. */
  readonly isProven?: boolean;
};

/** The row without what imports say. */
export function ownFacts({ sources, ...row }: ModelRow): ModelRow {
  return { ...row, ...sources?.own };
}

/** A row without imports, with the facts of these. */
export function mergeSources(
  row: ModelRow,
  imports: readonly FactsOfImport[],
  isCaptured: boolean,
): ModelRow {
  if (imports.length === 0) return row;
  const merged = mergeModel({ ...tableFactsOf(row), origins: row.origins }, imports);
  const changed = tableFacts.filter((name) => merged[name] !== row[name]);
  const own = Object.fromEntries(changed.map((name) => [name, row[name]]));
  return { ...row, ...factsBy(changed, (name) => merged[name]), sources: { isCaptured, own, imports } };
}

/** The facts of a row as merging needs them: an empty name counts as unknown. */
export function tableFactsOf(row: ModelRow): TableFacts {
  return { uid: row.uid, ...pickFacts(tableFacts, row), name: row.name || null };
}
