declare const brand: unique symbol;

/** A day in UTC as `YYYY-MM-DD`, from the year in which the site began. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };

const dayMs = 86_400_000;
// A day outside of them is nonsense. The last one is fixed, since parsers have no clock.
const [first, last] = ['2011-01-01', '2099-12-31'];

export function parseIsoDate(value: unknown): IsoDate | undefined {
  if (typeof value !== 'string') return undefined;
  // `2026-02-30` is read as the second of March, and other spellings never come back the same.
  return isoDateAt(Date.parse(value)) === value ? (value as IsoDate) : undefined;
}

/** The day of a moment in ms since 1970. */
export function isoDateAt(moment: number): IsoDate | undefined {
  if (!(moment >= Date.parse(first) && moment < Date.parse(last) + dayMs)) return undefined;
  return new Date(moment).toISOString().slice(0, 10) as IsoDate;
}

const timestamp = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** The day of a time as the site writes it: in UTC if it names no zone. */
export function isoDateOfTimestamp(value: unknown): IsoDate | undefined {
  const [, day, time = '', zone = 'Z'] = (typeof value === 'string' && timestamp.exec(value)) || [];
  return parseIsoDate(day) && isoDateAt(Date.parse(`${day}${time}${zone}`));
}

export function daysSince1970(date: IsoDate): number {
  return Date.parse(date) / dayMs;
}

/** The inverse of `daysSince1970`. */
export function isoDateOfDay(days: unknown): IsoDate | undefined {
  return Number.isSafeInteger(days) ? isoDateAt(Number(days) * dayMs) : undefined;
}
