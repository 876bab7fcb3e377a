declare const brand: unique symbol;

/** Sketchfab's id of a model: public, opaque and case-sensitive. Never parse it or change its case. */
export type ModelUid = string & { readonly [brand]: 'ModelUid' };

// 32 hex digits today. 954 of the 28,824 models crawled in 2016 have 26 or 27 mixed-case characters; those still work.
const plausible = /^(?:[0-9a-f]{32}|[0-9A-Za-z]{26,27})$/;

/** Validates every id from a page or a response, since each accepted id costs the site requests. */
export function parseModelUid(value: unknown): ModelUid | undefined {
  return typeof value === 'string' && plausible.test(value) ? (value as ModelUid) : undefined;
}
