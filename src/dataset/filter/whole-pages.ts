import { likesPerPage } from '../../sketchfab/addresses';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { type LikeMatrix, rowLength, rowOf } from '../likes/like-matrix';

/**
 * Whether reading the list may have stopped at the end of a page. A list that was whole once has any number of likes, and
 * so has one that has drifted, since it was read to its end.
 */
export function isCutShort({
  state,
  complete,
  wasWhole,
}: Pick<DatasetModel, 'state' | 'complete' | 'wasWhole'>) {
  return !complete && !wasWhole && state !== 'drifted';
}

/**
 * How many likes of a list that was cut short remain where people are left out. Pages have 24 likes, so with one of them
 * gone, 47 would tell that somebody is missing. Whole pages do not: the crawl could have stopped one earlier. Of one page
 * nothing remains, or an empty list would tell.
 */
export function wholePages(likes: number): number {
  const whole = likes - (likes % likesPerPage);
  return whole < 2 * likesPerPage ? 0 : whole;
}

/** The matrix with only the first likes of these models' lists, as many as `wholePages` says. */
export function keepWholePages(matrix: LikeMatrix, isCut: (model: number) => boolean): LikeMatrix {
  const models = matrix.starts.length - 1;
  const starts = new Uint32Array(models + 1);
  const users = new Uint32Array(matrix.users.length);
  for (let model = 0; model < models; model += 1) {
    const likes = rowLength(matrix.starts, model);
    const row = rowOf(matrix.starts, matrix.users, model);
    const start = numberAt(starts, model);
    const kept = isCut(model) ? row.subarray(0, wholePages(likes)) : row;
    users.set(kept, start);
    starts[model + 1] = start + kept.length;
  }
  return { ...matrix, starts, users: users.slice(0, starts[models]) };
}
