import browser from 'webextension-polyfill';
import { message } from '../i18n/message';
import { hostPatterns } from '../sketchfab/site';

/**
 * Throws if the user has not granted access to the site, or has revoked it. A request would then be sent under the
 * extension's own origin, and its failure would look like the site's.
 */
export async function requireAccess(): Promise<void> {
  if (!(await browser.permissions.contains({ origins: hostPatterns })))
    throw new Error(message('background_noAccess'));
}
