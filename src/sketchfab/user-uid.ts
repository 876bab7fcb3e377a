declare const brand: unique symbol;

/** Sketchfab's id of a user. It never leaves the browser: `dataset` replaces it by a pseudonym. */
export type UserUid = string & { readonly [brand]: 'UserUid' };

// 32 hex digits, or in early years a short decimal such as 16271. Deliberately wider than that: a rejected id costs a
// like, while any text of these characters is harmless. Numbers are rejected: past 2^53 they lose precision.
const plausible = /^[0-9A-Za-z]{1,40}$/;

/** Whether an id looks like those the site gives out, so that it is no word that occurs in any text. */
export function isOfUsualForm(uid: UserUid): boolean {
  return /^(?:[0-9a-f]{32}|\d{1,12})$/.test(uid);
}

export function parseUserUid(value: unknown): UserUid | undefined {
  return typeof value === 'string' && plausible.test(value) ? (value as UserUid) : undefined;
}
