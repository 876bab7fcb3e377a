import * as v from 'valibot';
import { chooseThumbnail } from './choose-thumbnail';
import { cleanText, maxTextLength } from './clean-text';
import { parseIsoDate } from './iso-date';
import { cleanLabelText, maxLabelsPerModel } from './label';
import { distinctLabels } from './read-labels';
import { parseUserUid } from './user-uid';

/** Ten thousand times the most liked model there is: beyond it a count is nonsense, and would spoil every sum. */
export const maxCount = 1_000_000_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(maxCount));
const date = parsedBy(parseIsoDate);
const text = v.pipe(
  v.string(),
  v.maxLength(maxTextLength),
  v.transform((value) => cleanText(value)),
);
// A longer one is cut and not refused: earlier versions stored it.
const labelText = v.pipe(v.string(), v.maxLength(maxTextLength), v.transform(cleanLabelText));

/** The kinds of values that facts have, and what a value from outside is held to: from a message, or stored as text. */
export const factKinds = {
  text,
  count,
  /** With the day it was seen on; `null` until it is stored. */
  datedCount: v.strictObject({ count, seenOn: v.nullable(date) }),
  flag: v.boolean(),
  date,
  labels: v.pipe(
    v.array(v.strictObject({ name: labelText, slug: v.nullable(labelText) })),
    v.maxLength(maxLabelsPerModel),
    v.transform((list) => distinctLabels(list)),
  ),
  address: v.pipe(
    text,
    v.check(
      (address) => chooseThumbnail([{ url: address }]) === address,
      'not an address of a picture on the site',
    ),
  ),
  userUid: parsedBy(parseUserUid),
};

export type FactKind = keyof typeof factKinds;
export type FactValue<Kind extends FactKind> = v.InferOutput<(typeof factKinds)[Kind]>;

/** What `parse` makes of a value; not valid where that is `undefined`. */
export function parsedBy<T>(parse: (value: unknown) => T | undefined) {
  return v.pipe(
    v.unknown(),
    v.check((value) => parse(value) !== undefined, 'not valid'),
    v.transform((value) => parse(value) as T),
  );
}
