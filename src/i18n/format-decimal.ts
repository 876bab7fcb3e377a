import { forLanguage } from './language';

const format = forLanguage(
  (language) => new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
);

/** "0.048": three digits after the point, as metrics of recommenders are written. */
export function formatDecimal(value: number): string {
  return format().format(value);
}
