/**
 * Bytes of each part as delivered: minified, not compressed, because that is what the browser parses. The content
 * script is parsed on every page of the site, the worker each time it starts, the popup each time it opens.
 * Measured on builds of version 0.1.0 in November 2026; the larger of the two browsers' figures.
 */
const measured = { contentScript: 38_175, worker: 219_813, popup: 301_482 };

/** Space to grow before someone has to measure again and update the figures above. */
const margin = 0.1;

/** @typedef {keyof typeof measured} Part */
/** @typedef {Readonly<Record<Part, number>>} Sizes in bytes */

/** @type {Sizes} */
const budgets = {
  contentScript: withMargin(measured.contentScript),
  worker: withMargin(measured.worker),
  popup: withMargin(measured.popup),
};

/** @type {Readonly<Record<Part, string>>} */
const names = { contentScript: 'content script', worker: 'worker', popup: 'popup' };

/** @param {number} bytes */
function withMargin(bytes) {
  return Math.round(bytes * (1 + margin));
}

/**
 * One sentence for each part that exceeds its budget.
 * @param {Sizes} sizes
 * @param {Sizes} [allowed]
 */
export function findOversize(sizes, allowed = budgets) {
  return /** @type {Part[]} */ (Object.keys(names))
    .filter((part) => sizes[part] > allowed[part])
    .map((part) => `The ${names[part]} is ${sizes[part]} bytes; its budget is ${allowed[part]}.`);
}
