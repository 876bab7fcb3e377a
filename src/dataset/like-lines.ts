import { createChunkBuffer } from './chunk-buffer';
import { eachModel } from './chosen-models';
import type { DatasetModel } from './dataset-source';
import { numberAt } from './number-at';
import { pseudonymBytes } from './pseudonyms';
import { ranksOf, type Selection } from './selection';

/** What stands around the pseudonym in the lines of one model. */
export type LikeLine = { readonly before: string; readonly after: string };

/**
 * One line for each like, by model and by pseudonym, in chunks that are good until the next. The lines of a model differ
 * in the pseudonym alone, so they are put together from bytes: a string for each would be 6.3 million of them.
 */
export function* likeLines(
  header: string,
  lineOf: (model: DatasetModel) => LikeLine,
  selection: Selection,
  onModels: (done: number) => void,
): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const { pseudonyms } = selection;
  const chunk = createChunkBuffer();
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
