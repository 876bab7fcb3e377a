import browser from 'webextension-polyfill';

const name = 'crawl';

/**
 * Wakes the worker every half minute, the shortest period there is, while a crawl is wanted. Looked for at each
 * start: alarms were gone after a browser was killed and started again.
 */
export async function keepAlarm(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(name);
  else if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: 0.5 });
}
