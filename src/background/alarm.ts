import browser from 'webextension-polyfill';

const crawlAlarm = 'crawl';
export const catchUpAlarm = 'catch-up';

/**
 * Wakes the worker every half minute, the shortest possible period, while a crawl is running. Checked at each start: in
 * both browsers alarms were lost when the browser was killed.
 */
export async function keepAlarm(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(crawlAlarm);
  else if (!(await browser.alarms.get(crawlAlarm)))
    await browser.alarms.create(crawlAlarm, { periodInMinutes: 0.5 });
}

/** Fires every night if the setting is on. If the computer sleeps then, it fires when the computer wakes up. */
export async function keepCatchUpAlarm(isNeeded: boolean, now: number): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(catchUpAlarm);
  else if (!(await browser.alarms.get(catchUpAlarm)))
    await browser.alarms.create(catchUpAlarm, { when: nextNight(now), periodInMinutes: 24 * 60 });
}

/** The next 3 a.m. in local time. */
export function nextNight(now: number): number {
  const night = new Date(now);
  night.setHours(3, 0, 0, 0);
  if (night.getTime() <= now) night.setDate(night.getDate() + 1);
  return night.getTime();
}
