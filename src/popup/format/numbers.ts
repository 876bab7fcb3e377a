import { formatNumber } from '../../i18n/format-number';

/** `formatCount(1240, 'model')` is "1,240 models". To be replaced by `countMessage`. */
export function formatCount(value: number, noun: string): string {
  return `${formatNumber(value)} ${value === 1 ? noun : `${noun}s`}`;
}

/** "about 2,100 requests": an estimate, and so no more than two digits of it. To be replaced by `countMessage`. */
export function formatEstimate(value: number, noun: string): string {
  return `about ${formatCount(Number(value.toPrecision(2)), noun)}`;
}
