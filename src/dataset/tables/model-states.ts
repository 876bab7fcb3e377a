/**
 * What each state means for a model's list of likes, as the README says it. The crawl owns the states and this layer
 * may not import it, so a test keeps the two in step.
 */
export const stateMeanings: Readonly<Record<string, string>> = {
  complete: 'the list was read to its end without a gap, and contained no fewer likes than the site showed',
  drifted: 'the list was read to its end, but contained fewer likes than the site showed',
  partial: 'the list could not be read to its end; likes are missing',
  crawling: 'the list was read in part; likes may be missing',
  new: 'the list was never requested',
  gone: 'the site no longer had the model; likes read before are kept',
  forbidden: 'the model is not public; likes read before are kept',
  failed: 'reading the list was given up after errors; likes may be missing',
};

/** Known states in the order above, then unknown ones by name, so that nothing of the crawl order shows. */
export function sortedStates(modelsByState: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const order = Object.keys(stateMeanings);
  const rank = (state: string) => (order.includes(state) ? order.indexOf(state) : order.length);
  return [...modelsByState].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
