import browser from 'webextension-polyfill';

const crawlAlarm = 'crawl';
export const catchUpAlarm = 'catch-up';

/**
 * Wakes the worker every half minute, the shortest period there is, while a crawl is wanted. Looked for at each
 * start: alarms were gone after a browser was killed and started again.
 */
export async function keepAlarm(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(crawlAlarm);
  else if (!(await browser.alarms.get(crawlAlarm)))
    await browser.alarms.create(crawlAlarm, { periodInMinutes: 0.5 });
}

/** Rings every night, while that is wanted. A computer that sleeps then hears it when it wakes. */
export async function keepCatchUpAlarm(isNeeded: boolean, now: number): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(catchUpAlarm);
  else if (!(await browser.alarms.get(catchUpAlarm)))
    await browser.alarms.create(catchUpAlarm, { when: nextNight(now), periodInMinutes: 24 * 60 });
}

/** Three in the morning where the person lives: the site is quiet then, and so are they. */
export function nextNight(now: number): number {
  const night = new Date(now);
  night.setHours(3, 0, 0, 0);
  if (night.getTime() <= now) night.setDate(night.getDate() + 1);
  return night.getTime();
}
