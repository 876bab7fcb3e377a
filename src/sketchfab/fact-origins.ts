import type { FactName } from './model-facts';

/**
 * Who told a fact, least trusted first: the markup of a page, the JSON in a page, an answer of the site to the crawl. Pages
 * are under the control of whatever runs on them. Facts without a source, which come from an import or the second copy,
 * are trusted least.
 */
export const factOrigins = ['markup', 'pageJson', 'answer'] as const;
export type FactOrigin = (typeof factOrigins)[number];
/** The sources that a page can speak for. */
export const pageOrigins = ['markup', 'pageJson'] as const satisfies FactOrigin[];

export type FactOrigins = { readonly [Name in FactName]?: FactOrigin };

/** A value of a fact and who told it. */
export type Told<Value> = { readonly value: Value; readonly origin: FactOrigin | undefined };

const rankOf = (origin: FactOrigin | undefined) => (origin === undefined ? -1 : factOrigins.indexOf(origin));

/** The one with the better source; of equal ones the first, which is the newer. */
export function moreTrusted<Value>(first: Told<Value>, second: Told<Value>): Told<Value> {
  return rankOf(second.origin) > rankOf(first.origin) ? second : first;
}
