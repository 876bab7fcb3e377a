import type { Table } from './table';

// One chunk is one turn of the compressor, in which nothing else runs: 256 kB take it about 10 ms.
const chunkLength = 256 * 1024;

/** Header and records of a table as chunks of text. Batches may be small or huge; a chunk is neither. */
export async function* tableText(
  table: Table,
  writeRecord: (fields: readonly string[]) => string,
  batches: AsyncIterable<Iterable<readonly string[]>> | Iterable<Iterable<readonly string[]>>,
): AsyncGenerator<string> {
  let text = writeRecord(table.columns.map((column) => column.name));
  for await (const batch of batches) {
    for (const record of batch) {
      text += writeRecord(record);
      if (text.length < chunkLength) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
