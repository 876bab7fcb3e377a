import { type ModelColumns, unknownNumber } from './columns/model-columns';
import type { ModelPlace } from './models-answer';

/** How many models the site shows with fewer likes than this one. */
export function rankByLikes(
  { measures: { likes }, isPresent, length }: ModelColumns,
  row: number,
): Pick<ModelPlace, 'fewerLikes' | 'withKnownLikes'> {
  const own = likes[row]!;
  let [fewer, known] = [0, 0];
  for (let other = 0; other < length; other += 1) {
    const number = likes[other]!;
    if (isPresent[other] === 0 || number === unknownNumber) continue;
    known += 1;
    if (number < own) fewer += 1;
  }
  return { fewerLikes: own === unknownNumber ? null : fewer, withKnownLikes: known };
}
