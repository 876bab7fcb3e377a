import { toUri } from './to-uri';

/** The web address that was given as the licence, as a URI; `null` where it is a name or other words. */
export function licenceAddress(licence: string): string | null {
  return /^https?:\/\//i.test(licence) && URL.canParse(licence) ? toUri(licence) : null;
}
