import browser from 'webextension-polyfill';
import { hostPatterns } from '../sketchfab/site';

// Firefox may not grant these on installation, and Chrome's "on click" revokes them.
const wanted = { origins: hostPatterns };

/** Whether the user has granted access to Sketchfab. */
export function readHostAccess(): Promise<boolean> {
  return browser.permissions.contains(wanted);
}

/** Must be called in the click handler itself: after any wait, the browser no longer counts it as a user action. */
export function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request(wanted);
}

export function watchHostAccess(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}
