/**
 * What each state says of a model's list of likes, in the words of the README. The crawl owns the states and this
 * floor may not see it, so a test holds the two lists together.
 */
export const stateMeanings: Readonly<Record<string, string>> = {
  complete: 'the list was read to its end without a gap, and held no fewer likes than the site showed',
  drifted: 'the list was read to its end, but held fewer likes than the site showed',
  partial: 'the list could not be followed to its end; likes are missing',
  crawling: 'its list was begun and not finished; likes may be missing',
  new: 'the list was never asked for',
  gone: 'the site no longer knew the model; likes read before are kept',
  forbidden: 'the site did not show the model to everyone; likes read before are kept',
  failed: 'the list was given up after errors; likes may be missing',
};

/** States in the order above, then those without a meaning here by name: the order of the site stays out of it. */
export function sortedStates(modelsByState: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const order = Object.keys(stateMeanings);
  const rank = (state: string) => (order.includes(state) ? order.indexOf(state) : order.length);
  return [...modelsByState].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
