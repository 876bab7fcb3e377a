declare const brand: unique symbol;

/** Sketchfab's id of a user. Raw ones never leave the browser: `dataset` turns them into pseudonyms. */
export type UserUid = string & { readonly [brand]: 'UserUid' };

// 32 hex, or a short decimal of the early years such as 16271. Wider than that on purpose: a form that is refused
// costs a like, while anything of these characters is harmless. Numbers are refused: past 2^53 they name another user.
const plausible = /^[0-9A-Za-z]{1,40}$/;

export function parseUserUid(value: unknown): UserUid | undefined {
  return typeof value === 'string' && plausible.test(value) ? (value as UserUid) : undefined;
}
