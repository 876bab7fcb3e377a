import browser from 'webextension-polyfill';
import { hostPatterns } from '../sketchfab/site';

/** Throws when the person has not given access to the site: requests would fail as if there were no network. */
export async function requireAccess(): Promise<void> {
  if (!(await browser.permissions.contains({ origins: hostPatterns })))
    throw new Error('no access to Sketchfab was given');
}
