import { chooseThumbnail } from '../../sketchfab/choose-thumbnail';
import { cleanText } from '../../sketchfab/clean-text';
import { factKinds, type FactKind, type FactValue } from '../../sketchfab/fact-kinds';
import { maxLabelsPerModel } from '../../sketchfab/label';
import {
  type FactColumn,
  factsBy,
  modelFacts,
  type ModelFacts,
  type TableFact,
  tableFacts,
} from '../../sketchfab/model-facts';
import { shownLabels } from '../snapshot/selected-models';
import * as v from 'valibot';
import type { Column } from './table';

/** How facts of one kind are written to a table and read from one. */
type CellKind<Value> = {
  readonly column: Omit<Column, 'name' | 'about'>;
  readonly toCell: (value: Value) => unknown;
  /** For a table from outside; null if the cell has no valid value. */
  readonly fromCell: (cell: unknown) => Value | null;
};
type TableKind = Exclude<FactKind, 'userUid'>;

const unchanged = (value: unknown) => value;

const cellKinds: { readonly [Kind in TableKind]: CellKind<FactValue<Kind>> } = {
  text: {
    column: { holds: 'site' },
    toCell: unchanged,
    fromCell: (cell) => (typeof cell === 'string' && cleanText(cell)) || null,
  },
  count: {
    column: { type: 'integer', constraints: { minimum: 0 } },
    toCell: unchanged,
    fromCell: (cell) => (v.is(factKinds.count, cell) ? cell : null),
  },
  flag: {
    column: { type: 'boolean' },
    toCell: unchanged,
    fromCell: (cell) => (typeof cell === 'boolean' ? cell : null),
  },
  labels: {
    column: { type: 'array', holds: 'site' },
    toCell: shownLabels,
    fromCell(cell) {
      if (!Array.isArray(cell)) return null;
      const texts = cell.filter((label) => typeof label === 'string').slice(0, maxLabelsPerModel);
      return texts.map((text) => ({ name: cleanText(text), slug: null }));
    },
  },
  address: {
    column: {},
    toCell: unchanged,
    fromCell: (cell) => chooseThumbnail([{ url: cell }]),
  },
};

/** These facts come before the columns about likes, all others after them, so that new facts come last. */
export const leadingFacts = ['name', 'categories', 'tags', 'likeCount'] as const satisfies TableFact[];
export const trailingFacts = tableFacts.filter((name) => !(leadingFacts as readonly string[]).includes(name));

const kindOf = (name: TableFact) => cellKinds[modelFacts[name].kind] as CellKind<unknown>;

export function factColumns(names: readonly TableFact[]): readonly Column[] {
  return names.map((name) => {
    const { isRequired, ...column }: FactColumn = modelFacts[name].column;
    const { constraints, ...kind } = kindOf(name).column;
    const allConstraints = { ...(isRequired && { required: true }), ...constraints };
    return {
      ...column,
      ...kind,
      ...(Object.keys(allConstraints).length > 0 && { constraints: allConstraints }),
    };
  });
}

/** The cells of a model in the columns of these facts. */
export function factCells(model: Pick<ModelFacts, TableFact>, names: readonly TableFact[]): unknown[] {
  return names.map((name) => {
    const value = model[name];
    return value === null ? null : kindOf(name).toCell(value);
  });
}

/** The column names of all facts, in the order in which `factsInCells` expects the cells. */
export const factColumnNames: readonly string[] = factColumns(tableFacts).map(({ name }) => name);

/** The facts in the cells of a table of models, validated like the responses of the site. */
export function factsInCells(cells: readonly unknown[]): Pick<ModelFacts, TableFact> {
  return factsBy(
    tableFacts,
    (name) => kindOf(name).fromCell(cells[tableFacts.indexOf(name)]) as ModelFacts[TableFact],
  );
}
