import browser from 'webextension-polyfill';
import { apiOrigin, siteOrigin } from '../sketchfab/site';

/** Throws when the person has not given access to the site: requests would fail as if there were no network. */
export async function requireAccess(): Promise<void> {
  const origins = [`${siteOrigin}/*`, `${apiOrigin}/*`];
  if (!(await browser.permissions.contains({ origins }))) throw new Error('no access to Sketchfab was given');
}
