/** "14:32", with the day where it is not today's, as this browser writes it: no word of ours stands in it. */
export function sayClock(moment: number, now: number): string {
  const sameDay = new Date(moment).toDateString() === new Date(now).toDateString();
  const style: Intl.DateTimeFormatOptions = sameDay
    ? { timeStyle: 'short' }
    : { dateStyle: 'short', timeStyle: 'short' };
  return new Intl.DateTimeFormat(undefined, style).format(moment);
}
