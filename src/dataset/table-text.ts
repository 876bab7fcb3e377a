import { createChunkBuffer } from './chunk-buffer';
import type { Table } from './table';

/** Header and records of a table, in chunks that are good until the next. Batches may be small or huge; a chunk is neither. */
export async function* tableText(
  table: Table,
  writeRecord: (fields: readonly string[]) => string,
  batches: AsyncIterable<Iterable<readonly string[]>> | Iterable<Iterable<readonly string[]>>,
): AsyncGenerator<Uint8Array> {
  const chunk = createChunkBuffer();
  chunk.text(writeRecord(table.columns.map((column) => column.name)));
  for await (const batch of batches) {
    for (const record of batch) {
      chunk.text(writeRecord(record));
      if (chunk.isFull()) yield chunk.take();
    }
  }
  yield chunk.take();
}
