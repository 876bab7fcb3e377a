import * as v from 'valibot';
import { type ModelUid, parseModelUid } from '../sketchfab/model-uid';

/** More at once would keep the database busy for too long. */
export const mostModels = 1_000;

/** Distinct ids, validated although only the extension's own pages send them: each may cost the site requests. */
export function parseModelUids(value: unknown): readonly ModelUid[] {
  const parsed = v.parse(v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(mostModels)), value);
  return [...new Set(parsed.map(plausible))];
}

function plausible(value: unknown): ModelUid {
  const uid = parseModelUid(value);
  if (uid === undefined) throw new Error('this is no id of a model');
  return uid;
}
