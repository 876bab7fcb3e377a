import { locale } from './locale';

const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const noBreak = '\u00a0';

/** "97.8 %". Rounded down: nothing but the whole is called 100 %. */
export function sayShare(part: number, whole: number): string {
  if (part >= whole) return `100${noBreak}%`;
  return `${format.format(Math.floor((part / whole) * 1_000) / 10)}${noBreak}%`;
}
