import { forLanguage } from './language';

const format = forLanguage((language) => new Intl.NumberFormat(language));

/** "1,240". */
export function formatNumber(value: number): string {
  return format().format(value);
}
