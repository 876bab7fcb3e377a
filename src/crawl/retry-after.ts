/** The longest wait in ms that a header can cause. */
export const longestWaitMs = 24 * 60 * 60 * 1_000;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const clock = '(\\d\\d):(\\d\\d):(\\d\\d)';
/** RFC 9110 §5.6.7: the format that servers must send, and two more that clients must accept. For the groups see `readDate`. */
const imfFixdate = new RegExp(`^[A-Z][a-z]{2}, (\\d\\d) ([A-Z][a-z]{2}) (\\d{4}) ${clock} GMT$`);
const rfc850 = new RegExp(`^[A-Z][a-z]{5,8}, (\\d\\d)-([A-Z][a-z]{2})-(\\d\\d) ${clock} GMT$`);
const asctime = new RegExp(`^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \\d]\\d) ${clock} (\\d{4})$`);

/**
 * The wait in ms that a Retry-After header asks for, from 0 to `longestWaitMs`; `null` if it cannot be parsed.
 * A date is relative to the server's clock, `date`, if the server sent it.
 */
export function retryAfterMs(header: string, date: string | null, now: number): number | null {
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, longestWaitMs);
  const until = readDate(text, now);
  if (until === null) return null;
  const serverNow = (date === null ? null : readDate(date.trim(), now)) ?? now;
  return Math.min(Math.max(until - serverNow, 0), longestWaitMs);
}

function readDate(text: string, now: number): number | null {
  const imf = imfFixdate.exec(text);
  if (imf) return moment(imf[3], imf[2], imf[1], imf.slice(4, 7));
  const old = rfc850.exec(text);
  if (old) return moment(fullYear(Number(old[3]), now), old[2], old[1], old.slice(4, 7));
  const asc = asctime.exec(text);
  return asc ? moment(asc[6], asc[1], asc[2], asc.slice(3, 6)) : null;
}

/** A year that would be more than 50 years ahead belongs to the previous century. */
function fullYear(twoDigits: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}

type Part = string | number | undefined;

/** `null` for impossible dates such as 31 February. A leap second counts as the second after it. */
function moment(year: Part, month: Part, day: Part, time: readonly Part[]): number | null {
  const monthIndex = months.indexOf(String(month));
  const [hour, minute, second] = time.map(Number) as [number, number, number];
  if (monthIndex < 0 || hour > 23 || minute > 59 || second > 60) return null;
  const midnight = Date.UTC(Number(year), monthIndex, Number(day));
  if (new Date(midnight).getUTCDate() !== Number(day)) return null;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1_000;
}
