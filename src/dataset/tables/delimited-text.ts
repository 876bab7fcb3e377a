import { createByteBuffer } from '../columns/byte-buffer';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { ranksOf, type PseudonymizedLikes } from '../likes/pseudonymized-likes';
import { pseudonymBytes } from '../pseudonyms/pseudonymize-users';
import { eachModel } from '../snapshot/selected-models';
import type { Table } from './table';

/**
 * One record of a PSV file, including the line end: the output of Python's csv writer with `|` as the delimiter, `\` as
 * the quote character and minimal quoting, which is how rec-a-sketch wrote its files.
 */
export function psvRecord(fields: readonly string[]): string {
  return `${psvFields(fields)}${psvEnd}`;
}

export const psvEnd = '\r\n';

/** Part of a record, without a line end. Hex digits can be appended as they are, since they need no quoting. */
export function psvFields(fields: readonly string[]): string {
  return fields.map(psvField).join('|');
}

// Exactly these four: quoting more than Python does would change the bytes, and `"` has no meaning here.
const special = /[|\\\r\n]/;

function psvField(text: string): string {
  return special.test(text) ? `\\${text.replaceAll('\\', '\\\\')}\\` : text;
}

/** The text of a table, header first. Chunks have about the same size whatever the batches; each is overwritten by the next. */
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

/** What precedes and follows the pseudonym in the lines of one model. */
export type LikeLine = { readonly before: string; readonly after: string };

/**
 * One line per like, sorted by model and pseudonym, in chunks that are overwritten by the next. The lines of a model
 * differ only in the pseudonym, so they are assembled from bytes: at ten times the likes of 2016, strings would be 6.3
 * million objects.
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
  let index = 0;
  for (const model of eachModel(selection.models)) {
    const line = lineOf(model);
    const [before, after] = [encoder.encode(line.before), encoder.encode(line.after)];
    const ranks = ranksOf(selection, index);
    // By index, since an iterator would create an object per like.
    for (let like = 0; like < ranks.length; like += 1) {
      const rank = numberAt(ranks, like);
      chunk.bytes(before);
      chunk.hex(pseudonyms, rank * pseudonymBytes, (rank + 1) * pseudonymBytes);
      chunk.bytes(after);
      if (chunk.isFull()) yield chunk.take();
    }
    index += 1;
    onModels(index);
  }
  yield chunk.take();
}
