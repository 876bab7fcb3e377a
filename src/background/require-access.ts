import browser from 'webextension-polyfill';
import { hostPatterns } from '../sketchfab/site';

/**
 * Throws when the person has not given access to the site, or has taken it back: a request would go out under the
 * extension's own origin, and its failure would look like the site's.
 */
export async function requireAccess(): Promise<void> {
  if (!(await browser.permissions.contains({ origins: hostPatterns })))
    throw new Error('no access to Sketchfab was given');
}
