import { forLanguage } from './language';

const format = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** "Jan 2, 2026": the day in UTC of a moment in ms since 1970. */
export function formatDay(moment: number): string {
  return format().format(moment);
}
