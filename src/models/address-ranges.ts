import type { Range } from './model-filter';

const msPerDay = 86_400_000;
const likesPattern = /^(\d{0,10})-(\d{0,10})$/;
const daysPattern = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/;

/** "10-199", "10-" and "-199"; 10 alone is "10-10". */
export const formatLikes = ({ min, max }: Range): string =>
  min === null && max === null ? '' : `${min ?? ''}-${max ?? ''}`;

export function parseLikes(text: string): Range | null {
  const [, min, max] = likesPattern.exec(/^\d+$/.test(text) ? `${text}-${text}` : text) ?? [];
  return rangeOf(min ? Number(min) : null, max ? Number(max) : null);
}

/** "2026-11-17..2026-11-25", "2026-11-17..", "..2026-11-25"; a day alone is the range of that day. */
export function formatDays({ min, max }: Range): string {
  const [first, last] = [formatDay(min), formatDay(max)];
  return first === '' && last === '' ? '' : `${first}..${last}`;
}

export function parseDays(text: string): Range | null {
  const [, min, max] = daysPattern.exec(text.includes('..') ? text : `${text}..${text}`) ?? [];
  const [first, last] = [parseDay(min), parseDay(max)];
  // Half a range would contain far more than was asked for.
  if ((min && first === null) || (max && last === null)) return null;
  return rangeOf(first, last);
}

function rangeOf(min: number | null, max: number | null): Range | null {
  return min === null && max === null ? null : { min, max };
}

function formatDay(day: number | null): string {
  if (day === null) return '';
  const date = new Date(day * msPerDay);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  // Years before 0 and after 9999 have a sign and more digits.
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : '';
}

/** `null` for a day that is in no calendar. */
function parseDay(text: string | undefined): number | null {
  const moment = Date.parse(`${text ?? ''}T00:00:00Z`);
  if (Number.isNaN(moment)) return null;
  const day = moment / msPerDay;
  return formatDay(day) === text ? day : null;
}
