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

export async function clearCatchUpAlarm(): Promise<void> {
  await browser.alarms.clear(catchUpAlarm);
}

/**
 * Fires once between these moments, or when the computer wakes up after them. An alarm that already lies between them stays:
 * the worker starts so often that a new one might never come to fire.
 */
export async function setCatchUpAlarm({
  from,
  to,
}: {
  readonly from: number;
  readonly to: number;
}): Promise<void> {
  const alarm = await browser.alarms.get(catchUpAlarm);
  if (alarm && alarm.scheduledTime <= to && (from < to || alarm.scheduledTime === from)) return;
  await browser.alarms.create(catchUpAlarm, { when: from + Math.random() * (to - from) });
}
