const minute = 60_000;

/** A check that was missed waits this long after the start of the browser, so that it does not slow the start down. */
const afterStart = { from: 2 * minute, to: 12 * minute };

/**
 * When to check for changes next, as a range of moments: at 3 a.m. in local time, or soon if that was missed.
 * @param lastCheck - When the last one was, or when the user switched the checks on; all in ms since 1970.
 */
export function nextCheck(now: number, lastCheck: number): { readonly from: number; readonly to: number } {
  if (isCheckDue(now, lastCheck)) return { from: now + afterStart.from, to: now + afterStart.to };
  const night = nightOf(now);
  if (night.getTime() <= now) night.setDate(night.getDate() + 1);
  return { from: night.getTime(), to: night.getTime() };
}

/** Whether it was 3 a.m. since the last check. One in the future is that of a clock that was wrong, and counts for nothing. */
export function isCheckDue(now: number, lastCheck: number): boolean {
  const night = nightOf(now);
  if (night.getTime() > now) night.setDate(night.getDate() - 1);
  return lastCheck > now || lastCheck < night.getTime();
}

/** 3 a.m. on the day of `now`. */
function nightOf(now: number): Date {
  const night = new Date(now);
  night.setHours(3, 0, 0, 0);
  return night;
}
