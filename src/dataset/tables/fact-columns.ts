import { chooseThumbnail } from '../../sketchfab/choose-thumbnail';
import { cleanText } from '../../sketchfab/clean-text';
import { factKinds, type FactKind, type FactValue } from '../../sketchfab/fact-kinds';
import { daysSince1970, type IsoDate, isoDateOfDay } from '../../sketchfab/iso-date';
import { cleanLabelText, maxLabelsPerModel } from '../../sketchfab/label';
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

type CellColumn = Omit<Column, 'name' | 'about'>;

/** What a column of a table holds, and how values are written to its cells and read from them. */
type CellKind<Value> = {
  readonly column: CellColumn;
  readonly toCell: (value: Value) => unknown;
  /** For a table from outside; null if the cell has no valid value. */
  readonly fromCell: (cell: unknown) => Value | null;
};

/** The columns of facts of one kind. */
type FactCells<Value> = {
  readonly columns: readonly CellColumn[];
  readonly toCells: (value: Value) => readonly unknown[];
  readonly fromCells: (cells: readonly unknown[]) => Value | null;
};
type TableKind = Exclude<FactKind, 'userUid'>;

const oneColumn = <Value>({ column, toCell, fromCell }: CellKind<Value>): FactCells<Value> => ({
  columns: [column],
  toCells: (value) => [toCell(value)],
  fromCells: ([cell]) => fromCell(cell),
});

const unchanged = (value: unknown) => value;

const count: CellKind<number> = {
  column: { type: 'integer', constraints: { minimum: 0 } },
  toCell: unchanged,
  fromCell: (cell) => (v.is(factKinds.count, cell) ? cell : null),
};

const date: CellKind<IsoDate> = {
  column: { type: 'date' },
  toCell: daysSince1970,
  fromCell: (cell) => isoDateOfDay(cell) ?? null,
};

const factCellsOf: { readonly [Kind in TableKind]: FactCells<FactValue<Kind>> } = {
  text: oneColumn({
    column: { holds: 'site' },
    toCell: unchanged,
    fromCell: (cell) => (typeof cell === 'string' && cleanText(cell)) || null,
  }),
  count: oneColumn(count),
  datedCount: {
    columns: [count.column, date.column],
    toCells: ({ count: number, seenOn }) => [number, seenOn && date.toCell(seenOn)],
    fromCells([number, day]) {
      const [read, seenOn] = [count.fromCell(number), date.fromCell(day)];
      return read === null || seenOn === null ? null : { count: read, seenOn };
    },
  },
  flag: oneColumn({
    column: { type: 'boolean' },
    toCell: unchanged,
    fromCell: (cell) => (typeof cell === 'boolean' ? cell : null),
  }),
  date: oneColumn(date),
  labels: oneColumn<FactValue<'labels'>>({
    column: { type: 'array', holds: 'site' },
    toCell: shownLabels,
    fromCell(cell) {
      if (!Array.isArray(cell)) return null;
      const texts = cell.filter((label) => typeof label === 'string').slice(0, maxLabelsPerModel);
      return texts.map((text) => ({ name: cleanLabelText(text), slug: null }));
    },
  }),
  address: oneColumn({
    column: {},
    toCell: unchanged,
    fromCell: (cell) => chooseThumbnail([{ url: cell }]),
  }),
};

/** These facts come before the columns about likes, all others after them, so that new facts come last. */
export const leadingFacts = ['name', 'categories', 'tags', 'likeCount'] as const satisfies TableFact[];
export const trailingFacts = tableFacts.filter((name) => !(leadingFacts as readonly string[]).includes(name));

const kindOf = (name: TableFact) => factCellsOf[modelFacts[name].kind] as FactCells<unknown>;

export function factColumns(names: readonly TableFact[]): readonly Column[] {
  return names.flatMap((name) => {
    const columns: readonly FactColumn[] = modelFacts[name].columns;
    return kindOf(name).columns.map((kind, index) => columnOf(columns[index] as FactColumn, kind));
  });
}

function columnOf({ isRequired, ...column }: FactColumn, kind: CellColumn): Column {
  const constraints = { ...(isRequired && { required: true }), ...kind.constraints };
  return { ...column, ...kind, ...(Object.keys(constraints).length > 0 && { constraints }) };
}

/** The cells of a model in the columns of these facts. */
export function factCells(model: Pick<ModelFacts, TableFact>, names: readonly TableFact[]): unknown[] {
  return names.flatMap((name) => {
    const { columns, toCells } = kindOf(name);
    const value = model[name];
    return value === null ? columns.map(() => null) : toCells(value);
  });
}

/** The column names of all facts, in the order in which `factsInCells` expects the cells. */
export const factColumnNames: readonly string[] = factColumns(tableFacts).map(({ name }) => name);

/** The facts in the cells of a table of models, validated like the responses of the site. */
export function factsInCells(cells: readonly unknown[]): Pick<ModelFacts, TableFact> {
  return factsBy(tableFacts, (name) => {
    const { columns, fromCells } = kindOf(name);
    const start = factColumnNames.indexOf(modelFacts[name].columns[0].name);
    return fromCells(cells.slice(start, start + columns.length)) as ModelFacts[TableFact];
  });
}
