declare const brand: unique symbol;

/** Sketchfab's id of a model: public, opaque, case-sensitive. Compare it, never take it apart or change its case. */
export type ModelUid = string & { readonly [brand]: 'ModelUid' };

// 32 hex today; 954 of the 28,824 models crawled in 2016 carry 26 or 27 mixed-case characters, and those still work.
const plausible = /^(?:[0-9a-f]{32}|[0-9A-Za-z]{26,27})$/;

/** Every id a page or an answer offers goes through here, since each one accepted will cost the site a request. */
export function parseModelUid(value: unknown): ModelUid | undefined {
  return typeof value === 'string' && plausible.test(value) ? (value as ModelUid) : undefined;
}
