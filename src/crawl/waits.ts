/** However long the site is in trouble, it is asked again once in this time, in ms. */
export const longestTroubleWaitMs = 15 * 60_000;
export const firstTroubleWaitMs = 2_000;

/** How often a crawl without a network looks whether it is back, in ms. */
export const offlineCheckMs = 15_000;
