/**
 * How much of a model's list of likes is known. Only `complete` means that the list was read to its end without a gap
 * and has no fewer likes than the site shows.
 */
export const modelStates = [
  'new', // captured, likes not yet requested
  'crawling', // some pages read, more to come
  'complete',
  'partial', // the list could not be read to its end; the cause says why
  'drifted', // read to its end twice, and still at odds with the number of likes that the site shows
  'gone', // deleted or unknown to the site
  'forbidden', // the site does not show it to everyone
  'failed', // given up after retries, or the responses could not be parsed
] as const;

export type ModelState = (typeof modelStates)[number];

/** Whether the crawl has ended for this model's likes. */
export function isSettled(state: ModelState): boolean {
  return state !== 'new' && state !== 'crawling';
}
