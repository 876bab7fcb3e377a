import { forLanguage } from './language';

const unit = (name: 'second' | 'minute' | 'hour' | 'day') => {
  const format = forLanguage(
    (language) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }),
  );
  return (value: number) => format().format(value);
};
const seconds = unit('second');
const minutes = unit('minute');
const hours = unit('hour');
const days = unit('day');

/**
 * "20 seconds", "38 minutes", "2 hours 15 minutes", "3 days": rounded up, and the coarser the longer it is, so that a
 * text that counts down changes seldom and promises no precision it does not have.
 */
export function formatDuration(ms: number): string {
  const inSeconds = Math.ceil(Math.max(ms, 1) / 1_000);
  if (inSeconds <= 50) return seconds(Math.ceil(inSeconds / 10) * 10);
  const inMinutes = Math.ceil(inSeconds / 60);
  if (inMinutes < 60) return minutes(inMinutes);
  const inQuarters = Math.ceil(inMinutes / 15);
  if (inQuarters < 40) return withRest(hours(Math.floor(inQuarters / 4)), (inQuarters % 4) * 15);
  const inHours = Math.ceil(inMinutes / 60);
  return inHours <= 48 ? hours(inHours) : days(Math.ceil(inHours / 24));
}

function withRest(whole: string, restMinutes: number): string {
  return restMinutes === 0 ? whole : `${whole} ${minutes(restMinutes)}`;
}
