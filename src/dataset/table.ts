import { psvRecord } from './psv';

export type Column = {
  readonly name: string;
  readonly about: string;
  /** As in a Table Schema, for the descriptor. */
  readonly constraints?: Readonly<Record<string, unknown>>;
};

/** What is said of a table in the header row, in the README and in the descriptor. */
export type Table = {
  readonly name: string;
  readonly path: string;
  readonly about: string;
  readonly columns: readonly Column[];
  /** Columns that are unique together, by which the rows are sorted. */
  readonly key: readonly string[];
};

// One chunk is one turn of the compressor, in which nothing else runs: 256 kB take it about 20 ms.
const chunkLength = 256 * 1024;

/** Header and records of a table as chunks of text. Batches may be small or huge; a chunk is neither. */
export async function* tableText<Batch>(
  table: Table,
  batches: AsyncIterable<Batch>,
  recordsOf: (batch: Batch) => Iterable<readonly string[]>,
): AsyncGenerator<string> {
  let text = psvRecord(table.columns.map((column) => column.name));
  for await (const batch of batches) {
    for (const record of recordsOf(batch)) {
      text += psvRecord(record);
      if (text.length < chunkLength) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
