import browser from 'webextension-polyfill';
import { hostPatterns } from '../sketchfab/site';

// Firefox may not give these on installation, and Chrome's "on click" takes them back.
const wanted = { origins: hostPatterns };

/** Whether this browser lets us see the pages of Sketchfab and ask it. */
export function readHostAccess(): Promise<boolean> {
  return browser.permissions.contains(wanted);
}

/** To be called in the press of a button itself: after any wait the browser no longer takes it for a person's wish. */
export function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request(wanted);
}

export function watchHostAccess(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}
