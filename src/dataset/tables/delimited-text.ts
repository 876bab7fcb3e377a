import { createByteBuffer } from '../columns/byte-buffer';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { ranksOf, type PseudonymizedLikes } from '../likes/pseudonymized-likes';
import { pseudonymBytes } from '../pseudonyms/pseudonymize-users';
import { eachModel } from '../snapshot/selected-models';
import type { Table } from './table';

/**
 * One record of a PSV file, line end included: what Python's csv writer gives with `|` between fields, `\` as the
 * quote character and minimal quoting, which is how rec-a-sketch wrote its files.
 */
export function psvRecord(fields: readonly string[]): string {
  return `${psvFields(fields)}${psvEnd}`;
}

export const psvEnd = '\r\n';

/** Part of a record. Pseudonyms may be put after it as they are: they hold nothing to be quoted. */
export function psvFields(fields: readonly string[]): string {
  return fields.map(psvField).join('|');
}

// These four and nothing else: quoting more than Python does would change the bytes, and `"` means nothing here.
const special = /[|\\\r\n]/;

function psvField(text: string): string {
  return special.test(text) ? `\\${text.replaceAll('\\', '\\\\')}\\` : text;
}

/** Header and records of a table, in chunks that are good until the next. Batches may be small or huge; a chunk is neither. */
export async function* tableText(
  table: Table,
  writeRecord: (fields: readonly string[]) => string,
  batches: AsyncIterable<Iterable<readonly string[]>> | Iterable<Iterable<readonly string[]>>,
): AsyncGenerator<Uint8Array> {
  const chunk = createByteBuffer();
  chunk.text(writeRecord(table.columns.map((column) => column.name)));
  for await (const batch of batches) {
    for (const record of batch) {
      chunk.text(writeRecord(record));
      if (chunk.isFull()) yield chunk.take();
    }
  }
  yield chunk.take();
}

/** What stands around the pseudonym in the lines of one model. */
export type LikeLine = { readonly before: string; readonly after: string };

/**
 * One line for each like, by model and by pseudonym, in chunks that are good until the next. The lines of a model differ
 * in the pseudonym alone, so they are put together from bytes: a string for each would be 6.3 million of them.
 */
export function* likeLines(
  header: string,
  lineOf: (model: DatasetModel) => LikeLine,
  selection: PseudonymizedLikes,
  onModels: (done: number) => void,
): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const { pseudonyms } = selection;
  const chunk = createByteBuffer();
  chunk.text(header);
  let place = 0;
  for (const model of eachModel(selection.models)) {
    const line = lineOf(model);
    const [before, after] = [encoder.encode(line.before), encoder.encode(line.after)];
    const ranks = ranksOf(selection, place);
    // By place: an iterator answers with an object for each like.
    for (let like = 0; like < ranks.length; like += 1) {
      const rank = numberAt(ranks, like);
      chunk.bytes(before);
      chunk.hex(pseudonyms, rank * pseudonymBytes, (rank + 1) * pseudonymBytes);
      chunk.bytes(after);
      if (chunk.isFull()) yield chunk.take();
    }
    place += 1;
    onModels(place);
  }
  yield chunk.take();
}
