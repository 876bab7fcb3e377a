import { expect, it } from 'vitest';
import { readParquetRows } from '../../../src/dataset/import/read-parquet';
import { items } from '../../../src/dataset/tables/items';
import type { Column } from '../../../src/dataset/tables/table';
import { writeParquet, type RowGroup } from '../../../src/dataset/tables/write-parquet';
import { openZip } from '../../../src/dataset/zip/open-zip';
import { type Dice, diceOf } from '../../fuzz/dice';
import { rawZip } from '../zip/raw-zip';

/** Few different values or many, equal ones in a row or not, null or not: what the encodings depend on. */
function cellsOf({ type, constraints }: Column, rows: number, dice: Dice): unknown[] {
  const [kinds, repeats] = [dice.pick([1, 2, 3, 300]), dice.pick([1, 2, 9, 40])];
  const nulls = constraints?.['required'] === true ? 0 : dice.pick([0, 2, 50]);
  const cells: unknown[] = [];
  while (cells.length < rows) {
    const value = dice.roll(kinds);
    const word = () => `${'ä'.repeat(dice.roll(kinds))}${value}`;
    const cell =
      nulls > 0 && dice.roll(nulls) === 0
        ? null
        : type === 'array'
          ? Array.from({ length: dice.roll(Math.min(kinds, 20)) }, word)
          : type === 'boolean'
            ? value % 2 === 0
            : type === 'integer' || type === 'date'
              ? value
              : type === 'datetime'
                ? new Date(value)
                : word();
    cells.push(...Array.from({ length: 1 + dice.roll(repeats) }, () => cell));
  }
  return cells.slice(0, rows);
}

async function writtenAndRead(columns: readonly Column[], groups: readonly RowGroup[]) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeParquet({ columns }, groups)) chunks.push(chunk.slice());
  const zip = new Blob([rawZip([{ path: 'items.parquet', content: Buffer.concat(chunks), stored: true }])]);
  const [entry] = await openZip(zip);
  const rows: unknown[] = [];
  const names = columns.map(({ name }) => name);
  for await (const group of readParquetRows(zip, entry!, names)) rows.push(...group);
  return rows;
}

const times: Column = { name: 'observed_at', type: 'datetime', about: '' };

it.each([1, 2, 3, 4, 5])('any table that is written is read again (seed %i)', async (seed) => {
  const dice = diceOf(seed);
  const columns = [...items.columns, times];
  const groups = Array.from({ length: 5 }, () => {
    const rows = 1 + dice.roll(dice.pick([3, 30, 300]));
    return columns.map((column) => cellsOf(column, rows, dice));
  });
  const written = groups.flatMap((group) => group[0]!.map((_, row) => group.map((cells) => cells[row])));
  const asRead = (cell: unknown) => (cell instanceof Date ? cell.getTime() : cell);
  const read = await writtenAndRead(columns, groups);
  expect((read as unknown[][]).map((row) => row.map((cell) => cell ?? null))).toEqual(
    written.map((row) => row.map(asRead)),
  );
});
