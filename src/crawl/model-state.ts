/**
 * How far the likes of a model are known. Only `complete` says the whole list was read to its end, without a gap,
 * and holds no fewer likes than the site shows.
 */
export const modelStates = [
  'new', // captured, never asked for
  'crawling', // some pages read, more to come
  'complete',
  'partial', // the list could not be followed to its end; the cause says why
  'drifted', // the end was reached, but with fewer likes than the site shows
  'gone', // deleted or unknown to the site
  'forbidden', // the site does not show it to everyone
  'failed', // given up after retries, or its answers could not be read
] as const;

export type ModelState = (typeof modelStates)[number];

/** States in which nothing more is asked of the site for this model's likes. */
export function isSettled(state: ModelState): boolean {
  return state !== 'new' && state !== 'crawling';
}
