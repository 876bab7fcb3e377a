import { forLanguage } from './language';

const percent = (digits: number) =>
  forLanguage(
    (language) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
const whole = percent(0);
const tenths = percent(1);

/** "97.8%". Rounded down: nothing but the whole is called 100%. */
export function formatShare(part: number, of: number): string {
  if (part >= of) return whole().format(1);
  return tenths().format(Math.floor((part / of) * 1_000) / 1_000);
}
